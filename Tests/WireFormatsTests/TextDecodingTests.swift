import Testing
import WireFormats

private let dépêche = "Le président a dit « non »"

@Test(arguments: [
  ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array(dépêche.utf8), "utf-8"), ("UTF-8", Array(dépêche.utf8), "utf-8"),
  ("UTF-16LE with a mark", [0xFF, 0xFE] + dépêche.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "utf-16le"),
  ("UTF-16BE with a mark", [0xFE, 0xFF] + dépêche.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, "utf-16be"),
  ("UTF-32LE with a mark", [0xFF, 0xFE, 0, 0] + dépêche.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }, "utf-32le"),
  ("Windows-1252", dépêche.unicodeScalars.map { UInt8($0.value) }, "windows-1252"),
] as [(String, [UInt8], String)])
func theSameTextComesOutOfEachEncoding(_ name: String, _ bytes: [UInt8], _ charset: String) {
  let decoded = TextDecoding.decode(bytes)
  #expect(decoded.text == dépêche)
  #expect(decoded.charset == charset)
}

@Test func theHeaderWinsOverTheDeclarationAndTheBytesOverBoth() {
  let euro: [UInt8] = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xA4] + Array("</a>".utf8)
  #expect(TextDecoding.decode(euro, contentType: "text/xml; charset=iso-8859-15").text.contains("€"))
  #expect(TextDecoding.decode(euro).text.contains("¤"))
  let lie = Array("<?xml version='1.0' encoding='utf-16'?><a>é</a>".utf8)
  #expect(TextDecoding.decode(lie).text.contains("é"))
  #expect(TextDecoding.decode(Array("+ADw-script+AD4-".utf8), contentType: "text/plain; charset=utf-7").text == "+ADw-script+AD4-")
}

@Test func latin1IsReadAsWindows1252() {
  let bytes: [UInt8] = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0x93, 0x85, 0x94]
  #expect(TextDecoding.decode(bytes).text.hasSuffix("“…”"))
}

@Test func undeclaredCyrillicAndJapaneseAreGuessed() {
  let koi8: [UInt8] = [0xF0, 0xD2, 0xC5, 0xDA, 0xC9, 0xC4, 0xC5, 0xCE, 0xD4, 0x20, 0xF2, 0xCF, 0xD3, 0xD3, 0xC9, 0xC9]
  #expect(TextDecoding.decode(koi8).text == "Президент России")
  let euc: [UInt8] = [0xA4, 0xB3, 0xA4, 0xF3, 0xA4, 0xCB, 0xA4, 0xC1, 0xA4, 0xCF]
  #expect(TextDecoding.decode(euc).text == "こんにちは")
}

@Test func aStrayByteIsOneReplacementAndEatsNothing() {
  let bytes = Array("é à ç ù".utf8) + [0xC3] + Array("<b>".utf8)
  #expect(TextDecoding.decode(bytes).text == "é à ç ù\u{FFFD}<b>")
}
