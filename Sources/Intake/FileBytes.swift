internal import Foundation
internal import Glibc

/// Files opened by their names' bytes.
enum FileBytes {
  /// A file's bytes, held once; nil where it cannot be read. Never more than a byte beyond the limit, so that a device without end is
  /// refused and not read on.
  static func read(_ path: FileName, limit: Int) -> [UInt8]? {
    guard let file = openForReading(path) else { return nil }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(max(Int(about.st_size) + 1, 4_096), limit + 1))
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }

  /// For reading piece by piece; nil where it cannot be.
  static func handle(_ path: FileName) -> FileHandle? {
    openForReading(path).map { FileHandle(fileDescriptor: $0, closeOnDealloc: true) }
  }

  private static func openForReading(_ path: FileName) -> Int32? {
    let file = path.withPath { open($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { return nil }
    var about = stat()
    if fstat(file, &about) == 0, about.st_mode & S_IFMT != S_IFDIR { return file }
    close(file)
    return nil
  }
}
