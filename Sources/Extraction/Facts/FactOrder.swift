internal import DispatchModel
internal import Lexicon

/// Puts the facts in the order of the text and drops those that tell one thing again.
struct FactOrder: Annotator {
  static let requires: Set<Layer> = [.offices, .statements, .figureFacts, .casualties, .events]
  static let provides: Set<Layer> = [.facts]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: Draft) {
    // Facts are big: they stay where they are, what is decided is their order.
    var kept: [Int] = []
    var seen: [Word: Int] = [:]
    // Body before headline: the body says more.
    let headlineEnd = draft.parts.last { $0.kind == .headline || $0.kind == .subhead }?.tokens.upperBound ?? 0
    let all = draft.facts.indices
    let ordered = all.filter { draft.facts[$0].evidence.lowerBound >= headlineEnd } + all.filter { draft.facts[$0].evidence.lowerBound < headlineEnd }
    let posts = Posts(draft.facts)
    let disasters = Disasters(draft.facts)
    // A bit for each category (`EventCategory.ordinal`).
    var bodyCategories: UInt64 = 0
    for index in ordered {
      if case .event(let event) = draft.facts[index].content {
        if disasters.isEcho(event) { continue }
        if draft.facts[index].evidence.lowerBound < headlineEnd, bodyCategories >> UInt64(event.category.ordinal) & 1 != 0 { continue }
        bodyCategories |= 1 << UInt64(event.category.ordinal)
      }
      if case .office(let office) = draft.facts[index].content, posts.isLesser(office) { continue }
      guard let key = Key(draft.facts[index].content)?.word else { kept.append(index); continue }
      if let same = seen[key] {
        if draft.facts[kept[same]].confidence < draft.facts[index].confidence { kept[same] = index }
        continue
      }
      seen[key] = kept.count
      kept.append(index)
    }
    for index in kept { draft.facts[index].evidence = FactOrder.whole(draft.facts[index].evidence, draft) }
    let spans = kept.map { draft.facts[$0].evidence }
    let sorted = kept.indices.sorted { (spans[$0].lowerBound, spans[$0].upperBound, $0) < (spans[$1].lowerBound, spans[$1].upperBound, $1) }
    draft.facts = sorted.map { draft.facts[kept[$0]] }
  }

  private static let dangling: WordSet = FunctionWords.articles.union(FunctionWords.of).union(FunctionWords.prepositions).union(FunctionWords.relatives)
    .union(FunctionWords.that).union(["et", "ou", "mais", "ni", "se", "s'", "ne", "n'", Sign.comma, Sign.open, Sign.openGuillemet, Sign.openCurly, Sign.colon, ";"])

  /// The words without what dangles at their end: `par quelques militaires de l'`.
  private static func whole(_ evidence: Range<Int>, _ draft: Draft) -> Range<Int> {
    var end = evidence.upperBound
    while end > evidence.lowerBound + 1, dangling.contains(draft.word(end - 1)), draft.mention(at: end - 1) == nil { end -= 1 }
    return evidence.lowerBound..<end
  }

  /// The titles of each person, so that `négociateur` gives way to `négociateur en chef`; a rank beside a post stays.
  private struct Posts {
    /// By the person's name (`Word.init(written:)`).
    private var titles: [Word: [String]] = [:]

    init(_ facts: [DraftFact]) {
      for index in facts.indices {
        guard case .office(let office) = facts[index].content else { continue }
        let person = Word(written: office.person)
        if titles[person]?.contains(office.title) != true { titles[person, default: []].append(office.title) }
      }
    }

    func isLesser(_ office: Office) -> Bool {
      // Of a single title none is lesser.
      guard let held = titles[Word(written: office.person)], held.count > 1 else { return false }
      return held.contains { $0.hasPrefix(office.title + " ") }
    }
  }

  /// The disasters that a text tells, so that a bare `le cyclone` in passing is none of its own.
  private struct Disasters {
    private var told: Set<String> = []

    init(_ facts: [DraftFact]) {
      for index in facts.indices {
        if case .event(let event) = facts[index].content, event.category == .disaster, !event.targets.isEmpty { told.insert(Folding.fold(event.trigger)) }
      }
    }

    func isEcho(_ event: Event) -> Bool {
      event.category == .disaster && event.targets.isEmpty && event.actors.isEmpty && event.when == nil && told.contains(Folding.fold(event.trigger))
    }
  }

  /// What makes two facts one: the hash of their words.
  private struct Key {
    private(set) var state = WrittenHash()
    /// What facts are told apart by.
    var word: Word { state.word }

    init?(_ content: Fact.Content) {
      switch content {
      case .office(let office):
        add("office")
        add(office.person)
        add(office.title)
        add(office.isFormer ? "former" : "")
      case .event(let event):
        add("event")
        add(event.category.rawValue)
        for actor in event.actors { add(actor.id) }
        add("→")
        for target in event.targets { add(target.id) }
        if event.actors.isEmpty { add(event.when ?? "") } else if event.targets.isEmpty { add(event.trigger) }
      case .statement(let statement):
        add("statement")
        add(statement.content)
      case .figure, .casualties: return nil
      }
    }

    private mutating func add(_ word: String) {
      var word = word
      word.withUTF8 { for byte in $0 { state.append(byte) } }
      // No byte of UTF-8 ends a word.
      state.append(0xFF)
    }
  }
}
