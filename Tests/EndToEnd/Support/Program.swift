// Runs the built program as a shell would: arguments in, status and output back.
import Foundation
import Testing

/// The built `telex`, and the package's folder it was built from.
enum Program {
  /// Beside the test bundle, where SwiftPM puts it.
  static let path: String = {
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    return folder.appending(path: "telex").path
  }()

  static let root: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What lies beside the project on the founders' machines, or nil elsewhere.
  static func shared(_ name: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared/\(name)")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// The process ended by a signal.
    var isCrash: Bool
  }

  /// Runs the program to its end. `home` holds its settings and store.
  static func run(_ arguments: [String], input: Data? = nil, home: TemporaryFolder, environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = home.environment.merging(environment) { $1 }
    let output = home.url.appending(path: "output-\(UUID().uuidString)")
    let errors = home.url.appending(path: "errors-\(UUID().uuidString)")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    if let input {
      let file = home.url.appending(path: "input-\(UUID().uuidString)")
      try input.write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), isCrash: process.terminationReason == .uncaughtSignal)
  }
}

/// A folder that goes when it is no longer held: a home with its own settings and store.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "telex-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path): \(error)") }
  }

  var store: String { url.appending(path: "store.sqlite").path }

  /// What the program sees: nothing of the machine's own settings, a UTF-8 locale, this folder as home.
  var environment: [String: String] {
    [
      "HOME": url.path, "XDG_CONFIG_HOME": url.appending(path: "config").path, "XDG_DATA_HOME": url.appending(path: "data").path,
      "XDG_STATE_HOME": url.appending(path: "state").path,
      "TELEX_STORE": store, "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }
}
