import Testing

@testable import Terminal

struct InputDecoderTests {
  private func decode(_ text: String) -> [Input] { decode(Array(text.utf8)) }

  private func decode(_ bytes: [UInt8]) -> [Input] {
    var decoder = InputDecoder()
    decoder.feed(bytes)
    return drain(&decoder)
  }

  private func drain(_ decoder: inout InputDecoder) -> [Input] {
    var inputs: [Input] = []
    while true {
      if let input = decoder.next() {
        inputs.append(input)
      } else if decoder.isWaiting {
        if let input = decoder.flush() { inputs.append(input) }
      } else {
        return inputs
      }
    }
  }

  @Test(arguments: [
    ("j", Key.character("j")), ("é", .character("é")), ("東", .character("東")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{4}", .ctrl("d")), ("\u{0}", .ctrl(" ")), ("\u{1B}", .esc),
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;2A", Key(.up, .shift)),
    ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OF", .end), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[6;3~", Key(.pageDown, .alt)), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backtab), ("\u{1B}OP", .function(1)),
    ("\u{1B}[[B", .function(2)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}x", .alt("x")),
    ("\u{1B}é", .alt("é")), ("\u{1B}\u{1B}[A", Key(.up, .alt)), ("\u{1B}[27;5;9~", Key(.tab, .control)),
    ("\u{1B}[106;5u", .enter), ("\u{1B}[97;3u", .alt("a")), ("\u{1B}[3$", Key(.delete, .shift)), ("\u{1B}[3^", Key(.delete, .control)),
    ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}OM", .enter),
  ])
  func keysOfManyTerminalsAreKnown(_ bytes: String, _ key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  @Test(arguments: [
    ("\u{1B}[<0;10;5M", Mouse(.press, x: 9, y: 4)), ("\u{1B}[<0;10;5m", Mouse(.release, x: 9, y: 4)),
    ("\u{1B}[<2;1;1M", Mouse(.press, button: .right, x: 0, y: 0)), ("\u{1B}[<32;300;200M", Mouse(.drag, x: 299, y: 199)),
    ("\u{1B}[<64;3;4M", Mouse(.wheelUp, button: .none, x: 2, y: 3)),
    ("\u{1B}[<81;3;4M", Mouse(.wheelDown, button: .none, x: 2, y: 3, modifiers: .control)),
  ])
  func theMouseIsReported(_ bytes: String, _ mouse: Mouse) {
    #expect(decode(bytes) == [.mouse(mouse)])
  }

  @Test func aPasteComesAsOnePiece() {
    #expect(decode("\u{1B}[200~a\nq\u{1B}[31mé\u{1B}[201~q") == [.paste("a\nq\u{1B}[31mé"), .key(.character("q"))])
  }

  @Test func aPasteWithoutAnEndIsBounded() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~".utf8))
    for _ in 0..<40 {
      decoder.feed([UInt8](repeating: 0x61, count: 1 << 16))
      #expect(decoder.next() == nil)
    }
    decoder.feed(Array("\u{1B}[201~".utf8))
    guard case .paste(let text) = decoder.next() else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.longestPaste)
  }

  @Test(arguments: [
    "\u{1B}[?62;22c", "\u{1B}]0;evil\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[I", "\u{1B}[5n", "\u{1B}[M !!",
    "\u{1B}[99999999999999999999~", "\u{1B}[<0;0;0M", "\u{1B}[<0;1M", "\u{1B}[<66;1;1M",
  ])
  func repliesThatNobodyAskedForAreSwallowedWhole(_ bytes: String) {
    #expect(decode(bytes + "q") == [.key(.character("q"))])
  }

  @Test func piecesGiveWhatTheWholeGives() {
    let text = "jé東\u{1B}[1;5C\u{1B}[<0;10;5M\u{1B}OA\u{1B}[200~x\u{1B}[2é\u{1B}[201~\u{1B}[15~q"
    let whole = decode(text)
    let bytes = Array(text.utf8)
    for cut in 1..<bytes.count {
      var decoder = InputDecoder()
      var inputs: [Input] = []
      for part in [bytes[..<cut], bytes[cut...]] {
        decoder.feed(part)
        while let input = decoder.next() { inputs.append(input) }
      }
      #expect(inputs == whole, "cut at \(cut)")
    }
  }

  @Test func randomBytesNeverStopTheDecoder() {
    var generator = SplitMix(state: 5)
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x30, 0x39, 0x4D, 0x7E, 0x24, 0xC3, 0xE2, 0x5D, 0x07]
    for _ in 0..<5000 {
      let bytes = (0..<generator.below(30)).map { _ in
        generator.below(2) == 0 ? likely[generator.below(likely.count)] : UInt8(generator.below(256))
      }
      for case .key(let key) in decode(bytes) {
        if let character = key.typed { #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }) }
      }
    }
  }

  @Test func theDescriptionsOwnKeysAreKnown() {
    var decoder = InputDecoder(described: [(Array("\u{1B}A".utf8), .up)])
    decoder.feed(Array("\u{1B}A".utf8))
    #expect(decoder.next() == .key(.up))
  }
}
