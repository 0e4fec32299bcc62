public import ArgumentParser
import DispatchStore
import Extraction
import Foundation
import Glibc
import Intake
import Reader
import Terminal
public import WireFormats

/// `telex import PATH… | -`: reads files, folders and standard input into the store.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read dispatches into the store.",
    discussion: """
      Folders are read with all that lies below; hidden files, and folders that hold a file .telexignore, are passed over. What cannot
      be taken is reported with its reason and stops nothing else. Importing the same thing twice changes nothing.
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "What comes in: \(WireFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: WireFormat = .auto

  @Flag(help: "Stay, and import each file that appears in the folders: an agency's drop folder. Ends with Ctrl-C.")
  var watch = false

  @Option(help: ArgumentHelp("With --watch: move each file there once it is imported; without it files are left where they are.", valueName: "folder"))
  var moveTo: String?

  @Argument(help: "Files and folders; - is standard input.")
  var paths: [String]

  func run() throws {
    guard moveTo == nil || watch else { throw Failure.misuse("--move-to goes with --watch.") }
    let store = try options.open()
    let extractor: Extractor
    do { extractor = try Extractor() } catch { throw Failure.failed(DisplayText(error.description)) }
    guard watch else {
      Interruption.watch()
      let report = try take(paths, Intake(store: store, extractor: extractor, now: Now.moment))
      // Nothing taken at all is a failure; some refused among others is a success that was reported.
      if report.total == 0, !report.refused.isEmpty { throw ExitCode(1) }
      return
    }
    // Watched first, so that nothing that comes while the folders are read is missed.
    guard let folders = FolderWatch(folders: paths) else { throw Failure.failed("--watch wants folders that can be read.") }
    let present = try paths.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    }
    var next = present
    repeat {
      for file in next {
        // One whose file has gone meanwhile was moved by somebody else.
        guard FileManager.default.fileExists(atPath: file) else { continue }
        let report = try take([file], Intake(store: store, extractor: extractor, now: Now.moment))
        if report.refused.isEmpty { move(file) }
      }
      next = folders.wait()
    } while !next.isEmpty
  }

  /// Imports, and says what came of it.
  private func take(_ paths: [String], _ intake: Intake) throws -> IntakeReport {
    let bar = isatty(STDERR_FILENO) == 1 ? ImportProgress(bytes: Intake.size(of: paths)) : nil
    defer { bar?.clear() }
    var last = IntakeReport()
    let report: IntakeReport
    do {
      report = try intake.importFiles(at: paths, format: format) { progress in
        last = progress
        bar?.show(progress)
        if Interruption.isAsked { throw CancellationError() }
      }
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    } catch is CancellationError {
      bar?.clear()
      Output.note("interrupted; \(last.new) new, \(last.updated) updated, \(last.unchanged) unchanged. The same command goes on from here.")
      throw ExitCode(128 + SIGINT)
    }
    bar?.clear()
    for refused in report.refused {
      let reason = Interface.language == .fr ? refused.french : refused.english
      Output.note("\(DisplayText(refused.source)): \(DisplayText(reason))")
    }
    if !report.subscriptions.isEmpty {
      Output.note("Lists of feeds are not followed by importing them (\(report.subscriptions.count) feeds): `telex feeds import FILE` does.")
    }
    Output.line("\(report.new) new, \(report.updated) updated, \(report.unchanged) unchanged, \(report.refused.count) refused")
    return report
  }

  /// Puts an imported file aside; one of its name there gets company, never loss.
  private func move(_ file: String) {
    guard let moveTo else { return }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    var target = "\(moveTo)/\(name)"
    var count = 1
    while FileManager.default.fileExists(atPath: target) {
      count += 1
      target = "\(moveTo)/\(count)-\(name)"
    }
    do { try FileManager.default.moveItem(atPath: file, toPath: target) } catch {
      Output.note("\(DisplayText(file)) stays: it could not be moved to \(DisplayText(moveTo)).")
    }
  }
}

extension WireFormat: ExpressibleByArgument {}
