internal import DispatchModel
internal import Lexicon

/// Decides which currency a bare noun means, once the countries of the dispatch are known: `dinars` in a dispatch from Algiers.
///
/// In this order: the same amount with its country's adjective elsewhere in the text; the nearest country of the sentence that has
/// a currency of that name; the focus countries; the dateline's; any country mentioned; the noun's own default. `dollars` are United
/// States dollars unless the first or the dateline's country says otherwise, as wires write them.
struct Currencies: Annotator {
  static let requires: Set<Layer> = [.countries]
  static let provides: Set<Layer> = [.currencies]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {
    // The same amount with its country's adjective, by number: « 123 millions de dollars canadiens ».
    var stated: [Substring: [Substring]] = [:]
    for mention in draft.mentions where mention.type == .figure && !mention.value.contains("?") {
      let parts = mention.value.split(separator: " ", maxSplits: 1)
      if parts.count == 2, parts[1].utf8.count == 3 { stated[parts[0], default: []].append(parts[1]) }
    }
    for index in draft.mentions.indices where draft.mentions[index].type == .figure {
      let value = draft.mentions[index].value
      guard let mark = value.firstIndex(of: "?"), let choice = Choice(value[value.index(after: mark)...]) else { continue }
      let number = String(value[..<mark])
      let code = stated[number.dropLast()]?.first { choice.byCountry.values.contains($0) }.map(String.init) ?? choice.code(for: countries(around: draft.mentions[index], choice, in: draft)) ?? choice.preferred
      draft.mentions[index].value = number + code
      if draft.explains { draft.mentions[index].reasons.append("currency \(code) among \(choice.byCountry.count) countries") }
    }
  }

  /// `USD CA:CAD US:USD …`
  private struct Choice {
    let preferred: String
    let byCountry: [Substring: Substring]

    init?(_ text: Substring) {
      let parts = text.split(separator: " ")
      guard let first = parts.first else { return nil }
      preferred = String(first)
      byCountry = Dictionary(
        parts.dropFirst().compactMap { part in
          let pair = part.split(separator: ":")
          return pair.count == 2 ? (pair[0], pair[1]) : nil
        }, uniquingKeysWith: { first, _ in first })
    }

    func code(for countries: [String]) -> String? {
      for country in countries {
        if let code = byCountry[country[...]] { return String(code) }
      }
      return nil
    }
  }

  private func countries(around mention: DraftMention, _ choice: Choice, in draft: Draft) -> [String] {
    let dateline = draft.frame.place.flatMap { country(ofValue: $0) }.map { [$0] } ?? []
    if choice.preferred == "USD" { return dateline.filter { draft.focus.first == $0 } }
    let sentence = draft.sentence(of: mention.tokens.lowerBound) ?? mention.tokens
    let first = max(sentence.lowerBound, mention.tokens.lowerBound - 80)
    let last = min(sentence.upperBound, mention.tokens.upperBound + 80)
    let near = (first..<max(first, last)).compactMap { draft.mention(at: $0) }.filter { !$0.isFrame }
      .compactMap { other in country(of: other).map { (abs(other.tokens.lowerBound - mention.tokens.lowerBound), $0) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
    return near + draft.focus + dateline + draft.mentioned
  }

  private func country(of mention: DraftMention) -> String? {
    switch mention.type {
    case .nationality: mention.value
    case .place: country(ofValue: mention.value)
    case .organization: mention.country
    default: nil
    }
  }

  /// `DZ` of `DZ` and of `Tindouf/DZ`.
  private func country(ofValue value: String) -> String? {
    let code = value.split(separator: "/").last.map(String.init) ?? value
    return code.utf8.count == 2 ? code : nil
  }
}
