// A small news server on loopback as a child process: feeds.py beside the tests.
import Foundation
import Glibc
import Testing

final class FeedServer {
  private let process = Process()
  private let input = Pipe()
  let base: String

  init(_ name: String = "feeds.py", arguments: [String] = [], environment: [String: String] = [:]) throws {
    let script = Program.root.appending(path: "Tests/EndToEnd/\(name)")
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script.path] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
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

  /// What the server answers to a plain GET.
  func read(_ path: String) throws -> String {
    let home = try TemporaryFolder()
    let file = home.url.appending(path: "answer")
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    curl.arguments = ["python3", "-c", "import sys,urllib.request as u;o=u.build_opener(u.ProxyHandler({}));open(sys.argv[2],'wb').write(o.open(sys.argv[1]).read())", base + path, file.path]
    try curl.run()
    curl.waitUntilExit()
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
