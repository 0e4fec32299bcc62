internal import DispatchModel

/// The filter words of the full-text index: what makes `country:IQ person:Massoum sanctions` one walk of one index.
///
/// Each token is a short prefix that no word of a language begins with, and folded letters or digits. Names are written word after word,
/// so that part of a name is found as a phrase.
enum FilterTokens {
  /// What stands before each filter's value.
  static func prefix(_ filter: Query.Filter) -> String {
    switch filter {
    case .country: "zzf"
    case .mentions: "zzm"
    case .person: "zzp"
    case .org: "zzo"
    case .place: "zzw"
    case .entity: "zzn"
    case .type: "zzk"
    case .event: "zze"
    case .topic: "zzt"
    case .agency: "zza"
    case .author: "zzb"
    case .lang: "zzl"
    case .feed: "zzs"
    case .tag: "zzg"
    }
  }

  /// The tokens for a filter's value, in order; none where nothing is left of it.
  static func tokens(_ filter: Query.Filter, _ value: String) -> [String] {
    switch filter {
    case .country, .mentions, .type, .event, .topic, .lang:
      let word = EntityName.key(value).filter { $0.isLetter || $0.isNumber }
      return word.isEmpty ? [] : [prefix(filter) + word]
    case .feed:
      // An address without its scheme, so that `feed:afp.com` finds it; its slashes part words like its dots.
      let name = value.utf8.contains(UInt8(ascii: ":")) ? value.firstRange(of: "://").map { value[$0.upperBound...] } ?? value[...] : value[...]
      return EntityName.key(String(name.map { $0 == "/" ? " " : $0 })).split(separator: " ").map { prefix(filter) + $0 }
    default:
      return EntityName.key(value.split(separator: "/", omittingEmptySubsequences: true).first.map(String.init) ?? value)
        .split(separator: " ").map { prefix(filter) + $0 }
    }
  }

  /// The fields whose words a field finds: a person's name is written once, as a person's, and an entity of any kind is asked for there too.
  static func fields(of filter: Query.Filter) -> [Query.Filter] {
    switch filter {
    case .entity: [.entity, .person, .org, .place]
    case .mentions: [.mentions, .country]
    default: [filter]
    }
  }

  /// The word that every dispatch has: what an exclusion alone is taken from.
  static let everything = "zzx"

  /// All filter words of a dispatch; a name after another of its field is parted from it by a word that nobody asks for, so that no
  /// phrase runs from one into the next.
  static func all(_ dispatch: Dispatch, _ reading: Reading) -> String {
    var words: [String] = [everything]
    func add(_ filter: Query.Filter, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      let name = tokens(filter, value)
      if let last = words.last, last.hasPrefix(prefix(filter)) { words.append("zzz") }
      words += name
    }
    for code in reading.focus { add(.country, code) }
    for code in Set(reading.mentioned).subtracting(reading.focus).sorted() { add(.mentions, code) }
    var seen: Set<EntityKey> = []
    var values: Set<TypedValue> = []
    for mention in reading.mentions where mention.type.isEntity {
      // The same name again is the usual case, and is not folded again.
      guard values.insert(TypedValue(type: mention.type, value: mention.value)).inserted, seen.insert(EntityKey(mention.type, mention.value)).inserted else { continue }
      switch mention.type {
      case .person: add(.person, mention.value)
      case .organization: add(.org, mention.value)
      case .place: add(.place, placeName(mention.value))
      default: add(.entity, mention.value)
      }
    }
    for kind in Set(reading.facts.map(\.kind.rawValue)).sorted() { add(.type, kind) }
    for category in Set(reading.facts.compactMap { if case .event(let event) = $0.content { event.category.rawValue } else { nil } }).sorted() {
      add(.event, category)
    }
    for topic in reading.topics { add(.topic, topic.rawValue) }
    add(.agency, dispatch.agency ?? reading.agency)
    add(.author, dispatch.author ?? reading.author)
    add(.lang, dispatch.language ?? reading.language)
    add(.feed, dispatch.source)
    return words.joined(separator: " ")
  }

  /// A country's French name for its code, so that `place:Irak` finds it; other places as they are.
  private static func placeName(_ value: String) -> String {
    value.utf8.count == 2 ? Country(code: value)?.name(in: "fr") ?? value : value
  }
}

/// A mention's type and value, which decide its entity.
struct TypedValue: Hashable {
  let type: MentionType
  let value: String
}

/// An entity's identity over dispatches: its type, and its name as its spellings share it.
struct EntityKey: Hashable, Sendable {
  let type: MentionType
  let key: String

  init(_ type: MentionType, _ value: String) {
    self.type = type
    key = type == .person ? EntityName.key(person: value) : EntityName.key(value)
  }

  /// From a name that is in its folded form already.
  init(_ type: MentionType, folded key: String) {
    self.type = type
    self.key = key
  }
}
