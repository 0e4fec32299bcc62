// Two hundred feeds at once, half of them slow, broken, huge, hanging, redirecting or wrong: none stops another, and the program stays
// small.
import Foundation
import Testing

@Suite struct ManyFeedsTests {
  private static let good = ["good0", "good1", "good2", "packed", "away"]
  private static let bad = ["huge", "bomb", "cut", "loop"]

  /// Runs telex under a parent that reports the most memory its child held, in bytes, on the last line of standard error.
  private func measured(_ arguments: [String], home: TemporaryFolder) throws -> (output: String, memory: Int) {
    let script = """
      import resource, subprocess, sys
      subprocess.run(sys.argv[2:])
      open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024))
      """
    let process = Process()
    let output = home.url.appending(path: "output")
    let memory = home.url.appending(path: "memory")
    try Data().write(to: output)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, memory.path, Program.path] + arguments
    process.environment = home.environment
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let bytes = try #require(Int(String(contentsOf: memory, encoding: .utf8)))
    return (try String(contentsOf: output, encoding: .utf8), bytes)
  }

  @Test func noneOfTwoHundredFeedsStopsAnother() throws {
    let server = try FeedServer("manyfeeds.py")
    let port = try #require(server.base.split(separator: ":").last)
    let home = try TemporaryFolder()
    // One hanging feed on every other host, so that waiting for them takes one time-out and not ten.
    let addresses = (1...20).flatMap { host -> [String] in
      let paths = Self.good + Self.bad + [host % 2 == 0 ? "hang" : "error"]
      return paths.map { "http://127.0.0.\(host):\(port)/\($0)" }
    }
    #expect(addresses.count == 200)
    let list = home.url.appending(path: "urls")
    try Data(addresses.joined(separator: "\n").utf8).write(to: list)
    #expect(try Program.run(["feeds", "import", "--allow-private", list.path], home: home).output.hasPrefix("200 added"))

    let first = try measured(["fetch", "--timeout", "5"], home: home)
    #expect(first.output == "500 new, 0 updated (feeds: 100 changed, 0 unchanged, 100 failed, 0 waiting)\n")
    #expect(first.memory < 100_000_000, "\(first.memory) bytes")
    let bodies = try server.read("/bodies")

    let store = try StoreBytes(home)
    let stored = try store.now()
    let second = try Program.run(["fetch"] + addresses.filter { address in Self.good.contains { address.hasSuffix($0) } }, home: home)
    #expect(second.output == "0 new, 0 updated (feeds: 0 changed, 100 unchanged, 0 failed, 0 waiting)\n")
    #expect(try server.read("/bodies") == bodies, "an unchanged feed costs no body")
    #expect(try store.now() == stored, "an unchanged feed writes no row")
  }
}
