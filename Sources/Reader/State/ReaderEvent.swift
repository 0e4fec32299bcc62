public import Terminal

/// What happens to the reader.
public enum ReaderEvent: Hashable, Sendable {
  /// The first event of all: asks for the first page.
  case start
  case key(Key)
  case mouse(Mouse)
  /// Text put in as one piece; typed into the line that is open, else ignored.
  case paste(String)
  case resize(Size)
  /// An effect's answer.
  case answer(Ticket, Answer)
  /// A wait is over.
  case timer(Ticket)
  /// Time has passed: the spinner turns, `now` moves on.
  case tick(Clock)
}
