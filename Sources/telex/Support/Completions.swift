import DispatchModel
import DispatchStore
import Reader

/// What may follow in the query line, from the store.
enum Completions {
  private static let most = 12

  static func of(field: String, prefix: String, store: DispatchStore) throws -> [Completion] {
    switch field {
    case "country", "mentions":
      let counts = Dictionary(uniqueKeysWithValues: try store.countries(of: .everything).map { ($0.code, $0.count) })
      return Country.matching(prefix).map { country in
        Completion(text: country.code, detail: country.name(in: Interface.language.rawValue), count: counts[country.code] ?? 0)
      }.sorted { ($0.count ?? 0) > ($1.count ?? 0) }.prefix(most).map { $0 }
    case "person": return try entities(prefix, .person, store)
    case "org": return try entities(prefix, .organization, store)
    case "place": return try entities(prefix, .place, store)
    case "entity": return try entities(prefix, nil, store)
    // A bare word may be a name: it is completed with the field of its type.
    case "":
      return try store.entities(prefix: prefix, limit: 5).map { entity in
        let name = entity.name.split(separator: "/").first.map(String.init) ?? entity.name
        return Completion(text: fieldName(of: entity.type) + ":" + quoted(name), detail: "", count: entity.count)
      }
    case "tag": return try store.tags().filter { $0.name.hasPrefix(prefix) }.prefix(most).map { Completion(text: quoted($0.name), count: $0.count) }
    case "type": return words(FactKind.allCases.map(\.rawValue), prefix)
    case "event": return words(EventCategory.allCases.map(\.rawValue), prefix)
    case "topic": return words(Topic.allCases.map(\.rawValue), prefix)
    case "feed":
      let wanted = prefix.lowercased()
      return try store.subscriptions().filter { $0.title.lowercased().contains(wanted) || address(of: $0).lowercased().contains(wanted) }.prefix(most)
        .map { Completion(text: quoted(address(of: $0)), detail: $0.title) }
    case "lang": return words(["fr", "en", "es", "ar", "de", "it", "pt"], prefix)
    case "since", "until", "on": return days(prefix)
    case "is": return words(["unread", "read", "starred", "unstarred"], prefix)
    default: return []
    }
  }

  private static func entities(_ prefix: String, _ type: MentionType?, _ store: DispatchStore) throws -> [Completion] {
    guard !prefix.isEmpty else { return [] }
    return try store.entities(prefix: prefix, type: type, limit: most).map { entity in
      let name = entity.name.split(separator: "/").first.map(String.init) ?? entity.name
      return Completion(text: quoted(name), type: type == nil ? entity.type : nil, count: entity.count)
    }
  }

  private static func fieldName(of type: MentionType) -> String {
    switch type {
    case .person: "person"
    case .organization: "org"
    case .place: "place"
    case .nationality, .date, .figure, .product, .event, .law: "entity"
    }
  }

  private static func words(_ words: [String], _ prefix: String) -> [Completion] {
    words.filter { $0.hasPrefix(prefix.lowercased()) }.map { Completion(text: $0) }
  }

  /// The last days and months, as the query language writes them.
  private static func days(_ prefix: String) -> [Completion] {
    let today = Now.moment.date()
    let days = (0..<8).compactMap { CalendarDate(dayNumber: today.dayNumber - $0).iso }
    let months = (0..<6).map { back -> String in
      let month = today.year * 12 + today.month - 1 - back
      return "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
    }
    return words(days + months + ["\(today.year)", "\(today.year - 1)"], prefix)
  }

  /// The query of a feed's dispatches: they bear the address by which it was first known.
  static func query(of feed: Subscription) -> String { "feed:" + quoted(address(of: feed)) }

  private static func address(of feed: Subscription) -> String {
    feed.origin.firstRange(of: "://").map { String(feed.origin[$0.upperBound...]) } ?? feed.origin
  }

  private static func quoted(_ name: String) -> String {
    name.contains { $0 == " " || $0 == "(" || $0 == ")" } ? "\"" + name.filter { $0 != "\"" } + "\"" : name
  }
}
