import Foundation
import Terminal
import Testing

@testable import Reader

/// The folder Themes/ of the package.
let shippedThemes = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../../Themes").standardizedFileURL.path

struct ShippedThemesTests {
  static let library = ThemeFile.load(directory: shippedThemes)

  @Test func thereAreTenThemesAndTheirFilesAreWithoutAMistake() {
    #expect(Self.library.themes.count > 10)
    #expect(Self.library.problems.map(\.sentence.string) == [])
  }

  @Test(arguments: library.themes.map(\.id)) func aShippedThemePassesTheCheck(_ id: String) throws {
    let theme = try #require(Self.library[id])
    #expect(ThemeCheck.findings(theme).map(\.sentence.string) == [])
  }

  @Test func namesAreDifferentAndBothKindsOfPaperAreThere() {
    let themes = Self.library.themes
    #expect(Set(themes.map(\.name)).count == themes.count)
    #expect(Set(themes.map(\.kind)) == Set(Theme.Kind.allCases))
  }
}
