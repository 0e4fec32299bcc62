/// Why the reader cannot run where it was started. `sentence` says what to do.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// TERM is not set, or its description is not installed.
  case unknownTerminal(DisplayText)
  /// The terminal cannot move its cursor (TERM=dumb).
  case cannotMoveCursor(DisplayText)

  /// What is wrong and what would help, in English.
  public var sentence: DisplayText {
    switch self {
    case .notATerminal:
      "The reader needs a terminal; use telex list, telex show or telex snapshot in pipes and scripts."
    case .unknownTerminal(let name) where name.isEmpty:
      "TERM is not set; set it to your terminal's name, for example TERM=xterm-256color."
    case .unknownTerminal(let name):
      "No description of the terminal “\(name)” is installed; try TERM=xterm-256color, or use telex list and telex show."
    case .cannotMoveCursor(let name):
      "The terminal “\(name)” cannot place its cursor; use telex list and telex show there."
    }
  }

  /// The same in French.
  public var phrase: DisplayText {
    switch self {
    case .notATerminal:
      "Le lecteur a besoin d’un terminal ; dans un tube ou un script, utilisez telex list, telex show ou telex snapshot."
    case .unknownTerminal(let name) where name.isEmpty:
      "TERM n’est pas défini ; donnez-lui le nom de votre terminal, par exemple TERM=xterm-256color."
    case .unknownTerminal(let name):
      "Aucune description du terminal « \(name) » n’est installée ; essayez TERM=xterm-256color, ou telex list et telex show."
    case .cannotMoveCursor(let name):
      "Le terminal « \(name) » ne sait pas placer son curseur ; utilisez-y telex list et telex show."
    }
  }
}
