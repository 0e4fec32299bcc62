// What the fault tests share: how many rounds, a child that can be killed, and what a sound store is.
import DispatchModel
import DispatchStore
import Foundation
import Glibc
import Testing

enum Faults {
  /// So many rounds in `make test`; `make soak` sets TELEX_SOAK to a multiple of them.
  static func rounds(_ usual: Int) -> Int {
    usual * max(1, ProcessInfo.processInfo.environment["TELEX_SOAK"].flatMap { Int($0) } ?? 1)
  }

  /// Nothing is wrong with the store by its own check; gives how many dispatches it holds.
  static func soundCount(_ path: String, _ what: String) throws -> Int {
    let store = try DispatchStore.open(path: path)
    let problems = try store.check()
    #expect(problems.isEmpty, "\(what): \(problems)")
    return try store.count(of: .everything)
  }

  /// So many small dispatches as JSON Lines.
  static func archive(_ count: Int, at url: URL) throws {
    let lines = (0..<count).map { "{\"id\": \"a\($0)\", \"published\": \"2026-01-01T00:00:00Z\", \"text\": \"Titre \($0)\\nUn texte court.\"}\n" }
    try Data(lines.joined().utf8).write(to: url)
  }
}

/// A child of the tests whose output goes to a file.
final class Victim {
  private let process = Process()
  private let output: URL

  init(_ program: String, _ arguments: [String], home: TemporaryFolder) throws {
    output = home.url.appending(path: "victim-\(UUID().uuidString)")
    try Data().write(to: output)
    process.executableURL = URL(fileURLWithPath: Program.path).deletingLastPathComponent().appending(path: program)
    process.arguments = arguments
    process.environment = home.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  /// Ends it at once, and gives what it had said by then, whole lines only.
  func kill() throws -> [String] {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Whether it has written those words by now.
  func hasSaid(_ words: String) -> Bool {
    FileManager.default.contents(atPath: output.path).map { String(decoding: $0, as: UTF8.self).contains(words) } ?? false
  }

  func interrupt() { Glibc.kill(process.processIdentifier, SIGINT) }

  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}
