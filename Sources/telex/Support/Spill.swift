import Glibc

/// A file without a name for what is too much to keep in memory: written from end to end, then read. It is gone with the process.
final class Spill {
  private let file: UnsafeMutablePointer<FILE>
  /// Whether all of it could be written and read so far.
  private(set) var isWhole = true

  /// Nil where no such file can be made.
  init?() {
    guard let file = tmpfile() else { return nil }
    self.file = file
  }

  deinit { fclose(file) }

  func write(_ bytes: [UInt8]) {
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { isWhole = false }
  }

  /// Gives what was written, from its beginning, a stretch at a time.
  func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard fflush(file) == 0, fseek(file, 0, SEEK_SET) == 0 else {
      isWhole = false
      return
    }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { break }
      piece.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
    if ferror(file) != 0 { isWhole = false }
  }
}
