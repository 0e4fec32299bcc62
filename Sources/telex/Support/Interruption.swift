import Glibc
import Synchronization

/// Ctrl-C while a long command works: the first asks it to stop where it can go on another time, the second ends it at once.
enum Interruption {
  private static let asked = Atomic(false)

  /// Whether it was asked to stop.
  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// From now on the first SIGINT or SIGTERM is a question.
  static func watch() {
    // A parent that blocked them hands its mask on.
    var open = sigset_t()
    sigemptyset(&open)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&open, number)
      signal(number) { number in
        Interruption.asked.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    sigprocmask(SIG_UNBLOCK, &open, nil)
  }
}
