import DispatchModel
import Foundation
import Glibc
import Reader
import Terminal

/// How the program speaks and looks: language, settings, themes, clock.
enum Interface {
  /// French where the locale is French, else English.
  static var language: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return Language(locale: locale)
  }

  /// The settings file's contents; what is wrong with it is said and passed over.
  static func settings(_ language: Language) -> ReaderSettings { settingsAndProblems(language).settings }

  /// The language that the settings choose, else the other one.
  static func language(ofSettings other: Language) -> Language {
    guard let data = FileManager.default.contents(atPath: Locations.configFile) else { return other }
    return SettingsFile.read(String(decoding: data, as: UTF8.self), language: other).settings.language ?? other
  }

  /// The same, and what is wrong, for where the terminal's other screen soon covers what was said.
  static func settingsAndProblems(_ language: Language) -> (settings: ReaderSettings, problems: [String]) {
    guard let data = FileManager.default.contents(atPath: Locations.configFile) else { return (ReaderSettings(), []) }
    let outcome = SettingsFile.read(String(decoding: data, as: UTF8.self), language: language)
    for problem in outcome.problems { Output.note("\(DisplayText(Locations.configFile)): \(problem)") }
    return (outcome.settings, outcome.problems.map(\.string))
  }

  /// Every theme that is installed, and the one of that name; wrong usage where there is none.
  /// - Parameter setting: the theme of the settings, for where none is asked for; an unknown one is said and passed over.
  static func themes(wanted: String?, setting: String? = nil) throws -> (all: [Theme], chosen: Theme) {
    let library = ThemeFile.load(directories: Locations.themes.reversed())
    return (library.themes, try choose(library, wanted, setting))
  }

  /// The one of that name alone: what the reader needs to begin.
  static func theme(wanted: String?, setting: String?) throws -> Theme {
    try choose(ThemeFile.load([wanted ?? setting ?? standard, standard], directories: Locations.themes.reversed()), wanted, setting)
  }

  private static let standard = "dark"

  private static func choose(_ library: ThemeFile.Library, _ wanted: String?, _ setting: String?) throws -> Theme {
    for problem in library.problems where !problem.isWarning { Output.note(problem.sentence) }
    guard let wanted else {
      if let setting, library[setting] == nil {
        let unknown: Phrase = Phrase("theme : pas de thème", "theme: there is no theme")
        Output.note("\(DisplayText(Locations.configFile)): \(unknown(language)) \(DisplayText(setting)) (telex themes).")
      }
      return setting.flatMap { library[$0] } ?? library[standard] ?? .builtin
    }
    guard let theme = library[wanted] else {
      throw Failure.misuse("There is no theme \(DisplayText(wanted)); `telex themes` lists them.")
    }
    return theme
  }

  /// Now, in the machine's zone.
  static var clock: Clock { clock(at: time(nil)) }

  static func clock(at seconds: time_t) -> Clock {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Clock(now: .init(seconds: Int64(seconds)), zone: parts.tm_gmtoff)
  }
}
