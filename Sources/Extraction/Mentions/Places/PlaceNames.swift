internal import Lexicon

/// The gazetteer: countries, cities, regions and sites by name (tables `countries`, `cities`, `regions`), and the values of places.
struct PlaceNames {
  let countries: TableID?
  let cities: TableID?
  let regions: TableID?
  /// Names that begin in lower case: `mer Rouge`.
  let landmarks: TableID?
  /// All of them.
  let tables: TableSet

  init(lexicon: LexiconFile) {
    countries = lexicon.table("countries")
    cities = lexicon.table("cities")
    regions = lexicon.table("regions")
    landmarks = lexicon.table("landmarks")
    tables = TableSet([countries, cities, regions, landmarks])
  }

  enum Kind { case country, city, region }

  /// One reading of a name.
  struct Sense {
    var kind: Kind
    /// The name's usual French spelling.
    var name: String
    /// The ISO code of its country; nil where it crosses borders.
    var country: String?
    /// What tells senses of one name apart: thousands of inhabitants of a city, 100,000 for a country, 20,000 for
    /// a region, 60 for a province that only the lists know.
    var weight: Int

    var value: String { kind == .country ? country ?? name : "\(name)/\(country ?? "-")" }
  }

  /// `DZ` of `DZ` and of `Tindouf/DZ`.
  static func country(ofValue value: String) -> Substring {
    guard let slash = value.utf8.lastIndex(of: UInt8(ascii: "/")) else { return value[...] }
    return value[value.utf8.index(after: slash)...]
  }

  func kind(of table: TableID) -> Kind? {
    table == countries ? .country : table == cities ? .city : table == regions || table == landmarks ? .region : nil
  }

  func sense(_ match: PhraseMatches.Match, _ draft: Draft) -> Sense? {
    guard let kind = kind(of: match.table) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    switch kind {
    case .country:
      guard columns.count > 2 else { return nil }
      return Sense(kind: .country, name: String(columns[2]), country: String(columns[1]), weight: 100_000)
    case .city:
      guard columns.count > 3 else { return nil }
      // A city without a French name of its own is called as the text spells it.
      let name = columns[0] == columns[1] ? PlaceNames.titleCase(draft, match.tokens) : String(columns[1])
      return Sense(kind: .city, name: name, country: String(columns[2]), weight: Int(columns[3]) ?? 0)
    case .region:
      guard columns.count > 2 else { return nil }
      if columns.count > 3, columns[3] == "country" {
        return Sense(kind: .country, name: String(columns[1]), country: String(columns[2]), weight: 100_000)
      }
      return Sense(kind: .region, name: String(columns[1]), country: columns[2] == "-" ? nil : String(columns[2]),
        weight: columns.count > 3 && columns[3] == "province" ? 60 : 20_000)
    }
  }

  /// All readings of exactly the tokens, the weightiest first.
  func senses(_ draft: Draft, _ tokens: Range<Int>) -> [Sense] {
    var senses: [Sense] = []
    for match in draft.matches.starting(at: tokens.lowerBound) where match.tokens == tokens {
      if let sense = sense(match, draft) { senses.append(sense) }
    }
    if senses.count > 1 { senses.sort { $0.weight > $1.weight } }
    return senses
  }

  func isKnown(_ draft: Draft, _ tokens: Range<Int>) -> Bool {
    draft.matches.mayHave(anyOf: tables, at: tokens.lowerBound)
      && draft.matches.starting(at: tokens.lowerBound).contains { $0.tokens == tokens && kind(of: $0.table) != nil }
  }

  /// The country whose name, or one of whose regions, the tokens are.
  func country(_ draft: Draft, _ tokens: Range<Int>) -> String? {
    let all = senses(draft, tokens)
    return (all.first { $0.kind == .country } ?? all.first { $0.kind == .region && $0.country != nil })?.country
  }

  /// The value of a place that stands in a frame: the reading in the country given beside it, else the weightiest, else the
  /// words themselves with that country or the fallback.
  func frameValue(_ draft: Draft, _ tokens: Range<Int>, country: String?, fallback: String?) -> (value: String, country: String?) {
    let all = senses(draft, tokens)
    if let sense = all.first(where: { country != nil && $0.country == country }) ?? (country == nil ? all.first : nil) {
      return (sense.value, sense.country)
    }
    let name = all.first?.name ?? PlaceNames.titleCase(draft, tokens)
    let home = country ?? fallback
    return ("\(name)/\(home ?? "-")", home)
  }

  /// The value of a place that stands in no text, such as an envelope's; nil where the gazetteer does not know it.
  func value(ofName name: String, lexicon: LexiconFile) -> String? {
    let parts = name.split(separator: ",").map { $0.trimmingSpaces }
    guard let first = parts.first else { return nil }
    let country = parts.dropFirst().lazy.compactMap { part in
      countries.flatMap { lexicon.entry(ofPhrase: part, in: $0) }.flatMap { lexicon.columns(ofEntry: $0).dropFirst().first.map { String($0) } }
    }.first
    if let cities, let entry = lexicon.entry(ofPhrase: first, in: cities) {
      let columns = lexicon.columns(ofEntry: entry)
      if columns.count > 2 { return "\(columns[1])/\(country ?? String(columns[2]))" }
    }
    if let countries, let entry = lexicon.entry(ofPhrase: first, in: countries) {
      return lexicon.columns(ofEntry: entry).dropFirst().first.map { String($0) }
    }
    return nil
  }

  /// The words, those in capitals lower-cased but for their first letter.
  static func titleCase(_ draft: Draft, _ tokens: Range<Int>) -> String {
    if !tokens.contains(where: { draft.flags($0).contains(.allCapitals) }), isEvenlySpaced(draft, tokens) { return draft.text(tokens) }
    var text = ""
    for token in tokens {
      if token > tokens.lowerBound, !draft.isGlued(token) { text += " " }
      let word = draft.text(token)
      let isShouted = draft.flags(token).contains(.allCapitals) && word.utf8.count > 1
      guard isShouted else {
        text += word
        continue
      }
      let lower = word.lowercased()
      let isInner = token > tokens.lowerBound && PlaceNames.inner.contains(draft.word(token))
      text += isInner ? lower : lower.prefix(1).uppercased() + lower.dropFirst()
    }
    return text
  }

  /// One space or nothing stands between the tokens.
  private static func isEvenlySpaced(_ draft: Draft, _ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().allSatisfy { token in
      let (before, start) = (Int(draft.tokens[token - 1].end), Int(draft.tokens[token].start))
      return start == before || start == before + 1 && draft.bytes[before] == 0x20
    }
  }

  private static let inner: WordSet = ["de", "du", "des", "la", "le", "les", "sur", "en", "et", "d'", "l'", "lès", "sous"]
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
