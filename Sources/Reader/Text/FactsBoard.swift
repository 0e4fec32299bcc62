internal import DispatchModel
internal import Terminal

/// The groups of the facts pane, in their order.
enum FactGroup: Int, CaseIterable, Hashable, Sendable {
  case who, statements, events, figures, toll, when, places, organizations, things

  var title: Phrase {
    switch self {
    case .who: Phrase("Qui", "Who")
    case .statements: Phrase("Déclarations", "Statements")
    case .events: Phrase("Événements", "Events")
    case .figures: Phrase("Chiffres", "Figures")
    case .toll: Phrase("Bilan", "Toll")
    case .when: Phrase("Quand", "When")
    case .places: Phrase("Lieux", "Places")
    case .organizations: Phrase("Organisations", "Organizations")
    case .things: Phrase("Textes et produits", "Laws and products")
    }
  }

  /// What stands before its cards; the second where the terminal shows ASCII only.
  var glyph: (DisplayText, ascii: DisplayText) {
    switch self {
    case .who: ("◉", "@")
    case .statements: ("❝", "\"")
    case .events: ("▸", ">")
    case .figures: ("#", "#")
    case .toll: ("†", "+")
    case .when: ("◷", "t")
    case .places: ("◎", "o")
    case .organizations: ("▣", "=")
    case .things: ("§", "*")
    }
  }
}

/// One card of the facts pane.
struct FactCard: Hashable, Sendable {
  var group: FactGroup
  var title: DisplayText
  var detail: DisplayText
  /// The words that it rests on; the first is the one to go to.
  var spans: [TextSpan]
  /// Who and what it is about: the first is what Enter opens the dossier of, where it has no words to go to.
  var entities: [EntityReference]
  /// 0…1.
  var confidence: Double
  var isStatement: Bool { group == .statements }
}

/// What the facts pane holds: a reading's facts and names as cards, grouped.
struct FactsBoard: Hashable, Sendable {
  var cards: [FactCard]

  static let empty = FactsBoard(cards: [])

  init(cards: [FactCard]) { self.cards = cards }

  init(_ reading: Reading, language: Language) {
    cards = []
    var builder = FactsBuilder(reading, language)
    cards = builder.build()
  }

  func count(of group: FactGroup) -> Int { cards.count { $0.group == group } }

  /// The cards that speak of a mention: whose words hold it, or that name what it names.
  func cards(about mention: Mention) -> Set<Int> {
    let entity = EntityReference(mention)
    return Set(
      cards.indices.filter { index in
        cards[index].spans.contains { $0.overlaps(mention.span) } || cards[index].entities.contains(entity)
      })
  }
}

extension EntityReference {
  /// What a mention names; a nationality names its country.
  init(_ mention: Mention) {
    self.init(type: mention.type == .nationality ? .place : mention.type, value: mention.value)
  }
}
