internal import DispatchModel
internal import Lexicon

/// Puts the facts in the order of the text and drops those that tell one thing again.
struct FactOrder: Annotator {
  static let requires: Set<Layer> = [.offices, .statements, .figureFacts, .casualties, .events]
  static let provides: Set<Layer> = [.facts]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {
    var kept: [DraftFact] = []
    var seen: [Key: Int] = [:]
    // Body before headline: the body says more.
    let headlineEnd = draft.parts.last { $0.kind == .headline || $0.kind == .subhead }?.tokens.upperBound ?? 0
    let ordered = draft.facts.filter { $0.evidence.lowerBound >= headlineEnd } + draft.facts.filter { $0.evidence.lowerBound < headlineEnd }
    var bodyCategories: Set<EventCategory> = []
    for fact in ordered {
      if case .event(let event) = fact.content {
        if fact.evidence.lowerBound < headlineEnd, bodyCategories.contains(event.category) { continue }
        bodyCategories.insert(event.category)
      }
      guard let key = Key(fact) else { kept.append(fact); continue }
      if let same = seen[key] {
        if kept[same].confidence < fact.confidence { kept[same] = fact }
        continue
      }
      seen[key] = kept.count
      kept.append(fact)
    }
    draft.facts = kept.sorted { ($0.evidence.lowerBound, $0.evidence.upperBound) < ($1.evidence.lowerBound, $1.evidence.upperBound) }
  }

  /// What makes two facts one.
  private struct Key: Hashable {
    var words: [String]

    init?(_ fact: DraftFact) {
      switch fact.content {
      case .office(let office): words = ["office", office.person, office.title, "\(office.isFormer)"]
      case .event(let event):
        words = ["event", event.category.rawValue] + event.actors.map(\.id) + ["→"] + event.targets.map(\.id) + (event.actors.isEmpty ? [event.when ?? ""] : [])
      case .statement(let statement): words = ["statement", statement.content]
      case .figure, .casualties: return nil
      }
    }
  }
}
