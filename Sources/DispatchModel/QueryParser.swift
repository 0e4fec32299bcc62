internal import Lexicon

extension Query {
  /// Reads a query. `today` resolves `on:mardi` and `since:hier`.
  ///
  /// Cost: linear in the text, which may hold at most 4,000 characters; parentheses nest at most 50 deep.
  public static func parse(_ text: String, today: CalendarDate) throws(QueryError) -> Query {
    guard text.count <= 4_000 else { throw QueryError(column: 4_000, fact: .tooLong) }
    var parser = QueryParser(tokens: try QueryLexer.tokens(of: text), characters: Array(text), today: today)
    return try parser.query(text)
  }
}

/// Recursive descent over the lexer's tokens: alternatives of conjunctions of terms.
struct QueryParser {
  private let tokens: [QueryLexer.Token]
  private let characters: [Character]
  private let today: CalendarDate
  private var at = 0
  private var depth = 0

  /// Every field's name, in the order of the contract.
  static let fieldNames =
    Query.Filter.allCases.map(\.rawValue) + ["is", "since", "until", "on", "title"]

  init(tokens: [QueryLexer.Token], characters: [Character], today: CalendarDate) {
    self.tokens = tokens
    self.characters = characters
    self.today = today
  }

  mutating func query(_ text: String) throws(QueryError) -> Query {
    let (root, parts) = try alternatives()
    if at < tokens.count { throw QueryError(column: column(at), fact: .strayParenthesis) }
    return Query(text: text, root: root, parts: parts)
  }

  /// `a b OR c d`; the parts are those of a single conjunction, else the whole.
  private mutating func alternatives() throws(QueryError) -> (Query.Node, [Query.Part]) {
    let start = at
    var choices: [Query.Node] = []
    var parts: [Query.Part] = []
    while true {
      let (node, own) = try conjunction()
      choices.append(node)
      parts = own
      guard at < tokens.count, tokens[at].kind == .or else { break }
      let orColumn = column(at)
      at += 1
      guard at < tokens.count, tokens[at].kind != .or, tokens[at].kind != .close else {
        throw QueryError(column: orColumn, fact: .missingOperand("OR"))
      }
    }
    guard choices.count > 1 else { return (choices[0], parts) }
    let range = tokens[start].range.lowerBound..<tokens[at - 1].range.upperBound
    let node = Query.Node.or(choices)
    return (node, [Query.Part(node: node, text: String(characters[range]), range: range)])
  }

  private mutating func conjunction() throws(QueryError) -> (Query.Node, [Query.Part]) {
    var parts: [Query.Part] = []
    while at < tokens.count, tokens[at].kind != .close {
      if tokens[at].kind == .or {
        if parts.isEmpty { throw QueryError(column: column(at), fact: .missingOperand("OR")) }
        break
      }
      let start = at
      let node = try term()
      guard node != .all else { continue }
      let range = tokens[start].range.lowerBound..<tokens[at - 1].range.upperBound
      parts.append(Query.Part(node: node, text: String(characters[range]), range: range))
    }
    switch parts.count {
    case 0: return (.all, [])
    case 1: return (parts[0].node, parts)
    default: return (.and(parts.map(\.node)), parts)
    }
  }

  private mutating func term() throws(QueryError) -> Query.Node {
    let token = tokens[at]
    at += 1
    switch token.kind {
    case .minus:
      guard at < tokens.count, ![.or, .close, .minus].contains(tokens[at].kind) else {
        throw QueryError(column: token.range.lowerBound + 1, fact: .missingOperand("-"))
      }
      let node = try term()
      return node == .all ? .all : .not(node)
    case .open:
      depth += 1
      guard depth <= 50 else { throw QueryError(column: token.range.lowerBound + 1, fact: .tooDeep) }
      let (node, _) = try alternatives()
      guard at < tokens.count, tokens[at].kind == .close else {
        throw QueryError(column: token.range.lowerBound + 1, fact: .openParenthesis)
      }
      at += 1
      depth -= 1
      return node
    case .close: throw QueryError(column: token.range.lowerBound + 1, fact: .strayParenthesis)
    case .or: throw QueryError(column: token.range.lowerBound + 1, fact: .missingOperand("OR"))
    case .word(let word): return Self.words(word)
    case .phrase(let phrase): return Self.words(phrase)
    case .field(let name, let value, let valueStart):
      return try field(name, value, nameColumn: token.range.lowerBound + 1, valueColumn: valueStart + 1)
    }
  }

  private func column(_ index: Int) -> Int { tokens[index].range.lowerBound + 1 }

  // MARK: Words

  /// The folded words of a text as the index has them; `pres*` is a prefix. Nothing but punctuation matches everything.
  static func words(_ text: String) -> Query.Node {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokenize(bytes)
    let words = tokens.indices.filter { tokens[$0].kind == .word || tokens[$0].kind == .number }.map { index in
      let word = Folding.fold(String(decoding: bytes[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self))
      return word.hasSuffix("'") ? String(word.dropLast()) : word
    }
    if text.hasSuffix("*"), let last = words.last {
      return words.count == 1 ? .prefix(last) : .and([.words(Array(words.dropLast())), .prefix(last)])
    }
    return words.isEmpty ? .all : .words(words)
  }

  // MARK: Fields

  private func field(_ name: String, _ value: String?, nameColumn: Int, valueColumn: Int) throws(QueryError) -> Query.Node {
    let name = name.lowercased()
    guard QueryParser.fieldNames.contains(name) else { throw QueryError(column: nameColumn, fact: .unknownField(name)) }
    guard let value, !value.isEmpty else { throw QueryError(column: valueColumn, fact: .missingValue(name)) }
    switch name {
    case "is": return try state(value, valueColumn)
    case "title": return Self.words(value) == .all ? .all : .title(Self.words(value))
    case "since": return .days(from: try days(value, valueColumn).lowerBound, to: nil)
    case "until": return .days(from: nil, to: try days(value, valueColumn).upperBound)
    case "on":
      let range = try days(value, valueColumn)
      return .days(from: range.lowerBound, to: range.upperBound)
    default: break
    }
    guard let filter = Query.Filter(rawValue: name) else { throw QueryError(column: nameColumn, fact: .unknownField(name)) }
    switch filter {
    case .country, .mentions:
      let codes = value.split(separator: ",").map(String.init)
      let nodes = try codes.map { code throws(QueryError) -> Query.Node in try country(filter, code, valueColumn) }
      return nodes.count == 1 ? nodes[0] : .or(nodes)
    case .type: return .filter(filter, try choice(name, value, FactKind.allCases.map(\.rawValue), valueColumn))
    case .event: return .filter(filter, try choice(name, value, EventCategory.allCases.map(\.rawValue), valueColumn))
    case .topic: return .filter(filter, try choice(name, value, Topic.allCases.map(\.rawValue), valueColumn))
    case .person, .org, .place, .entity, .agency, .author, .lang, .feed, .tag: return .filter(filter, value)
    }
  }

  private func country(_ filter: Query.Filter, _ value: String, _ column: Int) throws(QueryError) -> Query.Node {
    if let country = Country(named: value) { return .filter(filter, country.code) }
    let folded = Folding.fold(value)
    if let group = CountryGroup.all.first(where: { $0.id == folded || Folding.fold($0.name(in: "fr")) == folded || Folding.fold($0.name(in: "en")) == folded }) {
      return .or(group.members.map { .filter(filter, $0) })
    }
    throw QueryError(column: column, fact: .unknownCountry(value))
  }

  private func choice(_ field: String, _ value: String, _ allowed: [String], _ column: Int) throws(QueryError) -> String {
    let folded = Folding.fold(value)
    guard allowed.contains(folded) else {
      throw QueryError(column: column, fact: .unknownValue(field: field, value: value, allowed: allowed))
    }
    return folded
  }

  private func state(_ value: String, _ column: Int) throws(QueryError) -> Query.Node {
    switch Folding.fold(value) {
    case "unread", "nonlu": return .read(false)
    case "read", "lu": return .read(true)
    case "starred", "favori": return .starred(true)
    case "unstarred": return .starred(false)
    default: throw QueryError(column: column, fact: .unknownValue(field: "is", value: value, allowed: ["unread", "read", "starred", "unstarred"]))
    }
  }

  // MARK: Dates

  private static let weekdays: [[String]] = [
    ["lundi", "monday"], ["mardi", "tuesday"], ["mercredi", "wednesday"], ["jeudi", "thursday"], ["vendredi", "friday"],
    ["samedi", "saturday"], ["dimanche", "sunday"],
  ]

  /// The first and the last day that the text stands for: a year, a month, a day, a weekday (the nearest one past, today included).
  private func days(_ value: String, _ column: Int) throws(QueryError) -> ClosedRange<CalendarDate> {
    let folded = Folding.fold(value)
    switch folded {
    case "today", "aujourd'hui", "aujourdhui": return today...today
    case "yesterday", "hier": return today.adding(days: -1)...today.adding(days: -1)
    default: break
    }
    if let index = QueryParser.weekdays.firstIndex(where: { $0.contains(folded) }) {
      let day = today.adding(days: -((today.weekday - 1 - index + 7) % 7))
      return day...day
    }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if let year = parts.first.flatMap({ Int($0) }), parts[0].count == 4 {
      if parts.count == 1, let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31) {
        return first...last
      }
      if parts.count == 2, let month = Int(parts[1]), let first = CalendarDate(year: year, month: month, day: 1),
        let last = CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
      {
        return first...last
      }
      if parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]), let date = CalendarDate(year: year, month: month, day: day) {
        return date...date
      }
    }
    throw QueryError(column: column, fact: .badDate(value))
  }
}
