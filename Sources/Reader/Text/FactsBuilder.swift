internal import DispatchModel
internal import Terminal

/// Makes cards of a reading: persons with their offices, then facts by kind, then the remaining names by type.
struct FactsBuilder {
  private let reading: Reading
  private let language: Language
  private var types: [String: MentionType] = [:]

  /// Dateline and byline say where a dispatch comes from, not what it tells: their names make no cards.
  init(_ whole: Reading, _ language: Language) {
    var reading = whole
    let frame = whole.parts.filter { $0.kind == .dateline || $0.kind == .byline || $0.kind == .signature }.map(\.span)
    reading.mentions.removeAll { mention in frame.contains { $0.contains(mention.span) } }
    self.reading = reading
    self.language = language
    for mention in reading.mentions where mention.type.isEntity && types[mention.value] == nil {
      types[mention.value] = mention.type
    }
  }

  mutating func build() -> [FactCard] {
    var cards = persons()
    for fact in reading.facts {
      switch fact.content {
      case .office: continue
      case .statement(let statement): cards.append(card(statement, fact))
      case .event(let event): cards.append(card(event, fact))
      case .figure(let figure): cards.append(card(figure, fact))
      case .casualties(let toll): cards.append(card(toll, fact))
      }
    }
    cards += names(.date, group: .when) { Dates.value($0, language) }
    cards += names(.place, group: .places) { Wording.placeInFull($0, language) }
    cards += names(.organization, group: .organizations) { DisplayText($0) }
    for type in [MentionType.law, .product, .event] { cards += names(type, group: .things) { DisplayText($0) } }
    return cards.enumerated().sorted { ($0.element.group.rawValue, $0.offset) < ($1.element.group.rawValue, $1.offset) }.map(\.element)
  }

  /// One card a person: name, offices, the words of the office first, then every mention.
  private func persons() -> [FactCard] {
    var order: [String] = []
    var offices: [String: [Fact]] = [:]
    var spans: [String: [TextSpan]] = [:]
    for mention in reading.mentions where mention.type == .person {
      if spans[mention.value] == nil { order.append(mention.value) }
      spans[mention.value, default: []].append(mention.span)
    }
    for fact in reading.facts {
      guard case .office(let office) = fact.content else { continue }
      if spans[office.person] == nil, offices[office.person] == nil { order.append(office.person) }
      offices[office.person, default: []].append(fact)
    }
    return order.map { person in
      let facts = offices[person] ?? []
      let titles = facts.map { fact in
        if case .office(let office) = fact.content { return title(of: office) }
        return DisplayText()
      }
      let evidence = facts.map(\.evidence.span)
      let confidence = facts.map(\.confidence).min() ?? 1
      let isOfficial = !evidence.isEmpty
      return FactCard(
        group: .who, title: DisplayText(person), detail: titles.joined(separator: " ; "),
        spans: isOfficial ? evidence : spans[person] ?? [],
        entities: [EntityReference(type: .person, value: person)], confidence: confidence)
    }
  }

  private func title(of office: Office) -> DisplayText {
    var text = DisplayText(office.title)
    if office.isFormer { text = Words.former(language) + text }
    if office.isActing { text += " " + Words.acting(language) }
    if let of = office.of { text += "\u{A0}· " + Wording.holder(of, language) }
    return text
  }

  private func card(_ statement: Statement, _ fact: Fact) -> FactCard {
    let quoted: DisplayText = language == .fr ? "« " + DisplayText(statement.content) + " »" : "“" + DisplayText(statement.content) + "”"
    var detail = statement.isQuoted ? quoted : DisplayText(statement.content)
    if let via = statement.via { detail += "\u{A0}· " + DisplayText(via) }
    return FactCard(
      group: .statements, title: Wording.participant(statement.speaker, language), detail: detail,
      spans: [fact.evidence.span], entities: references([statement.speaker]), confidence: fact.confidence)
  }

  private func card(_ event: Event, _ fact: Fact) -> FactCard {
    let actors = event.actors.map { Wording.participant($0, language) }.joined(separator: ", ")
    let targets = event.targets.map { Wording.participant($0, language) }.joined(separator: ", ")
    var title = actors
    // A catastrophe has no author: whom it strikes stands for itself.
    let strikes = event.category == .disaster || event.category == .die
    if !targets.isEmpty { title += actors.isEmpty ? (strikes ? targets : "→ " + targets) : " → " + targets }
    if title.isEmpty { title = DisplayText(event.trigger) }
    var details = [Wording.event(event.category)(language)]
    if let status = Wording.status(event.status) { details[0] += " " + Words.bracketed(status(language)) }
    if !title.isEmpty, title.string != event.trigger, Wording.saysMore(event, language) { details.append(DisplayText(event.trigger)) }
    if let place = event.place { details.append(Wording.place(place, language)) }
    if let when = event.when { details.append(Dates.value(when, language)) }
    return FactCard(
      group: .events, title: title, detail: details.joined(separator: "\u{A0}· "), spans: [fact.evidence.span],
      entities: references(event.actors + event.targets), confidence: fact.confidence)
  }

  private func card(_ figure: Figure, _ fact: Fact) -> FactCard {
    var title = Numbers.rounded(figure.value, language)
    if !figure.unit.isEmpty { title += (figure.unit == "%" && language == .en ? "" : "\u{A0}") + DisplayText(figure.unit) }
    var details: [DisplayText] = []
    if !figure.what.isEmpty { details.append(DisplayText(figure.what)) }
    if let of = figure.of { details.append(Wording.place(of, language)) }
    return FactCard(
      group: .figures, title: title, detail: details.joined(separator: "\u{A0}· "), spans: [fact.evidence.span],
      entities: figure.of.map { references([Participant(id: $0)]) } ?? [], confidence: fact.confidence)
  }

  private func card(_ toll: Casualties, _ fact: Fact) -> FactCard {
    var numbers: [DisplayText] = []
    if let dead = toll.dead { numbers.append(Words.dead(dead, language)) }
    if let injured = toll.injured { numbers.append(Words.injured(injured, language)) }
    if let missing = toll.missing { numbers.append(Words.missing(missing, language)) }
    var details: [DisplayText] = []
    if let cause = toll.cause { details.append(DisplayText(cause)) }
    if let place = toll.place { details.append(Wording.place(place, language)) }
    if let when = toll.when { details.append(Dates.value(when, language)) }
    return FactCard(
      group: .toll, title: (toll.isAbout ? Words.about(language) + " " : "") + numbers.joined(separator: ", "),
      detail: details.joined(separator: "\u{A0}· "), spans: [fact.evidence.span],
      entities: toll.place.map { [EntityReference(type: .place, value: $0)] } ?? [], confidence: fact.confidence)
  }

  /// One card a distinct value of a type, in the order of the text; how often it occurs where that is more than once.
  private func names(_ type: MentionType, group: FactGroup, _ name: (String) -> DisplayText) -> [FactCard] {
    var order: [String] = []
    var spans: [String: [TextSpan]] = [:]
    for mention in reading.mentions where mention.type == type {
      if spans[mention.value] == nil { order.append(mention.value) }
      spans[mention.value, default: []].append(mention.span)
    }
    return order.map { value in
      let places = spans[value] ?? []
      return FactCard(
        group: group, title: name(value), detail: places.count > 1 ? "×\(places.count)" : "", spans: places,
        entities: type.isEntity ? [EntityReference(type: type, value: value)] : [], confidence: 1)
    }
  }

  /// What the participants are, as dossiers know them: a code is a country, a name has its mention's type.
  private func references(_ participants: [Participant]) -> [EntityReference] {
    participants.map { participant in
      if CountryNames.isCode(participant.id) { return .country(participant.id) }
      return EntityReference(type: types[participant.id] ?? .organization, value: participant.id)
    }
  }
}
