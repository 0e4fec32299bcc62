import Terminal
import Testing

@testable import Reader

struct ThemeCheckTests {
  private func findings(_ styles: String) -> [String] {
    let text = "name = \"A\"\ninherits = \"dark\"\n[styles]\n" + styles
    let library = ThemeFile.load(id: "mine", text: text, directories: [shippedThemes])
    return library.themes.flatMap { ThemeCheck.findings($0).map(\.sentence.string) }
  }

  @Test func greyOnGreyIsTooFaint() {
    #expect(findings("\"body.text\" = \"#555555\"").contains { $0.hasPrefix("body.text on text: contrast 2.") })
  }

  @Test func darkTextOnASelectionIsFound() {
    #expect(findings("\"list.selected\" = { bg = \"#d0d0d0\" }").contains { $0.hasPrefix("list.unread on list.selected") })
  }

  @Test func redAndGreenOfOneLightnessLookAlikeToSomeEyes() {
    let found = findings("\"entity.place\" = \"#c08a70 italic\"\n\"entity.product\" = \"#9a9a70 italic\"")
    #expect(found.contains { $0.hasPrefix("entity.place and entity.product look alike (") }, "\(found)")
  }

  @Test func anEntityMustNotLookLikeTheTextAroundIt() {
    #expect(findings("\"entity.date\" = \"text\"").contains { $0.hasPrefix("entity.date looks like the text") })
  }

  @Test func mapShadesMustRise() {
    #expect(findings("\"map.shade.3\" = \"map1\"").contains { $0.hasPrefix("map.shade.3 does not stand out") })
  }

  /// Figures of WCAG's own examples: black on white is 21, and #767676 is the lightest grey that passes on white.
  @Test(arguments: [("#000000", "#ffffff", 21.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)])
  func contrastIsWCAGs(_ one: String, _ other: String, _ ratio: Double) throws {
    let ink = try #require(Color(hex: one))
    let paper = try #require(Color(hex: other))
    let found = try #require(ink.contrast(with: paper))
    #expect(abs(found - ratio) < 0.01)
  }
}
