/// What a screen reports to the loop.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// The terminal has another size, or has come back from the background and has to be drawn anew.
  case resize(Size)
  /// Text that was pasted as one piece. It comes from outside and is not filtered.
  case paste(String)
  /// Something lies in the mailbox.
  case wake
  /// The terminal is gone: leave at once, there is nobody to tell.
  case hangup
  /// A signal that asks the program to end, such as SIGTERM or SIGINT.
  case signal(Int32)
}
