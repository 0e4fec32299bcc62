// An agency's drop folder: what lies there and what appears is imported and put aside.
import Foundation
import Glibc
import Testing

@Suite struct WatchTests {
  @Test func filesThatAppearAreImportedAndMoved() throws {
    let home = try TemporaryFolder()
    let drop = home.url.appending(path: "drop")
    let done = home.url.appending(path: "done")
    for folder in [drop, done] { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    try Data("Un pont est fermé\n\nUn texte.\n".utf8).write(to: drop.appending(path: "a.txt"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["import", "--watch", "--move-to", done.path, drop.path]
    process.environment = home.environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try waitFor(done.appending(path: "a.txt"))
    // As careful servers do it: under another name first.
    try Data("Une route est ouverte\n\nUn texte.\n".utf8).write(to: drop.appending(path: "b.part"))
    try FileManager.default.moveItem(at: drop.appending(path: "b.part"), to: drop.appending(path: "b.txt"))
    try waitFor(done.appending(path: "b.txt"))
    let list = try Program.run(["list"], home: home).output
    #expect(list.contains("Un pont est fermé") && list.contains("Une route est ouverte"))
  }

  private func waitFor(_ file: URL) throws {
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: file.path) { usleep(100_000) }
    try #require(FileManager.default.fileExists(atPath: file.path), "\(file.lastPathComponent) was not imported")
  }
}
