public import ArgumentParser
import DispatchStore
import Extraction
import Glibc
import Intake
import Reader
import Terminal
public import WireFormats

/// `telex import PATH… | -`: reads files, folders and standard input into the store.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read dispatches into the store.",
    discussion: """
      Folders are read with all that lies below; hidden files, and folders that hold a file .telexignore, are passed over. What cannot
      be taken is reported with its reason and stops nothing else. Importing the same thing twice changes nothing.
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "What comes in: \(WireFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: WireFormat = .auto

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  func run() throws {
    let store = try options.open()
    let report: IntakeReport
    let shows = isatty(STDERR_FILENO) == 1
    do {
      let intake = Intake(store: store, extractor: try Extractor(), now: Now.moment)
      report = try intake.importFiles(at: paths, format: format) { progress in
        if shows { Output.progress("\(progress.total) …") }
      }
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    } catch let error as ExtractorError {
      throw Failure.failed(DisplayText(error.description))
    }
    if shows { Output.progress("") }
    for refused in report.refused {
      let reason = Interface.language == .fr ? refused.french : refused.english
      Output.note("\(DisplayText(refused.source)): \(DisplayText(reason))")
    }
    Output.line("\(report.new) new, \(report.updated) updated, \(report.unchanged) unchanged, \(report.refused.count) refused")
    // Nothing taken at all is a failure; some refused among others is a success that was reported.
    if report.total == 0, !report.refused.isEmpty { throw ExitCode(1) }
  }
}

extension WireFormat: ExpressibleByArgument {}
