// Whole HTTP answers that attack (../shared/hostile/http), served as they are: each is reported or read, none stops another, none is
// followed where it must not be, and what is said of them is harmless.
import Foundation
import Testing

private let answers = Program.shared("hostile/http")

@Suite struct HostileAnswersTests {
  /// What must fail, by the word that its error holds.
  private static let failing = [
    "redirect-file": "file", "redirect-metadata": "private", "redirect-loop": "", "redirect-javascript": "javascript",
    "redirect-no-location": "", "redirect-esc-location": "", "content-length-long": "", "chunked-bad": "", "gzip-small-bomb": "larger than",
    "unknown-encoding": "", "http09-no-status": "no HTTP answer",
  ]

  @Test(.enabled(if: answers != nil, "../shared/hostile is not here")) func everyAnswerIsReportedOrRead() throws {
    let folder = try #require(answers)
    let server = try FeedServer("rawserver.py", arguments: [folder.path])
    let home = try TemporaryFolder()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".http") }.map { String($0.dropLast(5)) }.sorted()
    #expect(names.count >= 21)
    let list = home.url.appending(path: "urls")
    try Data(names.map { "\(server.base)/\($0)" }.joined(separator: "\n").utf8).write(to: list)
    #expect(try Program.run(["feeds", "import", "--allow-private", list.path], home: home).status == 0)
    for round in 1...2 {
      let start = ContinuousClock.now
      let outcome = try Program.run(["fetch", "--force", "--timeout", "4"], home: home, environment: ["LANG": "en_US.UTF-8"])
      #expect(!outcome.isCrash && ContinuousClock.now - start < .seconds(30), "round \(round)")
      for text in [outcome.output, outcome.errors] {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }, "\(text)")
      }
      for (name, word) in Self.failing where names.contains(name) {
        let said = outcome.errors.split(separator: "\n").first { $0.contains("/\(name):") }
        #expect(said.map { word.isEmpty || $0.contains(word) } ?? false, "\(name): \(said ?? "nothing said")")
      }
    }
    let listed = try Program.run(["feeds", "list"], home: home)
    #expect(!listed.isCrash && !listed.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
    #expect(listed.output.contains("/redirect-metadata"), "the address that was followed stays")
    #expect(try Program.run(["doctor"], home: home).output.contains("store: sound"))
  }
}
