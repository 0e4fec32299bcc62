public import Terminal

/// The reader without a terminal: plays keys, waits until nothing is under way, shows what it would draw.
///
///     var session = ReaderSession(services: services, size: Size(columns: 120, rows: 36), clock: clock, language: .fr)
///     await session.start()
///     await session.play(try KeyNotation.parse("c I r a k Enter"))
///     print(FrameText.plain(session.frame))
///
/// Effects are run one after the other, each to its end, so a session is deterministic. Waits (marking as read after a delay) never ring.
public struct ReaderSession: Sendable {
  public private(set) var state: ReaderState
  /// The questions that were asked, in order: for tests.
  public private(set) var asked: [Question] = []
  private let services: ReaderServices

  public init(services: ReaderServices, state: ReaderState) {
    self.services = services
    self.state = state
  }

  public init(
    services: ReaderServices, size: Size, theme: Theme = .builtin, clock: Clock, language: Language, query: String = "",
    settings: ReaderSettings = ReaderSettings(), themes: [Theme] = [.builtin], usesASCII: Bool = false
  ) {
    self.init(
      services: services,
      state: ReaderState(
        size: size, clock: clock, language: language, query: query, settings: settings, themes: themes, theme: theme,
        usesASCII: usesASCII))
  }

  /// What is shown now.
  public var frame: Frame { render(state) }

  /// Asks for the first page and waits until it is there.
  public mutating func start() async { await send(.start) }

  /// Plays keys, waiting after each until nothing is under way.
  public mutating func play(_ keys: [Key]) async {
    for key in keys where !state.isOver { await send(.key(key)) }
  }

  /// Sends an event and runs all that follows from it to the end.
  public mutating func send(_ event: ReaderEvent) async {
    var queue = update(&state, event)
    var next = 0
    while next < queue.count {
      let effect = queue[next]
      next += 1
      guard case .ask(let ticket, let question) = effect, state.running.contains(ticket) else { continue }
      asked.append(question)
      queue += update(&state, .answer(ticket, await services.answer(question)))
    }
  }
}
