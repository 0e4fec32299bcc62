internal import DispatchModel
internal import Terminal

/// The only way the reader's state changes: an event in, effects out.
public func update(_ state: inout ReaderState, _ event: ReaderEvent) -> [Effect] {
  switch event {
  case .start:
    state.reload()
    state.ask(.history, as: .history)
    // It was started with the one theme that it wears.
    if state.themes.count == 1, state.themes[0].id != Theme.builtin.id { state.ask(.themes, as: .themes) }
  case .key(let key):
    state.type(key)
  case .mouse(let mouse):
    state.point(mouse)
  case .paste(let text):
    state.paste(text)
  case .resize(let size):
    state.size = size
    state.settle()
    // What one stands on stays in view.
    if let span = state.body.currentMention?.span ?? state.evidence.first { state.showInBody(span) }
  case .answer(let ticket, let answer):
    if state.accepts(ticket) { state.take(answer, ticket.kind) }
  case .timer(let ticket):
    if state.timers[ticket.kind] == ticket.generation { state.ring(ticket.kind) }
  case .tick(let clock):
    state.clock = clock
    if state.isBusy {
      state.spinner += 1
    } else {
      // Once a minute, when all is quiet: another program may have brought dispatches in.
      state.ask(.count(state.query.text), as: .count)
    }
  }
  if !state.isBusy { state.spinner = 0 }
  state.settle()
  state.playOn()
  let effects = state.outbox
  state.outbox = []
  return effects
}
