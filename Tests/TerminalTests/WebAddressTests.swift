import Testing

@testable import Terminal

struct WebAddressTests {
  @Test(arguments: [
    ("https://www.aa.com.tr/fr/monde", "https://www.aa.com.tr/fr/monde", "https://www.aa.com.tr/fr/monde"),
    ("HTTP://Example.ORG", "http://example.org/", "http://example.org"),
    (" https://h.example:8080/a?b=c#d\n", "https://h.example:8080/a?b=c#d", "https://h.example:8080/a?b=c#d"),
    ("https://bank.example@evil.example/", "https://evil.example/", "https://evil.example/"),
    ("https://good.example\\@evil.example/x", "https://good.example/@evil.example/x", "https://good.example/@evil.example/x"),
    ("http://h.example/\u{202E}gnp.exe", "http://h.example/%E2%80%AEgnp.exe", "http://h.example/%E2%80%AEgnp.exe"),
    ("https://société.fr/été", "https://xn--socit-esab.fr/%C3%A9t%C3%A9", "https://société.fr/%C3%A9t%C3%A9"),
    ("https://\u{430}\u{440}\u{440}\u{4CF}\u{435}.com/", "https://xn--80ak6aa92e.com/", "https://xn--80ak6aa92e.com/"),
    ("https://例え.jp", "https://xn--r8jz45g.jp/", "https://xn--r8jz45g.jp"),
    ("https://bücher.de", "https://xn--bcher-kva.de/", "https://bücher.de"),
    ("https://[2001:DB8::1]:80/", "https://[2001:db8::1]:80/", "https://[2001:db8::1]:80/"),
    ("https://h.example/'$(x)`\" ", "https://h.example/%27$(x)%60%22", "https://h.example/%27$(x)%60%22"),
  ])
  func anAddressIsOpenedAndShownAsWhatItIs(_ raw: String, _ opened: String, _ shown: String) {
    #expect(WebAddress(raw)?.string == opened)
    #expect(WebAddress(raw)?.shown.string == shown)
  }

  @Test(arguments: [
    "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "--help", "-x", "", "http:", "http://",
    "https:///x", "https://a b/", "https://h:99999999/", "https://h:x/", "ssh://-oProxyCommand=x", "http://h\u{1B}.example/", "https://[::1",
    "https://@/", "https://.../",
  ])
  func whatIsNoWebAddressIsNone(_ raw: String) {
    #expect(WebAddress(raw) == nil)
    #expect(!DisplayText.address(raw).string.contains("\u{1B}"))
  }

  @Test func aVeryLongAddressIsCutForDisplayAndAHugeOneRefused() throws {
    let long = try #require(WebAddress("https://h.example/" + String(repeating: "a", count: 2000)))
    #expect(TextWidth.width(of: long.shown) == 400)
    #expect(WebAddress("https://h.example/" + String(repeating: "a", count: 90_000)) == nil)
  }

  /// Examples of RFC 3492, section 7.1 (A, C, I).
  @Test(arguments: [
    ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"), ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
    ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
  ])
  func punycodeIsAsInTheStandard(_ label: String, _ encoded: String) {
    #expect(Punycode.encode(label.unicodeScalars.map(\.value)) == encoded)
  }
}
