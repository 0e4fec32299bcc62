// A store that another user may read and not write: it is read, with its log or without, and marks are refused with a sentence.
import DispatchModel
import DispatchStore
import Foundation
import Glibc
import Testing

@Suite struct ReadOnlyTests {
  /// What lies beside the store after its last writer: nothing, or the log of one that was killed, with its index or without.
  enum Remains: CaseIterable { case nothing, log, logWithoutIndex }

  /// Runs telex as nobody, who may write nothing here.
  private func asNobody(_ arguments: [String], home: TemporaryFolder) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    let (output, errors) = (home.url.appending(path: "nobody-output"), home.url.appending(path: "nobody-errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
    process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + arguments
    process.environment = home.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8), try String(contentsOf: errors, encoding: .utf8))
  }

  @Test(.enabled(if: getuid() == 0, "another user is needed"), arguments: Remains.allCases)
  func aStoreThatCannotBeWrittenIsRead(remains: Remains) throws {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(5, at: archive)
    #expect(try Program.run(["import", archive.path], home: home).status == 0)
    if remains != .nothing {
      let writer = try Victim("telex-bench", ["worker", home.store], home: home)
      for _ in 0..<500 where !writer.hasSaid("saved") { usleep(10_000) }
      _ = try writer.kill()
      #expect(FileManager.default.fileExists(atPath: home.store + "-wal"))
      if remains == .logWithoutIndex { try FileManager.default.removeItem(atPath: home.store + "-shm") }
    }
    for name in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: home.store + name) { chmod(home.store + name, 0o644) }
    chmod(home.url.path, 0o755)
    let files = try FileManager.default.contentsOfDirectory(atPath: home.url.path).filter { $0.hasPrefix("store") }

    let list = try asNobody(["list", "titre", "--format", "jsonl"], home: home)
    #expect(list.status == 0, "\(list.errors)")
    let lines = list.output.split(separator: "\n")
    #expect(remains == .nothing ? lines.count == 5 : lines.count > 5, "\(lines.count) dispatches")
    let more = home.url.appending(path: "more.jsonl")
    try Data("{\"id\": \"neuf\", \"text\": \"Neuf\"}\n".utf8).write(to: more)
    let refused = try asNobody(["import", more.path], home: home)
    #expect(refused.status == 1 && refused.errors.contains("cannot be written"), "\(refused.errors)")
    let screen = try asNobody(["snapshot", "--size", "100x24", "--lang", "en", "--keys", "s"], home: home)
    #expect(screen.status == 0 && screen.output.contains("Titre"), "\(screen.errors)")
    // What the key asked for is refused, and taken back on the screen.
    let before = try asNobody(["snapshot", "--size", "100x24", "--lang", "en"], home: home)
    #expect(screen.output.contains("cannot be") && screen.output.count { $0 == "★" } == before.output.count { $0 == "★" }, "\(screen.output)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.url.path).filter { $0.hasPrefix("store") }.sorted() == files.sorted())
  }
}
