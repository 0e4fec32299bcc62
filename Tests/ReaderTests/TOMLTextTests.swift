// Heads of tables that TOML's parser does not survive, found by the fuzzer, are told before it sees them; whole files pass.
import Foundation
import Terminal
import Testing

@testable import Reader

@Test(arguments: [
  ("[é]", 1, 2), ("[\u{FFFD}]", 1, 2), ("a = 1\n[ !]", 2, 3), ("[[é]]", 1, 3), ("[=]", 1, 2), ("[“a”]", 1, 2), ("[#]", 1, 2), ("[\n]", 1, 2),
  ("a = [\n  [1],\n]\n[(b)]", 4, 2), ("a = \"\"\"\n[é]\n\"\"\"\n[é]", 4, 2), ("a = '[' # [\n\t[é]", 2, 3),
])
func aHeadThatEndsTheParserIsTold(_ text: String, _ line: Int, _ column: Int) {
  #expect(throws: TOMLText.WrongHead(line: line, column: column)) { try TOMLText.check(text) }
  let outcome = SettingsFile.read(text, language: .fr)
  #expect(outcome.problems.first?.string.hasPrefix("ligne \(line), colonne \(column)") == true)
  #expect(ThemeFile.load(id: "x", text: text, directories: []).problems.first != nil)
}

@Test(arguments: [
  "[a]\n[[b]]\n[ c . d ]\n[\"é\"]\n['é']\n[]", "a = [\n  [+1],\n  [é],\n]", "a = {\n b = 1 }\n[c]", "a = \"[\\\"\"\n[b]", "a = '''\n[é]\n'''\n[b]",
  "a = [ # [é]\n 'x]', \"y]\" ]\n[b]", "", "[", "[[", "a = \"x",
])
func whatTheParserSurvivesIsLeftToIt(_ text: String) throws { try TOMLText.check(text) }

@Test func everyThemePasses() throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Themes")
  for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".toml") {
    try TOMLText.check(String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }
}
