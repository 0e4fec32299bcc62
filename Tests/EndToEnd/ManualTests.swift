// The manual page: that it names all there is, and that man reads it without complaint.
import DispatchModel
import Foundation
import Reader
import Testing

@Suite struct ManualTests {
  private static let printed = Result {
    let outcome = try Program.run(["manual"], home: TemporaryFolder())
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private func page() throws -> String { try Self.printed.get() }

  @Test func theManualDescribesEveryCommandThatTheHelpLists() throws {
    let help = try Program.run(["--help"], home: TemporaryFolder()).output
    let list = try #require(help.range(of: "SUBCOMMANDS:\n")).upperBound
    let names = help[list...].split(separator: "\n").prefix { !$0.contains("telex help") }.compactMap { line -> Substring? in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first : nil
    }
    try #require(names.count >= 15)
    let page = try page()
    for name in names { #expect(page.contains(".SS \"telex \(name)"), "\(name)") }
  }

  @Test(arguments: CommandTable.all.map(\.id)) func theManualNamesEveryKey(_ id: String) throws {
    let command = try #require(CommandTable.command(id))
    let lines = Set(try page().split(separator: "\n"))
    let term = command.keys.isEmpty ? ":\(command.id)" : command.keys.joined(separator: ", ")
    let roff = term.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("~", with: "\\(ti").replacing("^", with: "\\(ha")
    #expect(lines.contains("\\fB\(roff)\\fR"))
  }

  @Test(arguments: Query.Filter.allCases.map(\.rawValue) + ["is", "since", "until", "on", "title"])
  func theManualNamesEveryFieldOfTheQueryLanguage(_ field: String) throws {
    let queries = try #require(try page().range(of: ".SH \"QUERIES\"")).lowerBound
    #expect(try page()[queries...].contains("\(field):"))
  }

  /// A line that begins with a control character and is none of the macros used would vanish from the page.
  @Test func theManualHoldsNoStrayRequest() throws {
    let macros = Set(["TH", "SH", "SS", "PP", "TP", "RS", "RE", "nf", "fi", "nh", "ad"])
    for line in try page().split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains(String(line.dropFirst().prefix { $0.isLetter })), "\(line)")
    }
  }
}
