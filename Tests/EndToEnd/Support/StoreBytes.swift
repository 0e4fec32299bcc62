// A store's bytes on the disk, those of its log included: equal before and after means that nothing was written.
import DispatchStore
import Foundation
import Testing

/// Holds the store open as a reader beside would. A program that is the first to open a store makes its log, and the last to close it
/// takes the log in (sqlite.org/wal.html): both write, and neither is a change.
final class StoreBytes {
  private let path: String
  private let open: DispatchStore

  init(_ home: TemporaryFolder) throws {
    path = home.store
    open = try DispatchStore.open(path: path)
  }

  /// The sums of the bytes now, taken by another program: a file that this one opens and closes loses the locks of its connections
  /// (sqlite.org/howtocorrupt.html, 2.2).
  func now() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sha256sum", path, path + "-wal"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let sums = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return withExtendedLifetime(open) { sums }
  }
}
