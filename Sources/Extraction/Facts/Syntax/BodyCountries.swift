internal import DispatchModel
internal import Lexicon

/// The country that an organization belongs to, where neither its name nor the lexicon tells it: the nationality or the place beside its
/// name (`le groupe danois X`, `l'hôpital Y de Lyon`), else the country that the dispatch comes from or is about.
///
/// World-wide bodies, which the lexicon knows to be of no country, and agencies stay without one. A private body is taken for one of
/// the country that the dispatch is about only where that is the only one.
struct BodyCountries: Annotator {
  static let requires: Set<Layer> = [.aliases, .countries, .verbs]
  static let provides: Set<Layer> = [.bodies]

  private let reader: PartyReader

  init(lexicon: LexiconFile) {
    reader = PartyReader(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    let open = draft.mentions.indices.filter { isOpen(draft.mentions[$0], draft) }
    guard !open.isEmpty else { return }
    var known: [String: String] = [:]
    var worldWide: Set<String> = []
    for mention in draft.mentions where mention.type == .organization && !mention.isFrame {
      if let country = mention.country { known[mention.value] = known[mention.value] ?? country } else if mention.rule == "organization.known" || mention.rule == "organization.agency" { worldWide.insert(mention.value) }
    }
    for index in open where known[draft.mentions[index].value] == nil {
      known[draft.mentions[index].value] = told(beside: draft.mentions[index].tokens, draft)
    }
    let home = reader.home(draft)
    for index in open where !worldWide.contains(draft.mentions[index].value) {
      let mention = draft.mentions[index]
      draft.mentions[index].country = known[mention.value] ?? (!mention.isPrivate || draft.focus.count == 1 ? home : nil)
    }
  }

  private func isOpen(_ mention: DraftMention, _ draft: Draft) -> Bool {
    mention.type == .organization && mention.country == nil && !mention.isFrame && mention.value != draft.frame.agency
  }

  /// `le groupe pétrolier hongrois X`, `X (Suisse)`, `l'hôpital X de Lyon`.
  private func told(beside tokens: Range<Int>, _ draft: Draft) -> String? {
    var k = tokens.lowerBound - 1
    while k >= 0, tokens.lowerBound - k < 6, draft.kind(k) == .word, draft.verbOfToken[k] < 0, !draft.flags(k + 1).contains(.startsLine) {
      if let mention = draft.mention(at: k) { if mention.type == .nationality { return mention.value } else { break } }
      if FunctionWords.determiners.contains(draft.word(k)) || FunctionWords.prepositions.contains(draft.word(k)) && !FunctionWords.of.contains(draft.word(k)) { break }
      k -= 1
    }
    let next = tokens.upperBound
    if let mention = draft.mention(at: next), mention.type == .nationality { return mention.value }
    guard FunctionWords.of.contains(draft.word(next)) || draft.word(next) == Sign.open, let place = draft.mention(at: next + 1), place.type == .place else { return nil }
    return Countries.country(of: place)
  }
}
