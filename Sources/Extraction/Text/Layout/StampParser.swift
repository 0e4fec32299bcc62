internal import DispatchModel
internal import Lexicon

/// What web pages and readers' apps put between headline and text: `Peter Kum | 14.03.2022 - Mise à jour : 15.03.2022`, `Publié le 20 mars
/// 2018 à 14h05`. Words that such lines hold besides names and dates come from the table `stampwords`.
struct StampParser {
  private let dates: PlainDate
  private let bylines: BylineParser
  private let words: TableID?

  init(lexicon: LexiconFile) {
    dates = PlainDate(lexicon: lexicon)
    bylines = BylineParser(lexicon: lexicon)
    words = lexicon.table("stampwords")
  }

  /// When the line says the text was published, and who wrote it; nil where it says anything else too.
  func read(_ draft: Draft, _ line: Range<Int>) -> (credit: Credit, date: PlainDate.Found)? {
    guard let words, line.count >= 3, line.count <= 40, !draft.endsSentence(line.upperBound - 1) else { return nil }
    var date: PlainDate.Found?
    var nameEnd: Int?
    var hasWord = false
    var at = line.lowerBound
    while at < line.upperBound {
      if let found = dates.read(draft, at: at), found.year != nil, found.tokens.upperBound <= line.upperBound {
        date = date ?? found
        at = found.tokens.upperBound
      } else if let match = draft.matches.longest(in: words, at: at), match.tokens.upperBound <= line.upperBound {
        hasWord = true
        at = match.tokens.upperBound
      } else if draft.kind(at) != .word {
        if nameEnd == nil, date == nil, at > line.lowerBound, draft.word(at) == Sign.bar { nameEnd = at }
        at += 1
      } else if date == nil, nameEnd == nil, !hasWord {
        at += 1
      } else {
        return nil
      }
    }
    guard let date else { return nil }
    // What stands before the date is a name and its mark, or nothing.
    let opening = line.lowerBound..<(nameEnd ?? line.lowerBound)
    let credit = opening.isEmpty ? Credit() : bylines.credit(draft, opening)
    let free = (line.lowerBound..<date.tokens.lowerBound).contains { token in
      draft.kind(token) == .word && !opening.contains(token) && draft.matches.longest(in: words, at: token) == nil
    }
    guard !free, opening.isEmpty || opening.count <= 12 && !(credit.persons + credit.agencies).isEmpty else { return nil }
    return hasWord || nameEnd != nil || line.count == date.tokens.count ? (credit, date) : nil
  }
}
