internal import DispatchModel
internal import Lexicon

/// Finds products, named events and laws: by name, by their head (`résolution 2254`, `accord de Prespa`, `cyclone Dina`), and products by
/// the letters and digits of a designation (`S-400`, `A320neo`) or after the noun for their kind (`drones Wing Loong II`).
struct NamedThings: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.names]

  private let names: TableID?
  private let heads: TableID?
  private let places: [TableID]
  private let of: WordSet = ["de", "d'", "du", "des"]
  private var act: Word { "Act" }
  private let law: WordSet = ["loi", "lois"]

  init(lexicon: LexiconFile) {
    names = lexicon.table("named-things")
    heads = lexicon.table("thing-heads")
    places = ["countries", "cities", "regions"].compactMap { lexicon.table($0) }
  }

  func annotate(_ draft: Draft) {
    var found: [Candidate] = []
    for part in draft.parts where [.headline, .subhead, .paragraph, .crosshead, .note].contains(part.kind) {
      var index = part.tokens.lowerBound
      while index < part.tokens.upperBound {
        let candidate = known(at: index, draft) ?? headed(at: index, limit: part.tokens.upperBound, draft) ?? designation(at: index, draft)
          ?? act(at: index, draft) ?? numberedEvent(at: index, draft)
        if let candidate { found.append(candidate) }
        index = max(index + 1, candidate?.tokens.upperBound ?? 0)
      }
    }
    draft.candidates += found
  }

  private func known(at index: Int, _ draft: Draft) -> Candidate? {
    guard let names, let match = draft.matches.longest(in: names, at: index) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count >= 2, let type = MentionType(rawValue: String(columns[1])) else { return nil }
    // `Coupe du monde 2026`: the year is part of an event's name.
    var tokens = match.tokens
    if type == .event, isYear(tokens.upperBound, draft) { tokens = tokens.lowerBound..<tokens.upperBound + 1 }
    // `Boeing 737-800`, `Soyouz MS-25`: the designation goes on.
    if type == .product { tokens = tokens.lowerBound..<designationEnd(tokens.upperBound, draft) }
    let canonical = columns.count > 2 && !columns[2].isEmpty && tokens == match.tokens ? String(columns[2]) : draft.text(tokens)
    return Candidate(type: type, tokens: tokens, value: canonical, confidence: 0.9, rule: "\(type.rawValue).known")
  }

  private func headed(at index: Int, limit: Int, _ draft: Draft) -> Candidate? {
    guard let heads, let match = draft.matches.longest(in: heads, at: index) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count >= 3, let type = MentionType(rawValue: String(columns[1])) else { return nil }
    let end = match.tokens.upperBound
    switch columns[2] {
    case "numbered":
      guard draft.kind(end) == .number, !draft.flags(end).contains(.startsLine) else { return nil }
      return candidate(type, match.tokens.lowerBound..<end + 1, draft, 0.92, "\(type.rawValue).number")
    case "titled":
      // `accord de Prespa`, `guerre du Kosovo`: one proper name after the preposition.
      guard of.contains(draft.word(end)), draft.isCapitalized(end + 1), draft.kind(end + 1) == .word, !draft.flags(end + 1).contains(.startsLine) else { return nil }
      let name = properEnd(end + 1, draft)
      if type == .law, isCountry(end + 1, draft) { return nil }
      return candidate(type, match.tokens.lowerBound..<name, draft, 0.72, "\(type.rawValue).title")
    case "storm":
      guard draft.isCapitalized(end), draft.kind(end) == .word, !draft.flags(end).contains(.startsLine) else { return nil }
      return candidate(type, match.tokens.lowerBound..<properEnd(end, draft), draft, 0.9, "event.storm")
    case "capital":
      guard draft.isCapitalized(index), !draft.flags(index).contains(.startsLine), draft.isCapitalized(end) || of.contains(draft.word(end)) && draft.isCapitalized(end + 1)
      else { return nil }
      return candidate(type, match.tokens.lowerBound..<properEnd(of.contains(draft.word(end)) ? end + 1 : end, draft), draft, 0.72, "event.head")
    default:
      var start = end
      // An adjective may stand between: `drones iraniens Shahed`.
      if !draft.isCapitalized(start), draft.features(start).contains(.adjective), draft.isCapitalized(start + 1) { start += 1 }
      guard start < limit, draft.isCapitalized(start), draft.kind(start) == .word, !draft.flags(start).contains(.startsLine) else { return nil }
      return candidate(.product, start..<designationEnd(properEnd(start, draft), draft), draft, 0.75, "product.kind")
    }
  }

  /// `S-400`, `T-90`, `H145M`, `A320neo`, `Su-35`: capitals and digits in one piece.
  private func designation(at index: Int, _ draft: Draft) -> Candidate? {
    guard draft.kind(index) == .word, draft.isCapitalized(index), !draft.isGlued(index) || draft.word(index - 1) == Sign.open || draft.word(index - 1) == Sign.straightQuote || draft.word(index - 1).hash == Word("l'").hash || draft.word(index - 1).hash == Word("d'").hash,
      draft.tokens[index].end - draft.tokens[index].start <= 3
    else { return nil }
    let end = designationEnd(index + 1, draft)
    guard end > index + 1, (index + 1..<end).contains(where: { draft.kind($0) == .number }) else { return nil }
    let text = draft.text(index..<end)
    // Groups, roads, quarters and radio: G20, A9, T3, M23.
    guard text.count >= 3, !["G7", "G8", "G20", "M23", "COP"].contains(where: { text.hasPrefix($0) }), !(draft.word(index + 1) != Sign.hyphen && text.count < 4) else { return nil }
    // `Airbus A350`: the maker's name before it belongs to it.
    let hasMaker = draft.isCapitalized(index - 1) && draft.kind(index - 1) == .word && !draft.flags(index).contains(.startsLine)
      && draft.sentence(of: index)?.lowerBound != index - 1 && draft.flags(index - 1).isDisjoint(with: [.allCapitals, .startsLine])
    return candidate(.product, (hasMaker ? index - 1 : index)..<end, draft, 0.85, "product.designation")
  }

  /// The end of hyphens, digits and letters that hang together from here on.
  private func designationEnd(_ start: Int, _ draft: Draft) -> Int {
    var end = start
    while end < draft.count, draft.isGlued(end) {
      if draft.word(end) == Sign.hyphen {
        guard draft.isGlued(end + 1), draft.kind(end + 1) == .number || draft.kind(end + 1) == .word && draft.isCapitalized(end + 1) else { break }
        end += 2
      } else if draft.kind(end) == .number || draft.kind(end) == .word && draft.kind(end - 1) == .number {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// `Sanctions Act`, `Loi américaine des Sanctions (Sanctions Act)`: an English act, and the French law that it names.
  private func act(at index: Int, _ draft: Draft) -> Candidate? {
    if draft.isCapitalized(index), draft.kind(index) == .word, !draft.flags(index).contains(.startsLine) || draft.isCapitalized(index + 1) {
      let end = properEnd(index, draft)
      if end - index >= 2, draft.word(end - 1) == act { return candidate(.law, index..<end, draft, 0.9, "law.act") }
    }
    guard law.contains(draft.word(index)), let open = (index + 1..<min(draft.count, index + 9)).first(where: { draft.word($0) == Sign.open }),
      draft.isCapitalized(open + 1)
    else { return nil }
    let end = properEnd(open + 1, draft)
    guard draft.word(end) == Sign.close, draft.word(end - 1) == act, !(index..<open).contains(where: { draft.kind($0) == .punctuation }) else { return nil }
    return Candidate(type: .law, tokens: index..<open, value: draft.text(open + 1..<end), confidence: 0.95, rule: "law.named")
  }

  /// `COP29`, `CAN 2025`.
  private func numberedEvent(at index: Int, _ draft: Draft) -> Candidate? {
    guard draft.flags(index).contains(.allCapitals) else { return nil }
    if draft.word(index) == "COP", draft.kind(index + 1) == .number { return candidate(.event, index..<index + 2, draft, 0.95, "event.number") }
    if draft.word(index) == "CAN", isYear(index + 1, draft) { return candidate(.event, index..<index + 2, draft, 0.95, "event.number") }
    return nil
  }

  private func properEnd(_ start: Int, _ draft: Draft) -> Int {
    var end = start + 1
    while end < min(draft.count, start + Draft.longestName), !draft.flags(end).contains(.startsLine) {
      if draft.kind(end) == .word, draft.isCapitalized(end), !draft.isGlued(end) {
        end += 1
      } else if draft.word(end) == Sign.hyphen, draft.isGlued(end), draft.isGlued(end + 1), draft.isCapitalized(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func isCountry(_ index: Int, _ draft: Draft) -> Bool {
    places.first.map { draft.matches.longest(in: $0, at: index) != nil } ?? false
  }

  private func isYear(_ index: Int, _ draft: Draft) -> Bool {
    draft.kind(index) == .number && draft.tokens[index].end - draft.tokens[index].start == 4 && !draft.isGlued(index)
  }

  private func candidate(_ type: MentionType, _ tokens: Range<Int>, _ draft: Draft, _ confidence: Double, _ rule: String) -> Candidate {
    Candidate(type: type, tokens: tokens, value: draft.text(tokens), confidence: confidence, rule: rule)
  }
}
