/// A program of the settings that dispatches can be given to, and how they are written on its standard input.
public struct ReaderProgram: Hashable, Sendable, ExpressibleByArrayLiteral {
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// Texts as they are, several with a form feed on a line of its own between them.
    case text
    /// As `telex export` writes them.
    case jsonl, csv, markdown, ninjs
  }

  /// The program and its arguments; no shell reads them.
  public var arguments: [String]
  public var format: Format

  public init(_ arguments: [String], format: Format = .text) {
    self.arguments = arguments
    self.format = format
  }

  public init(arrayLiteral arguments: String...) { self.init(arguments) }
}
