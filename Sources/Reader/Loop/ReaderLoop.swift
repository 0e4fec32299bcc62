public import Terminal

/// The reader on a screen: waits for input and answers, updates, draws once for each time it wakes.
///
/// The caller makes the mailbox and gives its descriptor to the screen, so that an answer wakes the wait for keys:
///
///     let mailbox = Mailbox<ReaderEvent>()
///     var screen = try NcursesScreen(wakeup: mailbox.descriptor)
///     ReaderLoop(services: services, mailbox: mailbox).run(state, on: &screen) { Clock(now: …, zone: …) }
public struct ReaderLoop: Sendable {
  /// How the reader was left.
  public enum Ending: Hashable, Sendable {
    case quit
    /// The terminal is gone.
    case hangup
    case signal(Int32)
  }

  private let mailbox: Mailbox<ReaderEvent>
  private let runner: EffectRunner

  public init(services: ReaderServices, mailbox: Mailbox<ReaderEvent>) {
    self.mailbox = mailbox
    runner = EffectRunner(services: services, mailbox: mailbox)
  }

  /// Runs until the reader is left. Blocks the thread that it is called on, which alone talks to the screen.
  public func run(_ initial: ReaderState, on screen: inout some Screen & ~Copyable, clock: () -> Clock) -> Ending {
    var state = initial
    defer {
      runner.finish()
      runner.cancelAll()
    }
    handle(.resize(screen.size), &state)
    handle(.start, &state)
    while !state.isOver {
      screen.show(render(state))
      // While something runs the spinner turns ten times a second; else the clock moves on once a minute.
      let input = screen.next(timeout: state.isBusy ? .milliseconds(100) : .seconds(60))
      switch input {
      case .key(let key): handle(.key(key), &state)
      case .mouse(let mouse): handle(.mouse(mouse), &state)
      case .resize(let size): handle(.resize(size), &state)
      case .paste(let text): handle(.paste(text), &state)
      case .wake: break
      case .hangup: return .hangup
      case .signal(let number): return .signal(number)
      case .none: handle(.tick(clock()), &state)
      }
      for event in mailbox.drain() { handle(event, &state) }
    }
    return .quit
  }

  private func handle(_ event: ReaderEvent, _ state: inout ReaderState) {
    for effect in update(&state, event) { runner.start(effect) }
  }
}
