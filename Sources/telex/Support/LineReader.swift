import Glibc

/// The lines of a file or of standard input, one at a time, without holding more than the present one: archives are larger than memory.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var at = 0
  private var isAtEnd = false

  /// Opens the file; `-` is standard input. Nil where it cannot be opened.
  init?(path: String) {
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  func close() { _ = Glibc.close(descriptor) }

  /// The next line without its line feed; nil at the end.
  mutating func next() -> ArraySlice<UInt8>? {
    var searched = at
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[at..<end]
        at = end + 1
        return line
      }
      if isAtEnd {
        guard at < buffer.count else { return nil }
        let line = buffer[at...]
        at = buffer.count
        return line
      }
      searched = buffer.count
      let dropped = at
      buffer.removeSubrange(..<dropped)
      at = 0
      searched -= dropped
      refill()
    }
  }

  private mutating func refill() {
    let size = 1 << 16
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    let count = buffer.withUnsafeMutableBytes { bytes in
      var got = -1
      repeat { got = read(descriptor, bytes.baseAddress?.advanced(by: old), size) } while got < 0 && errno == EINTR
      return got
    }
    buffer.removeLast(size - max(count, 0))
    if count <= 0 { isAtEnd = true }
  }
}
