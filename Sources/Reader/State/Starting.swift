internal import Terminal

/// How effects are started and their answers recognised.
extension ReaderState {
  /// Asks a question under a kind; of an exclusive kind the one before counts as dropped.
  mutating func ask(_ question: Question, as kind: EffectKind) {
    outbox.append(.ask(ticket(kind), question))
  }

  /// Asks to be called back.
  mutating func wait(milliseconds: Int, as kind: EffectKind) {
    generation += 1
    timers[kind] = generation
    outbox.append(.wait(Ticket(kind: kind, generation: generation), milliseconds: milliseconds))
  }

  /// Forgets what runs under a kind.
  mutating func cancel(_ kind: EffectKind) {
    running = running.filter { $0.kind != kind }
    timers[kind] = nil
    outbox.append(.cancel(kind))
  }

  /// Whether an answer is still wanted; it is then no longer waited for.
  mutating func accepts(_ ticket: Ticket) -> Bool { running.remove(ticket) != nil }

  private mutating func ticket(_ kind: EffectKind) -> Ticket {
    generation += 1
    let ticket = Ticket(kind: kind, generation: generation)
    if kind.isExclusive { running = running.filter { $0.kind != kind } }
    running.insert(ticket)
    return ticket
  }

  mutating func say(_ text: DisplayText) { message = Message(text: text) }
  mutating func complain(_ text: DisplayText) { message = Message(text: text, isError: true) }
}
