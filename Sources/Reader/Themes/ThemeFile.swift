internal import Foundation
internal import Terminal

/// Theme files: TOML with `name`, `kind` (dark, light, mono), `inherits`, `[palette]` and `[styles]`.
///
///     name = "Amber"
///     inherits = "dark"
///     [palette]
///     accent = "#ffb000"
///     [styles]
///     "list.selected" = { bg = "raised", bold = true }
///     "entity.person" = "accent bold"
///
/// The file's name without `.toml` is what settings call the theme by. A theme that inherits takes its parent's styles and
/// palette and puts its own in their place, so that changing the palette alone recolours the parent. Colours are `#rrggbb`, `0` to `255`,
/// ANSI names (`red`, `bright-red`), `default`, and names of the palette.
public enum ThemeFile {
  /// What was found in some folders.
  public struct Library: Sendable {
    /// The themes by name, each name once, the built-in one last.
    public var themes: [Theme]
    public var problems: [ThemeProblem]

    public subscript(id: String) -> Theme? { themes.first { $0.id == id } }
  }

  /// Reads the themes of the folders that exist; a theme of a later folder takes the place of one of the same name.
  public static func load(directories: [String]) -> Library {
    let (sources, problems) = sources(in: directories)
    return resolve(sources, problems)
  }

  public static func load(directory: String) -> Library { load(directories: [directory]) }

  /// Reads those themes alone, with the ones that they inherit from, which are in the library too: what a start needs.
  public static func load(_ names: [String], directories: [String]) -> Library {
    var sources: [String: ThemeSource] = [:]
    var problems: [ThemeProblem] = []
    var wanted = names
    while let name = wanted.popLast() {
      guard sources[name] == nil, isName(name),
        let directory = directories.last(where: { FileManager.default.fileExists(atPath: $0 + "/" + name + ".toml") })
      else { continue }
      guard let source = source(name, in: directory) else {
        problems.append(ThemeProblem(file: DisplayText(name + ".toml"), .unreadable))
        continue
      }
      sources[name] = source
      if let parent = source.parent { wanted.append(parent) }
    }
    return resolve(sources, problems)
  }

  /// Reads one theme from text, to check it; those that it inherits from are looked for in the folders.
  public static func load(id: String, text: String, directories: [String]) -> Library {
    var (sources, _) = sources(in: directories)
    let file = DisplayText(id + ".toml")
    sources[id] = ThemeSource(id: id, file: file, text: text)
    let library = resolve(sources, [])
    return Library(themes: library.themes.filter { $0.id == id }, problems: library.problems.filter { $0.file == file })
  }

  private static func sources(in directories: [String]) -> ([String: ThemeSource], [ThemeProblem]) {
    var sources: [String: ThemeSource] = [:]
    var problems: [ThemeProblem] = []
    for directory in directories where FileManager.default.fileExists(atPath: directory) {
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: directory)
      } catch {
        problems.append(ThemeProblem(file: DisplayText(directory), .unreadable))
        continue
      }
      for name in names.sorted() where name.hasSuffix(".toml") && isName(String(name.dropLast(5))) {
        let id = String(name.dropLast(5))
        guard let source = source(id, in: directory) else {
          problems.append(ThemeProblem(file: DisplayText(name), .unreadable))
          continue
        }
        sources[id] = source
      }
    }
    return (sources, problems)
  }

  private static func source(_ id: String, in directory: String) -> ThemeSource? {
    guard let data = FileManager.default.contents(atPath: directory + "/" + id + ".toml"), data.count <= maximalSize else { return nil }
    return ThemeSource(id: id, file: DisplayText(id + ".toml"), text: String(decoding: data, as: UTF8.self))
  }

  /// A theme file is a page of text; what is larger is something else.
  private static let maximalSize = 1 << 20

  /// Whether it can name a theme: letters, digits, `-` and `_`, no path.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static func resolve(_ sources: [String: ThemeSource], _ found: [ThemeProblem]) -> Library {
    var library = Library(themes: [], problems: found)
    for (_, source) in sources.sorted(by: { $0.key < $1.key }) {
      library.problems += source.problems
      let isBroken = source.problems.contains { if case .syntax = $0.kind { true } else { false } }
      guard !isBroken else { continue }
      var resolution = ThemeResolution(source, sources)
      let theme = resolution.theme()
      library.problems += resolution.problems
      library.themes.append(theme)
    }
    library.themes.append(.builtin)
    return library
  }
}
