internal import DispatchModel
internal import Lexicon

/// Finds products, named events and laws: by name, by their head (`résolution 2254`, `accord de Prespa`, `cyclone Dina`, see `ThingHeads`),
/// products by the letters and digits of a designation (`S-400`, `A320neo`) or by their maker (`une Porsche Cayenne`).
struct NamedThings: Annotator {
  static let requires: Set<Layer> = [.sentences]
  static let provides: Set<Layer> = [.names]

  private let names: TableID?
  private let products: TableID?
  private let makers: TableID?
  private let heads: ThingHeads
  /// What a name in small letters begins with.
  private let beginnings: TableSet
  private let act: Word = "Act"
  private let law: WordSet = ["loi", "lois"]
  private static let withName: WordSet = ["un", "une", "le", "la", "l'", "les", "des", "deux", "son", "sa", "leur", "ce", "cette", "cet", "nouveau", "nouvelle"]
  private static let games: Word = "jeux"

  init(lexicon: LexiconFile) {
    names = lexicon.table("named-things")
    products = lexicon.table("products")
    makers = lexicon.table("makers")
    heads = ThingHeads(lexicon: lexicon)
    beginnings = TableSet([products, names, makers, lexicon.table("thing-heads")])
  }

  func annotate(_ draft: Draft) {
    // `Euro` is a championship in French, and a currency in German.
    guard !draft.isForeign else { return }
    var found: [Candidate] = []
    for part in draft.parts where [.headline, .subhead, .paragraph, .crosshead, .note].contains(part.kind) {
      var index = part.tokens.lowerBound
      let limit = part.tokens.upperBound
      while index < limit {
        guard draft.isCapitalized(index) || draft.matches.mayHave(anyOf: beginnings, at: index) || law.contains(draft.word(index)) else {
          index += 1
          continue
        }
        let candidate = longest(known(at: index, draft), made(at: index, draft)) ?? heads.candidate(at: index, limit: limit, draft)
          ?? designation(at: index, draft) ?? act(at: index, draft) ?? numberedEvent(at: index, draft)
        if let candidate {
          found.append(candidate)
          if let acronym = acronym(of: candidate, draft) { found.append(acronym) }
        }
        index = max(index + 1, candidate?.tokens.upperBound ?? 0)
      }
    }
    repeatAcronyms(&found, draft)
    draft.candidates += found
  }

  /// `Beechcraft` is known, `Beechcraft King Air 350` is one.
  private func longest(_ known: Candidate?, _ made: Candidate?) -> Candidate? {
    guard let known, let made else { return known ?? made }
    return made.tokens.count > known.tokens.count ? made : known
  }

  private func known(at index: Int, _ draft: Draft) -> Candidate? {
    guard let match = draft.matches.longest(of: names, products, at: index), endsWord(match.tokens.upperBound, draft) else { return nil }
    let columns = draft.lexicon.columns(ofEntry: match.entry)
    guard columns.count >= 2, let type = MentionType(rawValue: String(columns[1])) else { return nil }
    var tokens = match.tokens
    if type == .event { tokens = tokens.lowerBound..<eventEnd(tokens, draft) }
    // `Boeing 737-800`, `Soyouz MS-25`, `iPhone 5`: the designation goes on.
    if type == .product { tokens = tokens.lowerBound..<modelEnd(tokens.upperBound, draft) }
    let canonical = columns.count > 2 && !columns[2].isEmpty && tokens == match.tokens ? String(columns[2]) : draft.text(tokens)
    return Candidate(type: type, tokens: tokens, value: canonical, confidence: 0.9, rule: "\(type.rawValue).known")
  }

  /// `Jeux olympiques de Rio`, `Coupe du monde 2026`: town and year are part of an event's name.
  private func eventEnd(_ tokens: Range<Int>, _ draft: Draft) -> Int {
    draft.word(tokens.lowerBound) == Self.games ? heads.hostEnd(tokens.upperBound, draft) : ThingHeads.yearEnd(tokens.upperBound, draft)
  }

  /// `Rafale-Marine` is not the `Rafale`; `Grad-P` goes on.
  private func endsWord(_ end: Int, _ draft: Draft) -> Bool {
    !(draft.isGlued(end) && draft.word(end) == Sign.hyphen && draft.isGlued(end + 1) && draft.kind(end + 1) == .word && !draft.isCapitalized(end + 1))
  }

  /// `S-400`, `T-90`, `BRDM-2`, `H145M`, `A320neo`, `Su-35`: capitals and digits in one piece.
  private func designation(at index: Int, _ draft: Draft) -> Candidate? {
    let length = draft.tokens[index].end - draft.tokens[index].start
    let isLong = length == 4 && draft.flags(index).contains(.allCapitals) && draft.word(index + 1) == Sign.hyphen && draft.kind(index + 2) == .number
    guard draft.kind(index) == .word, draft.isCapitalized(index), !draft.isGlued(index) || opensWord(index, draft), length <= 3 || isLong,
      !draft.word(index, is: .noDesignation)
    else { return nil }
    let end = ThingHeads.designationEnd(index + 1, draft)
    guard end > index + 1, (index + 1..<end).contains(where: { draft.kind($0) == .number }) else { return nil }
    let text = draft.text(index..<end)
    if length == 1, draft.word(index + 1) != Sign.hyphen, isRoad(text) || Self.isStrain(text) { return nil }
    if draft.word(index - 1, is: .label) { return nil }
    // Groups, roads, quarters and radio: G20, A9, T3, M23.
    guard text.count >= 3, !["G7", "G8", "G20", "M23", "COP"].contains(where: { text.hasPrefix($0) }), !(draft.word(index + 1) != Sign.hyphen && text.count < 4) else { return nil }
    // `Airbus A350`: the maker's name before it belongs to it.
    let hasMaker = draft.isCapitalized(index - 1) && draft.kind(index - 1) == .word && !draft.flags(index).contains(.startsLine)
      && draft.sentence(of: index)?.lowerBound != index - 1 && draft.flags(index - 1).isDisjoint(with: [.allCapitals, .startsLine])
    return heads.candidate(.product, (hasMaker ? index - 1 : index)..<end, draft, 0.85, "product.designation")
  }

  /// `A520`, `N113`, `D19`: roads; airliners alone begin with A and three digits.
  private func isRoad(_ text: String) -> Bool {
    guard text.first.map({ "ANDEM".contains($0) }) == true, text.dropFirst().allSatisfy({ $0.isNumber }) else { return false }
    return !(text.count == 4 && text.first == "A" && (text.hasPrefix("A3") || text == "A220"))
  }

  /// `H5N1`: a virus, not a thing.
  private static func isStrain(_ text: String) -> Bool { text.first == "H" && text.dropFirst().contains("N") && text.count <= 5 }

  private func opensWord(_ index: Int, _ draft: Draft) -> Bool {
    let before = draft.word(index - 1)
    return before == Sign.open || before == Sign.straightQuote || before == Sign.openGuillemet || before == "l'" || before == "d'"
  }

  /// `une Porsche Cayenne`, `des Toyota Hilux`, `le Samsung Galaxy S24`: maker and model behind an article, which firms do not have.
  private func made(at index: Int, _ draft: Draft) -> Candidate? {
    guard let makers, let match = draft.matches.longest(in: makers, at: index), Self.withName.contains(draft.word(index - 1)) || draft.kind(index - 1) == .number
    else { return nil }
    let start = match.tokens.upperBound
    guard !draft.flags(start).contains(.startsLine), !draft.isGlued(start), draft.isCapitalized(start) && draft.kind(start) == .word || draft.kind(start) == .number
    else { return nil }
    let end = draft.kind(start) == .number ? ThingHeads.designationEnd(start + 1, draft) : modelEnd(heads.properEnd(start, draft), draft)
    return heads.candidate(.product, match.tokens.lowerBound..<end, draft, 0.93, "product.maker")
  }

  /// Over what is glued, or one number that counts nothing.
  private func modelEnd(_ start: Int, _ draft: Draft) -> Int {
    let end = ThingHeads.designationEnd(start, draft)
    guard end == start, draft.kind(end) == .number, !draft.isGlued(end), !draft.flags(end).contains(.startsLine), draft.tokens[end].end - draft.tokens[end].start <= 3,
      draft.kind(end + 1) == .punctuation ? draft.word(end + 1) != "%" && draft.word(end + 1) != Sign.comma || !draft.isGlued(end + 2)
        : draft.features(end + 1).isDisjoint(with: [.noun, .adjective]) || !draft.features(end + 1).isDisjoint(with: [.preposition, .conjunction, .pronoun])
    else { return end }
    return end + 1
  }

  /// `Sanctions Act`, `Loi américaine des Sanctions (Sanctions Act)`: an English act, and the French law that it names.
  private func act(at index: Int, _ draft: Draft) -> Candidate? {
    if draft.isCapitalized(index), draft.kind(index) == .word, !draft.flags(index).contains(.startsLine) || draft.isCapitalized(index + 1) {
      let end = heads.properEnd(index, draft)
      if end - index >= 2, draft.word(end - 1) == act { return heads.candidate(.law, index..<end, draft, 0.9, "law.act") }
    }
    guard law.contains(draft.word(index)), let open = (index + 1..<min(draft.count, index + 9)).first(where: { draft.word($0) == Sign.open }),
      draft.isCapitalized(open + 1)
    else { return nil }
    let end = heads.properEnd(open + 1, draft)
    guard draft.word(end) == Sign.close, draft.word(end - 1) == act, !(index..<open).contains(where: { draft.kind($0) == .punctuation }) else { return nil }
    return Candidate(type: .law, tokens: index..<open, value: draft.text(open + 1..<end), confidence: 0.95, rule: "law.named")
  }

  /// `COP29`, `CAN 2025`, `JO 2024`, `Jeux de Rio`.
  private func numberedEvent(at index: Int, _ draft: Draft) -> Candidate? {
    if draft.word(index) == Self.games || draft.word(index) == "JO", draft.isCapitalized(index) {
      let end = heads.hostEnd(index + 1, draft)
      if end > index + 2 || end == index + 2 && draft.kind(end - 1) == .number { return heads.candidate(.event, index..<end, draft, 0.93, "event.games") }
    }
    guard draft.flags(index).contains(.allCapitals) else { return nil }
    if draft.word(index) == "COP", draft.kind(index + 1) == .number { return heads.candidate(.event, index..<index + 2, draft, 0.95, "event.number") }
    if draft.word(index) == "CAN" || draft.word(index) == "JO" {
      let year = draft.word(index + 1) == Sign.hyphen && draft.isGlued(index + 1) ? index + 2 : index + 1
      if ThingHeads.isYear(year, draft, canBeGlued: true) { return heads.candidate(.event, index..<year + 1, draft, 0.95, "event.number") }
    }
    return nil
  }

  // MARK: Acronyms

  /// `Journées nationales du cacao et du chocolat (JNCC)`: the acronym behind an event or a law, with the same value.
  private func acronym(of candidate: Candidate, _ draft: Draft) -> Candidate? {
    let open = candidate.tokens.upperBound
    guard candidate.type == .event || candidate.type == .law, candidate.tokens.count > 2, draft.word(open) == Sign.open, draft.word(open + 2) == Sign.close,
      draft.kind(open + 1) == .word, draft.isCapitalized(open + 1), draft.tokens[open + 1].end - draft.tokens[open + 1].start >= 3
    else { return nil }
    return Candidate(type: candidate.type, tokens: open + 1..<open + 2, value: candidate.value, confidence: 0.96, rule: "\(candidate.type.rawValue).acronym")
  }

  /// The acronym means the same wherever it stands.
  private func repeatAcronyms(_ found: inout [Candidate], _ draft: Draft) {
    let defined = found.filter { $0.rule.hasSuffix(".acronym") }
    guard !defined.isEmpty else { return }
    var values: [Word: Candidate] = [:]
    for one in defined { values[draft.word(one.tokens.lowerBound)] = one }
    let taken = Set(found.flatMap { Array($0.tokens) })
    for index in draft.tokens.indices where draft.isCapitalized(index) && !taken.contains(index) {
      guard let one = values[draft.word(index)] else { continue }
      found.append(Candidate(type: one.type, tokens: index..<index + 1, value: one.value, confidence: 0.96, rule: one.rule))
    }
  }
}
