internal import Foundation

/// The files that a list of paths stands for: files as they are, folders with all that lies below, in the order of their names.
///
/// Hidden files and folders are passed over, notes about a folder (README, LICENSE, Markdown) too, and so is a folder that holds a file
/// `.telexignore`. Links to folders are not
/// followed, so no walk runs in a circle.
struct FileWalk {
  struct Problem {
    var french: String
    var english: String
  }

  struct Found {
    var path: String
    /// Why the path gives nothing, where it does not.
    var problem: Problem?
  }

  /// Every file in order, one at a time; a path that cannot be read comes with its problem.
  static func files(at paths: [String], _ body: (Found) throws -> Void) rethrows {
    for path in paths {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        try body(Found(path: path, problem: Problem(french: "ce fichier n'existe pas", english: "there is no such file")))
      } else if isFolder.boolValue {
        try walk(path, body)
      } else {
        try body(Found(path: path))
      }
    }
  }

  private static func walk(_ folder: String, _ body: (Found) throws -> Void) rethrows {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      try body(Found(path: folder, problem: Problem(french: "le dossier ne peut pas être lu", english: "the folder cannot be read")))
      return
    }
    if names.contains(".telexignore") { return }
    for name in names where !name.hasPrefix(".") && !isNote(name) {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let attributes: [FileAttributeKey: Any]
      do {
        attributes = try FileManager.default.attributesOfItem(atPath: path)
      } catch {
        try body(Found(path: path, problem: Problem(french: "il ne peut pas être lu", english: "it cannot be read")))
        continue
      }
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory?: try walk(path, body)
      case .typeRegular?: try body(Found(path: path))
      case .typeSymbolicLink?:
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue { try body(Found(path: path)) }
      default: continue
      }
    }
  }

  /// Whether a file tells people about the folder rather than news.
  private static func isNote(_ name: String) -> Bool {
    name.hasSuffix(".md") || ["README", "LICENSE", "COPYING"].contains { name.hasPrefix($0) }
  }
}
