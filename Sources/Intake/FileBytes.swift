internal import Glibc

/// A file's bytes, held once.
enum FileBytes {
  /// nil where it cannot be read. Never more than a byte beyond the limit, so that a device without end is refused and not read on.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT != S_IFDIR else { return nil }
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
}
