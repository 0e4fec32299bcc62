import ArgumentParser
import DispatchModel
import DispatchStore
import Foundation
import Glibc
import Reader
import Terminal

/// `telex doctor`: checks the store, the settings, the terminal; `--repair` saves what a damaged store still gives.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "doctor", abstract: "Check the store, the settings and the terminal.")

  @OptionGroup var options: StoreOptions

  @Flag(help: "Save what can be read of a damaged store into a new one beside it.")
  var repair = false

  func run() throws {
    let path = options.store ?? Locations.store
    if repair { return try salvage(path) }
    var isSound = true
    do {
      let store = try DispatchStore.open(path: path)
      let problems = try store.check()
      for problem in problems { Output.line("store: \(DisplayText(problem))") }
      isSound = problems.isEmpty
      if problems.isEmpty { Output.line("store: sound, \(try store.count(of: .everything)) dispatches, \(DisplayText(path))") }
      if store.isReadOnly { Output.line("store: open for reading only") }
    } catch {
      Output.line("store: \(DisplayText(String(describing: error)))")
      isSound = false
    }
    isSound = checkSettings() && isSound
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    let locale = setlocale(LC_ALL, "").map { String(cString: $0) } ?? "C"
    Output.line("terminal: \(DisplayText(terminal.isEmpty ? "TERM is not set" : terminal)), \(isatty(STDOUT_FILENO) == 1 ? "a terminal" : "not a terminal"), locale \(DisplayText(locale))")
    if !isSound { throw ExitCode(1) }
  }

  private func checkSettings() -> Bool {
    guard let data = FileManager.default.contents(atPath: Locations.configFile) else {
      Output.line("settings: none, the defaults hold (\(DisplayText(Locations.configFile)))")
      return true
    }
    let problems = SettingsFile.read(String(decoding: data, as: UTF8.self), language: Interface.language).problems
    for problem in problems { Output.line("settings: \(problem)") }
    if problems.isEmpty { Output.line("settings: right, \(DisplayText(Locations.configFile))") }
    return problems.isEmpty
  }

  private func salvage(_ path: String) throws {
    let target = path + ".repaired"
    let report = try StoreAnswer.of { try DispatchStore.salvage(from: path, to: target) }
    Output.line("\(report.saved) dispatches saved, \(report.lost) lost, \(report.feeds) feeds and \(report.searches) searches saved: \(DisplayText(target))")
    Output.line("The damaged store is untouched. To use the new one, move it to \(DisplayText(path)).")
  }
}
