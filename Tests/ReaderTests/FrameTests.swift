import Foundation
import Testing

@testable import Reader
@testable import Terminal

/// The main views as text, in three sizes and both languages.
private let views: [(name: String, keys: String)] = [
  ("list", ""), ("body", "Enter e e e"), ("facts", "3 j j j j"), ("countries", "c"), ("query", "/ s a n c t i o n s"), ("filtered", "/ s a n c t i o n s Enter n"),
  ("help", "?"), ("commands", ": t h"), ("scopes", ": t a g Space e a u Space"), ("themes", "T"), ("tour", "Ctrl-t j"), ("kinds", "F"), ("zoomed", "2 z"), ("links", "L"),
  ("nothing", "/ x y z Enter"), ("picked", "V V j V"), ("oldest", "O"), ("dossier", "3 D"), ("story", "j j Enter v"), ("saved", "S"), ("feeds", "B"), ("names", "i"), ("map", "m"), ("tags", "t"), ("error", "/ ( s a"), ("irak", "c i r a k Enter"),
]

@Test(arguments: views, [(80, 24), (120, 36), (200, 50)])
func theViewLooksAsKept(view: (name: String, keys: String), size: (Int, Int)) async throws {
  for language in Language.allCases {
    let session = try await ReaderSession.sample(view.keys, columns: size.0, rows: size.1, language: language, theme: theme(), themes: themes.themes)
    try Snapshots.check(session.frame, "\(view.name)-\(size.0)x\(size.1)-\(language.rawValue)", base: theme()[.text])
  }
}

/// A store without any dispatch: what to do first.
@Test(arguments: [(80, 24), (120, 36), (200, 50)])
func anEmptyStoreGreets(size: (Int, Int)) async throws {
  for language in Language.allCases {
    let session = try await ReaderSession.sample("", columns: size.0, rows: size.1, language: language, world: SampleWorld([]), theme: theme())
    try Snapshots.check(session.frame, "empty-\(size.0)x\(size.1)-\(language.rawValue)", base: theme()[.text])
  }
}

/// The theme of pictures; text frames are the same in all.
private func theme() -> Theme {
  let name = ProcessInfo.processInfo.environment["READER_THEME"] ?? "dark"
  return themes[name] ?? .builtin
}

private let themes = ThemeFile.load(directory: Snapshots.themes)
