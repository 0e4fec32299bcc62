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
    /// Which dispatches it falls on: `above`, `below`, `all`, `picked`, or a query. Without it: those at hand.
    case scope
    /// A tag, or several with commas between, and then which dispatches.
    case tagAndScope
    /// A program of the settings, and then which dispatches.
    case programAndScope
  }

  public enum Choice: Hashable, Sendable { case theme, language, order, savedSearch }

  /// What a number typed before its key does.
  public enum Counting: Hashable, Sendable {
    case none
    /// It is done so many times.
    case times
    /// It goes to the dispatch of that number.
    case place
    /// It falls on so many dispatches, from the selected one down.
    case dispatches
  }

  public let id: String
  public let title: Phrase
  public let help: Phrase
  /// In the notation of `KeyNotation`; several keys in a row are separated by spaces.
  public let keys: [String]
  public let scope: Scope
  public let argument: Argument
  public let counting: Counting
  /// Whether `.` does it again: what changes something, so that one can move in between.
  public let isRepeatable: Bool
  /// Why it does nothing now; nil where it works.
  let disabledReason: @Sendable (ReaderState) -> Phrase?
  let run: @Sendable (inout ReaderState, String?) -> Void

  /// - Parameter isOfPanes: it works on the panes, so not while a page lies over them.
  init(
    _ id: String, _ title: Phrase, _ help: Phrase, keys: [String] = [], scope: Scope = .everywhere, argument: Argument = .none,
    counting: Counting = .none, isRepeatable: Bool = false, isOfPanes: Bool = false, unless disabledReason: @escaping @Sendable (ReaderState) -> Phrase? = { _ in nil },
    run: @escaping @Sendable (inout ReaderState, String?) -> Void
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.keys = keys
    self.scope = scope
    self.argument = argument
    self.counting = counting
    self.isRepeatable = isRepeatable
    self.disabledReason = { state in
      // What it does would not be seen under a page.
      if isOfPanes, state.layers.contains(where: \.isSheet) { return Words.closePageFirst }
      return disabledReason(state)
    }
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

extension Command {
  /// Whether it does nothing without an argument, so that the palette asks for one.
  var needsArgument: Bool {
    switch argument {
    case .none, .scope: false
    case .text, .choice, .tagAndScope, .programAndScope: keys.isEmpty
    }
  }

  /// A command's id and what follows it: `read all` is `read.all`, `tag urgent above` is `tag` with `urgent above`.
  static func invocation(_ typed: String) -> (command: Command, argument: String)? {
    let words = typed.split(separator: " ").map(String.init)
    for count in [2, 1] where words.count >= count {
      let id = words.prefix(count).joined(separator: ".").lowercased()
      if let command = CommandTable.command(id) { return (command, words.dropFirst(count).joined(separator: " ")) }
    }
    return nil
  }
}

extension ReaderState {
  /// Runs a command as often, or on as many dispatches, as a number before its key says; or says why it does not work.
  mutating func run(_ command: Command, _ argument: String? = nil) {
    let count = self.count.map { min($0, 1_000) }
    self.count = nil
    if let reason = command.disabledReason(self) { return complain(reason(language)) }
    if command.isRepeatable { lastRepeatable = Invocation(command: command.id, argument: argument) }
    switch (command.counting, count) {
    case (.times, let count?): for _ in 0..<count { command.run(&self, argument) }
    case (.place, let count?): goTo(number: String(count))
    case (.dispatches, let count?):
      pickDown(count)
      command.run(&self, argument)
    case (_, nil), (.none, _): command.run(&self, argument)
    }
    advanceTour(after: command)
  }

  /// Runs what is written as in the palette: an id, and what follows it.
  mutating func run(_ typed: String, _ argument: String? = nil) {
    guard let (command, rest) = Command.invocation(typed) else { return }
    run(command, argument ?? (rest.isEmpty ? nil : rest))
  }
}
