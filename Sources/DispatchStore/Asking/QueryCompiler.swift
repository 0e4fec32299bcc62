internal import DispatchModel
internal import GRDB

/// A query as SQL: one walk of the full-text index where that can be, else conditions on the list's table.
///
/// Words and filters of one conjunction become a single FTS5 expression, walked in the order of row ids; dates become a range of
/// row ids. Read, starred and tagged are conditions on the rows that the walk meets. An alternative that mixes both kinds becomes
/// `id IN (…)`.
struct CompiledQuery {
  /// The FTS5 expression of the walk; nil where the list's table is walked.
  var match: String?
  /// Further conditions on `d`.
  var conditions: [String] = []
  var arguments: [any DatabaseValueConvertible] = []
  var lower: Int64?
  var upper: Int64?
  private var words: [String: [String]]

  init(_ query: Query) { self.init(query.root) }

  /// Marks `asSets` are held against the index's hits before any row is looked up; a beginning that has its `words` is asked for as those.
  init(_ root: Query.Node, asSets: Set<Query.Node> = [], words: [String: [String]] = [:]) {
    self.words = words
    var positive: [String] = []
    var negative: [String] = []
    for node in CompiledQuery.conjunction(root) {
      if case .days(let from, let to) = node {
        let range = RowID.range(from: from, to: to)
        if let first = range.lower { lower = max(lower ?? first, first) }
        if let last = range.upper { upper = min(upper ?? last, last) }
      } else if case .not(let inner) = node, let expression = expression(inner) {
        negative.append(expression)
      } else if let expression = expression(node) {
        positive.append(expression)
      } else if node != .all {
        let (sql, values) = asSets.contains(node) ? CompiledQuery.set(node) : condition(node)
        conditions.append(sql)
        arguments += values
      }
    }
    if !negative.isEmpty && positive.isEmpty { positive.append("filters : \"\(FilterTokens.everything)\"") }
    guard !positive.isEmpty else {
      // Without a walk of the index there are no hits to hold against sets.
      if !asSets.isEmpty { self = CompiledQuery(root, words: words) }
      return
    }
    let wanted = positive.map { "(\($0))" }.joined(separator: " AND ")
    match = negative.isEmpty ? wanted : "(\(wanted)) NOT (\(negative.map { "(\($0))" }.joined(separator: " OR ")))"
  }

  /// Only the index is needed to know which dispatches match.
  var isPureSearch: Bool { match != nil && conditions.isEmpty }

  /// The column that the clause's rows come in the order of.
  var order: String { match == nil ? "d.id" : "search.rowid" }

  /// Where rows come from: the list's table `d`, with the index before it where that is walked, or behind where `d` has few rows to
  /// look up, or alone where no column of `d` is needed; and their bodies `b` where they are wanted.
  struct Source {
    var rowsFirst = false
    var indexAlone = false
    var withBodies = false
  }

  /// `FROM … WHERE …`, and its arguments; rows of the list's table are `d`.
  func clause(after: Int64? = nil, before: Int64? = nil, _ source: Source = Source()) -> (sql: String, arguments: StatementArguments) {
    let id = match == nil || source.rowsFirst ? "d.id" : "search.rowid"
    var terms: [String] = []
    var values: [any DatabaseValueConvertible] = []
    if let match {
      terms.append("search MATCH ?")
      values.append(match)
    }
    for (operation, bound) in [(">=", lower), ("<=", upper), ("<", after), (">", before)] {
      if let bound {
        terms.append("\(id) \(operation) ?")
        values.append(bound)
      }
    }
    terms += conditions
    values += arguments
    var tables = "dispatch d"
    if match != nil {
      // CROSS JOIN keeps the order as written (sqlite.org/lang_select.html).
      tables = source.indexAlone ? "search" : source.rowsFirst ? "dispatch d CROSS JOIN search ON search.rowid = d.id" : "search CROSS JOIN dispatch d ON d.id = search.rowid"
    }
    if source.withBodies { tables += " JOIN body b ON b.id = d.id" }
    return ("FROM \(tables)" + (terms.isEmpty ? "" : " WHERE " + terms.joined(separator: " AND ")), StatementArguments(values))
  }

  /// The parts that all have to hold.
  static func conjunction(_ node: Query.Node) -> [Query.Node] {
    if case .and(let nodes) = node { return nodes.flatMap(conjunction) }
    return [node]
  }

  // MARK: Full-text expressions

  /// The node as an FTS5 expression; nil where it asks for something that is not in the index.
  private func expression(_ node: Query.Node) -> String? {
    switch node {
    case .words(let words): return "{headline body} : \(phrase(words))"
    case .prefix(let word): return "{headline body} : \(beginning(word))"
    case .title(.words(let words)): return "headline : \(phrase(words))"
    case .title(.prefix(let word)): return "headline : \(beginning(word))"
    case .title(let inner): return expression(inner)
    case .filter(.tag, _): return nil
    case .filter(let filter, let value):
      // A value of which nothing is left matches nothing.
      let phrases = FilterTokens.fields(of: filter).map { FilterTokens.tokens($0, value) }.map { phrase($0.isEmpty ? ["zzzz"] : $0) }
      return "filters : " + (phrases.count == 1 ? phrases[0] : "(\(phrases.joined(separator: " OR ")))")
    case .and(let nodes): return joined(nodes, " AND ")
    case .or(let nodes): return joined(nodes, " OR ")
    case .not(let inner):
      return expression(inner).map { "(filters : \"\(FilterTokens.everything)\") NOT (\($0))" }
    case .all, .read, .starred, .days: return nil
    }
  }

  private func joined(_ nodes: [Query.Node], _ separator: String) -> String? {
    let parts = nodes.compactMap { expression($0) }
    return parts.count == nodes.count ? parts.map { "(\($0))" }.joined(separator: separator) : nil
  }

  /// A beginning of words: as such, or as an alternative of the store's words that begin so.
  private func beginning(_ prefix: String) -> String {
    guard let known = words[prefix] else { return "\(phrase([prefix])) *" }
    let before = IndexWords.all(in: prefix).dropLast().map { String(decoding: $0, as: UTF8.self) }
    let phrases = known.map { phrase(before + [$0]) }
    return phrases.isEmpty ? phrase(["zzzz"]) : "(\(phrases.joined(separator: " OR ")))"
  }

  private func phrase(_ words: [String]) -> String {
    "\"" + words.joined(separator: " ").replacing("\"", with: "\"\"") + "\""
  }

  // MARK: Conditions

  /// A mark as a condition on the index's hits. The plus keeps SQLite from looking each marked one up in the index (sqlite.org/optoverview.html, 2).
  private static func set(_ node: Query.Node) -> (String, [any DatabaseValueConvertible]) {
    switch node {
    case .read(let isRead): ("+search.rowid IN (SELECT id FROM dispatch WHERE is_read = \(isRead ? 1 : 0))", [])
    case .starred(let isStarred): ("+search.rowid IN (SELECT id FROM dispatch WHERE is_starred = \(isStarred ? 1 : 0))", [])
    case .filter(_, let name): ("+search.rowid IN (SELECT dispatch FROM tag WHERE name = ?)", [name])
    default: ("1", [])
    }
  }

  private func condition(_ node: Query.Node) -> (String, [any DatabaseValueConvertible]) {
    if let match = expression(node) { return ("d.id IN (SELECT rowid FROM search WHERE search MATCH ?)", [match]) }
    switch node {
    case .read(let isRead): return ("d.is_read = \(isRead ? 1 : 0)", [])
    case .starred(let isStarred): return ("d.is_starred = \(isStarred ? 1 : 0)", [])
    case .filter(_, let name): return ("d.id IN (SELECT dispatch FROM tag WHERE name = ?)", [name])
    case .days(let from, let to):
      let range = RowID.range(from: from, to: to)
      return ("d.id BETWEEN ? AND ?", [range.lower ?? Int64.min, range.upper ?? Int64.max])
    case .not(let inner):
      let (sql, values) = condition(inner)
      return ("NOT (\(sql))", values)
    case .and(let nodes), .or(let nodes):
      let parts = nodes.map { condition($0) }
      let word = if case .and = node { " AND " } else { " OR " }
      return ("(" + parts.map(\.0).joined(separator: word) + ")", parts.flatMap(\.1))
    case .all, .words, .prefix, .title: return ("1", [])
    }
  }
}
