/// A query's text cut into words, phrases, fields, operators and parentheses, each with its place.
struct QueryLexer {
  enum Kind: Equatable {
    case word(String)
    case phrase(String)
    /// `field:` and the value right after it; nil where nothing follows.
    case field(name: String, value: String?, valueStart: Int)
    case minus, or, open, close
  }

  struct Token: Equatable {
    var kind: Kind
    /// Characters of the text.
    var range: Range<Int>
  }

  private let text: [Character]
  private var at = 0

  private init(_ text: String) { self.text = Array(text) }

  static func tokens(of text: String) throws(QueryError) -> [Token] {
    var lexer = QueryLexer(text)
    return try lexer.run()
  }

  private mutating func run() throws(QueryError) -> [Token] {
    var tokens: [Token] = []
    while at < text.count {
      let start = at
      let character = text[at]
      if character.isWhitespace {
        at += 1
      } else if character == "(" || character == ")" {
        at += 1
        tokens.append(Token(kind: character == "(" ? .open : .close, range: start..<at))
      } else if (character == "-" || character == "!"), at + 1 < text.count, !text[at + 1].isWhitespace {
        at += 1
        tokens.append(Token(kind: .minus, range: start..<at))
      } else if isQuote(character) {
        let phrase = try quoted()
        tokens.append(Token(kind: .phrase(phrase), range: start..<at))
      } else {
        tokens.append(try word(from: start))
      }
    }
    return tokens
  }

  private mutating func word(from start: Int) throws(QueryError) -> Token {
    while at < text.count, !text[at].isWhitespace, text[at] != "(", text[at] != ")", !isQuote(text[at]) {
      if text[at] == ":", at > start, text[start..<at].allSatisfy({ $0.isLetter }) {
        let name = String(text[start..<at])
        at += 1
        // `http://…` is a word, not a field.
        if at < text.count, text[at] == "/" { continue }
        let valueStart = at
        if at < text.count, isQuote(text[at]) {
          let value = try quoted()
          return Token(kind: .field(name: name, value: value, valueStart: valueStart), range: start..<at)
        }
        while at < text.count, !text[at].isWhitespace, text[at] != "(", text[at] != ")" { at += 1 }
        let value = at > valueStart ? String(text[valueStart..<at]) : nil
        return Token(kind: .field(name: name, value: value, valueStart: valueStart), range: start..<at)
      }
      at += 1
    }
    let word = String(text[start..<at])
    return Token(kind: word == "OR" || word == "OU" ? .or : .word(word), range: start..<at)
  }

  /// The words between quotation marks; the marks are `"`, `“ ”` or `« »`.
  private mutating func quoted() throws(QueryError) -> String {
    let start = at
    let close: Character = text[at] == "«" ? "»" : text[at] == "“" ? "”" : "\""
    at += 1
    while at < text.count, text[at] != close { at += 1 }
    guard at < text.count else { throw QueryError(column: start + 1, fact: .openQuote) }
    let inner = String(text[start + 1..<at])
    at += 1
    return inner
  }

  private func isQuote(_ character: Character) -> Bool { character == "\"" || character == "«" || character == "“" }
}
