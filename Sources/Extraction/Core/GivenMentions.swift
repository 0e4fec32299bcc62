// Readings over mentions that are given instead of found: what the facts are worth by themselves.
package import DispatchModel
internal import Lexicon

extension Extractor {
  /// The reading of a French dispatch with these mentions in place of those that the annotators choose.
  ///
  /// `mentions` hold spans in Unicode scalars. Countries and places in the frame are taken over from the mentions found on the same
  /// words. For measurements: facts over perfect mentions show what the rules of facts lose by themselves.
  package func read(_ dispatch: Dispatch, date: CalendarDate, with mentions: [Mention]) -> Reading {
    let bytes = Array(dispatch.text.utf8)
    let draft = Draft(
      dispatch: dispatch, bytes: bytes, tokens: Tokenizer.tokenize(bytes), reference: dispatch.published?.date() ?? date, explains: false,
      lexicon: french.lexicon, words: french.words)
    draft.language = "fr"
    for annotator in french.annotators {
      annotator.annotate(draft)
      if annotator is Aliases { draft.setMentions(given(mentions, in: draft)) }
    }
    return ReadingAssembly.reading(of: draft)
  }

  private func given(_ mentions: [Mention], in draft: Draft) -> [DraftMention] {
    let offsets = ScalarOffsets(draft: draft)
    var countries: [String: String] = [:]
    for mention in draft.mentions { if let country = mention.country { countries[mention.value] = country } }
    var next = 0
    return mentions.sorted { $0.span.start < $1.span.start }.compactMap { mention in
      while next < draft.count, offsets.end(of: next) <= mention.span.start { next += 1 }
      var end = next
      while end < draft.count, offsets.start(of: end) < mention.span.end { end += 1 }
      guard end > next else { return nil }
      let found = draft.mention(at: next)
      let isPlace = mention.type == .place || mention.type == .nationality
      let country = isPlace ? mention.value.split(separator: "/").last.map(String.init) : countries[mention.value]
      return DraftMention(
        type: mention.type, tokens: next..<end, value: mention.value, confidence: 1, rule: "given", country: country == "-" ? nil : country,
        isFrame: found?.isFrame ?? false)
    }
  }
}
