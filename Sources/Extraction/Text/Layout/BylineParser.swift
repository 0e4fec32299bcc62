internal import DispatchModel
internal import Lexicon

/// What a line about the dispatch's makers says: a byline, an agency's block, a closing signature.
struct Credit {
  var agencies: [Range<Int>] = []
  var places: [Range<Int>] = []
  var persons: [Range<Int>] = []
}

/// Reads `AA/Bagdad/Ibrahim Saleh`, `par Paulius Kairys`, `(Avec Jan Dvorak à Bruxelles, version française Claire Aubert)`,
/// `jmd/cbo (AFP)`, `Traduit de l'arabe par …`. Openings come from the tables `bylines` and `signatures`.
struct BylineParser {
  let agencies: AgencyNames
  let places: PlaceNames
  private let bylines: TableID?
  private let signatures: TableID?

  init(lexicon: LexiconFile) {
    agencies = AgencyNames(lexicon: lexicon)
    places = PlaceNames(lexicon: lexicon)
    bylines = lexicon.table("bylines")
    signatures = lexicon.table("signatures")
  }

  /// `AA/Bagdad/Ibrahim Saleh`, `AA / Ankara`, `Istanbul / AA / …`: an agency, and a place or authors, between slashes.
  func agencyBlock(_ draft: Draft, _ line: Range<Int>) -> Credit? {
    guard line.count >= 3, line.count <= 40 else { return nil }
    var bounds: [Range<Int>] = []
    var start = line.lowerBound
    for token in line where draft.word(token) == Sign.slash {
      bounds.append(start..<token)
      start = token + 1
    }
    bounds.append(start..<line.upperBound)
    guard bounds.count >= 2, bounds.count <= 4, bounds.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard let which = bounds.prefix(2).firstIndex(where: { isAgency(draft, $0) }) else { return nil }
    // « MOSCOU, 3 avril 2021. /TASS/. Le ministère … » is a dateline.
    guard which == 0 || isName(draft, bounds[0]), !bounds.contains(where: { draft.word($0.lowerBound) == Sign.stop }) else { return nil }
    var credit = Credit(agencies: [bounds[which]])
    for (index, field) in bounds.enumerated() where index != which {
      if credit.places.isEmpty, index <= 1, isName(draft, field) {
        credit.places.append(field)
      } else {
        credit.persons += persons(draft, field)
      }
    }
    return credit.places.isEmpty && credit.persons.isEmpty ? nil : credit
  }

  /// `Par Camille Desroziers`, `par X et Y à Dubaï`, `Par Geneviève Tanguay-Roy, La Presse Canadienne`.
  func byline(_ draft: Draft, _ line: Range<Int>) -> Credit? {
    guard line.count <= 40, let bylines, let opening = draft.matches.longest(in: bylines, at: line.lowerBound),
      opening.tokens.upperBound < line.upperBound, !endsLikeSentence(draft, line)
    else { return nil }
    var start = opening.tokens.upperBound
    while [Sign.colon, Sign.comma].contains(draft.word(start)), start < line.upperBound { start += 1 }
    guard draft.isCapitalized(start) else { return nil }
    var credit = self.credit(draft, start..<line.upperBound)
    guard let first = credit.persons.first ?? credit.agencies.first, first.lowerBound == start else { return nil }
    // « Par un vote serré » is no byline: what no name, place or agency covers must stay short.
    let covered = (credit.persons + credit.agencies + credit.places).reduce(0) { $0 + $1.count }
    guard line.count - covered <= 6 + credit.persons.count * 2 else { return nil }
    if credit.persons.isEmpty { credit.agencies = [first] }
    return credit
  }

  /// A line of nothing but one to three names, `Mohamed Sio`, `Lassaad Ben Ahmed et Wissal Ayadi`; nil where it says anything else.
  func names(_ draft: Draft, _ line: Range<Int>) -> Credit? {
    guard line.count >= 2, line.count <= 14 else { return nil }
    let credit = credit(draft, line)
    guard (1...3).contains(credit.persons.count), credit.agencies.isEmpty else { return nil }
    let isCovered = line.allSatisfy { token in
      credit.persons.contains { $0.contains(token) } || draft.kind(token) == .punctuation || BylineParser.and.contains(draft.word(token))
    }
    return isCovered && credit.persons.allSatisfy { $0.count <= 6 } ? credit : nil
  }

  private static let and: WordSet = ["et", "and"]

  /// What a closing line credits, or an empty credit for initials and notes; nil where the line is part of the text.
  func signature(_ draft: Draft, _ line: Range<Int>) -> (credit: Credit, isNote: Bool)? {
    guard !line.isEmpty, line.count <= 60 else { return nil }
    var inner = line
    while let first = inner.first, Sign.dashes.contains(draft.word(first)) || [Sign.star, Sign.copyright].contains(draft.word(first)) {
      inner.removeFirst()
    }
    var isParenthesized = false
    if let first = inner.first, let last = inner.last, draft.word(first) == Sign.open, draft.word(last) == Sign.close, inner.count > 2 {
      inner = first + 1..<last
      isParenthesized = true
    }
    guard let first = inner.first else { return nil }
    if let name = agencies.name(draft, at: first), name == inner, isParenthesized || draft.isCapitalized(first) {
      return (Credit(agencies: [name]), false)
    }
    if let signatures, let opening = draft.matches.longest(in: signatures, at: first) {
      let columns = draft.lexicon.columns(ofEntry: opening.entry)
      let isMarked = isParenthesized || inner != line || opening.tokens.count > 1
      if columns.count > 1, columns[1] == "note" {
        return isMarked || inner == opening.tokens ? (Credit(), true) : nil
      }
      let credit = self.credit(draft, opening.tokens.upperBound..<inner.upperBound)
      let hasNames = !credit.persons.isEmpty || !credit.agencies.isEmpty
      return isMarked && hasNames ? (credit, false) : nil
    }
    if isParenthesized, inner.count <= 40 {
      let credit = self.credit(draft, inner)
      let mentionsEditing = inner.contains { token in
        signatures.map { draft.matches.longest(in: $0, at: token) != nil } ?? false
      }
      if credit.persons.first?.lowerBound == first, mentionsEditing { return (credit, false) }
    }
    return initials(draft, inner).map { ($0, false) }
  }

  /// Names of people, agencies and places in the tokens. A place stands after `à` or `au`.
  func credit(_ draft: Draft, _ tokens: Range<Int>) -> Credit {
    var credit = Credit()
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      if let agency = agencies.name(draft, at: at), agency.upperBound <= tokens.upperBound, draft.isCapitalized(at) {
        credit.agencies.append(agency)
        at = agency.upperBound
      } else if let name = personName(draft, at: at, limit: tokens.upperBound) {
        if at > tokens.lowerBound, BylineParser.at.contains(draft.word(at - 1)) {
          credit.places.append(name)
        } else if name.count > 1 {
          credit.persons.append(name)
        }
        at = name.upperBound
      } else {
        at += 1
      }
    }
    return credit
  }

  private func persons(_ draft: Draft, _ field: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var at = field.lowerBound
    while at < field.upperBound {
      if let name = personName(draft, at: at, limit: field.upperBound) {
        names.append(name)
        at = name.upperBound
      } else {
        at += 1
      }
    }
    return names
  }

  /// Capitalised words, with hyphens, initials and the particles of names between them.
  private func personName(_ draft: Draft, at start: Int, limit: Int) -> Range<Int>? {
    guard start < limit, draft.kind(start) == .word,
      draft.isCapitalized(start) || (draft.word(start, is: .bylineParticle) && draft.isCapitalized(start + 1))
    else { return nil }
    var end = start + 1
    while end < limit {
      let word = draft.word(end)
      let isJoin = Sign.hyphen == word || BylineParser.apostrophes.contains(word)
      if isJoin, draft.isGlued(end), draft.isGlued(end + 1), end + 1 < limit, draft.kind(end + 1) == .word {
        end += 2
      } else if word == Sign.stop, draft.isGlued(end), draft.tokens[end - 1].end - draft.tokens[end - 1].start == 1 {
        end += 1
      } else if draft.kind(end) == .word, draft.isCapitalized(end) {
        end += 1
      } else if draft.word(word, is: .bylineParticle), end + 1 < limit, draft.isCapitalized(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// `rus-jlt/cr/pop`, `VDB/LVN`, `ats/nbo/vja`, `BRB/lds (Belga)`, `jmd/cbo`: short letters between slashes, glued.
  private func initials(_ draft: Draft, _ line: Range<Int>) -> Credit? {
    var credit = Credit()
    var slashes = 0
    var at = line.lowerBound
    while at < line.upperBound, draft.word(at) != Sign.open {
      let isMark = draft.word(at) == Sign.slash || draft.word(at) == Sign.hyphen
      if draft.word(at) == Sign.slash { slashes += 1 }
      guard isMark || (draft.kind(at) == .word && draft.tokens[at].end - draft.tokens[at].start <= 6) else { return nil }
      guard at == line.lowerBound || draft.isGlued(at) else { return nil }
      if !isMark, at == line.lowerBound, let agency = agencies.name(draft, at: at), agency.count == 1 { credit.agencies.append(agency) }
      at += 1
    }
    guard slashes > 0 || (line.count == 1 && isDeskInitials(draft, line.lowerBound)), at > line.lowerBound, line.count <= 24 else {
      return nil
    }
    if draft.word(at) == Sign.open {
      guard let agency = agencies.name(draft, at: at + 1), draft.word(agency.upperBound) == Sign.close,
        agency.upperBound + 1 == line.upperBound
      else { return nil }
      credit.agencies.append(agency)
    }
    return credit
  }

  private func isDeskInitials(_ draft: Draft, _ token: Int) -> Bool {
    draft.kind(token) == .word && !draft.isCapitalized(token) && draft.tokens[token].end - draft.tokens[token].start <= 4
      && draft.features(token).isEmpty
  }

  private func isAgency(_ draft: Draft, _ field: Range<Int>) -> Bool {
    agencies.name(draft, at: field.lowerBound) == field
  }

  /// Only capitalised words and what joins them, six words at most.
  private func isName(_ draft: Draft, _ field: Range<Int>) -> Bool {
    field.count <= 12 && personName(draft, at: field.lowerBound, limit: field.upperBound) == field
  }

  private func endsLikeSentence(_ draft: Draft, _ line: Range<Int>) -> Bool {
    line.count > 14 && draft.endsSentence(line.upperBound - 1)
  }

  private static let apostrophes: WordSet = ["'", "’"]
  private static let at: WordSet = ["à", "au", "aux", "en", "in"]
}
