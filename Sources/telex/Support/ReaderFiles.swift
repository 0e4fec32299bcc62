import DispatchModel
import DispatchStore
import Foundation
import Reader
import Terminal

/// What the reader writes: dispatches into files of the user's choosing, and the queries that were asked into the state folder.
enum ReaderFiles {
  /// Writes dispatches into a new file; a file that is there is left alone. The ending says how: `.md`, `.jsonl` or `.json` (an object a
  /// line), `.csv`, `.ninjs`, else plain text.
  /// - Returns: how many were written; those under embargo are left out.
  static func write(_ ids: [Int64], of store: DispatchStore, to path: String, language: Language) throws -> Int {
    let expanded = path.hasPrefix("~/") ? NSHomeDirectory() + path.dropFirst() : path
    guard !FileManager.default.fileExists(atPath: expanded) else { throw Outside.Refusal(description: refusal(path, language)) }
    let format: ExportFormat? = switch URL(fileURLWithPath: expanded).pathExtension.lowercased() {
    case "md", "markdown": .markdown
    case "jsonl", "json": .jsonl
    case "csv": .csv
    case "ninjs": .ninjs
    default: nil
    }
    try Data().write(to: URL(fileURLWithPath: expanded), options: .withoutOverwriting)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: expanded))
    if let head = format?.head { try file.write(contentsOf: ExportFormat.line(head)) }
    var count = 0
    for id in ids {
      guard let stored = try store.document(id: id), !Embargo.holds(stored.dispatch) else { continue }
      let row = format?.row(id, stored.dispatch, stored.reading)
      if format == nil || format == .markdown, count > 0 { try file.write(contentsOf: ExportFormat.line("")) }
      try file.write(contentsOf: row ?? ExportFormat.line(DisplayText(stored.dispatch.text, .body)))
      count += 1
    }
    try file.close()
    return count
  }

  private static func refusal(_ path: String, _ language: Language) -> String {
    language == .fr ? "\(path) existe déjà ; choisissez un autre nom." : "\(path) is there already; choose another name."
  }

  /// The queries of earlier sessions, the newest last; none where there are none yet.
  static func history() -> [String] {
    guard let data = FileManager.default.contents(atPath: Locations.history) else { return [] }
    return String(decoding: data.suffix(1 << 18), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Keeps them, for their owner's eyes only.
  static func keep(history queries: [String]) throws {
    let url = URL(fileURLWithPath: Locations.history)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let lines = queries.filter { !$0.contains(where: \.isNewline) }.map { $0 + "\n" }.joined()
    try Data(lines.utf8).write(to: url, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
  }
}
