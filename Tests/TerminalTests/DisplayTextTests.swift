import Foundation
import Testing

@testable import Terminal

struct DisplayTextTests {
  @Test(arguments: [
    ("Alpha \u{1B}[2J Omega", "Alpha [2J Omega"), ("a\u{9B}31mb", "a31mb"), ("a\rb", "a b"), ("a\r\nb", "a b"), ("a\u{8}\u{8}b", "ab"),
    ("a\u{202E}b\u{2066}c", "abc"), ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"), ("a\u{E0041}b", "ab"), ("a\u{FFF9}b", "ab"),
    ("a\u{2028}b\u{2029}\u{85}c", "a b c"), ("a\tb", "a b"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"), ("\u{301}a", "\u{25CC}\u{301}a"),
    ("a\u{200D}b", "ab"), ("क्\u{200D}ष", "क्\u{200D}ष"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩‍🚒", "👩‍🚒"), ("❤️", "❤️"),
    ("a\u{FE0F}", "a"), ("« Où ? »", "« Où ? »"), ("\u{0}\u{7}\u{7F}", ""), ("\u{E000}", "\u{E000}"),
  ])
  func aLineKeepsWhatCanBeRead(_ raw: String, _ expected: String) {
    let shown = DisplayText(raw, .line).string
    #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func aNoncharacterIsShownAsAReplacement(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(DisplayText("a" + String(scalar)).string == "a\u{FFFD}")
  }

  @Test func aBodyKeepsLineBreaksAndTabs() {
    #expect(DisplayText("a\r\nb\rc\n\td\u{2029}e", .body).string == "a\nb\nc\n\td\ne")
  }

  /// Everything that must not reach a terminal, by Unicode's own properties.
  static func isForbidden(_ scalar: Unicode.Scalar, in layout: DisplayText.Layout) -> Bool {
    if layout == .body, scalar == "\n" || scalar == "\t" { return false }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    let allowed: Set<UInt32> = [0x200C, 0x200D, 0xFE0E, 0xFE0F]
    if allowed.contains(scalar.value) { return false }
    return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint
      || scalar.properties.isDeprecated && scalar.properties.generalCategory == .format
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || (0xFFF9...0xFFFB).contains(scalar.value) || scalar.properties.isBidiControl
  }

  @Test(arguments: [DisplayText.Layout.line, .body]) func noScalarThatIsForbiddenSurvives(_ layout: DisplayText.Layout) {
    var survivors: [String] = []
    for value in UInt32(0)..<0x110000 {
      guard let scalar = Unicode.Scalar(value), Self.isForbidden(scalar, in: layout) else { continue }
      if TextFilter.filter("a" + String(scalar) + "b", layout).unicodeScalars.contains(scalar) {
        survivors.append("U+" + String(value, radix: 16))
      }
    }
    #expect(survivors == [])
  }

  @Test func noForbiddenScalarSurvivesInRandomTexts() {
    var generator = SplitMix(state: 7)
    let pool: [UInt32] = [
      0x1B, 0x9B, 0x0D, 0x0A, 0x09, 0x20, 0x41, 0xE9, 0x301, 0x302, 0x200D, 0x200C, 0x202E, 0x2066, 0xFE0F, 0x1F468, 0x1F3FD, 0x915,
      0x94D, 0x627, 0xE0041, 0xFFFE, 0x4E00, 0x1F1EB, 0x2028, 0xAD, 0x1161, 0x1112,
    ]
    for _ in 0..<4000 {
      var raw = String.UnicodeScalarView()
      for _ in 0..<generator.below(24) {
        if let scalar = Unicode.Scalar(pool[generator.below(pool.count)]) { raw.append(scalar) }
      }
      for layout in [DisplayText.Layout.line, .body] {
        let kept = TextFilter.filter(String(raw), layout)
        #expect(!kept.unicodeScalars.contains { Self.isForbidden($0, in: layout) })
        #expect(TextFilter.filter(kept, layout) == kept, "filtering again changes nothing")
        for (cluster, width) in CellClusters(kept) {
          #expect(width == 1 || width == 2)
          #expect(cluster.unicodeScalars.count { ScalarClass.isMark($0) } <= TextFilter.marksPerBase)
        }
      }
    }
  }

  @Test func aMillionMarksAreOneShortCluster() {
    let raw = "a" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(DisplayText(raw).string.unicodeScalars.count == 1 + TextFilter.marksPerBase)
    let joined = String(repeating: "👩\u{200D}", count: 10_000)
    #expect(CellClusters(DisplayText(joined).string).allSatisfy { $0.text.unicodeScalars.count <= 12 })
  }

  @Test func onlyNumbersAndDisplayTextsGoIntoOurWords() {
    let name = DisplayText("Évil\u{1B}")
    let text: DisplayText = "\(348) dépêches de \(name)"
    #expect(text.string == "348 dépêches de Évil")
    #expect(["a", "b"].joined(separator: ", ") == ("a, b" as DisplayText))
    #expect(DisplayText.trusted("Faits").string == "Faits")
  }

  @Test func hostileFilesLeaveNothingForbidden() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/hostile").standardizedFileURL
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: \(folder.path) is not here")
      return
    }
    var seen = 0
    for kind in ["esc", "unicode", "plain"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path) {
        let data = try Data(contentsOf: folder.appendingPathComponent(kind).appendingPathComponent(name))
        let raw = String(decoding: data, as: UTF8.self)
        // As it lies there, and with JSON's escapes undone.
        let decoded = (try? JSONSerialization.jsonObject(with: data)).map { "\($0)" }
        for text in [raw, decoded ?? ""] {
          let kept = DisplayText(text, .body).string
          #expect(!kept.unicodeScalars.contains { Self.isForbidden($0, in: .body) }, "\(name)")
          if text.contains("Omega") { #expect(kept.contains("Omega"), "\(name)") }
          seen += 1
        }
      }
    }
    #expect(seen > 100)
  }
}

/// A small generator, the same numbers on every machine (Steele, Lea, Flood 2014; public domain).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
