public import Terminal

/// How everything looks: a style for each role.
///
///     frame.fill(frame.bounds, theme[.text])
///     frame.put(title, x: 1, y: 0, style: theme[.paneTitle])
public struct Theme: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case dark, light, mono }

  /// The file's name without its ending: how settings and `--theme` call it.
  public let id: String
  /// The name people read.
  public let name: DisplayText
  public let kind: Kind
  private let styles: [StyleRole: Style]

  init(id: String, name: DisplayText, kind: Kind, styles: [StyleRole: Style]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.styles = styles
  }

  /// The style of a role, resolved when the theme was read.
  public subscript(role: StyleRole) -> Style { styles[role] ?? .plain }

  /// What the reader wears where no theme file can be found: the terminal's own colours, told apart by attributes.
  public static let builtin = Theme(
    id: "builtin", name: "Terminal", kind: .mono,
    styles: Dictionary(
      uniqueKeysWithValues: StyleRole.allCases.map { ($0, Style(attributes: builtinAttributes($0))) }))

  private static func builtinAttributes(_ role: StyleRole) -> Attributes {
    switch role {
    case .paneTitleFocused, .accent, .listUnread, .bodyHeadline, .entityPerson, .helpKey, .statusKey, .statusFilter,
      .dossierTitle, .listStar, .listBar, .mapShade4, .mapShade5, .diffAdded:
      .bold
    case .textDim, .paneLine, .bodyDateline, .factDetail, .factConfidence, .mapCoast, .mapBorder, .entityFigure: .dim
    case .entityOrganization, .bodyLink: .underline
    case .bodySubhead, .entityPlace: .italic
    case .entityNationality: [.italic, .underline]
    case .entityDate: [.dim, .underline]
    case .entityProduct: [.bold, .italic, .underline]
    case .entityEvent: [.bold, .italic]
    case .entityLaw: [.bold, .underline]
    case .listSelected, .factSelected, .pickerSelected, .entityCurrent, .factEvidence, .searchHit, .mapSelected, .status,
      .statusError, .inputError:
      .reverse
    case .diffRemoved: .strikethrough
    default: []
    }
  }
}
