/// Runs a program of the user's for a feed: its words as they are, no shell, output up to a limit, within a time.
///
/// The child gets nothing of ours but the environment: input from a file that no longer has a name, output through a pipe, errors
/// nowhere. A child that outlives its time is killed with its group.
internal import Foundation
internal import Glibc

public enum ProgramRun {
  /// What the program wrote, where it ended with status 0.
  public static func output(
    of words: [String], input: [UInt8] = [], limit: Int = FeedLimits().body, milliseconds: Int = FeedLimits().total
  ) -> Result<[UInt8], FeedError> {
    guard let name = words.first, let path = find(name) else { return .failure(.noProgram(words.first ?? "")) }
    guard let source = inputFile(input) else { return .failure(.other("pipe")) }
    defer { close(source) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .failure(.other("pipe")) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child = spawn(path, words, input: source, output: ends[1])
    close(ends[1])
    guard let child else { return .failure(.noProgram(name)) }
    let gathered = gather(ends[0], limit: limit, milliseconds: milliseconds)
    if case .failure = gathered { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    switch gathered {
    case .failure(let error): return .failure(error)
    case .success(let bytes): return status == 0 ? .success(bytes) : .failure(.program(status: Int((status >> 8) & 0xFF)))
    }
  }

  private static func gather(_ descriptor: Int32, limit: Int, milliseconds: Int) -> Result<[UInt8], FeedError> {
    let began = ContinuousClock.now
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = milliseconds - Int((ContinuousClock.now - began) / .milliseconds(1))
      guard left > 0 else { return .failure(.timedOut) }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, Int32(clamping: left))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return .failure(.timedOut) }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .success(bytes) }
      guard bytes.count + count <= limit else { return .failure(.tooLarge(limit: limit)) }
      bytes += buffer[..<count]
    }
  }

  /// A file without a name that holds the input, at its start.
  private static func inputFile(_ input: [UInt8]) -> Int32? {
    // mkstemp fills in the six letters.
    let template = FileManager.default.temporaryDirectory.path + "/telex-" + String(repeating: "X", count: 6)
    var name = Array(template.utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var rest = input[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else {
        close(descriptor)
        return nil
      }
      rest = rest.dropFirst(count)
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  private static func spawn(_ path: String, _ words: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts ends with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawn(&child, path, &actions, &attributes, arguments, environ) == 0 ? child : nil
  }

  /// The program's path; `~/` is the user's home.
  private static func find(_ name: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if name.hasPrefix("~/") { return executable((environment["HOME"] ?? "") + name.dropFirst()) }
    if name.contains("/") { return executable(name) }
    return (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").lazy.compactMap { executable("\($0)/\(name)") }.first
  }

  private static func executable(_ path: String) -> String? { access(path, X_OK) == 0 ? path : nil }
}
