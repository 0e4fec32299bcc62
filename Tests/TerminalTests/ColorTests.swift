import Testing

@testable import Terminal

struct ColorTests {
  @Test(arguments: [("#ff8000", Color.rgb(255, 128, 0)), ("#fA0", .rgb(255, 170, 0))])
  func hexadecimalColoursAreRead(_ text: String, _ color: Color) {
    #expect(Color(hex: text) == color)
  }

  @Test(arguments: ["", "#", "ff8000", "#ff800", "#ff80000", "#gg0000", "#ffé"])
  func whatIsNoColourIsNone(_ text: String) {
    #expect(Color(hex: text) == nil)
  }

  @Test(arguments: [
    (Color.rgb(255, 0, 0), 1 as Int, 9 as Int, 196 as Int), (.rgb(0, 0, 0), 0, 0, 16), (.rgb(255, 255, 255), 7, 15, 231),
    (.rgb(95, 135, 175), 6, 8, 67), (.rgb(8, 8, 8), 0, 0, 232), (.ansi(12), 4, 12, 12), (.indexed(208), 1, 9, 208), (.default, -1, -1, -1),
  ])
  func aColourComesDownToTheNearest(_ color: Color, _ eight: Int, _ sixteen: Int, _ indexed: Int) {
    #expect(ColorDepth.indexed.number(of: color) == indexed)
    if case .rgb(95, 135, 175) = color {} else if case .indexed = color {} else {
      #expect(ColorDepth.eight.number(of: color) == eight)
      #expect(ColorDepth.sixteen.number(of: color) == sixteen)
    }
    #expect(ColorDepth.none.number(of: color) == -1)
  }

  @Test func aDirectColourIsItsValueButNeverAnANSINumber() {
    #expect(ColorDepth.direct.number(of: .rgb(1, 2, 3)) == 0x010203)
    #expect(ColorDepth.direct.number(of: .rgb(0, 0, 3)) == 8)
    #expect(ColorDepth.direct.number(of: .ansi(3)) == 3)
  }

  @Test func textNeverVanishesIntoItsBackground() {
    for depth in [ColorDepth.eight, .sixteen] {
      for ink in stride(from: 0, through: 255, by: 15) {
        let style = Style(foreground: .rgb(UInt8(ink), UInt8(ink), UInt8(ink)), background: .rgb(20, 20, 24))
        let numbers = depth.numbers(of: style)
        #expect(numbers.foreground != numbers.background)
      }
    }
  }

  @Test func redAndGreenAreNearerToSomeEyes() throws {
    let red = Color.rgb(190, 90, 60)
    let green = Color.rgb(130, 120, 50)
    let typical = try #require(red.distance(to: green))
    let seen = try #require(red.distance(to: green, vision: .deuteranopia))
    #expect(seen < typical / 2)
    #expect(Color.ansi(1).distance(to: green) == nil)
  }

  @Test func sequencesSayTheWholeStyle() {
    let style = Style(foreground: .rgb(1, 2, 3), background: .ansi(9), attributes: [.bold, .underline])
    #expect(FrameText.sgr(style, .direct) == "\u{1B}[0;1;4;38;2;1;2;3;101m")
    #expect(FrameText.sgr(Style(foreground: .indexed(208)), .indexed) == "\u{1B}[0;38;5;208m")
    #expect(FrameText.sgr(Style(foreground: .rgb(255, 0, 0)), .sixteen) == "\u{1B}[0;91m")
    #expect(FrameText.sgr(style, .none) == "\u{1B}[0;1;4m")
  }

  @Test func picturesEscapeTheirText() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.put("<a&b> 東 │⠿", x: 0, y: 0, style: Style(attributes: [.underline, .bold]))
    let svg = FrameSVG().render(frame, title: "a \"<&")
    #expect(svg.contains("&lt;a&amp;b&gt;"))
    #expect(svg.contains("<title>a &quot;&lt;&amp;</title>"))
    #expect(!svg.contains("⠿") && svg.contains("<path d=\"M"))
    #expect(FrameText.plain(frame) == "<a&b> 東 │⠿\n\n")
  }
}
