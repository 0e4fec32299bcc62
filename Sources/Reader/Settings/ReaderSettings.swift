/// What people can set in `config.toml`.
public struct ReaderSettings: Hashable, Sendable {
  /// The name of a theme; nil for the one that suits the terminal.
  public var theme: String?
  /// nil for the locale's.
  public var language: Language?
  /// Keys of commands by the command's id, in place of its default ones.
  public var keys: [String: [String]] = [:]
  /// Programs that dispatches can be given to, by name.
  public var programs: [String: ReaderProgram] = [:]
  /// Names of saved searches that tell of new dispatches after a fetch.
  public var notify: [String] = []
  /// The program, with its arguments, that is told of them outside the terminal; one more argument is put behind: the search and a number.
  public var notifyProgram: [String] = []
  /// Keys that play other keys: `"F2" = "c i r a k Enter"`.
  public var macros: [String: String] = [:]
  /// Seconds after which a dispatch that is shown counts as read; 0 for never.
  public var readAfterSeconds = 3
  /// The widest line of the body, in cells.
  public var measure = 72
  /// Shares of the list and of the facts in the screen's width, in percent.
  public var listShare = 30
  public var factsShare = 30
  /// The query that the reader opens with.
  public var startQuery = ""
  /// Only ASCII signs, whatever the locale says.
  public var usesASCII = false

  public init() {}
}
