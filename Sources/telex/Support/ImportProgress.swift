import Intake
import Terminal

/// How far an import has come, on one line of the terminal that is drawn anew: a bar by the bytes that were read, how many dispatches,
/// how many a second, and about how long it will take still.
struct ImportProgress {
  /// Bytes to read; 0 where that is not known.
  private let bytes: Int
  private let start = ContinuousClock.now
  private static let cells = 20

  init(bytes: Int) { self.bytes = bytes }

  func show(_ report: IntakeReport) {
    let elapsed = ContinuousClock.now - start
    let seconds = max(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18, 0.001)
    let pace: DisplayText = "\(report.total) (\(Int(Double(report.total) / seconds))/s)"
    guard bytes > 0 else { return Output.progress(pace) }
    let share = min(Double(report.bytes) / Double(bytes), 1)
    let full = Int(share * Double(Self.cells))
    let bar = DisplayText(stringLiteral: "█").repeated(full) + DisplayText(stringLiteral: "░").repeated(Self.cells - full)
    let rest = share > 0 ? Int(seconds / share * (1 - share)) : 0
    Output.progress("\(bar) \(Int(share * 100)) % \(pace) −\(rest / 60):\(rest % 60 < 10 ? "0" : "")\(rest % 60)")
  }

  func clear() { Output.progress("") }
}
