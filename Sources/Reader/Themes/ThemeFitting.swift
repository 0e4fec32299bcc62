public import Terminal

/// A theme on a terminal of few colours.
extension Theme {
  /// The same theme where the terminal's colours are as many as `depth` says. A shade a little off the screen's own would come down to
  /// the same colour or to a loud one; so marks are reversed instead, and grounds take the screen's colour.
  public func fitted(to depth: ColorDepth) -> Theme {
    guard depth == .eight || depth == .sixteen else { return self }
    let ground = self[.text].background ?? .default
    var styles = Dictionary(uniqueKeysWithValues: StyleRole.allCases.map { ($0, self[$0]) })
    for role in StyleRole.allCases where role != .text {
      guard var style = styles[role], let background = style.background, background != ground else { continue }
      guard Self.isNear(background, ground) || depth.number(of: background) == depth.number(of: ground) else { continue }
      style.background = ground
      if Self.marks.contains(role) {
        style.background = nil
        style.attributes.insert(.reverse)
      }
      styles[role] = style
    }
    return Theme(id: id, name: name, kind: kind, styles: styles)
  }

  /// Too near for few colours to tell them apart: below the contrast that WCAG 2.2 asks of signs.
  private static func isNear(_ one: Color, _ other: Color) -> Bool { one.contrast(with: other).map { $0 < 3 } ?? false }

  /// Roles laid over other text, which is not to be told from its surroundings without their background.
  private static let marks: Set<StyleRole> = [
    .listSelected, .factSelected, .pickerSelected, .factEvidence, .searchHit, .entityCurrent, .mapSelected,
  ]
}
