import Foundation
import Glibc

/// A program run to its end, with what it took.
enum Child {
  struct Outcome {
    var status: Int32
    var seconds: Double
    /// The peak of its resident memory in MB (`VmHWM` of proc(5), looked at every half millisecond: `ru_maxrss` would hold this program's own).
    var memory: Double
  }

  /// The `telex` that was built beside this program.
  static let telex = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "telex").path

  /// Runs it with its output thrown away; nil where it cannot be started.
  static func run(_ arguments: [String]) -> Outcome? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var argv: [UnsafeMutablePointer<CChar>?] = ([telex] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    let start = ContinuousClock.now
    var pid: pid_t = 0
    guard posix_spawn(&pid, telex, &actions, nil, &argv, environ) == 0 else { return nil }
    var status: Int32 = 0
    var memory = 0.0
    while true {
      let ended = waitpid(pid, &status, WNOHANG)
      if ended == pid { break }
      guard ended == 0 else { return nil }
      memory = max(memory, peak(of: pid))
      usleep(500)
    }
    return Outcome(status: status, seconds: Measure.seconds(since: start), memory: memory)
  }

  private static func peak(of pid: pid_t) -> Double {
    guard let status = FileManager.default.contents(atPath: "/proc/\(pid)/status") else { return 0 }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Double($0) } }.map { $0 / 1024 } ?? 0
  }
}
