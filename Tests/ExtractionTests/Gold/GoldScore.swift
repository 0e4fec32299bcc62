// How near a reading comes to the gold: precision and recall of mentions and facts, as the project's scorer counts them.
import DispatchModel
import Foundation

struct GoldScore {
  /// Right, in the gold, found; by what is counted (`mention place`, `value date`, `fact office`, `focus first` …).
  private(set) var tallies: [String: (right: Int, gold: Int, found: Int)] = [:]

  mutating func add(_ reading: Reading, against gold: GoldDispatch) {
    addMentions(reading, gold)
    let frame = gold.frame
    count("focus first", frame.focus.first == reading.focus.first ? 1 : 0, 1, 1)
    count("frame", [frame.agency == nil ? reading.agency == nil : sameName(frame.agency, reading.agency)].filter { $0 }.count, 1, 1)
    for kind in FactKind.allCases { addFacts(kind, reading, gold) }
  }

  /// The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found.
  func f1(_ key: String) -> Double {
    guard let tally = tallies[key], tally.gold + tally.found > 0 else { return 1 }
    return 2 * Double(tally.right) / Double(tally.gold + tally.found)
  }

  var summary: String {
    tallies.keys.sorted().map { "\($0) \((f1($0) * 1000).rounded() / 1000) of \(tallies[$0]?.gold ?? 0)" }.joined(separator: "\n")
  }

  private mutating func count(_ key: String, _ right: Int, _ gold: Int, _ found: Int) {
    let tally = tallies[key] ?? (0, 0, 0)
    tallies[key] = (tally.right + right, tally.gold + gold, tally.found + found)
  }

  private mutating func addMentions(_ reading: Reading, _ gold: GoldDispatch) {
    for type in MentionType.allCases {
      let wanted = Set(gold.mentions.filter { $0.type == type.rawValue }.map(\.span))
      let found = Set(reading.mentions.filter { $0.type == type }.map(\.span))
      count("mention \(type.rawValue)", wanted.intersection(found).count, wanted.count, found.count)
      count("mentions", wanted.intersection(found).count, wanted.count, found.count)
    }
    for mention in gold.mentions {
      let hits = reading.mentions.filter { $0.type.rawValue == mention.type && $0.span.overlaps(mention.span) }
      guard !hits.isEmpty, ["place", "nationality", "date", "figure", "person"].contains(mention.type) else { continue }
      let isName = mention.type == "place" || mention.type == "person"
      let right = hits.contains { isName ? sameName(mention.value, $0.value) : normal(mention.value) == normal($0.value) }
      count("values", right ? 1 : 0, 1, 1)
    }
  }

  private mutating func addFacts(_ kind: FactKind, _ reading: Reading, _ gold: GoldDispatch) {
    let wanted = gold.frame.facts.filter { $0.kind == kind.rawValue }
    let found = reading.facts.filter { $0.kind == kind }
    var pairs: [(score: Double, gold: Int, found: Int)] = []
    for (g, fact) in wanted.enumerated() {
      for (f, candidate) in found.enumerated() {
        let score = match(fact, candidate, in: gold.raw)
        if score > 0 { pairs.append((score, g, f)) }
      }
    }
    var usedGold: Set<Int> = []
    var usedFound: Set<Int> = []
    for pair in pairs.sorted(by: { ($0.score, $0.gold, $0.found) > ($1.score, $1.gold, $1.found) })
    where !usedGold.contains(pair.gold) && !usedFound.contains(pair.found) {
      usedGold.insert(pair.gold)
      usedFound.insert(pair.found)
    }
    count("fact \(kind.rawValue)", usedGold.count, wanted.count, found.count)
  }

  /// 0 where the two are not the same fact.
  private func match(_ gold: GoldFact, _ fact: Fact, in raw: String) -> Double {
    switch fact.content {
    case .office(let office):
      let title = overlap(gold.title ?? "", office.title)
      let isOf = gold.of == nil || sameName(gold.of, office.of) || gold.of?.split(separator: "/").last == office.of?.split(separator: "/").last
      return sameName(gold.person, office.person) && title >= 0.6 && isOf ? title : 0
    case .statement(let statement):
      let content = overlap(gold.content ?? "", statement.content)
      return same(gold.speaker, statement.speaker) && content >= 0.6 ? content : 0
    case .figure(let figure):
      return abs((gold.value ?? .nan) - figure.value) <= 1e-6 * max(1, abs(figure.value)) && normal(gold.unit ?? "") == normal(figure.unit) ? 1 : 0
    case .casualties(let toll):
      return gold.dead == toll.dead.map(Double.init) && gold.injured == toll.injured.map(Double.init)
        && gold.missing == toll.missing.map(Double.init) ? 1 : 0
    case .event(let event):
      guard gold.category == event.category.rawValue, let range = raw.range(of: gold.evidence) else { return 0 }
      let start = raw.unicodeScalars.distance(from: raw.startIndex, to: range.lowerBound)
      let span = TextSpan(start: start, end: start + gold.evidence.unicodeScalars.count)
      let actors = gold.actors ?? []
      guard span.overlaps(fact.evidence.span) else { return 0 }
      return actors.isEmpty || actors.contains { actor in event.actors.contains { same(actor, $0) } } ? 1 : 0
    }
  }

  private func same(_ gold: GoldFact.Party?, _ party: Participant) -> Bool {
    sameName(gold?.id, party.id) || (gold?.country != nil && gold?.country == party.country)
  }

  /// Equal, or one is the head or tail of the other (Massoum, Fouad Massoum).
  private func sameName(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    if a.contains("/"), b.contains("/") { return normal(a) == normal(b) }
    let first = normal(String(a.split(separator: "/").first ?? "")).split(separator: " ")
    let second = normal(String(b.split(separator: "/").first ?? "")).split(separator: " ")
    guard !first.isEmpty, !second.isEmpty else { return false }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return Array(long.suffix(short.count)) == short || Array(long.prefix(short.count)) == short
  }

  private func normal(_ text: String) -> String {
    let folded = text.decomposedStringWithCompatibilityMapping.lowercased().replacing("œ", with: "oe")
      .unicodeScalars.filter { $0.properties.canonicalCombiningClass == .notReordered }
    let words = String(String.UnicodeScalarView(folded)).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && !"%$€£".contains($0) }
    return words.joined(separator: " ")
  }

  private func overlap(_ a: String, _ b: String) -> Double {
    let small: Set<Substring> = ["le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "et", "a", "en"]
    func counts(_ text: String) -> [Substring: Int] {
      normal(text).split(separator: " ").filter { !small.contains($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let (first, second) = (counts(a), counts(b))
    let total = first.values.reduce(0, +) + second.values.reduce(0, +)
    guard total > 0 else { return first == second ? 1 : 0 }
    return 2 * Double(first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }) / Double(total)
  }
}
