internal import DispatchModel
internal import Lexicon

/// One name is one thing throughout a text (Gale, Church and Yarowsky, One sense per discourse, 1992): where the judge of names wavers between
/// a place, a body and a person, the surest of all mentions decides; a name that it passed over is found where it stands again.
enum NameVotes {
  /// From here on a single judgement stands by itself.
  private static let firm = 0.88
  private static let least = 0.55
  private static let plurals: WordSet = ["les", "des", "aux", "ces", "ses", "leurs"]

  private struct Vote {
    var type: MentionType
    var confidence: Double
    var value: String
    var country: String?
    var isPrivate = false
  }

  static func settle(_ found: inout [Candidate], others: [Candidate], segments: [NameSegment], places: PlaceValues, in draft: Draft) {
    var best: [Word: Vote] = [:]
    func count(_ candidate: Candidate, _ confidence: Double) {
      guard candidate.type.isNamed else { return }
      let text = draft.written(candidate.tokens)
      guard confidence > best[text]?.confidence ?? 0 else { return }
      best[text] = Vote(type: candidate.type, confidence: confidence, value: candidate.value, country: candidate.country, isPrivate: candidate.isPrivate)
    }
    var covered = [Bool](repeating: false, count: draft.count)
    for candidate in found {
      count(candidate, candidate.confidence)
      // A surname stands for the full name.
      if candidate.type == .person, let last = candidate.tokens.last, candidate.tokens.count > 1, draft.features(last).isEmpty, best[draft.written(last..<last + 1)] == nil {
        best[draft.written(last..<last + 1)] = Vote(type: .person, confidence: min(0.8, candidate.confidence), value: draft.text(last..<last + 1), country: candidate.country)
      }
      for token in candidate.tokens { covered[token] = true }
    }
    for index in others.indices {
      if others[index].type.isNamed, others[index].rule != "organization.capitals" { count(others[index], others[index].confidence) }
      for token in others[index].tokens { covered[token] = true }
    }
    for index in found.indices {
      guard found[index].confidence < firm, let vote = best[draft.written(found[index].tokens)], vote.type != found[index].type, vote.confidence > found[index].confidence + 0.02
      else { continue }
      found[index].type = vote.type
      (found[index].value, found[index].country, found[index].isPrivate) = (vote.value, vote.country, vote.isPrivate)
      found[index].rule = "\(vote.type.rawValue).context"
    }
    // `les Kurdes`: people, whom one judgement may have taken for a body.
    for segment in segments where !plurals.contains(draft.word(segment.tokens.lowerBound - 1)) && !segment.run.isAllCapitals && !covered[segment.tokens.lowerBound] && isName(segment.tokens, in: draft) {
      guard let vote = best[draft.written(segment.tokens)], vote.confidence >= least else { continue }
      found.append(
        Candidate(
          type: vote.type, tokens: segment.tokens, value: vote.value, confidence: min(0.8, vote.confidence), rule: "\(vote.type.rawValue).again", country: vote.country,
          isPrivate: vote.isPrivate, reasons: draft.explains ? ["named elsewhere in the text"] : []))
    }
  }

  /// No common word: four letters at least, and none that the lexicon holds.
  private static func isName(_ tokens: Range<Int>, in draft: Draft) -> Bool {
    guard let first = tokens.first else { return false }
    return draft.tokens[first].end - draft.tokens[first].start >= 4 && (draft.features(first).isDisjoint(with: [.noun, .adjective, .verb, .adverb, .determiner, .preposition]) || tokens.count > 1)
  }
}

extension MentionType {
  /// Persons, places and bodies: what the judge tells apart.
  fileprivate var isNamed: Bool { self == .person || self == .place || self == .organization }
}
