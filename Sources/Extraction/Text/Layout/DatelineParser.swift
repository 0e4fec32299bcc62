internal import DispatchModel
internal import Lexicon

/// What a dateline says.
struct Dateline {
  /// All of it, the dash included.
  var tokens: Range<Int>
  var places: [Range<Int>] = []
  /// The country or region that stands behind the place, in parentheses or after a comma.
  var country: Range<Int>?
  var date: PlainDate.Found?
  var agencies: [Range<Int>] = []
  /// An agency stands in parentheses or between slashes, which nothing but a dateline does.
  var hasMarkedAgency = false
}

/// Reads datelines of all agencies' styles by one loose grammar: a place, a country in parentheses or after a comma, a date, an
/// agency in parentheses, between slashes or bare, in any order, apart by commas, stops, slashes or dashes, and a dash at the end.
///
///     BAGDAD, 20 mars (AA) -        Bagdad (Irak), 20 mars 2018 (AFP) –     BRUXELLES 14/06 (BELGA) =
///     VILNIUS/BRUXELLES (Reuters) - APA-Bissau (Guinée-Bissau) -            MOSCOU, 20 mars. /TASS/.
struct DatelineParser {
  let dates: PlainDate
  let agencies: AgencyNames
  let places: PlaceNames

  init(lexicon: LexiconFile) {
    dates = PlainDate(lexicon: lexicon)
    agencies = AgencyNames(lexicon: lexicon)
    places = PlaceNames(lexicon: lexicon)
  }

  /// The dateline that begins at the line's first token, or nil. It ends before the line's end unless it fills the line.
  func read(_ draft: Draft, line: Range<Int>) -> Dateline? {
    let limit = min(line.upperBound, line.lowerBound + 40)
    var found = Dateline(tokens: line.lowerBound..<line.lowerBound)
    var at = line.lowerBound
    var isClosed = false
    var closesByDash = false
    var hasParenthesizedAgency = false
    while at < limit {
      if let agency = parenthesizedAgency(draft, at: at, limit: limit) {
        found.agencies += agency.names
        at = agency.end
        hasParenthesizedAgency = true
        found.hasMarkedAgency = true
        isClosed = false
      } else if found.date == nil, let date = dates.read(draft, at: at), date.tokens.upperBound <= limit {
        found.date = date
        at = skipTime(draft, from: date.tokens.upperBound, limit: limit)
        isClosed = false
      } else if !found.places.isEmpty || at == line.lowerBound, found.agencies.isEmpty, let agency = bareAgency(draft, at: at) {
        found.agencies.append(agency)
        at = agency.upperBound
        isClosed = false
      } else if found.country == nil, !found.places.isEmpty, let country = parenthesizedCountry(draft, at: at, limit: limit) {
        found.country = country.tokens
        at = country.end
        isClosed = false
      } else if let place = placeRun(draft, at: at, limit: limit), mayTake(place, found, draft) {
        if found.places.isEmpty || draft.word(at - 1) == Sign.slash {
          found.places.append(place)
        } else {
          found.country = place
        }
        at = place.upperBound
        isClosed = false
      } else {
        break
      }
      let end = separator(draft, from: at, limit: limit)
      at = end.next
      isClosed = end.isTerminal
      closesByDash = end.isDash
      if end.isTerminal, at < limit, !goesOn(draft, at: at, limit: limit, found: found) { break }
    }
    found.tokens = line.lowerBound..<at
    guard at > line.lowerBound else { return nil }
    let fills = at == line.upperBound
    // `New Delhi, Nov 20 (PTI) The ministry`: place, date and agency are enough.
    let isWhole = found.hasMarkedAgency && found.date != nil && !found.places.isEmpty && draft.word(at - 1) == Sign.close && draft.isCapitalized(at)
    guard isClosed || fills || isWhole else { return nil }
    return accept(found, draft, fills: fills, closesByDash: closesByDash, hasParenthesizedAgency: hasParenthesizedAgency)
  }

  /// Whether what was read says enough to be a dateline.
  private func accept(
    _ found: Dateline, _ draft: Draft, fills: Bool, closesByDash: Bool, hasParenthesizedAgency: Bool
  ) -> Dateline? {
    if hasParenthesizedAgency { return found.places.isEmpty && found.date == nil && fills ? nil : found }
    if !found.agencies.isEmpty { return found.places.isEmpty && found.date == nil && !closesByDash ? nil : found }
    if found.date != nil { return closesByDash || fills ? found : nil }
    guard let place = found.places.first, closesByDash, !fills else { return nil }
    let isKnown = places.isKnown(draft, place)
    let allCapitals = place.allSatisfy { draft.kind($0) != .word || draft.flags($0).contains(.allCapitals) }
    let afterDash = draft.word(found.tokens.upperBound - 1)
    let isSpaced = !draft.isGlued(found.tokens.upperBound)
    return isKnown && isSpaced && (allCapitals || afterDash == Sign.emDash || afterDash == Sign.enDash) ? found : nil
  }

  private func mayTake(_ place: Range<Int>, _ found: Dateline, _ draft: Draft) -> Bool {
    if found.places.isEmpty { return true }
    if draft.word(place.lowerBound - 1) == Sign.slash, found.country == nil, found.date == nil { return found.places.count < 4 }
    return found.country == nil && draft.word(place.lowerBound - 1) == Sign.comma
  }

  /// After a terminal mark, the dateline goes on only where a date or an agency follows (`Riyad - 12 mars - (SPA)`), or the place
  /// behind an agency that came first (`APA-Bissau`, `(ANSA) - ROME, 12 mars -`).
  private func goesOn(_ draft: Draft, at: Int, limit: Int, found: Dateline) -> Bool {
    if parenthesizedAgency(draft, at: at, limit: limit) != nil { return found.agencies.isEmpty }
    if found.date == nil, let date = dates.read(draft, at: at) {
      return Sign.dashes.contains(draft.word(date.tokens.upperBound)) || found.agencies.isEmpty
    }
    if found.agencies.isEmpty, let agency = bareAgency(draft, at: at) {
      let next = draft.word(agency.upperBound)
      return next == Sign.slash || Sign.dashes.contains(next) || next == Sign.stop || next == Sign.comma
    }
    guard found.places.isEmpty, let place = placeRun(draft, at: at, limit: limit) else { return false }
    let next = draft.word(place.upperBound)
    return next == Sign.open || next == Sign.comma || Sign.dashes.contains(next)
  }

  /// Marks between the items: what ends a dateline is a dash, an equals sign, a stop before a dash, or a slash or colon behind an
  /// agency.
  private func separator(_ draft: Draft, from start: Int, limit: Int) -> (next: Int, isTerminal: Bool, isDash: Bool) {
    var at = start
    var isTerminal = false
    var isDash = false
    while at < limit {
      let word = draft.word(at)
      if Sign.dashes.contains(word) || word == Sign.equals || word == Sign.bar {
        isTerminal = true
        isDash = true
      } else if word == Sign.stop || word == Sign.colon {
        isTerminal = isTerminal || at > start || draft.word(at - 1) == Sign.close || draft.word(at - 1) == Sign.slash
      } else if word == Sign.slash {
        if parenthesizedAgency(draft, at: at, limit: limit) != nil { break }
      } else if word != Sign.comma {
        break
      }
      at += 1
    }
    if at > start, draft.word(at - 1) == Sign.slash, at - start == 1 { isTerminal = !draft.isGlued(at) }
    return (at, isTerminal, isDash)
  }

  /// `(AFP)`, `(awp/afp)`, `/TASS/`; an unknown name of two to six capitals counts too.
  private func parenthesizedAgency(_ draft: Draft, at start: Int, limit: Int) -> (names: [Range<Int>], end: Int)? {
    let opens = draft.word(start)
    guard opens == Sign.open || opens == Sign.slash else { return nil }
    let closes = opens == Sign.open ? Sign.close : Sign.slash
    var names: [Range<Int>] = []
    var at = start + 1
    while at < min(limit, start + 14) {
      if let name = agencies.name(draft, at: at) {
        names.append(name)
        at = name.upperBound
      } else if draft.kind(at) == .word, draft.flags(at).contains(.allCapitals), names.isEmpty,
        (2...6).contains(draft.tokens[at].end - draft.tokens[at].start), draft.word(at + 1) == closes, start > 0,
        !places.isKnown(draft, at..<at + 1)
      {
        names.append(at..<at + 1)
        at += 1
      } else {
        return nil
      }
      if draft.word(at) == closes { return (names, at + 1) }
      guard [Sign.slash, Sign.comma, Sign.hyphen].contains(draft.word(at)) else { return nil }
      at += 1
    }
    return nil
  }

  private func bareAgency(_ draft: Draft, at start: Int) -> Range<Int>? {
    guard let name = agencies.name(draft, at: start), draft.isCapitalized(start) else { return nil }
    let next = draft.word(name.upperBound)
    return Sign.dashes.contains(next) || [Sign.slash, Sign.comma, Sign.stop, Sign.colon, Sign.open].contains(next) ? name : nil
  }

  private func parenthesizedCountry(_ draft: Draft, at start: Int, limit: Int) -> (tokens: Range<Int>, end: Int)? {
    guard draft.word(start) == Sign.open else { return nil }
    let known = draft.matches.starting(at: start + 1).first { places.kind(of: $0.table) != nil && draft.word($0.tokens.upperBound) == Sign.close }
    guard let run = known?.tokens ?? placeRun(draft, at: start + 1, limit: limit), draft.word(run.upperBound) == Sign.close,
      run.upperBound < limit
    else { return nil }
    return (run, run.upperBound + 1)
  }

  /// Capitalised words with the small words that places have inside; one to seven tokens of words.
  private func placeRun(_ draft: Draft, at start: Int, limit: Int) -> Range<Int>? {
    guard draft.kind(start) == .word, draft.isCapitalized(start), start < limit else { return nil }
    var end = start + 1
    var words = 1
    while end < limit, words < 8 {
      if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.kind(end + 1) == .word {
        if agencies.name(draft, at: end + 1) != nil, places.isKnown(draft, start..<end) { break }
        end += 2
        words += 1
      } else if draft.kind(end) == .word, draft.isCapitalized(end) || isApostrophe(draft, end) {
        if dates.weekday(draft, at: end) != nil, dates.read(draft, at: end) != nil { break }
        end += 1
        words += 1
      } else if draft.kind(end) == .word, draft.word(end, is: .datelineParticle), draft.isCapitalized(end + 1) {
        end += 2
        words += 1
      } else if draft.word(end) == DatelineParser.apostrophe, draft.isGlued(end), draft.isGlued(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end <= limit ? start..<end : nil
  }

  private func isApostrophe(_ draft: Draft, _ token: Int) -> Bool {
    draft.isGlued(token) && draft.word(token - 1) == DatelineParser.apostrophe
  }

  /// `à 14h30`, `, 14:30 GMT`, `- 18h59 heure de Paris`, `(GMT)`: left out of the date.
  private func skipTime(_ draft: Draft, from start: Int, limit: Int) -> Int {
    var at = start
    if draft.word(at) == Sign.comma || draft.word(at) == DatelineParser.at || Sign.dashes.contains(draft.word(at)) { at += 1 }
    guard draft.kind(at) == .number, draft.word(at + 1) == DatelineParser.h || draft.word(at + 1) == Sign.colon,
      draft.isGlued(at + 1)
    else { return start }
    at += 2
    if draft.kind(at) == .number { at += 1 }
    if draft.word(at) == DatelineParser.gmt || draft.word(at) == DatelineParser.utc { at += 1 }
    return min(at, limit)
  }

  private static var apostrophe: Word { "'" }
  private static let at: Word = "à"
  private static var h: Word { "h" }
  private static var gmt: Word { "gmt" }
  private static var utc: Word { "utc" }
}
