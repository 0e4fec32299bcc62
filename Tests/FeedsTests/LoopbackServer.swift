// The misbehaving server of server.py, or another script's, as a child process.
import Foundation
import Glibc
import Testing

final class LoopbackServer {
  private let process = Process()
  private let input = Pipe()
  let base: String

  init(_ name: String = "server.py") throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), "the server of the tests needs python3")
    base = "http://127.0.0.1:\(port)"
  }

  deinit {
    // Not by closing its input: another child may have inherited the other end.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
