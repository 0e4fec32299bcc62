internal import Terminal

/// Something that the reader can do. The one description of it feeds keys, help, palette, manual and tests.
public struct Command: Sendable {
  /// Where its keys work.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// Wherever no line is typed into.
    case everywhere
    case list, body, facts
    /// In a dossier or a story.
    case sheet
  }

  /// What may follow its name in the palette.
  public enum Argument: Hashable, Sendable {
    case none
    /// Free text; what it is called.
    case text(Phrase)
    /// One of these, by id.
    case choice(Choice)
  }

  public enum Choice: Hashable, Sendable { case theme, language, order, savedSearch, program }

  public let id: String
  public let title: Phrase
  public let help: Phrase
  /// In the notation of `KeyNotation`; several keys in a row are separated by spaces.
  public let keys: [String]
  public let scope: Scope
  public let argument: Argument
  /// Whether `.` does it again.
  public let isRepeatable: Bool
  /// Why it does nothing now; nil where it works.
  let disabledReason: @Sendable (ReaderState) -> Phrase?
  let run: @Sendable (inout ReaderState, String?) -> Void

  init(
    _ id: String, _ title: Phrase, _ help: Phrase, keys: [String] = [], scope: Scope = .everywhere, argument: Argument = .none,
    isRepeatable: Bool = false, unless disabledReason: @escaping @Sendable (ReaderState) -> Phrase? = { _ in nil },
    run: @escaping @Sendable (inout ReaderState, String?) -> Void
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.keys = keys
    self.scope = scope
    self.argument = argument
    self.isRepeatable = isRepeatable
    self.disabledReason = disabledReason
    self.run = run
  }
}

/// All commands, in the order of the help.
public enum CommandTable {
  public static let all: [Command] = sections.flatMap(\.commands)

  /// The same under titles.
  public static let sections: [(title: Phrase, commands: [Command])] = [
    (Phrase("Se déplacer", "Moving"), moving), (Phrase("Volets", "Panes"), panes), (Phrase("Lire", "Reading"), reading),
    (Phrase("Trouver", "Finding"), finding), (Phrase("Marquer", "Marking"), marking), (Phrase("Autour", "Around"), world),
  ]

  /// The command of that name.
  public static func command(_ id: String) -> Command? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}

extension ReaderState {
  /// Runs a command, or says why it does not work.
  mutating func run(_ command: Command, _ argument: String? = nil) {
    if let reason = command.disabledReason(self) { return complain(reason(language)) }
    if command.isRepeatable { lastRepeatable = Invocation(command: command.id, argument: argument) }
    command.run(&self, argument)
  }

  mutating func run(_ id: String, _ argument: String? = nil) {
    if let command = CommandTable.command(id) { run(command, argument) }
  }
}
