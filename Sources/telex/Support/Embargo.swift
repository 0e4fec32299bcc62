import DispatchModel
import DispatchStore
import Reader

/// Dispatches under embargo, or withheld by their agency: until their hour their headline stands, and a notice in place of the text and of all that was read in it.
enum Embargo {
  /// Whether the dispatch must not be shown yet.
  static func holds(_ dispatch: Dispatch) -> Bool { dispatch.heldUntil.map { $0 > Now.moment } ?? false }

  static func veiled(_ document: StoredDocument, language: Language) -> StoredDocument {
    guard holds(document.dispatch) else { return document }
    var veiled = document
    let notice: String
    if let hour = document.dispatch.embargo {
      let day = hour.iso.prefix(10)
      let time = hour.iso.dropFirst(11).prefix(5)
      notice = language == .fr ? "Sous embargo jusqu'au \(day) à \(time) UTC." : "Under embargo until \(day), \(time) UTC."
    } else {
      notice = language == .fr ? "Retenue par l'agence." : "Withheld by the agency."
    }
    veiled.dispatch.text = document.line.headline + "\n" + notice
    veiled.dispatch.hasHeadlineLine = true
    veiled.dispatch.subheadLines = 0
    veiled.dispatch.links = []
    veiled.dispatch.enclosures = []
    veiled.reading = Reading()
    veiled.reading.headline = document.line.headline
    let headline = document.line.headline.unicodeScalars.count
    veiled.reading.parts = [
      Part(.headline, TextSpan(start: 0, end: headline)),
      Part(.paragraph, TextSpan(start: headline + 1, end: veiled.dispatch.text.unicodeScalars.count)),
    ]
    veiled.versions = []
    return veiled
  }
}
