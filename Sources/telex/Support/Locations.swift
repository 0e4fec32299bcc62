import Foundation

/// Where Telex keeps and finds things, after the XDG base directory specification 0.8.
enum Locations {
  /// `$TELEX_STORE`, else `$XDG_DATA_HOME/telex/telex.sqlite`.
  static var store: String {
    environment("TELEX_STORE") ?? (environment("XDG_DATA_HOME") ?? "\(home)/.local/share") + "/telex/telex.sqlite"
  }

  /// The settings' folder.
  static var settings: String { (environment("XDG_CONFIG_HOME") ?? "\(home)/.config") + "/telex" }

  static var configFile: String { "\(settings)/config.toml" }

  /// The queries that were asked in the reader, one a line.
  static var history: String { (environment("XDG_STATE_HOME") ?? "\(home)/.local/state") + "/telex/history" }

  /// Folders with themes, the user's own first.
  static var themes: [String] { ["\(settings)/themes"] + dataFolders.flatMap { ["\($0)/themes", "\($0)/Themes"] } }

  /// The sample dispatches, or nil where they were not installed.
  static var samples: String? {
    dataFolders.map { "\($0)/SampleData/dispatches" }.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// `$TELEX_DATA`, `share/telex` beside the program's folder, and during development the package that the program was built in.
  private static var dataFolders: [String] {
    var folders: [String] = []
    if let chosen = environment("TELEX_DATA") { folders.append(chosen) }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    folders.append(program.deletingLastPathComponent().appending(path: "share/telex").path)
    // .build/x86_64-unknown-linux-gnu/release/telex
    var folder = program
    for _ in 0..<4 {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        folders.append(folder.path)
        break
      }
      folder = folder.deletingLastPathComponent()
    }
    return folders
  }

  private static var home: String { environment("HOME") ?? NSHomeDirectory() }

  private static func environment(_ name: String) -> String? {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
    return value
  }
}
