import DispatchModel
import DispatchStore
import Foundation
import Reader
import Terminal

/// Saved searches that tell of what a fetch brought them: in the reader's message, and by a program of the user's where there is one.
enum SearchAlerts {
  /// The searches that the settings name and that some of these dispatches match. The program gets the search's name and a number, both
  /// filtered, as one argument; nothing of a dispatch.
  static func tell(of ids: [Int64], in store: DispatchStore) throws -> [SearchAlert] {
    guard !ids.isEmpty, let data = FileManager.default.contents(atPath: Locations.configFile) else { return [] }
    let settings = SettingsFile.read(String(decoding: data, as: UTF8.self), language: Interface.language).settings
    guard !settings.notify.isEmpty else { return [] }
    var alerts: [SearchAlert] = []
    for search in try store.savedSearches() where settings.notify.contains(search.name) {
      // A search whose query is wrong tells of nothing; the reader says what is wrong when it is taken.
      guard let query = try? Query.parse(search.query, today: Now.moment.date()) else { continue }
      let count = try store.count(of: query, among: ids)
      if count > 0 { alerts.append(SearchAlert(name: search.name, count: count)) }
    }
    if !settings.notifyProgram.isEmpty {
      for alert in alerts {
        let words: DisplayText = "\(DisplayText(alert.name)): \(alert.count)"
        try Outside.tell(settings.notifyProgram + [words.string])
      }
    }
    return alerts
  }
}
