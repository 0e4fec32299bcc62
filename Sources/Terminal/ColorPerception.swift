internal import Glibc

/// How colours are seen: contrast, distance, and what eyes with a colour deficiency make of them.
extension Color {
  /// The contrast ratio of WCAG 2.2, 1…21; nil where a terminal decides what one of the colours looks like.
  public func contrast(with other: Color) -> Double? {
    guard let mine = luminance, let others = other.luminance else { return nil }
    return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
  }

  /// The distance in OKLab: 0.02 is just noticed side by side, black and white are 1 apart. Nil as for `contrast`.
  public func distance(to other: Color, vision: ColorVision = .typical) -> Double? {
    guard let mine = fixed(vision), let others = other.fixed(vision) else { return nil }
    return sqrt(mine.distance(to: others))
  }

  /// Relative luminance as WCAG defines it.
  private var luminance: Double? {
    guard isFixed, let (red, green, blue) = components else { return nil }
    return 0.2126 * OKLab.linear[Int(red)] + 0.7152 * OKLab.linear[Int(green)] + 0.0722 * OKLab.linear[Int(blue)]
  }

  /// Whether it looks the same in every terminal.
  private var isFixed: Bool {
    switch self {
    case .default, .ansi: false
    case .indexed(let index): index >= 16
    case .rgb: true
    }
  }

  private func fixed(_ vision: ColorVision) -> OKLab? {
    guard isFixed, let (red, green, blue) = components else { return nil }
    return vision.seen(red, green, blue)
  }
}

/// Typical sight and the three kinds of dichromacy.
///
/// Simulated as in G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, “A Physiologically-based Model for Simulation of Color
/// Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009: their matrices for severity 1.0,
/// applied to linear light.
public enum ColorVision: String, Sendable, CaseIterable {
  case typical, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]]? {
    switch self {
    case .typical: nil
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  func seen(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> OKLab {
    let light = [red, green, blue].map { OKLab.linear[Int($0)] }
    guard let matrix else { return OKLab(linear: light) }
    return OKLab(linear: matrix.map { row in zip(row, light).reduce(0) { $0 + $1.0 * $1.1 } })
  }
}
