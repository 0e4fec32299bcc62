// Holds the import lines of Sources/ against the table of rooms in Documentation/House.md: no compiler flag does.
import Foundation
import Testing

/// The package's folder, found from this file.
private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What each room may import, as the table says it: the third column's module names.
private func allowedImports() throws -> [String: Set<String>] {
  let table = try String(contentsOf: root.appending(path: "Documentation/House.md"), encoding: .utf8)
  var allowed: [String: Set<String>] = [:]
  for line in table.split(separator: "\n") where line.hasPrefix("| `") {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count >= 4 else { continue }
    let rooms = cells[1].split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
    let imports = Set(cells[3].split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) })
    for room in rooms { allowed[room] = imports }
  }
  return allowed
}

/// What any room may import: the toolchain's own libraries.
private let everywhere: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

/// The Swift files below a folder.
private func swiftFiles(in folder: URL) -> [URL] {
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
  return files.filter { $0.pathExtension == "swift" }
}

private func imports(of file: URL) throws -> [String] {
  try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
    var words = line.split(separator: " ").map(String.init)
    if ["internal", "public", "private", "package", "fileprivate"].contains(words.first) { words.removeFirst() }
    guard words.count >= 2, words[0] == "import" else { return nil }
    return words.count >= 3 && ["struct", "func", "class", "enum"].contains(words[1])
      ? String(words[2].prefix { $0 != "." }) : String(words[1].prefix { $0 != "." })
  }
}

@Test func everyRoomImportsOnlyWhatTheTableAllows() throws {
  let allowed = try allowedImports()
  let rooms = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
  for room in rooms {
    let permitted = try #require(allowed[room], "Documentation/House.md has no row for Sources/\(room)")
    for file in swiftFiles(in: root.appending(path: "Sources/\(room)")) {
      for name in try imports(of: file) where !permitted.contains("all") || name == "CNcurses" || name == "CLibXML2" {
        #expect(everywhere.contains(name) || permitted.contains(name), "\(room)/\(file.lastPathComponent) imports \(name)")
      }
    }
  }
}

@Test(arguments: [("CNcurses", "Terminal"), ("CLibXML2", "WireFormats")])
func aSystemLibraryIsImportedByOneFile(library: String, room: String) throws {
  let importers = try swiftFiles(in: root.appending(path: "Sources")).filter { try imports(of: $0).contains(library) }
  #expect(importers.count <= 1, "\(library) is imported by \(importers.map(\.lastPathComponent))")
  #expect(importers.allSatisfy { $0.path.contains("/Sources/\(room)/") })
}

@Test func foundationXMLIsNeverImported() throws {
  for file in swiftFiles(in: root.appending(path: "Sources")) {
    #expect(try !imports(of: file).contains("FoundationXML"), "\(file.lastPathComponent): legal XML crashes it")
  }
}

@Test func everySourceFileHasOneSubject() throws {
  for file in swiftFiles(in: root.appending(path: "Sources")) {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(lines <= 420, "\(file.lastPathComponent) has \(lines) lines: look for the second subject in it")
  }
}

@Test func nothingOfOthersTextIsInTheProject() throws {
  for folder in ["SampleData", "Tests", "Sources"] {
    let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    let names = files?.compactMap { ($0 as? URL)?.lastPathComponent } ?? []
    #expect(!names.contains { $0.hasPrefix("g000") || $0.hasPrefix("000_") })
  }
}
