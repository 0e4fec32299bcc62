/// What is asked of the store: a tree, and the text it came from.
///
///     let query = try Query.parse("country:Irak (sanctions OR embargo) -sport since:2018-03", today: today)
///
/// The language is that of Documentation/Contract.md. A query is a value; parsing never touches the store.
public struct Query: Hashable, Sendable {
  /// As typed.
  public let text: String
  public let root: Node
  /// The parts that are AND-ed at the top, in order: what the status line shows as chips.
  public let parts: [Part]

  public indirect enum Node: Hashable, Sendable {
    /// Every dispatch.
    case all
    /// Words that follow one another in headline or body, already folded; one word, or a phrase.
    case words([String])
    /// Words that begin so: `pres*`.
    case prefix(String)
    case title(Node)
    case filter(Filter, String)
    case read(Bool)
    case starred(Bool)
    /// Published from the first day to the last, both included; nil is open.
    case days(from: CalendarDate?, to: CalendarDate?)
    case not(Node)
    case and([Node])
    case or([Node])
  }

  /// Fields whose value is looked up as it is.
  public enum Filter: String, CaseIterable, Hashable, Sendable {
    /// ISO code of a focus country, of any named country.
    case country, mentions
    /// Words of an entity's name.
    case person, org, place, entity
    /// A kind of fact, a category of event, a topic.
    case type, event, topic
    case agency, author, lang, feed, tag
  }

  /// One AND-ed part and the characters of the text it came from.
  public struct Part: Hashable, Sendable {
    public var node: Node
    /// The part as typed.
    public var text: String
    /// Characters of `Query.text`.
    public var range: Range<Int>
  }

  /// The query for every dispatch.
  public static let everything = Query(text: "", root: .all, parts: [])

  public var isEverything: Bool { root == .all }

  init(text: String, root: Node, parts: [Part]) {
    self.text = text
    self.root = root
    self.parts = parts
  }

  /// The text with one more part.
  public static func text(_ text: String, adding part: String) -> String {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty ? part : trimmed + " " + part
  }

  /// The text without the part at that place in `parts`.
  public func textRemoving(part index: Int) -> String {
    guard parts.indices.contains(index) else { return text }
    return parts.enumerated().filter { $0.offset != index }.map(\.element.text).joined(separator: " ")
  }
}
