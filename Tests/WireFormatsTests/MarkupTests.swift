import Testing
import WireFormats

@Test(arguments: [
  ("<p>Un</p><p>Deux</p>", ["Un", "Deux"]), ("a<br>b<br/>c", ["a", "b", "c"]),
  ("<ul><li>un<li>deux</ul>", ["• un", "• deux"]), ("<ol start=3><li>un<li>deux</ol>", ["3. un", "4. deux"]),
  ("<ul><li>un<ul><li>sous</ul></ul>", ["• un", "  • sous"]),
  ("<table><tr><th>Ville<th>Voix<tr><td>Bagdad<td>12</table>", ["Ville | Voix", "Bagdad | 12"]),
  ("<blockquote><p>dit</blockquote>après", ["> dit", "après"]), ("<pre>a\n b</pre>", ["a", " b"]),
  ("<pre>\n  Ville\tVoix\n    Bagdad   12 \n</pre>et  après", ["  Ville Voix", "    Bagdad   12", "et après"]), ("<pre>  <b>a</b>  b</pre>", ["  a  b"]),
  ("<p>v<script>alert(1)</script><style>p{}</style>u</p>", ["vu"]), ("a<p hidden>b</p>c", ["a", "c"]),
  ("a <span style='display: none'>b</span>c", ["a c"]), ("&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9;", ["<b> &amp; ééé"]),
  ("&#0;&#xD800;&#99999999;x", ["\u{FFFD}\u{FFFD}\u{FFFD}x"]), ("a < b & c > d", ["a < b & c > d"]), ("</ul></ul>x", ["x"]),
  ("x<!-- never closed", ["x"]), ("<a href='", []), ("font <span style='font-size:0.9em'>petit</span>", ["font petit"]),
  // In a feed's text a page's title is text.
  ("<html><head><title>T &lt;b></title></head><body>x</body></html>", ["T <b>", "x"]), ("<title>T</title> x", ["T x"]),
  // Ends of line that are not ASCII's; found by the fuzzer.
  ("a\u{85}b&#8232;c\u{2029}d é…", ["a b c d é…"]), ("<pre>a\u{2028}b</pre>", ["a", "b"]),
] as [(String, [String])])
func htmlBecomesLines(_ html: String, _ lines: [String]) {
  #expect(HTMLText(html, base: nil).lines == lines)
}

@Test func linksAreResolvedHarmlessAndOnce() {
  let html = """
    <a href="/a">1</a><a href="b?x=1&amp;y=2">2</a><a href="javascript:alert(1)">3</a><a href="/a">4</a><a href="file:///etc/passwd">5</a>
    <a href="mailto:a@b.example">6</a><a href="#haut">7</a><a href=" java\nscript:x">8</a>
    """
  #expect(
    HTMLText(html, base: "http://h.example/d/e").links == [
      "http://h.example/a", "http://h.example/d/b?x=1&y=2", "mailto:a@b.example",
    ])
}

@Test func deepHTMLIsReadInLinearTime() {
  for tag in ["div", "ul><li", "blockquote", "table><tr><td", "b", "!--", "![CDATA[", "p \"", "a href='"] {
    let text = HTMLText(String(repeating: "<\(tag)>", count: 30_000) + "fin", base: nil)
    #expect(text.lines.joined().count < 400_000)
  }
}

@Test(arguments: [
  ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
  ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("", "http://a/b/c/d;p?q"),
  ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("./../g", "http://a/b/g"),
  ("g;x=1/../y", "http://a/b/c/y"), ("http://x/y", "http://x/y"), (".", "http://a/b/c/"),
])
func addressesResolveAsRFC3986Shows(_ reference: String, _ expected: String) {
  #expect(Address.resolve(reference, base: "http://a/b/c/d;p?q") == expected)
}

@Test(arguments: [
  "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "exec:rm", "http://h/\u{1B}[2J", "http://h/a b", "http://h/\u{202E}x", "http://", "//h/x",
  "x", "", "ftp://h/x",
])
func aHarmfulAddressIsNone(_ address: String) { #expect(Address.harmless(address) == nil) }

@Test func jsonNeverTrapsAndKeepsWhatWasWhole() {
  #expect(JSONReader.read(#"{"a": "\ud83d\ude00 \ud83d \u0041"}"#).value?["a"]?.string == "😀 \u{FFFD} A")
  #expect(JSONReader.read("{\"n\": 1e400}").value?["n"]?.int == nil)
  #expect(JSONReader.read("{\"n\": 1e3}").value?["n"]?.int == 1_000)
  #expect(JSONReader.read(#"{"a":1,"a":2}"#).value?["a"]?.int == 2)
  let cut = JSONReader.read(#"{"items": [{"id": "1"}, {"id": "2", "t": "x"#)
  #expect(cut.complaint != nil)
  #expect(cut.value?["items"]?.array?.count == 1)
  let deep = JSONReader.read(String(repeating: "[", count: 100_000))
  #expect(deep.complaint?.hasPrefix("nested") == true)
  for text in ["", "nul", "{\"a\"", "[1,", "\"\\u12", "{]", "[}", "-"] { _ = JSONReader.read(text) }
}
