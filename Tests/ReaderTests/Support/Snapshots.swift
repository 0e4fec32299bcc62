import Foundation
import Testing

@testable import Reader
@testable import Terminal

/// Frames kept as text beside the tests. `RECORD_SNAPSHOTS=1` writes them anew, and the run fails so that nobody forgets to read them;
/// `READER_PICTURES=folder` writes each as an SVG, too.
enum Snapshots {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Frames")

  /// The folder of the shipped themes.
  static let themes = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Themes").path

  static func check(_ frame: Frame, _ name: String, base: Style = .plain, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let environment = ProcessInfo.processInfo.environment
    let text = FrameText.plain(frame)
    if let pictures = environment["READER_PICTURES"] {
      let url = URL(fileURLWithPath: pictures).appending(path: name + ".svg")
      try FrameSVG(base: base).render(frame).write(to: url, atomically: true, encoding: .utf8)
    }
    let url = folder.appending(path: name + ".txt")
    if environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt: read it, then run without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      return
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    #expect(kept == text, "\(name) looks different", sourceLocation: sourceLocation)
  }
}

extension ReaderSession {
  /// A session over the samples after some keys.
  static func sample(
    _ keys: String = "", columns: Int = 120, rows: Int = 36, language: Language = .fr, query: String = "", world: SampleWorld = SampleWorld(),
    theme: Theme = .builtin, settings: ReaderSettings = ReaderSettings(), themes: [Theme] = [.builtin], usesASCII: Bool = false
  ) async throws -> ReaderSession {
    var session = ReaderSession(
      services: world.services, size: Size(columns: columns, rows: rows), theme: theme, clock: Samples.clock, language: language, query: query,
      settings: settings, themes: themes, usesASCII: usesASCII)
    await session.start()
    try await session.play(keys)
    return session
  }

  mutating func play(_ keys: String) async throws { await play(try KeyNotation.parse(keys)) }

  var text: String { FrameText.plain(frame) }
  var statusLine: String { frame.lines().last ?? "" }
}
