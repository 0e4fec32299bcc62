import DispatchStore
import Foundation
import Reader
import TOMLKit
import Terminal

/// What `config.toml` says of dispatches that need not be kept.
///
///     [expiry]
///     days = 365           # older ones may go
///     count = 100000       # beyond the newest so many, too
///     unread = false       # unread ones stay
///     after_fetch = false  # by itself after each fetch, at most one day's at a time; else by `telex expire`
struct ExpirySettings {
  var rules = ExpiryRules()
  var isAutomatic = false

  /// The settings file's table; what is wrong with it is said, and then nothing expires.
  static func load(_ complain: (DisplayText) -> Void = Output.note) -> ExpirySettings {
    guard let data = FileManager.default.contents(atPath: Locations.configFile) else { return ExpirySettings() }
    do {
      guard let table = try TOMLTable(string: String(decoding: data, as: UTF8.self))["expiry"]?.table else { return ExpirySettings() }
      return read(table, complain)
    } catch {
      // The settings' own reader has said where the file goes wrong.
      return ExpirySettings()
    }
  }

  private static func read(_ table: TOMLTable, _ complain: (DisplayText) -> Void) -> ExpirySettings {
    var settings = ExpirySettings()
    for key in table.keys.sorted() {
      let number = table[key]?.int.flatMap { $0 > 0 ? $0 : nil }
      switch key {
      case "days" where number != nil: settings.rules.days = number
      case "count" where number != nil: settings.rules.count = number
      case "unread" where table[key]?.bool != nil: settings.rules.includesUnread = table[key]?.bool == true
      case "after_fetch" where table[key]?.bool != nil: settings.isAutomatic = table[key]?.bool == true
      default:
        complain("\(DisplayText(Locations.configFile)): [expiry] takes days and count (numbers above 0), unread and after_fetch (true or false), not \(DisplayText(key)); nothing expires.")
        return ExpirySettings()
      }
    }
    return settings
  }

  /// Applies the rules after a fetch where the settings want it. Says nothing: the reader may have the terminal.
  static func applyAfterFetch(_ store: DispatchStore) throws(StoreError) {
    let settings = load { _ in }
    if settings.isAutomatic, !store.isReadOnly { try store.expire(settings.rules, now: Now.moment, atMostOneDay: true) }
  }
}
