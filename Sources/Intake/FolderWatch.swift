internal import Foundation
internal import Glibc

/// Waits for files to appear in drop folders (inotify): those that were written and closed, and those that were moved in.
///
/// Hidden files and half-written ones by their usual names (`.part`, `.tmp`, `.filepart`) are passed over; the name that they get in the
/// end is what counts. Folders inside are not watched.
public final class FolderWatch {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private static let unfinished = [".part", ".tmp", ".filepart", ".crdownload", "~"]

  /// nil where one of them is no folder that can be watched.
  public init?(folders paths: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for path in paths {
      let watch = inotify_add_watch(descriptor, path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR))
      guard watch >= 0 else { return nil }
      folders[watch] = path
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Blocks until files have appeared; their paths, each once, in order. Empty where waiting failed for good.
  public func wait() -> [String] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return [] }
      let found = paths(in: buffer[..<count])
      if !found.isEmpty { return found }
    }
  }

  /// The events are `struct inotify_event` of inotify(7): watch, mask, cookie, length of the name, the name with zeros behind it.
  private func paths(in events: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    var rest = events
    func number(at offset: Int) -> UInt32 {
      rest.dropFirst(offset).prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    while rest.count >= 16 {
      let watch = Int32(bitPattern: number(at: 0))
      guard let length = Int(exactly: number(at: 12)), rest.count >= 16 + length else { break }
      let name = String(decoding: rest.dropFirst(16).prefix(length).prefix { $0 != 0 }, as: UTF8.self)
      rest = rest.dropFirst(16 + length)
      guard let folder = folders[watch], !name.isEmpty, !name.hasPrefix("."), !Self.unfinished.contains(where: name.hasSuffix) else { continue }
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if !found.contains(path) { found.append(path) }
    }
    return found
  }
}
