import Terminal
import Testing

@testable import Reader

struct ThemeFittingTests {
  static let library = ThemeFile.load(directory: shippedThemes)

  /// What must be told from the text around it on every terminal of few colours.
  @Test(arguments: library.themes.map(\.id), [ColorDepth.eight, .sixteen])
  func marksStandOutWhereColoursAreFew(id: String, depth: ColorDepth) throws {
    let theme = try #require(Self.library[id]).fitted(to: depth)
    let ground = theme[.text]
    for role in [StyleRole.listSelected, .factSelected, .pickerSelected, .factEvidence, .searchHit, .entityCurrent] {
      let marked = ground.patched(by: theme[role])
      let differs = depth.number(of: marked.background ?? .default) != depth.number(of: ground.background ?? .default)
      #expect(differs || marked.attributes.contains(.reverse), "\(role.rawValue)")
    }
  }

  @Test func manyColoursLeaveAThemeAsItIs() throws {
    let theme = try #require(Self.library["dark"])
    for depth in [ColorDepth.none, .indexed, .direct] { #expect(theme.fitted(to: depth) == theme) }
    #expect(theme.fitted(to: .eight) != theme)
    #expect(theme.fitted(to: .eight)[.factEvidence].attributes == .reverse)
  }
}
