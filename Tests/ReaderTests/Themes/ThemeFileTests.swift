import Foundation
import Terminal
import Testing

@testable import Reader

struct ThemeFileTests {
  /// Reads one theme, with others beside it in a folder that is thrown away.
  private func load(_ text: String, id: String = "mine", others: [String: String] = [:]) throws -> ThemeFile.Library {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in others { try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).toml")) }
    return ThemeFile.load(id: id, text: text, directories: [folder.path])
  }

  @Test func stylesAreReadAsWordsAndAsTables() throws {
    let library = try load(
      """
      name = "Mine"
      [palette]
      warm = "#ffb000"
      [styles]
      "text" = "#eeeeee on #101010"
      "accent" = "warm bold"
      "list.selected" = { bg = 24, underline = true, bold = false }
      [styles.entity]
      person = "bright-red italic"
      """)
    let theme = try #require(library["mine"])
    #expect(library.problems == [])
    #expect(theme[.text] == Style(foreground: .rgb(238, 238, 238), background: .rgb(16, 16, 16)))
    #expect(theme[.accent] == Style(foreground: .rgb(255, 176, 0), attributes: .bold))
    #expect(theme[.listSelected] == Style(background: .indexed(24), attributes: .underline))
    #expect(theme[.entityPerson] == Style(foreground: .ansi(9), attributes: .italic))
  }

  @Test func aMissingRoleFallsBackToTheLeftOfItsLastDotThenToTheInkOfTheText() throws {
    let library = try load(
      """
      name = "Mine"
      [styles]
      "text" = "#eeeeee on #101010"
      "map" = "blue"
      "map.shade" = "cyan"
      "map.shade.2" = "red"
      """)
    let theme = try #require(library["mine"])
    #expect(theme[.mapShade2].foreground == .ansi(1))
    #expect(theme[.mapShade3].foreground == .ansi(6))
    #expect(theme[.mapCoast].foreground == .ansi(4))
    #expect(theme[.listItem] == Style(foreground: .rgb(238, 238, 238)))
  }

  @Test func aThemeTakesItsParentsStylesWithItsOwnPalette() throws {
    let parent = """
      name = "Parent"
      kind = "light"
      [palette]
      warm = "#aa5500"
      [styles]
      "accent" = "warm"
      "spark" = "warm bold"
      """
    let child = """
      name = "Child"
      inherits = "parent"
      [palette]
      warm = "#00aa55"
      [styles]
      "spark" = "white"
      """
    let theme = try #require(try load(child, id: "child", others: ["parent": parent])["child"])
    #expect(theme.kind == .light)
    #expect(theme[.accent].foreground == .rgb(0, 170, 85))
    #expect(theme[.spark] == Style(foreground: .ansi(7)))
  }

  @Test(arguments: [
    ("name = \"A\"\n[styles]\n\"accent\" = \"nope\"", "mine.toml:3: styles.accent: “nope” is no colour"),
    ("name = \"A\"\n[palette]\nx = \"#12\"", "mine.toml:3: palette.x: “#12” is no colour"),
    ("name = \"A\"\n[palette]\nx = 300", "mine.toml:3: palette.x: “300” is no colour"),
    ("name = \"A\"\n[palette]\nx = 1.5", "mine.toml:3: palette.x: “” is no colour"),
    ("name = \"A\"\n[palette]\na = \"b\"\nb = \"a\"", "mine.toml:3: palette.a: “b” is no colour"),
    ("name = \"A\"\n\n[styles]\n\"list.itme\" = \"red\"", "mine.toml:4: styles.list.itme: This role is not known"),
    ("name = \"A\"\n[styles]\naccent = \"red blue\"", "mine.toml:3: styles.accent: Write a style as"),
    ("name = \"A\"\n[styles]\naccent = [1]", "mine.toml:3: styles.accent: Write a style as"),
    ("name = \"A\"\nkind = \"grey\"", "mine.toml:2: kind: “grey” is no kind"),
    ("name = \"A\"\ninherits = \"../../etc/passwd\"", "mine.toml:2: inherits: There is no theme"),
    ("name = \"A\"\ninherits = \"absent\"", "mine.toml:2: inherits: There is no theme “absent”"),
    ("name = \"A\"\ninherits = \"mine\"", "mine.toml:2: inherits: The theme inherits from itself"),
    ("name = \"A\\u001b]0;x\\u0007\"", "mine.toml:1: name: A theme needs a name"),
    ("kind = \"dark\"", "mine.toml: name: A theme needs a name"),
    ("name = \"A\"\nglyphs = 1", "mine.toml:2: glyphs: This key is not known"),
    ("name = \"A\"\nkind = ", "mine.toml:2: This is not TOML"),
  ])
  func aMistakeIsToldWithFileLineAndKey(_ text: String, _ beginning: String) throws {
    let problems = try load(text).problems
    #expect(problems.contains { $0.sentence.string.hasPrefix(beginning) }, "\(problems.map(\.sentence.string))")
    #expect(problems.allSatisfy { !$0.phrase.isEmpty })
  }

  @Test func aMistakeLeavesTheRestOfTheTheme() throws {
    let library = try load("name = \"A\"\n[styles]\nspark = \"nope bold\"\naccent = \"red\"")
    let theme = try #require(library["mine"])
    #expect(theme[.accent].foreground == .ansi(1))
    #expect(theme[.spark].attributes == .bold)
  }

  @Test func aLaterFolderReplacesAThemeAndAMissingFolderIsNoMistake() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("name = \"My amber\"\ninherits = \"dark\"".utf8).write(to: folder.appendingPathComponent("amber.toml"))
    let library = ThemeFile.load(directories: ["/nowhere/at/all", shippedThemes, folder.path])
    #expect(library["amber"]?.name == "My amber")
    #expect(library["builtin"] == Theme.builtin)
    #expect(library.problems == [])
  }

  @Test func hostileThemeFilesAreRefusedWithoutATrap() throws {
    let folder = URL(fileURLWithPath: shippedThemes).appendingPathComponent("../../shared/hostile/toml").standardizedFileURL
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      print("skipped: \(folder.path) is not here")
      return
    }
    for name in names.sorted() where name.hasSuffix(".toml") {
      let text = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
      let library = ThemeFile.load(id: "mine", text: text, directories: [shippedThemes])
      #expect(!library.problems.isEmpty || library["mine"] != nil, "\(name)")
      for problem in library.problems { #expect(!problem.sentence.string.contains("\u{1B}")) }
    }
  }
}
