/// The JSON object of `telex extract`, one a line: a promise to scripts (Documentation/Contract.md).
extension JSONText {
  /// Writes the reading; `explains` adds rule and reasons to each mention and fact.
  public mutating func reading(_ reading: Reading, id: String, explains: Bool = false) {
    self.reading(
      reading, id: id, mentions: { $0.array(count: reading.mentions.count) { $0.mention(reading.mentions[$1], explains: explains) } },
      facts: { $0.array(count: reading.facts.count) { $0.fact(reading.facts[$1], explains: explains) } })
  }

  /// The same with the arrays of mentions and facts written by the caller.
  public mutating func reading(_ reading: Reading, id: String, mentions: (inout JSONText) -> Void, facts: (inout JSONText) -> Void) {
    object { json in
      json.key("id"); json.value(id)
      json.key("language"); json.value(reading.language)
      json.key("published"); json.value(reading.published?.iso)
      json.key("agency"); json.value(reading.agency)
      json.key("place"); json.value(reading.place)
      json.key("author"); json.value(reading.author)
      json.key("headline"); json.value(reading.headline)
      json.key("subheads"); json.array(reading.subheads) { $0.value($1) }
      json.key("countries")
      json.object { json in
        json.key("focus"); json.array(reading.focus) { $0.value($1) }
        json.key("mentioned"); json.array(reading.mentioned) { $0.value($1) }
      }
      json.key("topics"); json.array(reading.topics) { $0.value($1.rawValue) }
      json.key("mentions"); mentions(&json)
      json.key("facts"); facts(&json)
    }
  }

  /// One mention.
  public mutating func mention(_ mention: Mention, explains: Bool = false) {
    object { json in
      json.key("start"); json.value(mention.span.start)
      json.key("end"); json.value(mention.span.end)
      json.key("type"); json.value(mention.type.rawValue)
      json.key("text"); json.value(mention.text)
      json.key("value"); json.value(mention.value)
      json.key("confidence"); json.value(hundredths(mention.confidence))
      if explains {
        json.key("rule"); json.value(mention.rule)
        json.key("reasons"); json.array(mention.reasons) { $0.value($1) }
      }
    }
  }

  /// One fact with the roles of its kind.
  public mutating func fact(_ fact: Fact, explains: Bool = false) {
    object { json in
      json.key("kind"); json.value(fact.kind.rawValue)
      json.roles(fact.content)
      json.key("evidence")
      json.object { json in
        json.key("start"); json.value(fact.evidence.span.start)
        json.key("end"); json.value(fact.evidence.span.end)
        json.key("text"); json.value(fact.evidence.text)
      }
      json.key("confidence"); json.value(hundredths(fact.confidence))
      if explains {
        json.key("rule"); json.value(fact.rule)
        json.key("reasons"); json.array(fact.reasons) { $0.value($1) }
      }
    }
  }

  private mutating func roles(_ content: Fact.Content) {
    switch content {
    case .office(let office):
      key("person"); value(office.person)
      key("title"); value(office.title)
      key("of"); value(office.of)
      if office.isFormer { key("former"); value(true) }
      if office.isActing { key("acting"); value(true) }
    case .statement(let statement):
      key("speaker"); participant(statement.speaker)
      key("content"); value(statement.content)
      key("quoted"); value(statement.isQuoted)
      key("cue"); value(statement.cue)
      if let via = statement.via { key("via"); value(via) }
    case .figure(let figure):
      key("value"); value(figure.value)
      key("unit"); value(figure.unit)
      key("what"); value(figure.what)
      key("of"); value(figure.of)
    case .casualties(let toll):
      key("dead"); value(toll.dead)
      key("injured"); value(toll.injured)
      key("missing"); value(toll.missing)
      key("cause"); value(toll.cause)
      key("place"); value(toll.place)
      key("when"); value(toll.when)
      if toll.isAbout { key("about"); value(true) }
    case .event(let event):
      key("category"); value(event.category.rawValue)
      key("actors"); array(event.actors) { $0.participant($1) }
      key("targets"); array(event.targets) { $0.participant($1) }
      key("status"); value(event.status.rawValue)
      key("when"); value(event.when)
      key("where"); value(event.place)
      key("trigger"); value(event.trigger)
    }
  }

  private mutating func participant(_ participant: Participant) {
    object { json in
      json.key("id"); json.value(participant.id)
      json.key("country"); json.value(participant.country)
    }
  }
}

/// Two decimals are all a confidence deserves.
private func hundredths(_ confidence: Double) -> Double {
  let clamped = min(max(confidence, 0), 1)
  return (clamped * 100).rounded() / 100
}
