internal import DispatchModel
internal import Terminal

/// Entities, countries and kinds in the reader's words.
enum Wording {
  /// `Fouad Massoum`, `Bagdad (Irak)`, `Irak`.
  static func name(_ entity: EntityReference, _ language: Language) -> DisplayText {
    switch entity.type {
    case .place: place(entity.value, language)
    case .nationality: country(entity.value, language)
    case .date: Dates.value(entity.value, language)
    default: DisplayText(entity.value)
    }
  }

  /// A place value, `Bagdad/IQ` or `IQ`, in words: `Bagdad`, `Irak`.
  static func place(_ value: String, _ language: Language) -> DisplayText {
    if CountryNames.isCode(value) { return country(value, language) }
    return DisplayText(value.split(separator: "/").first ?? Substring(value))
  }

  /// A place with its country: `Bagdad (Irak)`.
  static func placeInFull(_ value: String, _ language: Language) -> DisplayText {
    guard let slash = value.lastIndex(of: "/") else { return place(value, language) }
    let code = String(value[value.index(after: slash)...])
    guard CountryNames.isCode(code) else { return place(value, language) }
    return place(value, language) + " (" + country(code, language) + ")"
  }

  static func country(_ code: String, _ language: Language) -> DisplayText {
    CountryNames.name(code, language)
  }

  /// Who takes part, with the country in brackets where that says more.
  static func participant(_ participant: Participant, _ language: Language) -> DisplayText {
    CountryNames.isCode(participant.id) ? country(participant.id, language) : place(participant.id, language)
  }

  /// Whom an office is held for: a country, an organization, a place.
  static func holder(_ of: String, _ language: Language) -> DisplayText { place(of, language) }

  static func type(_ type: MentionType) -> Phrase {
    switch type {
    case .person: Phrase("personnes", "people")
    case .organization: Phrase("organisations", "organizations")
    case .place: Phrase("lieux", "places")
    case .nationality: Phrase("nationalités", "nationalities")
    case .date: Phrase("dates", "dates")
    case .figure: Phrase("chiffres", "figures")
    case .product: Phrase("produits", "products")
    case .event: Phrase("événements", "events")
    case .law: Phrase("textes de loi", "laws")
    }
  }

  /// One of that type.
  static func singular(_ type: MentionType) -> Phrase {
    switch type {
    case .person: Phrase("personne", "person")
    case .organization: Phrase("organisation", "organization")
    case .place: Phrase("lieu", "place")
    case .nationality: Phrase("nationalité", "nationality")
    case .date: Phrase("date", "date")
    case .figure: Phrase("chiffre", "figure")
    case .product: Phrase("produit", "product")
    case .event: Phrase("événement", "event")
    case .law: Phrase("texte de loi", "law")
    }
  }

  static func event(_ category: EventCategory) -> Phrase {
    switch category {
    case .agree: Phrase("accord", "agreement")
    case .consult: Phrase("entretien", "talks")
    case .support: Phrase("soutien", "support")
    case .cooperate: Phrase("coopération", "cooperation")
    case .aid: Phrase("aide", "aid")
    case .concede: Phrase("concession", "concession")
    case .retreat: Phrase("retrait", "withdrawal")
    case .request: Phrase("appel", "call")
    case .accuse: Phrase("accusation", "accusation")
    case .reject: Phrase("refus", "refusal")
    case .threaten: Phrase("menace", "threat")
    case .protest: Phrase("contestation", "protest")
    case .mobilize: Phrase("mobilisation", "mobilization")
    case .sanction: Phrase("sanction", "sanction")
    case .coerce: Phrase("contrainte", "coercion")
    case .assault: Phrase("attaque", "attack")
    case .elect: Phrase("élection", "election")
    case .appoint: Phrase("nomination", "appointment")
    case .disaster: Phrase("catastrophe", "disaster")
    case .die: Phrase("décès", "death")
    case .legislate: Phrase("législation", "legislation")
    case .business: Phrase("affaires", "business")
    case .achieve: Phrase("réussite", "achievement")
    }
  }

  /// Whether an event's word is another than the one for its kind: `accord · accord` says one thing twice.
  static func saysMore(_ event: Event, _ language: Language) -> Bool {
    Folding.fold(event.trigger) != Folding.fold(self.event(event.category)(language).string)
  }

  static func status(_ status: EventStatus) -> Phrase? {
    switch status {
    case .happened: nil
    case .ongoing: Phrase("en\u{A0}cours", "ongoing")
    case .planned: Phrase("prévu", "planned")
    case .conditional: Phrase("au conditionnel", "reported")
    case .denied: Phrase("démenti", "denied")
    }
  }
}
