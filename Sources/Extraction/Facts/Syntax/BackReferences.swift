internal import DispatchModel
internal import Lexicon

/// Common nouns that point back to somebody named before: `le groupe`, `l'association`, `la lauréate`, `le diplomate`.
///
/// Only a definite noun phrase without a name or a complement of its own points back; `un groupe`, `le groupe Daesh`, `l'association
/// des maires` do not.
struct BackReferences {
  private let bodies: TableID?
  private let people: TableID?
  private let titles: TableID?
  private let heads: TableID?
  private static let definite: WordSet = ["le", "la", "l'", "ce", "cet", "cette"]

  init(lexicon: LexiconFile) {
    bodies = lexicon.table("body-nouns")
    people = lexicon.table("person-nouns")
    titles = lexicon.table("offices")
    heads = lexicon.table("org-heads")
  }

  /// The organization that the phrase at the token means, where it is a bare noun for a body: the one that bears the noun in its
  /// name, else the one that the sentence or those before it are about.
  func body(at i: Int, _ draft: Draft) -> DraftMention? {
    guard let noun = bareNoun(at: i, in: bodies, draft) else { return nil }
    return BackReferences.organization(before: i, bearing: draft.word(noun.lowerBound), draft)
  }

  /// Whether the phrase at the token is a bare noun for a person: then it means what a pronoun would.
  func isPerson(at i: Int, _ draft: Draft) -> Bool {
    bareNoun(at: i, in: people, draft) != nil || bareNoun(at: i, in: titles, draft) != nil
  }

  /// Whether the word is one for people who are not named because they do not matter by name: `un expert`, `des habitants`.
  func isBystander(at i: Int, _ draft: Draft) -> Bool { draft.word(i, is: .bystander) }

  /// Whether the word begins a noun phrase that calls a person: `membre musulman`, `cadre`, `ancien …`, an office.
  func isPersonNoun(at i: Int, _ draft: Draft) -> Bool {
    draft.word(i, is: .personNoun) || draft.word(i, is: .bystander)
      || [people, titles].contains { table in table.map { draft.matches.longest(in: $0, at: i) != nil } ?? false }
  }

  /// Whether the noun is one for a company, a paper or a club, whose nationality makes it no voice of its country: `la chaîne israélienne 12`.
  func isPrivate(at i: Int, _ draft: Draft) -> Bool {
    if draft.word(i, is: .privateBody) { return true }
    guard let heads, let match = draft.matches.longest(in: heads, at: i) else { return false }
    return draft.lexicon.columns(ofEntry: match.entry).dropFirst().first == "company"
  }

  /// `le communiqué`, `la même source`: the words before were its own.
  func isDocument(at i: Int, _ draft: Draft) -> Bool {
    guard Self.definite.contains(draft.word(i)) else { return false }
    let noun = draft.word(i + 1) == "meme" ? i + 2 : i + 1
    return draft.word(noun, is: .document) && !FunctionWords.of.contains(draft.word(noun + 1)) && draft.mention(at: noun + 1) == nil
  }

  /// The noun of the table that stands alone behind the article at the token.
  private func bareNoun(at i: Int, in table: TableID?, _ draft: Draft) -> Range<Int>? {
    guard let table, Self.definite.contains(draft.word(i)), draft.mention(at: i + 1) == nil,
      let noun = draft.matches.longest(in: table, at: i + 1)?.tokens
    else { return nil }
    let next = noun.upperBound
    // `l'avocat de 61 ans`
    let isAged = draft.word(next) == "de" && draft.mentionType(at: next + 1) == .date
    if FunctionWords.of.contains(draft.word(next)) && !isAged || draft.word(next) == Sign.hyphen { return nil }
    if let mention = draft.mention(at: next), mention.type != .date { return nil }
    return noun
  }

  /// The organization that is meant before the token: the last that bears the noun in its name, else the last one named in the
  /// sentence, else the first one of the nearest sentence before.
  static func organization(before i: Int, bearing noun: Word?, _ draft: Draft) -> DraftMention? {
    let quote = draft.quotes.last { $0.outer.lowerBound < i }
    func isBody(_ mention: DraftMention) -> Bool {
      mention.type == .organization && !mention.isFrame && mention.value != draft.frame.agency && !(quote?.inner.contains(mention.tokens.lowerBound) ?? false)
    }
    if let noun, let named = draft.mentions.last(where: { $0.tokens.upperBound <= i && isBody($0) && draft.word($0.tokens.lowerBound) == noun }) {
      return named
    }
    guard i < draft.sentenceOfToken.count, draft.sentenceOfToken[i] >= 0 else { return nil }
    let own = Int(draft.sentenceOfToken[i])
    for token in (draft.sentences[own].lowerBound..<max(draft.sentences[own].lowerBound, i)).reversed() {
      if let mention = draft.mention(at: token), isBody(mention) { return mention }
    }
    for number in (max(0, own - 12)..<own).reversed() {
      for token in draft.sentences[number] { if let mention = draft.mention(at: token), isBody(mention) { return mention } }
    }
    return nil
  }
}
