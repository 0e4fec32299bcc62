public import Terminal

/// Theme files: TOML with `name`, `kind`, `inherits`, `[palette]` and `[styles]`.
public enum ThemeFile {
  /// What was found in some folders.
  public struct Library: Sendable {
    /// The themes by name, each name once: a later folder's goes before an earlier one's.
    public var themes: [Theme]
    /// What is wrong with files, each a sentence with file, line and key.
    public var problems: [DisplayText]

    public subscript(id: String) -> Theme? { themes.first { $0.id == id } }
  }

  /// Reads all themes of the folders that exist.
  public static func load(directories: [String]) -> Library { Library(themes: [.builtin], problems: []) }

  public static func load(directory: String) -> Library { load(directories: [directory]) }
}
