internal import DispatchModel
internal import GRDB

/// How a query is answered at the least cost, by what the kept counts say of its words and marks.
///
/// - The index walked newest first: the usual case. A beginning of words that many dispatches have is asked for as its words, where the
///   store has few enough of them: the index would merge all postings of a beginning before it gives the first.
/// - Rows tested: where such a beginning has too many words for that (`p*`), rows of the remaining query are walked and held against the
///   part by `TextTest`.
/// - Marks: where few dispatches have a mark that is asked for, each of them is looked up in the index; where more have it, the hits of
///   the index are held against the set of them; where most have it, against their rows.
struct QueryPlan {
  /// The whole query for the index: for counting, which wants every posting.
  let whole: CompiledQuery
  /// The same for a page, which wants the first few.
  let page: CompiledQuery
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
  /// Look-ups in the index of one row each that cost some ten milliseconds, where the index is in a dozen parts.
  private static let few = 30
  /// Hits of a walk that cost as much as one look-up.
  private static let hitsPerLookup = 2_000
  /// More look-ups than this are never worth it.
  private static let lookups = 400
  /// Marked dispatches that are gathered in some milliseconds.
  private static let gathered = 10_000
  /// Words of one beginning that the index walks side by side in some milliseconds.
  static let walked = 400

  /// - Parameter many: so many dispatches of one beginning make it worth avoiding their merge.
  init(_ root: Query.Node, many: Int, _ db: Database) throws {
    guard CompiledQuery(root).match != nil else {
      whole = CompiledQuery(root)
      page = whole
      return
    }
    let nodes = CompiledQuery.conjunction(root)
    var sets: Set<Query.Node> = []
    var fewest = Int.max
    for node in nodes {
      guard let count = try QueryPlan.marked(node, atMost: QueryPlan.gathered, db) else { continue }
      fewest = min(fewest, count)
      if count <= QueryPlan.gathered { sets.insert(node) }
    }
    var words: [String: [String]] = [:]
    var frequent: [Query.Node] = []
    var least = Int.max
    for node in nodes {
      var count = 0
      let isExpanded = try QueryPlan.prefixes(in: node).allSatisfy { prefix in
        let postings = try QueryPlan.postings(of: prefix, db)
        guard postings > many else { return true }
        count = max(count, postings)
        words[prefix] = try QueryPlan.words(beginning: prefix, db)
        return words[prefix] != nil
      }
      guard !isExpanded else { continue }
      frequent.append(node)
      least = min(least, count)
    }
    if fewest <= QueryPlan.lookups {
      let hits = try fewest <= QueryPlan.few ? Int.max : QueryPlan.estimatedHits(CompiledQuery(root, words: words), db)
      marksFirst = QueryPlan.areLookedUp(fewest, hits: hits)
      if marksFirst { sets = [] }
    }
    whole = CompiledQuery(root, asSets: sets)
    page = CompiledQuery(root, asSets: sets, words: words)
    if !frequent.isEmpty, let test = TextTest(frequent) {
      tested = (CompiledQuery(.and(nodes.filter { !frequent.contains($0) }), asSets: sets, words: words), test)
      patience = least / QueryPlan.postingsPerTest
    }
  }

  /// Queries that together find what the query finds: one for each part of an alternative that mixes marks with words or fields, and so is
  /// no one walk of the index. The query alone where it has none, or more than one.
  static func alternatives(of root: Query.Node) -> [Query.Node] {
    let nodes = CompiledQuery.conjunction(root)
    let mixed = nodes.filter { node in
      if case .or = node { CompiledQuery(node).match == nil } else { false }
    }
    guard mixed.count == 1, case .or(let parts)? = mixed.first else { return [root] }
    let others = nodes.filter { $0 != mixed[0] }
    return parts.map { .and(others + [$0]) }
  }

  /// The beginnings of words that the node asks for.
  private static func prefixes(in node: Query.Node) -> [String] {
    switch node {
    case .prefix(let word): [word]
    case .title(let inner), .not(let inner): prefixes(in: inner)
    case .and(let nodes), .or(let nodes): nodes.flatMap(prefixes)
    default: []
    }
  }

  /// How many dispatches have the beginning, or its first letters: a longer one is at most as frequent.
  private static func postings(of prefix: String, _ db: Database) throws -> Int {
    guard let last = IndexWords.all(in: prefix).last, let code = Beginnings.code(of: Array(last.prefix(Beginnings.longest))) else { return 0 }
    return try Int.fetchOne(db.cachedStatement(sql: "SELECT count FROM beginning WHERE code = ?"), arguments: [code]) ?? 0
  }

  /// The store's words that begin so; nil where there are too many, or shorter ones that are not kept.
  private static func words(beginning prefix: String, _ db: Database) throws -> [String]? {
    guard let last = IndexWords.all(in: prefix).last, last.count >= SearchWords.shortest else { return nil }
    let start = String(decoding: last, as: UTF8.self)
    let found = try String.fetchAll(
      db.cachedStatement(sql: "SELECT word FROM word WHERE word >= ? AND word < ? LIMIT \(walked + 1)"), arguments: [start, start + "\u{10FFFF}"])
    return found.count <= walked ? found : nil
  }

  /// Whether it is cheaper to look so many dispatches up in the index than to walk all its hits.
  static func areLookedUp(_ count: Int, hits: Int) -> Bool { count <= few || (count <= lookups && hits / hitsPerLookup > count) }

  /// Sixteen times the hits of the newest sixteenth of the store.
  private static func estimatedHits(_ compiled: CompiledQuery, _ db: Database) throws -> Int {
    guard let row = try Row.fetchOne(db, sql: "SELECT (SELECT min(id) FROM dispatch) AS first, (SELECT max(id) FROM dispatch) AS last"),
      let first = try row.decode(Int64?.self, forColumn: "first"), let last = try row.decode(Int64?.self, forColumn: "last")
    else { return 0 }
    var newest = compiled
    newest.conditions = []
    newest.arguments = []
    newest.lower = max(last - (last - first) / 16, compiled.lower ?? first)
    let (sql, arguments) = newest.clause(CompiledQuery.Source(indexAlone: true))
    return try (Int.fetchOne(db, sql: "SELECT count(*) \(sql)", arguments: arguments) ?? 0) * 16
  }

  /// How many dispatches have the mark, up to one more than a number; nil where the node is no mark.
  private static func marked(_ node: Query.Node, atMost most: Int, _ db: Database) throws -> Int? {
    let (table, values): (String, StatementArguments)
    switch node {
    case .read(true): (table, values) = ("dispatch WHERE is_read = 1", [])
    case .read(false): (table, values) = ("dispatch WHERE is_read = 0", [])
    case .starred(true): (table, values) = ("dispatch WHERE is_starred = 1", [])
    case .filter(.tag, let name): (table, values) = ("tag WHERE name = ?", [name])
    default: return nil
    }
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT \(most + 1))", arguments: values) ?? 0
  }
}
