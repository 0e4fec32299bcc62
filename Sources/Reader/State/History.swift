internal import DispatchModel

/// Queries asked before: walked through in the query line, kept over restarts, and the source of the recent countries.
extension ReaderState {
  /// How many are kept.
  static let historyLimit = 200

  /// Those of earlier sessions have come; what was asked since stays newer.
  mutating func takeHistory(_ queries: [String]) {
    queryHistory = Array((queries.filter { !queryHistory.contains($0) } + queryHistory).suffix(Self.historyLimit))
    for query in queryHistory.suffix(60) where recentCountries.count < 8 { rememberCountries(of: QueryText(query)) }
  }

  /// A query was asked on purpose.
  mutating func remember(_ query: QueryText) {
    rememberCountries(of: query)
    guard !query.text.isEmpty, queryHistory.last != query.text else { return }
    queryHistory.removeAll { $0 == query.text }
    queryHistory.append(query.text)
    queryHistory = Array(queryHistory.suffix(Self.historyLimit))
    ask(.keepHistory(queryHistory), as: .act)
  }

  private mutating func rememberCountries(of query: QueryText) {
    // A region's members are no recent countries.
    let codes = query.countries.chosen
    guard codes.count <= 4 else { return }
    recentCountries.removeAll { codes.contains($0) }
    recentCountries = Array((codes.reversed() + recentCountries).prefix(8))
  }
}
