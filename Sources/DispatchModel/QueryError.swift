/// A query that cannot be understood: where, and what would be right.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Fact: Hashable, Sendable {
    case unknownField(String)
    case missingValue(String)
    case unknownCountry(String)
    case unknownValue(field: String, value: String, allowed: [String])
    case badDate(String)
    case openQuote
    case openParenthesis
    case strayParenthesis
    case missingOperand(String)
    case tooDeep
    case tooLong
  }

  /// The character where it goes wrong, the first being 1.
  public let column: Int
  public let fact: Fact

  public var description: String { message(in: "en") }

  /// One sentence, without the column.
  public func message(in language: String) -> String {
    let isFrench = language.hasPrefix("fr")
    switch fact {
    case .unknownField(let name):
      return isFrench
        ? "« \(name) » n'est pas un champ ; les champs sont \(QueryError.fields)."
        : "“\(name)” is no field; the fields are \(QueryError.fields)."
    case .missingValue(let field):
      return isFrench ? "Il manque une valeur après « \(field): »." : "A value is missing after “\(field):”."
    case .unknownCountry(let name):
      return isFrench
        ? "« \(name) » n'est ni un pays ni un code ISO." : "“\(name)” is neither a country's name nor an ISO code."
    case .unknownValue(let field, let value, let allowed):
      let list = allowed.joined(separator: ", ")
      return isFrench ? "\(field): ne connaît pas « \(value) » ; possible : \(list)." : "\(field): does not know “\(value)”; it takes \(list)."
    case .badDate(let text):
      return isFrench
        ? "« \(text) » n'est pas une date ; écrivez 2018, 2018-03, 2018-03-20, hier, mardi."
        : "“\(text)” is no date; write 2018, 2018-03, 2018-03-20, yesterday, tuesday."
    case .openQuote: return isFrench ? "Il manque le guillemet fermant." : "The closing quotation mark is missing."
    case .openParenthesis: return isFrench ? "Il manque la parenthèse fermante." : "The closing parenthesis is missing."
    case .strayParenthesis: return isFrench ? "Cette parenthèse ne ferme rien." : "This parenthesis closes nothing."
    case .missingOperand(let word):
      return isFrench ? "Il manque quelque chose à côté de « \(word) »." : "Something is missing beside “\(word)”."
    case .tooDeep: return isFrench ? "Trop de parenthèses l'une dans l'autre." : "Too many parentheses one inside another."
    case .tooLong: return isFrench ? "La requête est trop longue." : "The query is too long."
    }
  }

  private static let fields = QueryParser.fieldNames.joined(separator: ", ")
}
