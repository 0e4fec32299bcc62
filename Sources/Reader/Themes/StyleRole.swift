public import DispatchModel

/// What a thing on the screen is, for a theme to say how it looks. Panes ask for roles, never for colours.
///
/// A role that a theme leaves out looks like the one left of its last dot (`map.shade.3` → `map.shade` → `map`), at last like `text`.
public enum StyleRole: String, CaseIterable, Sendable {
  /// Everything that has no role of its own: the screen's foreground and background.
  case text
  case textDim = "text.dim"
  case accent

  /// Panes: their titles, the digit before them, the line between them.
  case paneTitle = "pane.title"
  case paneTitleFocused = "pane.title.focused"
  case paneLine = "pane.line"

  /// The list of dispatches.
  case listItem = "list.item"
  case listSelected = "list.selected"
  case listBar = "list.bar"
  case listUnread = "list.unread"
  case listRead = "list.read"
  case listStar = "list.star"
  case listDate = "list.date"
  case listAgency = "list.agency"
  case listCountry = "list.country"

  /// The body of a dispatch.
  case bodyHeadline = "body.headline"
  case bodySubhead = "body.subhead"
  case bodyDateline = "body.dateline"
  case bodyText = "body.text"
  case bodyQuoteBar = "body.quote.bar"
  case bodyLink = "body.link"

  /// Entities in the body and beside it, one role for each type of mention; `entity.current` is laid over the one the reader stands on.
  case entityPerson = "entity.person"
  case entityOrganization = "entity.organization"
  case entityPlace = "entity.place"
  case entityNationality = "entity.nationality"
  case entityDate = "entity.date"
  case entityFigure = "entity.figure"
  case entityProduct = "entity.product"
  case entityEvent = "entity.event"
  case entityLaw = "entity.law"
  case entityCurrent = "entity.current"

  /// The facts pane; `fact.evidence` is laid over the words in the body that a fact rests on.
  case factGroup = "fact.group"
  case factTitle = "fact.title"
  case factDetail = "fact.detail"
  case factSelected = "fact.selected"
  case factEvidence = "fact.evidence"
  case factConfidence = "fact.confidence"

  /// The status line.
  case status
  case statusFilter = "status.filter"
  case statusPosition = "status.position"
  case statusMessage = "status.message"
  case statusError = "status.error"
  case statusKey = "status.key"

  /// Words that the query found, in the body and the list.
  case searchHit = "search.hit"

  /// The help screen.
  case helpKey = "help.key"
  case helpTitle = "help.title"

  /// The country picker and other lists over the panes.
  case pickerFrame = "picker.frame"
  case pickerSelected = "picker.selected"
  case pickerCount = "picker.count"
  case pickerBar = "picker.bar"

  /// Lines that are typed into.
  case input
  case inputError = "input.error"

  /// The map: five steps of countries by their count, the least first.
  case mapCoast = "map.coast"
  case mapBorder = "map.border"
  case mapShade1 = "map.shade.1"
  case mapShade2 = "map.shade.2"
  case mapShade3 = "map.shade.3"
  case mapShade4 = "map.shade.4"
  case mapShade5 = "map.shade.5"
  case mapSelected = "map.selected"

  /// The dossier of a person.
  case dossierTitle = "dossier.title"

  /// Two versions of a dispatch compared.
  case diffAdded = "diff.added"
  case diffRemoved = "diff.removed"

  /// Small charts of counts over time.
  case spark
}
extension StyleRole {
  /// The role of a type of mention.
  public static func entity(_ type: MentionType) -> StyleRole {
    switch type {
    case .person: .entityPerson
    case .organization: .entityOrganization
    case .place: .entityPlace
    case .nationality: .entityNationality
    case .date: .entityDate
    case .figure: .entityFigure
    case .product: .entityProduct
    case .event: .entityEvent
    case .law: .entityLaw
    }
  }

  /// The five shades of the map, the lightest first.
  public static let mapShades: [StyleRole] = [.mapShade1, .mapShade2, .mapShade3, .mapShade4, .mapShade5]

  /// The names under which a theme may set it, the nearest first: `list.item`, `list`, `text`.
  var fallbacks: [String] {
    var names = [rawValue]
    while let dot = names[names.count - 1].lastIndex(of: ".") {
      names.append(String(names[names.count - 1][..<dot]))
    }
    if rawValue != "text" { names.append("text") }
    return names
  }
}
