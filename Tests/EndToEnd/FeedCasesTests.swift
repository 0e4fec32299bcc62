// Feeds of our own with the values that a mature parser finds in them (Scripts/build-feed-cases.py): the ground that any reader must hold.
import Foundation
import Testing

@Suite struct FeedCasesTests {
  @Test func everyValueOfOurFeedsIsFound() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path + "-bench")
    process.arguments = ["conformance", Program.root.appending(path: "Tests/FeedCases").path]
    let home = try TemporaryFolder()
    let file = home.url.appending(path: "output")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    let output = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(output)")
    #expect(output.contains("broken: core") && output.contains("encoding: core"), "the groups were read")
  }
}
