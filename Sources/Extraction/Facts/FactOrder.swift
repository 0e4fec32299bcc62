internal import DispatchModel
internal import Lexicon

/// Puts the facts in the order of the text and drops those that tell one thing again.
struct FactOrder: Annotator {
  static let requires: Set<Layer> = [.offices, .statements, .figureFacts, .casualties, .events]
  static let provides: Set<Layer> = [.facts]

  private let confidences: Confidences

  init(lexicon: LexiconFile) { confidences = Confidences(lexicon: lexicon) }

  func annotate(_ draft: inout Draft) {
    var kept: [DraftFact] = []
    var seen: [Key: Int] = [:]
    // Body before headline: the body says more.
    let headlineEnd = draft.parts.last { $0.kind == .headline || $0.kind == .subhead }?.tokens.upperBound ?? 0
    let ordered = draft.facts.filter { $0.evidence.lowerBound >= headlineEnd } + draft.facts.filter { $0.evidence.lowerBound < headlineEnd }
    let posts = Posts(draft.facts)
    let disasters = Disasters(draft.facts)
    var bodyCategories: Set<EventCategory> = []
    for fact in ordered {
      if case .event(let event) = fact.content {
        if disasters.isEcho(event) { continue }
        if fact.evidence.lowerBound < headlineEnd, bodyCategories.contains(event.category) { continue }
        bodyCategories.insert(event.category)
      }
      if case .office(let office) = fact.content, posts.isLesser(office) { continue }
      guard let key = Key(fact) else { kept.append(fact); continue }
      if let same = seen[key] {
        if kept[same].confidence < fact.confidence { kept[same] = fact }
        continue
      }
      seen[key] = kept.count
      kept.append(fact)
    }
    // How sure a rule is was measured.
    var confidences = confidences
    for index in kept.indices {
      guard let measured = confidences.confidence(of: kept[index].rule, in: draft.lexicon) else { continue }
      if draft.explains { kept[index].reasons.append("\(kept[index].rule) is right \(Int(measured * 100)) times of 100") }
      kept[index].confidence = measured
    }
    for index in kept.indices { kept[index].evidence = FactOrder.whole(kept[index].evidence, draft) }
    draft.facts = kept.sorted { ($0.evidence.lowerBound, $0.evidence.upperBound) < ($1.evidence.lowerBound, $1.evidence.upperBound) }
  }

  private static let dangling: Set<Word> = FunctionWords.articles.union(FunctionWords.of).union(FunctionWords.prepositions).union(FunctionWords.relatives)
    .union(FunctionWords.that).union(["et", "ou", "mais", "ni", "se", "s'", "ne", "n'", Sign.comma, Sign.open, Sign.openGuillemet, Sign.openCurly, Sign.colon, ";"])

  /// The words without what dangles at their end: `par quelques militaires de l'`.
  private static func whole(_ evidence: Range<Int>, _ draft: Draft) -> Range<Int> {
    var end = evidence.upperBound
    while end > evidence.lowerBound + 1, dangling.contains(draft.word(end - 1)), draft.mention(at: end - 1) == nil { end -= 1 }
    return evidence.lowerBound..<end
  }

  /// The titles of each person, so that `négociateur` gives way to `négociateur en chef`; a rank beside a post stays.
  private struct Posts {
    private var titles: [String: Set<String>] = [:]

    init(_ facts: [DraftFact]) {
      for fact in facts { if case .office(let office) = fact.content { titles[office.person, default: []].insert(office.title) } }
    }

    func isLesser(_ office: Office) -> Bool {
      titles[office.person, default: []].contains { $0.hasPrefix(office.title + " ") }
    }
  }

  /// The disasters that a text tells, so that a bare `le cyclone` in passing is none of its own.
  private struct Disasters {
    private var told: Set<String> = []

    init(_ facts: [DraftFact]) {
      for fact in facts {
        if case .event(let event) = fact.content, event.category == .disaster, !event.targets.isEmpty { told.insert(Folding.fold(event.trigger)) }
      }
    }

    func isEcho(_ event: Event) -> Bool {
      event.category == .disaster && event.targets.isEmpty && event.actors.isEmpty && event.when == nil && told.contains(Folding.fold(event.trigger))
    }
  }

  /// What makes two facts one.
  private struct Key: Hashable {
    var words: [String]

    init?(_ fact: DraftFact) {
      switch fact.content {
      case .office(let office): words = ["office", office.person, office.title, "\(office.isFormer)"]
      case .event(let event):
        words = ["event", event.category.rawValue] + event.actors.map(\.id) + ["→"] + event.targets.map(\.id) + (event.actors.isEmpty ? [event.when ?? ""] : event.targets.isEmpty ? [event.trigger] : [])
      case .statement(let statement): words = ["statement", statement.content]
      case .figure, .casualties: return nil
      }
    }
  }
}
