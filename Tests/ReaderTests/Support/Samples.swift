import DispatchModel
import Reader

/// Invented dispatches with readings made by hand: the world that the reader's tests read.
enum Samples {
  /// Wednesday 21 March 2018, 09:30 UTC.
  static let clock = Clock(now: Moment(day(21), hour: 9, minute: 30))

  static func day(_ day: Int, month: Int = 3) -> CalendarDate {
    CalendarDate(year: 2018, month: month, day: day) ?? CalendarDate(dayNumber: 17_600)
  }

  static let documents: [DispatchDocument] = [
    river, seism(4), seism(3), truce, seism(2), seism(1), mines, budget, festival, kite, port, wheat,
  ]

  /// Two presidents, a contract, a threat of sanctions.
  static let river: DispatchDocument = {
    let marked = MarkedDispatch([
      (.headline, "Le président ⟦irakien|nationality|IQ⟧ espère renforcer les relations avec la ⟦Russie|place|RU⟧ après le contrat du barrage"),
      (.subhead, "Dans un message adressé à son homologue ⟦russe|nationality|RU⟧ au lendemain de sa réélection"),
      (.dateline, "⟦Bagdad|place|Bagdad/IQ⟧"),
      (.byline, "⟦AA|organization|AA⟧/⟦Bagdad|place|Bagdad/IQ⟧/⟦Salem Haddad|person|Salem Haddad⟧"),
      (.paragraph,
        "Le président ⟦irakien|nationality|IQ⟧, ⟦Anis Karam|person|Anis Karam⟧, a indiqué, ⟦mardi|date|2018-03-20⟧, que son pays « souhaitait améliorer ses relations avec la ⟦Russie|place|RU⟧, dans l'intérêt des deux pays »."),
      (.paragraph,
        "C'est ce qui ressort du message de félicitations adressé par ⟦Karam|person|Anis Karam⟧ à ⟦Pavel Orlov|person|Pavel Orlov⟧, président de la ⟦Russie|place|RU⟧, réélu ⟦dimanche|date|2018-03-18⟧ avec ⟦76,66 %|figure|76.66 %⟧ des voix, selon la ⟦Présidence irakienne|organization|Présidence irakienne⟧."),
      (.paragraph,
        "Le chef de la diplomatie, ⟦Nabil Sabbah|person|Nabil Sabbah⟧, avait confirmé en ⟦février dernier|date|2018-02⟧ l'achat prévu de ⟦73 chars|figure|73 chars⟧ ⟦T-90|product|T-90⟧ pour ⟦1,2 milliard de dollars|figure|1200000000 USD⟧ ; ⟦Washington|place|Washington/US⟧ a menacé ⟦Bagdad|place|Bagdad/IQ⟧ de sanctions au titre du ⟦Sanctions Act|law|Sanctions Act⟧."),
      (.paragraph,
        "« Nous sommes déterminés à poursuivre la coopération dans tous les domaines, et d'abord dans celui de l'eau ! », a ajouté ⟦Karam|person|Anis Karam⟧ : le barrage de ⟦Mossoul|place|Mossoul/IQ⟧ doit être consolidé avant ⟦2020|date|2020⟧."),
    ])
    let facts = [
      Fact(.office(Office(person: "Anis Karam", title: "président", of: "IQ")), evidence: marked.evidence("Le président irakien, Anis Karam")),
      Fact(.office(Office(person: "Pavel Orlov", title: "président", of: "RU")), evidence: marked.evidence("Pavel Orlov, président de la Russie")),
      Fact(
        .office(Office(person: "Nabil Sabbah", title: "chef de la diplomatie", of: "IQ")),
        evidence: marked.evidence("Le chef de la diplomatie, Nabil Sabbah"), confidence: 0.7),
      Fact(
        .statement(
          Statement(
            speaker: Participant(id: "Anis Karam", country: "IQ"),
            content: "souhaitait améliorer ses relations avec la Russie, dans l'intérêt des deux pays", isQuoted: true, cue: "indiqué")),
        evidence: marked.evidence("souhaitait améliorer ses relations avec la Russie, dans l'intérêt des deux pays")),
      Fact(
        .statement(
          Statement(
            speaker: Participant(id: "Anis Karam", country: "IQ"),
            content: "Nous sommes déterminés à poursuivre la coopération dans tous les domaines, et d'abord dans celui de l'eau !",
            isQuoted: true, cue: "ajouté")),
        evidence: marked.evidence("Nous sommes déterminés à poursuivre la coopération dans tous les domaines, et d'abord dans celui de l'eau !")),
      Fact(
        .event(
          Event(
            category: .threaten, actors: [Participant(id: "US", country: "US")], targets: [Participant(id: "IQ", country: "IQ")],
            trigger: "menacé")), evidence: marked.evidence("Washington a menacé Bagdad de sanctions"), confidence: 0.64),
      Fact(
        .event(
          Event(
            category: .cooperate, actors: [Participant(id: "IQ", country: "IQ")], targets: [Participant(id: "RU", country: "RU")],
            status: .planned, when: "2018-02", trigger: "achat")), evidence: marked.evidence("l'achat prévu de 73 chars T-90")),
      Fact(.figure(Figure(value: 76.66, unit: "%", what: "voix", of: "Pavel Orlov")), evidence: marked.evidence("76,66 % des voix")),
      Fact(.figure(Figure(value: 73, unit: "", what: "chars T-90")), evidence: marked.evidence("73 chars T-90")),
      Fact(.figure(Figure(value: 1_200_000_000, unit: "USD", what: "achat de chars")), evidence: marked.evidence("1,2 milliard de dollars")),
    ]
    return document(
      id: 900, at: Moment(day(20), hour: 14, minute: 32), marked, facts, agency: "AA", author: "Salem Haddad", place: "Bagdad/IQ",
      countries: ["IQ", "RU"], mentioned: ["IQ", "RU", "US"], link: "https://example.org/depeches/900")
  }()

  /// The toll that the numbered dispatch of the quake's story gives.
  private static let tolls = [1: nil, 2: 12, 3: 17, 4: 23] as [Int: Int?]

  /// A quake told four times by two agencies, the toll growing.
  static func seism(_ number: Int) -> DispatchDocument {
    let dead = tolls[number].flatMap { $0 }
    let headline = dead.map { "Séisme au ⟦Maroc|place|MA⟧ : le bilan monte à ⟦\($0) morts|figure|\($0) morts⟧" } ?? "⟦Maroc|place|MA⟧ : fort séisme ressenti à ⟦Agadir|place|Agadir/MA⟧"
    var lines: [(PartKind, String)] = [
      (.headline, headline),
      (.paragraph, "⟦RABAT|place|Rabat/MA⟧, ⟦19 mars 2018|date|2018-03-19⟧ (⟦AFP|organization|AFP⟧) - Un séisme de ⟦magnitude 6,1|figure|6.1 magnitude⟧ a secoué ⟦lundi|date|2018-03-19⟧ la région d'⟦Agadir|place|Agadir/MA⟧."),
    ]
    if let dead {
      lines.append((.paragraph, "Au moins ⟦\(dead) personnes|figure|\(dead) personnes⟧ ont péri, selon le ministère de l'Intérieur, qui poursuit les recherches."))
    }
    let marked = MarkedDispatch(lines)
    let facts = dead.map {
      [
        Fact(
          .casualties(Casualties(dead: $0, cause: "séisme", place: "Agadir/MA", when: "2018-03-19", isAbout: true)),
          evidence: marked.evidence("Au moins \($0) personnes ont péri"))
      ]
    }
    return document(
      id: 800 + Int64(number), at: Moment(day(19), hour: 6 + number * 2, minute: 5), marked, facts ?? [], agency: number == 3 ? "MAP" : "AFP",
      countries: ["MA"], mentioned: ["MA"], priority: number == 1 ? "URGENT" : nil, urgency: number == 1 ? 1 : nil,
      story: StoryMark(id: 7, count: 4, tolls: [12, 17, 23]))
  }

  static let truce = plain(
    850, 19, 18, "Syrie : la trêve prolongée de trois jours dans la Ghouta", "AFP", ["SY"],
    "Les combattants ont accepté de prolonger la trêve, a annoncé l'ONU.")
  static let mines = plain(
    700, 17, 9, "Le Mali et l'Algérie rouvrent quatre postes-frontières fermés depuis 2013", "APS", ["ML", "DZ"],
    "Les deux gouvernements ont signé l'accord à Bamako. De nouvelles sanctions sont exclues.")
  static let budget = plain(
    650, 16, 8, "France : le Sénat adopte le budget rectifié", "AFP", ["FR"], "Le texte a été adopté par 182 voix contre 151.", unread: false)
  static let festival = plain(
    600, 15, 20, "Le festival de Carthage ouvre avec un film sur l'eau", "TAP", ["TN"], "Douze films sont en lice.", starred: true)
  static let kite = plain(
    550, 14, 7, "東京: fête des cerfs-volants 🪁 et « grand vent » annoncé", "Kyodo", ["JP"], "Le vent soufflait à 60 km/h.")
  static let port = plain(500, 12, 11, "", nil, [], "Un texte sans titre ni pays.")
  static let wheat = plain(
    450, 28, 11, "Ukraine : la récolte de blé s'annonce moyenne", "Reuters", ["UA"], "Le ministère attend 26 millions de tonnes.", month: 2)

  private static func plain(
    _ id: Int64, _ date: Int, _ hour: Int, _ headline: String, _ agency: String?, _ countries: [String], _ text: String, month: Int = 3,
    unread: Bool = true, starred: Bool = false
  ) -> DispatchDocument {
    let marked = MarkedDispatch((headline.isEmpty ? [] : [(.headline, headline)]) + [(.paragraph, text)])
    return document(
      id: id, at: Moment(day(date, month: month), hour: hour), marked, [], agency: agency, countries: countries, mentioned: countries,
      unread: unread, starred: starred)
  }

  private static func document(
    id: Int64, at moment: Moment, _ marked: MarkedDispatch, _ facts: [Fact], agency: String?, author: String? = nil, place: String? = nil,
    countries: [String], mentioned: [String], priority: String? = nil, urgency: Int? = nil, story: StoryMark? = nil, link: String? = nil,
    unread: Bool = true, starred: Bool = false
  ) -> DispatchDocument {
    let headline = marked.parts.first { $0.kind == .headline }.map { part in
      String(String.UnicodeScalarView(Array(marked.text.unicodeScalars)[part.span.start..<part.span.end]))
    }
    let line = DispatchLine(
      id: id, published: moment, agency: agency, countries: countries, headline: headline ?? "", isUnread: unread, isStarred: starred,
      priority: priority, urgency: urgency, story: story)
    let reading = Reading(
      language: "fr", published: moment.date(), agency: agency, place: place, author: author, headline: headline ?? "", priority: priority,
      parts: marked.parts, focus: countries, mentioned: mentioned, mentions: marked.mentions, facts: facts)
    let dispatch = Dispatch(identity: "\(id)", text: marked.text, published: moment, agency: agency, link: link)
    return DispatchDocument(line: line, dispatch: dispatch, reading: reading)
  }
}
