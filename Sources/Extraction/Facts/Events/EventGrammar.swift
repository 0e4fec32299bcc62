internal import DispatchModel

/// What the grammar of each kind of event asks for: who acts is named, a target where the verb needs one, an infinitive that a willing or
/// planning verb governs, a noun with its party. An event that has all of it is sound; the judge weighs that beside the other signs.
enum EventGrammar {
  /// Passives without an agent whose actor can be meant all the same: the state's acts, and agreements of the parties.
  private static let impliable: Set<EventCategory> = [.coerce, .concede, .accuse, .mobilize, .agree]
  private static let actorless: Set<EventCategory> = [.disaster, .protest, .assault, .elect]

  static func isSound(_ category: EventCategory, _ signs: EventSigns) -> Bool {
    if !signs.isDisjoint(with: [.weak, .metaphor, .inherited, .demonstrative]) { return false }
    return signs.contains(.noun) ? isSoundNoun(category, signs) : isSoundVerb(category, signs)
  }

  private static func isSoundVerb(_ category: EventCategory, _ signs: EventSigns) -> Bool {
    if !signs.isDisjoint(with: [.unmetActor, .unmetTarget, .follows, .says]) { return false }
    if signs.contains(.implied), !impliable.contains(category) { return false }
    if signs.contains(.implied), signs.contains(.participle), category == .accuse, !signs.contains(.noTarget) { return false }
    if signs.contains(.infinitive), !signs.isDisjoint(with: [.noActor, .ungoverned, .quoted]) { return false }
    if signs.contains([.noActor, .noTarget]), signs.contains(.participle) || category == .assault && signs.contains(.passive) { return false }
    if signs.contains(.noActor), !actorless.contains(category) { return false }
    return !signs.contains(.participle) || category != .achieve && category != .business && (category != .aid || !signs.contains(.noTarget))
  }

  private static func isSoundNoun(_ category: EventCategory, _ signs: EventSigns) -> Bool {
    if !signs.isDisjoint(with: [.unmetParty, .bare, .echo]) { return false }
    return !signs.contains(.implied) || category == .assault || category == .elect
  }
}
