import Foundation
import Glibc
import Testing

@testable import Terminal

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("l'été à 20 %", 12), ("« œuvre »", 9), ("東京", 4), ("e\u{301}te\u{301}", 3), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇫🇷", 2), ("🇫", 1), ("❤️", 1), ("ａ", 2), ("│▌●★…", 5),
    ("⠿", 1), ("مرحبا", 5), ("क्षि", 3), ("\u{301}", 1), ("\u{E000}", 1), ("🙂🙂", 4), ("a\tb", 3),
  ])
  func aTextTakesTheCellsThatATerminalGivesIt(_ text: String, _ width: Int) {
    #expect(TextWidth.width(of: text) == width)
  }

  /// Every scalar that the C library knows; those newer than it are -1 there.
  @Test func widthsAgreeWithTheCLibrary() {
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil else {
      print("skipped: there is no C.UTF-8 locale here")
      return
    }
    var compared = 0
    var different: [String] = []
    for value in UInt32(0x20)..<0x110000 {
      guard let scalar = Unicode.Scalar(value), TextFilter.filter(String(scalar), .line).unicodeScalars.last == scalar else {
        continue
      }
      let theirs = NcursesScreen.widthInLibrary(scalar)
      guard theirs >= 0 else { continue }
      compared += 1
      if theirs != ScalarClass.width(scalar) { different.append("U+\(String(value, radix: 16)) \(theirs)") }
    }
    #expect(compared > 100_000)
    #expect(different == [])
  }

  @Test(arguments: [
    ("Président irakien", 9, "Présiden…"), ("Président", 9, "Président"), ("東京都", 5, "東京…"), ("東京都", 4, "東…"),
    ("abc", 0, ""), ("abc", 1, "…"), ("a bcd", 3, "a…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func whatDoesNotFitEndsInAnEllipsis(_ text: String, _ columns: Int, _ expected: String) {
    let fitted = TextWidth.fit(DisplayText(text), to: columns)
    #expect(fitted.string == expected)
    #expect(TextWidth.width(of: fitted) <= max(0, columns))
  }

  @Test func paddingFillsEitherSide() {
    #expect(TextWidth.pad("12", to: 4).string == "12  ")
    #expect(TextWidth.pad("12", to: 4, atRight: true).string == "  12")
    #expect(TextWidth.pad("東京", to: 3).string == "東…")
  }
}
