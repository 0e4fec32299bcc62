internal import DispatchModel
internal import GRDB

/// How a query is answered at the least cost, by what the kept counts say of its words and marks.
///
/// - The index walked newest first: the usual case.
/// - Rows tested: where a part asks for a beginning of words that a great many dispatches have (`p*`), the index would merge all their
///   postings before the first; rows of the remaining query are walked and held against the part by `TextTest`.
/// - Marks first: where few dispatches have a mark that is asked for, each of them is looked up in the index.
struct QueryPlan {
  /// The whole query for the index.
  let whole: CompiledQuery
  /// The query without its tested parts, and the test.
  private(set) var tested: (rest: CompiledQuery, test: TextTest)?
  /// How many rows to test before the index is the cheaper way after all.
  private(set) var patience = 0
  /// The query's marks are few: its rows are looked up in the index, and not the other way round.
  private(set) var marksFirst = false

  /// Postings that the index merges in some ten milliseconds.
  static let many = 30_000
  /// A merged posting costs about a fiftieth of a tested row.
  private static let postingsPerTest = 50
  /// Look-ups in the index of one row each that cost some ten milliseconds.
  static let few = 500

  /// - Parameter many: so many dispatches of one beginning make it worth testing rows.
  init(_ query: Query, many: Int, _ db: Database) throws {
    whole = CompiledQuery(query)
    guard whole.match != nil else { return }
    let nodes = CompiledQuery.conjunction(query.root)
    var frequent: [Query.Node] = []
    var least = Int.max
    for node in nodes {
      guard let count = try QueryPlan.frequentBeginning(in: node, many, db) else { continue }
      frequent.append(node)
      least = min(least, count)
    }
    if let test = TextTest(frequent), !frequent.isEmpty {
      tested = (CompiledQuery(.and(nodes.filter { !frequent.contains($0) })), test)
      patience = least / QueryPlan.postingsPerTest
    }
    marksFirst = try !whole.conditions.isEmpty && QueryPlan.hasFewMarks(nodes, db)
  }

  /// The number of dispatches of the most frequent beginning that the node asks for, where it is a great many; a longer beginning is
  /// at most as frequent as its first three letters.
  private static func frequentBeginning(in node: Query.Node, _ many: Int, _ db: Database) throws -> Int? {
    switch node {
    case .prefix(let word):
      guard let last = IndexWords.all(in: word).last, let code = Beginnings.code(of: Array(last.prefix(3))) else { return nil }
      let count = try Int.fetchOne(db.cachedStatement(sql: "SELECT count FROM beginning WHERE code = ?"), arguments: [code]) ?? 0
      return count > many ? count : nil
    case .title(let inner), .not(let inner): return try frequentBeginning(in: inner, many, db)
    case .and(let nodes), .or(let nodes): return try nodes.compactMap { try frequentBeginning(in: $0, many, db) }.max()
    default: return nil
    }
  }

  /// Whether one of the marks that all have to have is on few dispatches.
  private static func hasFewMarks(_ nodes: [Query.Node], _ db: Database) throws -> Bool {
    try nodes.contains { node in
      let (table, values): (String, StatementArguments)
      switch node {
      case .read(true): (table, values) = ("dispatch WHERE is_read = 1", [])
      case .read(false): (table, values) = ("dispatch WHERE is_read = 0", [])
      case .starred(true): (table, values) = ("dispatch WHERE is_starred = 1", [])
      case .filter(.tag, let name): (table, values) = ("tag WHERE name = ?", [name])
      default: return false
      }
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT \(few + 1))", arguments: values) ?? 0 <= few
    }
  }
}
