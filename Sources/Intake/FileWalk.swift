internal import Glibc

/// The files that a list of paths stands for: files as they are, folders with all that lies below, in the order of their names.
///
/// Hidden files and folders are passed over, notes about a folder (README, LICENSE, Markdown) too, and so is a folder that holds a file
/// `.telexignore`. Links to folders are not followed, so no walk runs in a circle. Names are bytes: one that is no UTF-8 is a name too.
struct FileWalk {
  struct Problem {
    var french: String
    var english: String
  }

  struct Found {
    var path: FileName
    /// Why the path gives nothing, where it does not.
    var problem: Problem?
  }

  /// Every file in order, one at a time; a path that cannot be read comes with its problem.
  static func files(at paths: [String], _ body: (Found) throws -> Void) rethrows {
    for path in paths {
      let name = FileName(path)
      switch name.kind(followsLinks: true) {
      case nil: try body(Found(path: name, problem: Problem(french: "ce fichier n'existe pas", english: "there is no such file")))
      case .folder?: try walk(name, body)
      default: try body(Found(path: name))
      }
    }
  }

  private static func walk(_ folder: FileName, _ body: (Found) throws -> Void) rethrows {
    guard let names = folder.names() else {
      return try body(Found(path: folder, problem: Problem(french: "le dossier ne peut pas être lu", english: "the folder cannot be read")))
    }
    if names.contains(Array(".telexignore".utf8)) { return }
    for name in names where name.first != UInt8(ascii: ".") && !isNote(name) {
      let path = folder.appending(name)
      switch path.kind(followsLinks: false) {
      case .folder?: try walk(path, body)
      case .file?: try body(Found(path: path))
      case .link?: if path.kind(followsLinks: true) == .file { try body(Found(path: path)) }
      case .other?: continue
      case nil: try body(Found(path: path, problem: Problem(french: "il ne peut pas être lu", english: "it cannot be read")))
      }
    }
  }

  /// Whether a file tells people about the folder rather than news.
  private static func isNote(_ name: [UInt8]) -> Bool {
    name.suffix(3).elementsEqual(".md".utf8) || ["README", "LICENSE", "COPYING"].contains { name.starts(with: $0.utf8) }
  }
}

/// A path as the system knows it: bytes.
struct FileName: Sendable {
  enum Kind { case file, folder, link, other }

  let bytes: [UInt8]

  init(_ path: String) { bytes = Array(path.utf8) }
  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// As it is told to people and kept: bytes that are no UTF-8 as `%FF`, so that two names stay two.
  var text: String {
    if let whole = String(validating: bytes, as: UTF8.self) { return whole }
    var out = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
      if let length {
        out += String(decoding: rest.prefix(length), as: UTF8.self)
      } else {
        out += "%" + String(rest[rest.startIndex], radix: 16, uppercase: true)
      }
      rest = rest.dropFirst(length ?? 1)
    }
    return out
  }

  func appending(_ name: [UInt8]) -> FileName {
    FileName(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
  }

  /// Calls with the path as C wants it.
  func withPath<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { pointer in
      guard let start = pointer.baseAddress else { preconditionFailure("FileName: a path has its zero at least") }
      return body(start)
    }
  }

  /// nil where nothing is there or may be looked at.
  func kind(followsLinks: Bool) -> Kind? {
    var about = stat()
    guard withPath({ followsLinks ? stat($0, &about) : lstat($0, &about) }) == 0 else { return nil }
    switch about.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The names in a folder, in the order of their bytes; nil where it cannot be read.
  func names() -> [[UInt8]]? {
    guard let folder = withPath({ opendir($0) }) else { return nil }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
