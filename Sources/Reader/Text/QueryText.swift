internal import DispatchModel

/// A query as the reader edits it: its text cut into the terms that the status line shows as chips.
///
/// Only the outermost level is cut; words between parentheses or quotation marks stay together. Whether the text is a
/// right query is for the query language to say (`problem`).
struct QueryText: Hashable, Sendable {
  var text: String

  init(_ text: String) { self.text = text }

  /// The outermost terms in order, each as written. `a OR b` at the outermost level is one term: taking a part away would change
  /// what the rest means.
  var terms: [String] {
    let words = outermost
    return words.contains("OR") ? [words.joined(separator: " ")] : words
  }

  private var outermost: [String] {
    var terms: [String] = []
    var term = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth = max(0, depth - 1)
      default: break
      }
      if character == " ", depth == 0, !isQuoted {
        if !term.isEmpty { terms.append(term) }
        term = ""
      } else {
        term.append(character)
      }
    }
    if !term.isEmpty { terms.append(term) }
    return terms
  }

  /// The text without its term at `index`.
  func removingTerm(at index: Int) -> QueryText {
    var rest = terms
    guard rest.indices.contains(index) else { return self }
    rest.remove(at: index)
    return QueryText(rest.joined(separator: " "))
  }

  /// The countries chosen and shut out at the outermost level, in the order written.
  var countries: (chosen: [String], excluded: [String]) {
    var chosen: [String] = []
    var excluded: [String] = []
    for term in terms {
      if let codes = Self.countryCodes(of: term) {
        chosen += codes
      } else if term.first == "-", let codes = Self.countryCodes(of: String(term.dropFirst())) {
        excluded += codes
      }
    }
    return (chosen, excluded)
  }

  /// The text with those countries in place of the ones that it has at the outermost level.
  func withCountries(chosen: [String], excluded: [String]) -> QueryText {
    var rest = terms.filter { Self.countryCodes(of: $0.first == "-" ? String($0.dropFirst()) : $0) == nil }
    if !(chosen.isEmpty && excluded.isEmpty) { rest = rest.map(Self.guarded) }
    // A region that is shut out is one term, as one that is chosen is.
    rest.insert(contentsOf: CountryNames.grouped(excluded).map { "-" + Self.anyOf(CountryNames.members($0)) }, at: 0)
    if !chosen.isEmpty { rest.insert(Self.anyOf(chosen), at: 0) }
    return QueryText(rest.joined(separator: " "))
  }

  /// `country:IQ`, `(country:IQ OR country:RU)`.
  private static func anyOf(_ codes: [String]) -> String {
    let terms = codes.map { "country:\($0)" }
    return terms.count == 1 ? terms[0] : "(" + terms.joined(separator: " OR ") + ")"
  }

  /// The text with a term added at its end, or without it where it has it.
  func toggling(_ term: String) -> QueryText {
    if let index = terms.firstIndex(of: term) { return removingTerm(at: index) }
    return QueryText(text.isEmpty ? term : Self.guarded(text) + " " + term)
  }

  /// The plain words and phrases that are looked for in texts, for lighting them up: no fields, no exclusions.
  var words: [String] {
    var words: [String] = []
    collect(text, &words)
    return words
  }

  /// What is looked for while the text is still being typed: its last word, unfinished, finds all that begins so (`prés` as `prés*`).
  /// Exclusions, phrases and values of fields stand for themselves, titles' words apart.
  var whileTyped: QueryText {
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == " " || character == "(" || character == ")" { word = "" } else { word.append(character) }
    }
    guard let last = word.last, last.isLetter || last.isNumber, !isQuoted, !word.contains("\""), word != "OR", word != "OU",
      word.first != "-", word.first != "!"
    else { return self }
    if let colon = word.firstIndex(of: ":"), word[..<colon].lowercased() != "title" { return self }
    return QueryText(text + "*")
  }

  /// The last word where it is one that is looked for as it stands: where it finds nothing, a star behind it may.
  var lastPlainWord: String? {
    let starred = whileTyped
    return starred == self ? nil : terms.last.map { $0.lowercased().hasPrefix("title:") ? String($0.dropFirst(6)) : $0 }
  }

  /// The codes of `country:IQ` or of `(country:IQ OR country:RU)`; nil for anything else.
  static func countryCodes(of term: String) -> [String]? {
    if let code = countryCode(of: term) { return [code] }
    guard term.first == "(", term.last == ")" else { return nil }
    let parts = term.dropFirst().dropLast().split(separator: " ").map(String.init)
    guard parts.count % 2 == 1 else { return nil }
    var codes: [String] = []
    for (index, part) in parts.enumerated() {
      if index % 2 == 1 {
        guard part == "OR" else { return nil }
      } else if let code = countryCode(of: part) {
        codes.append(code)
      } else {
        return nil
      }
    }
    return codes
  }

  private static func countryCode(of term: String) -> String? {
    guard term.lowercased().hasPrefix("country:") else { return nil }
    return CountryNames.code(term.dropFirst(8))
  }

  /// In parentheses where it is alternatives, so that something can be put beside it.
  private static func guarded(_ text: String) -> String {
    QueryText(text).outermost.contains("OR") ? "(\(text))" : text
  }

  private func collect(_ text: String, _ words: inout [String]) {
    var word = ""
    var isQuoted = false
    var wasQuoted = false
    func close() {
      defer {
        word = ""
        wasQuoted = false
      }
      guard !word.isEmpty, word != "OR", word.first != "-" else { return }
      if wasQuoted {
        if !word.contains(":") { words.append(word) }
        return
      }
      if let colon = word.firstIndex(of: ":") {
        if word[..<colon].lowercased() == "title" { words.append(String(word[word.index(after: colon)...])) }
        return
      }
      words.append(word)
    }
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        wasQuoted = true
      case " " where !isQuoted, "(" where !isQuoted, ")" where !isQuoted: close()
      default: word.append(character)
      }
    }
    close()
  }
}

/// Where a query goes wrong.
public struct QueryProblem: Hashable, Sendable, Error {
  /// From 1, in characters of the query's text.
  public var column: Int
  public var message: String

  public init(column: Int, message: String) {
    self.column = column
    self.message = message
  }
}

extension QueryText {
  /// What is wrong with the text as a query; nil where it is right. The one place where the reader asks the query language.
  func problem(_ clock: Clock, _ language: Language) -> QueryProblem? {
    do {
      _ = try Query.parse(text, today: clock.now.date(offset: clock.zone))
      return nil
    } catch {
      return QueryProblem(column: error.column, message: error.message(in: language.rawValue))
    }
  }
}
