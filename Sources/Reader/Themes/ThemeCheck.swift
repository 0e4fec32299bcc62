public import Terminal

/// Whether a theme can be read by everybody: contrast, and entities that colour-blind eyes can tell apart.
public enum ThemeCheck {
  /// What falls short, and by how much.
  public struct Finding: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// WCAG's contrast ratio between a role's text and a background it stands on is below what it needs; both times ten.
      case contrast(role: StyleRole, on: StyleRole, tenths: Int, needed: Int)
      /// Two kinds of entity have the same attributes, and colours that look alike to such eyes.
      case alike(StyleRole, StyleRole, ColorVision)
      /// A kind of entity looks like the text around it.
      case likeText(StyleRole, ColorVision)
      /// A step of the map does not stand out more than the one before it.
      case shades(StyleRole)
    }

    public let kind: Kind

    /// A sentence in English.
    public var sentence: DisplayText {
      switch kind {
      case .contrast(let role, let ground, let tenths, let needed):
        """
        \(DisplayText(role.rawValue)) on \(DisplayText(ground.rawValue)): contrast \(tenths / 10).\(tenths % 10) : 1, \
        needs \(needed / 10).\(needed % 10) : 1.
        """
      case .alike(let first, let second, let vision):
        """
        \(DisplayText(first.rawValue)) and \(DisplayText(second.rawValue)) look alike (\(DisplayText(vision.rawValue)) vision); \
        give one another attribute or another lightness.
        """
      case .likeText(let role, let vision):
        "\(DisplayText(role.rawValue)) looks like the text around it (\(DisplayText(vision.rawValue)) vision)."
      case .shades(let role): "\(DisplayText(role.rawValue)) does not stand out more than the shade before it."
      }
    }
  }

  /// Everything that falls short; empty for a good theme. Colours that the terminal decides (ANSI, default) cannot be judged and pass.
  public static func findings(_ theme: Theme) -> [Finding] {
    (contrasts(theme) + entities(theme) + shades(theme)).map(Finding.init)
  }

  // MARK: Contrast

  /// What a role's text needs, times ten. WCAG 2.2: 4.5 for text (1.4.3), 3 for signs that carry meaning (1.4.11) and for text that says
  /// nothing new; lines that only divide are exempt there, and need here what can still be seen.
  static func needed(_ role: StyleRole) -> Int {
    switch role {
    case .paneLine, .pickerFrame, .mapCoast, .mapBorder, .mapShade1, .mapShade2: 13
    case .textDim, .paneTitle, .listDate, .listAgency, .listRead, .bodyDateline, .bodyQuoteBar, .factDetail, .factConfidence,
      .factGroup, .pickerCount, .pickerBar, .listBar, .spark, .mapShade3, .mapShade4, .mapShade5, .statusPosition:
      30
    default: 45
    }
  }

  /// The grounds on which a role is drawn when it has none of its own.
  static func grounds(_ role: StyleRole) -> [StyleRole] {
    let name = role.rawValue
    if name.hasPrefix("list.") { return [.text, .listSelected] }
    if name.hasPrefix("fact.") && role != .factEvidence { return [.text, .factSelected] }
    if name.hasPrefix("status") { return [.status] }
    if name.hasPrefix("picker."), role != .pickerFrame { return [.text, .pickerSelected] }
    if name.hasPrefix("entity.") || role == .bodyText { return [.text, .factEvidence] }
    return [.text]
  }

  private static func contrasts(_ theme: Theme) -> [Finding.Kind] {
    let paper = theme[.text].background ?? .default
    let ink = theme[.text].foreground ?? .default
    var found: [Finding.Kind] = []
    for role in StyleRole.allCases {
      let style = theme[role]
      // A style that sets only a background lies under other roles, which are checked on it.
      if style.foreground == nil, style.background != nil, role != .text {
        check(role, ink, role, style.background ?? paper, 45, &found)
        continue
      }
      for ground in style.background == nil ? grounds(role) : [role] {
        check(role, style.foreground ?? ink, ground, theme[ground].background ?? paper, needed(role), &found)
      }
    }
    return found
  }

  private static func check(
    _ role: StyleRole, _ ink: Color, _ ground: StyleRole, _ paper: Color, _ needed: Int, _ found: inout [Finding.Kind]
  ) {
    guard let ratio = ink.contrast(with: paper) else { return }
    // On a selection the same text may lose a little: the row is marked by a bar and its ground as well.
    let wanted = ground == role || ground == .text || ground == .status ? needed : min(needed, 40)
    let tenths = Int(ratio * 10)
    if tenths < wanted { found.append(.contrast(role: role, on: ground, tenths: tenths, needed: wanted)) }
  }

  // MARK: Entities

  static let entityRoles: [StyleRole] = [
    .entityPerson, .entityOrganization, .entityPlace, .entityNationality, .entityDate, .entityFigure, .entityProduct,
    .entityEvent, .entityLaw,
  ]

  /// Colours this far apart in OKLab are told apart at a glance in running text; 0.02 is just noticed side by side.
  static let apart = 0.05

  private static func entities(_ theme: Theme) -> [Finding.Kind] {
    var found: [Finding.Kind] = []
    for (index, role) in entityRoles.enumerated() {
      if let vision = confusing(theme[role], theme[.bodyText], theme) { found.append(.likeText(role, vision)) }
      for other in entityRoles[(index + 1)...] {
        if let vision = confusing(theme[role], theme[other], theme) { found.append(.alike(role, other, vision)) }
      }
    }
    return found
  }

  /// Eyes to which two styles look alike; nil where attributes or, for every eye, colours tell them apart.
  private static func confusing(_ one: Style, _ other: Style, _ theme: Theme) -> ColorVision? {
    guard one.attributes == other.attributes else { return nil }
    let ink = theme[.text].foreground ?? .default
    let (first, second) = (one.foreground ?? ink, other.foreground ?? ink)
    return ColorVision.allCases.first { vision in
      guard let distance = first.distance(to: second, vision: vision) else { return first == second }
      return distance < apart
    }
  }

  // MARK: The map

  private static func shades(_ theme: Theme) -> [Finding.Kind] {
    let paper = theme[.text].background ?? .default
    var before = 0.0
    var found: [Finding.Kind] = []
    for role in StyleRole.mapShades {
      guard let ratio = theme[role].foreground?.contrast(with: paper) else { continue }
      if ratio <= before * 1.1 { found.append(.shades(role)) }
      before = ratio
    }
    return found
  }
}
