import DispatchModel
import Testing

private let tuesday = CalendarDate(iso: "2018-03-20") ?? CalendarDate(dayNumber: 0)

@Suite struct QueryTests {
  @Test(arguments: [
    ("", Query.Node.all),
    ("   ", .all),
    ("sanctions", .words(["sanctions"])),
    ("Président", .words(["president"])),
    ("l'ambassadeur", .words(["l", "ambassadeur"])),
    ("\"coupe du monde\"", .words(["coupe", "du", "monde"])),
    ("« coupe du monde »", .words(["coupe", "du", "monde"])),
    ("pres*", .prefix("pres")),
    ("a b", .and([.words(["a"]), .words(["b"])])),
    ("a OR b c", .or([.words(["a"]), .and([.words(["b"]), .words(["c"])])])),
    ("a -b", .and([.words(["a"]), .not(.words(["b"]))])),
    ("-(a OR b)", .not(.or([.words(["a"]), .words(["b"])]))),
    ("(a)", .words(["a"])),
    ("country:IQ", .filter(.country, "IQ")),
    ("country:irak", .filter(.country, "IQ")),
    ("country:Iraq", .filter(.country, "IQ")),
    ("country:\"Guinée équatoriale\"", .filter(.country, "GQ")),
    ("country:IQ,RU", .or([.filter(.country, "IQ"), .filter(.country, "RU")])),
    ("-mentions:US", .not(.filter(.mentions, "US"))),
    ("person:\"Fouad Massoum\"", .filter(.person, "Fouad Massoum")),
    ("type:statement event:threaten topic:diplomacy", .and([.filter(.type, "statement"), .filter(.event, "threaten"), .filter(.topic, "diplomacy")])),
    ("is:unread", .read(false)),
    ("is:starred", .starred(true)),
    ("title:Gaza", .title(.words(["gaza"]))),
    ("since:2018-03", .days(from: CalendarDate(iso: "2018-03-01"), to: nil)),
    ("until:2018", .days(from: nil, to: CalendarDate(iso: "2018-12-31"))),
    ("on:mardi", .days(from: CalendarDate(iso: "2018-03-20"), to: CalendarDate(iso: "2018-03-20"))),
    ("on:mercredi", .days(from: CalendarDate(iso: "2018-03-14"), to: CalendarDate(iso: "2018-03-14"))),
    ("on:2018-02-28", .days(from: CalendarDate(iso: "2018-02-28"), to: CalendarDate(iso: "2018-02-28"))),
    ("2018-03-20", .words(["2018", "03", "20"])),
    ("...", .all),
  ])
  func aQueryIsReadAsATree(text: String, root: Query.Node) throws {
    #expect(try Query.parse(text, today: tuesday).root == root)
  }

  @Test(arguments: [
    ("country:", 9, QueryError.Fact.missingValue("country")),
    ("a country:Atlantide", 11, .unknownCountry("Atlantide")),
    ("nature:IQ", 1, .unknownField("nature")),
    ("type:rumour", 6, .unknownValue(field: "type", value: "rumour", allowed: FactKind.allCases.map(\.rawValue))),
    ("on:demain", 4, .badDate("demain")),
    ("since:2018-13", 7, .badDate("2018-13")),
    ("(a b", 1, .openParenthesis),
    ("a) b", 2, .strayParenthesis),
    ("\"a b", 1, .openQuote),
    ("OR a", 1, .missingOperand("OR")),
    ("a OR", 3, .missingOperand("OR")),
    ("a OR OR b", 3, .missingOperand("OR")),
  ])
  func aWrongQuerySaysWhere(text: String, column: Int, fact: QueryError.Fact) throws {
    let error = try #require(throws: QueryError.self) { try Query.parse(text, today: tuesday) }
    #expect(error.column == column)
    #expect(error.fact == fact)
    #expect(!error.message(in: "fr").isEmpty && error.message(in: "fr") != error.message(in: "en"))
  }

  @Test func partsAreChipsThatCanGo() throws {
    let query = try Query.parse("country:IQ  (a OR b) -sport", today: tuesday)
    #expect(query.parts.map(\.text) == ["country:IQ", "(a OR b)", "-sport"])
    #expect(query.textRemoving(part: 1) == "country:IQ -sport")
    #expect(Query.text("  a  b ", adding: "c") == "a b c")
    #expect(try Query.parse("a OR b", today: tuesday).parts.map(\.text) == ["a OR b"])
  }

  @Test func deepAndLongQueriesAreRefused() {
    #expect(throws: QueryError.self) { try Query.parse(String(repeating: "(", count: 60) + "a", today: tuesday) }
    #expect(throws: QueryError.self) { try Query.parse(String(repeating: "a ", count: 4_000), today: tuesday) }
  }
}

@Suite struct CountryTests {
  @Test(arguments: [("irak", "IQ"), ("Iraq", "IQ"), ("iq", "IQ"), ("irq", "IQ"), ("etats-unis", "US"), ("usa", "US"), ("cote d'ivoire", "CI"), ("rdc", "CD"), ("kosovo", "XK")])
  func aNameOrCodeLeadsToTheCountry(text: String, code: String) {
    #expect(Country(named: text)?.code == code)
    #expect(Country.matching(text).first?.code == code)
  }

  @Test func everyCountryHasItsNames() {
    #expect(Country.all.count == 250)
    for country in Country.all {
      #expect(country.code.count == 2 && !country.name(in: "fr").isEmpty && !country.name(in: "en").isEmpty)
    }
    #expect(Set(Country.all.map(\.code)).count == Country.all.count)
  }

  @Test func groupsHoldCountries() {
    #expect(Set(CountryGroup.all.map(\.id)).count == CountryGroup.all.count)
    for group in CountryGroup.all { #expect(group.members.allSatisfy { Country(code: $0) != nil }, "\(group.id)") }
    #expect(CountryGroup.all.first { $0.id == "ue" }?.members.count == 27)
  }

  @Test(arguments: [("Ibrahim al-Jaafari", "Ibrahim Jaafari"), ("Al-Qaïda", "el-Qaida"), ("Nguyễn Văn", "Nguyen Van"), ("Jean-Pierre Aké", "jean pierre ake")])
  func spellingsOfANameMeet(one: String, other: String) {
    #expect(EntityName.key(one) == EntityName.key(other))
    #expect(EntityName.key("Fouad Massoum") != EntityName.key("Salim Massoum"))
  }

  @Test(arguments: [
    ("Vladimir Poutine", "Vladimir Putin"), ("Sergueï Lavrov", "Sergey Lavrov"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Ilham Aliev", "Ilham Aliyev"),
    ("Mohammed ben Salmane", "Mohamed bin Salman"), ("Bachar al-Assad", "Bashar Assad"), ("Abdel Fattah al-Sissi", "Abdelfattah el-Sisi"),
    ("Alexandre Loukachenko", "Alexander Lukashenko"), ("Mikhaïl Gorbatchev", "Mikhail Gorbachev"), ("Vladimir Jirinovski", "Vladimir Zhirinovsky"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"), ("Viktor Orbán", "Victor Orban"), ("Khalifa Haftar", "Khalifa Haftar"),
  ])
  func transliterationsOfAPersonMeet(one: String, other: String) {
    #expect(EntityName.key(person: one) == EntityName.key(person: other))
  }

  @Test(arguments: [
    ("Fouad Massoum", "Salim Massoum"), ("Martin Aubry", "Martine Aubry"), ("Michel Obama", "Michelle Obama"), ("Pascal Nègre", "Pascale Nègre"),
    ("Jean Bon", "Jeanne Bon"), ("Daniel Ortega", "Daniela Ortega"), ("George W. Bush", "George Bush"), ("Ali Bongo", "Omar Bongo"),
  ])
  func twoPeopleStayTwo(one: String, other: String) {
    #expect(EntityName.key(person: one) != EntityName.key(person: other))
  }
}
