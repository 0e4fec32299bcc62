internal import DispatchModel
internal import Foundation
internal import Lexicon

/// A dispatch and its reading as the tables want them: all of saving that needs no file, so that it can be done on every core.
struct Prepared: Sendable {
  let dispatch: Dispatch
  let reading: Reading
  let digest: Int64
  /// Text, envelope and reading as the store keeps them.
  let packed: Data
  let words: SearchWords
  /// Each once; a nationality stands for its country.
  let entities: [NamedEntity]
  let parties: [Party]
  let story: StoryText
  /// How its words begin, each beginning once (`Beginnings`).
  let beginnings: [UInt32]
  /// Words that may be new to the store.
  let unknownWords: [String]

  struct NamedEntity: Sendable {
    var key: EntityKey
    var name: String
  }

  /// Somebody who takes part in a fact, by the fact's number and kind.
  struct Party: Sendable {
    var id: String
    var kind: Int
    var fact: Int
  }

  /// `known` are the hashes of words that need not be written again.
  init(_ dispatch: Dispatch, _ reading: Reading, knowing known: Set<UInt64> = []) {
    self.dispatch = dispatch
    self.reading = reading
    let envelope = Envelope.encode(dispatch)
    digest = Prepared.digest(dispatch, envelope)
    packed = PackedBody.encode(text: dispatch.text, envelope: envelope, reading: ReadingCoding.encode(reading, text: dispatch.text))
    words = SearchWords(dispatch, reading)
    var seen: Set<EntityKey> = []
    var entities: [NamedEntity] = []
    var values: Set<TypedValue> = []
    for mention in reading.mentions where mention.type.isEntity || mention.type == .nationality {
      let type = mention.type == .nationality ? MentionType.place : mention.type
      // The same name again is the usual case, and is not folded again.
      guard values.insert(TypedValue(type: type, value: mention.value)).inserted else { continue }
      let key = EntityKey(type, mention.value)
      if seen.insert(key).inserted { entities.append(NamedEntity(key: key, name: mention.value)) }
    }
    self.entities = entities
    parties = reading.facts.enumerated().flatMap { number, fact in
      let kind = FactKind.allCases.firstIndex(of: fact.kind) ?? 0
      return Prepared.ids(of: fact).sorted().map { Party(id: $0, kind: kind, fact: number) }
    }
    story = StoryText(headline: reading.headline, text: dispatch.text, country: reading.focus.first ?? "")
    (beginnings, unknownWords) = words.scan(knowing: known)
  }

  /// What lists show: the reading's headline, else the text's first line. Under embargo the envelope's headline alone may be shown, even
  /// where the reading takes it for a product word (`Sous embargo`).
  var headline: String {
    let isKnown = dispatch.hasHeadlineLine && dispatch.heldUntil != nil
    return reading.headline.isEmpty || isKnown ? Prepared.firstLine(of: dispatch) : reading.headline
  }

  static func firstLine(of dispatch: Dispatch) -> String {
    let line = dispatch.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return String(line.prefix(200))
  }

  /// The product word before the headline: the text's own, else what the envelope says has become of the dispatch.
  var priority: String? {
    if let word = reading.priority { return word }
    let isEnglish = (dispatch.language ?? reading.language) == "en"
    switch dispatch.status {
    case .canceled: return isEnglish ? "CANCELED" : "ANNULATION"
    case .corrected: return isEnglish ? "CORRECTION" : "RECTIFICATIF"
    case .usable, .withheld: return nil
    }
  }

  /// The highest number of dead that it gives.
  var dead: Int? { Stories.dead(dispatch, reading) }

  /// The ids of those who take part in a fact.
  private static func ids(of fact: Fact) -> Set<String> {
    switch fact.content {
    case .office(let office): Set([office.person, office.of].compactMap { $0 })
    case .statement(let statement): [statement.speaker.id]
    case .figure(let figure): Set([figure.of].compactMap { $0 })
    case .casualties(let toll): Set([toll.place].compactMap { $0 })
    case .event(let event): Set((event.actors + event.targets).map(\.id))
    }
  }

  /// A digest of all that a dispatch says: FNV-1a over text and envelope. Two contents of one identity sharing it is taken not to happen.
  static func digest(_ dispatch: Dispatch, _ envelope: [UInt8]) -> Int64 {
    var bytes = Array(dispatch.text.utf8)
    bytes += envelope
    bytes += Array("\(dispatch.published?.seconds ?? 0) \(dispatch.version ?? 0) \(dispatch.agency ?? "") \(dispatch.urgency ?? 0)".utf8)
    return Int64(bitPattern: Word.hash(of: bytes[...]))
  }
}
