import DispatchModel
import DispatchStore
import Foundation
import Glibc
import Reader
import Terminal

/// What the reader writes: dispatches into files of the user's choosing and to programs, and the queries that were asked into the state folder.
enum ReaderFiles {
  /// Writes dispatches into a new file; a file that is there is left alone. The ending says how: `.md`, `.jsonl` or `.json` (an object a
  /// line), `.csv`, `.ninjs`, else plain text.
  /// - Returns: how many were written; those under embargo are left out.
  static func write(_ ids: [Int64], of store: DispatchStore, to path: String) throws -> Int {
    let expanded = path.hasPrefix("~/") ? NSHomeDirectory() + path.dropFirst() : path
    guard !FileManager.default.fileExists(atPath: expanded) else { throw Outside.Refusal("\(DisplayText(path)) existe déjà ; choisissez un autre nom.", "\(DisplayText(path)) is there already; choose another name.") }
    let format: ExportFormat? = switch URL(fileURLWithPath: expanded).pathExtension.lowercased() {
    case "md", "markdown": .markdown
    case "jsonl", "json": .jsonl
    case "csv": .csv
    case "ninjs": .ninjs
    default: nil
    }
    return try put(ids, of: store, into: expanded, format, between: ExportFormat.line(""))
  }

  /// Gives dispatches to a program in its format; texts are parted by a form feed on a line of its own.
  /// - Returns: how many they were, those under embargo left out, and the first line that the program prints.
  static func give(_ ids: [Int64], of store: DispatchStore, to program: ReaderProgram) throws -> (Int, String) {
    let format: ExportFormat? = switch program.format {
    case .text: nil
    case .jsonl: .jsonl
    case .csv: .csv
    case .markdown: .markdown
    case .ninjs: .ninjs
    }
    // What goes in is a file, so that a program that never reads cannot hold the reader.
    let path = FileManager.default.temporaryDirectory.appending(path: "telex-\(UUID().uuidString)").path
    defer { unlink(path) }
    let count = try put(ids, of: store, into: path, format, between: format == nil ? [0x0C, 0x0A] : ExportFormat.line(""))
    guard count > 0 else { throw Outside.Refusal("Rien à donner : aucune dépêche, ou sous embargo.", "Nothing to give: no dispatch, or under embargo.") }
    return (count, try Outside.run(program.arguments, input: path))
  }

  /// Writes dispatches into a new file for its owner's eyes; plain text without a format.
  private static func put(
    _ ids: [Int64], of store: DispatchStore, into path: String, _ format: ExportFormat?, between: [UInt8]
  ) throws -> Int {
    try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    if let head = format?.head { try file.write(contentsOf: ExportFormat.line(head)) }
    var count = 0
    for id in ids {
      guard let stored = try store.document(id: id), !Embargo.holds(stored.dispatch) else { continue }
      if format == nil || format == .markdown, count > 0 { try file.write(contentsOf: between) }
      let row = format?.row(id, stored.dispatch, stored.reading)
      try file.write(contentsOf: row ?? ExportFormat.line(DisplayText(stored.dispatch.text, .body)))
      count += 1
    }
    try file.close()
    return count
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
