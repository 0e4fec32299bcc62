import Foundation

/// Settings that the reader changes itself: theme, language, the panes' shares. They go into the user's config.toml, each on a line of its
/// own; everything else in the file stays as it was.
enum KeptSettings {
  /// Sets one; false where the file is not the user's to change. `layout.list` is the key `list` of the table `[layout]`.
  static func keep(_ name: String, _ value: String) throws -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    guard let key = parts.last, parts.count <= 2, !value.contains(where: \.isNewline) else { return false }
    let path = Locations.configFile
    let old = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let written = Int(value) == nil ? "\(key) = \"\(escaped(value))\"" : "\(key) = \(value)"
    let text = set(written, key: key, table: parts.count == 2 ? parts[0] : nil, in: old)
    try FileManager.default.createDirectory(atPath: Locations.settings, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    return true
  }

  /// As a basic string of TOML 1.0 holds it.
  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: ""
      default: String(scalar)
      }
    }.joined()
  }

  /// The text with the line put in place of the key's, or at the end of its table.
  private static func set(_ line: String, key: String, table: String?, in text: String) -> String {
    var lines = text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var current: String?
    var end: Int?
    for (index, existing) in lines.enumerated() {
      let trimmed = existing.trimmingCharacters(in: .whitespaces)
      if trimmed.hasPrefix("[") {
        if current == table { end = end ?? index }
        current = trimmed.trimmingCharacters(in: CharacterSet(charactersIn: "[] "))
      } else if current == table, trimmed.hasPrefix(key), trimmed.dropFirst(key.count).first.map({ $0 == " " || $0 == "=" }) == true {
        lines[index] = line
        return lines.joined(separator: "\n")
      }
    }
    if current == table { end = end ?? lines.count }
    if let end {
      lines.insert(line, at: end)
    } else if let table {
      lines += ["", "[\(table)]", line]
    } else {
      lines.insert(line, at: 0)
    }
    let joined = lines.joined(separator: "\n")
    return joined.hasSuffix("\n") ? joined : joined + "\n"
  }
}
