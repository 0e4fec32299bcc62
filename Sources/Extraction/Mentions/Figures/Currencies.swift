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

  func annotate(_ draft: Draft) {
    // The same amount with its country's adjective, by number: « 123 millions de dollars canadiens ».
    var stated: [Substring: [Substring]] = [:]
    guard draft.mentions.contains(where: { $0.type == .figure && $0.value.utf8.contains(UInt8(ascii: "?")) }) else { return }
    for mention in draft.mentions where mention.type == .figure && !mention.value.utf8.contains(UInt8(ascii: "?")) {
      guard let space = mention.value.utf8.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let code = mention.value[mention.value.utf8.index(after: space)...]
      if code.utf8.count == 3 { stated[mention.value[..<space], default: []].append(code) }
    }
    for index in draft.mentions.indices where draft.mentions[index].type == .figure {
      let value = draft.mentions[index].value
      guard let mark = value.utf8.firstIndex(of: UInt8(ascii: "?")), let choice = Choice(value[value.utf8.index(after: mark)...]) else { continue }
      let number = String(value[..<mark])
      let code = stated[number.dropLast()]?.first { choice.holds($0) }.map(String.init) ?? choice.code(for: countries(around: draft.mentions[index], choice, in: draft)) ?? choice.preferred
      draft.mentions[index].value = number + code
      if draft.explains { draft.mentions[index].reasons.append("currency \(code) among \(choice.count) countries") }
    }
  }

  /// `USD CA:CAD US:USD …`: the noun's own currency, then each country's.
  private struct Choice {
    private let bytes: [UInt8]
    let preferred: String

    init?(_ text: Substring) {
      bytes = Array(text.utf8)
      preferred = String(Substring(text.utf8.prefix { $0 != UInt8(ascii: " ") }))
      if preferred.isEmpty { return nil }
    }

    func code(for countries: [String]) -> String? {
      // A country that stands near is one of many mentions: each is asked for once.
      var asked: [String] = []
      for country in countries where !asked.contains(country) {
        var country = country
        if let code = country.withUTF8({ wanted in first(where: { of, _ in Self.equal(of, wanted) }) }) { return code }
        asked.append(country)
      }
      return nil
    }

    func holds(_ code: Substring) -> Bool {
      var code = code
      return code.withUTF8 { wanted in first(where: { _, its in Self.equal(its, wanted) }) != nil }
    }

    var count: Int { bytes.count { $0 == UInt8(ascii: ":") } }

    private static func equal(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
      one.count == other.count && one.indices.allSatisfy { one[$0] == other[$0] }
    }

    /// The first currency whose country and code the condition holds of.
    private func first(where isWanted: (_ country: UnsafeBufferPointer<UInt8>, _ code: UnsafeBufferPointer<UInt8>) -> Bool) -> String? {
      bytes.withUnsafeBufferPointer { bytes in
        var space = 0
        while space < bytes.count, bytes[space] != UInt8(ascii: " ") { space += 1 }
        while space < bytes.count {
          let start = space + 1
          var end = start
          var colon: Int?
          while end < bytes.count, bytes[end] != UInt8(ascii: " ") {
            if colon == nil, bytes[end] == UInt8(ascii: ":") { colon = end }
            end += 1
          }
          if let colon {
            let code = UnsafeBufferPointer(rebasing: bytes[colon + 1..<end])
            if isWanted(UnsafeBufferPointer(rebasing: bytes[start..<colon]), code) { return String(decoding: code, as: UTF8.self) }
          }
          space = end
        }
        return nil
      }
    }
  }

  private func countries(around mention: DraftMention, _ choice: Choice, in draft: Draft) -> [String] {
    let dateline = draft.frame.place.flatMap { country(ofValue: $0) }.map { [$0] } ?? []
    // Without a dateline the country that the dispatch is about speaks of its own.
    if choice.preferred == "USD" { return dateline.isEmpty ? Array(draft.focus.prefix(1)) : dateline.filter { draft.focus.first == $0 } }
    let sentence = draft.sentence(of: mention.tokens.lowerBound) ?? mention.tokens
    let first = max(sentence.lowerBound, mention.tokens.lowerBound - 80)
    let last = min(sentence.upperBound, mention.tokens.upperBound + 80)
    let near = (first..<max(first, last)).lazy.compactMap { draft.mention(at: $0) }.filter { !$0.isFrame }
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
    let code = PlaceNames.country(ofValue: value)
    return code.utf8.count == 2 ? String(code) : nil
  }
}
