internal import Glibc
internal import Synchronization

/// Where other threads leave messages for the loop, which waits for `descriptor` together with the terminal.
///
/// A pipe carries one byte while there is something in it; the messages lie in an array behind a lock.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  /// Readable while there are messages; -1 where no pipe could be had, and then only timeouts wake the loop.
  public let descriptor: Int32
  private let writer: Int32

  public init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      descriptor = -1
      writer = -1
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    writer = ends[1]
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if writer >= 0 { close(writer) }
  }

  /// Leaves a message. From any thread, never blocks on the loop.
  public func post(_ message: Message) {
    messages.withLock { waiting in
      waiting.append(message)
      guard waiting.count == 1, writer >= 0 else { return }
      var byte: UInt8 = 1
      _ = write(writer, &byte, 1)
    }
  }

  /// Takes all messages, oldest first.
  public func drain() -> [Message] {
    messages.withLock { waiting in
      if descriptor >= 0 {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(descriptor, &bytes, 16) > 0 {}
      }
      let taken = waiting
      waiting = []
      return taken
    }
  }

  public var isEmpty: Bool { messages.withLock(\.isEmpty) }
}
