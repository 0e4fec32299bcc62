// Disks that are full, stores that are damaged, cut, read-only: a sentence, never a crash, and never less than what was there.
import DispatchStore
import Foundation
import Testing

@Suite(.serialized) struct DamageTests {
  /// Twelve limits on the size of files, from one that no store fits into to one that stops an import on its way. Ignored SIGXFSZ makes
  /// a write beyond the limit fail as a full disk does.
  @Test func aFullDiskEndsAnImportWithASentenceAndASoundStore() throws {
    for round in 0..<Faults.rounds(12) {
      let home = try TemporaryFolder()
      let archive = home.url.appending(path: "archive.jsonl")
      try Faults.archive(1_500, at: archive)
      let blocks = round == 0 ? 8 : 100 + Int.random(in: 0..<2_500)
      let shell = Process()
      let errors = home.url.appending(path: "errors")
      try Data().write(to: errors)
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      // A block of `ulimit -f` is 512 bytes (POSIX).
      shell.arguments = ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" import \"$1\"", Program.path, archive.path]
      shell.environment = home.environment
      shell.standardOutput = FileHandle.nullDevice
      shell.standardError = try FileHandle(forWritingTo: errors)
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationReason == .exit, "\(blocks) blocks: ended by a signal")
      let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
      if shell.terminationStatus != 0 { #expect(said.split(separator: "\n").count == 1, "\(blocks) blocks: \(said)") }
      let again = try Program.run(["import", archive.path], home: home)
      #expect(again.status == 0, "\(blocks) blocks: \(again.errors)")
      #expect(try Faults.soundCount(home.store, "\(blocks) blocks") == 1_500)
    }
  }

  @Test func aDamagedStoreNeverCrashesTheProgramAndGivesWhatItCan() throws {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(60, at: archive)
    #expect(try Program.run(["import", archive.path], home: home).status == 0)
    try DispatchStore.open(path: home.store).optimize()
    let sound = try Data(contentsOf: URL(fileURLWithPath: home.store))
    var random = SystemRandomNumberGenerator()
    for round in 0..<Faults.rounds(12) {
      var bytes = sound
      switch round % 3 {
      case 0: for _ in 0..<20 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
      case 1: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
      default:
        let page = Int.random(in: 1..<bytes.count / 16_384, using: &random) * 16_384
        bytes.replaceSubrange(page..<page + 16_384, with: Data(repeating: 0xA5, count: 16_384))
      }
      let path = home.url.appending(path: "damaged-\(round).sqlite").path
      try bytes.write(to: URL(fileURLWithPath: path))
      for command in [["list"], ["doctor"], ["doctor", "--repair"]] {
        let outcome = try Program.run(command + ["--store", path], home: home)
        #expect(!outcome.isCrash, "\(command) crashed on damage \(round)")
        if outcome.status != 0 { #expect(!(outcome.errors + outcome.output).isEmpty, "\(command) said nothing of damage \(round)") }
      }
      let repaired = path + ".repaired"
      if FileManager.default.fileExists(atPath: repaired) { _ = try Faults.soundCount(repaired, "repaired \(round)") }
    }
  }
}
