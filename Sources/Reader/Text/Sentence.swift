internal import DispatchModel
internal import Terminal

/// Facts as sentences, for the clipboard.
enum Sentence {
  /// `Fouad Massoum, président · Irak. (AA, mardi 20 mars 2018 : « Président irakien : … »)`
  static func of(_ card: FactCard, _ document: DispatchDocument, _ clock: Clock, _ language: Language) -> String {
    var text = card.title.string
    if !card.detail.isEmpty { text += (card.isStatement ? (language == .fr ? " : " : ": ") : ", ") + card.detail.string }
    if let last = text.last, !".!?".contains(last) { text += "." }
    let date = document.reading.published ?? document.line.published.date(offset: clock.zone)
    var source: [String] = []
    if let agency = document.reading.agency ?? document.line.agency { source.append(DisplayText(agency).string) }
    source.append(Dates.full(date, language).string)
    let headline = DisplayText(document.reading.headline.isEmpty ? document.line.headline : document.reading.headline).string
    let quoted = language == .fr ? "« \(headline) »" : "“\(headline)”"
    text += " (" + source.joined(separator: ", ") + (language == .fr ? " : " : ": ") + quoted + ")"
    if let link = document.dispatch.link { text += " " + DisplayText(link).string }
    return text
  }
}
