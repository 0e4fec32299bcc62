import DispatchModel
import Foundation
import Glibc
import Terminal

/// The way out: results to standard output, everything else to standard error, nothing unfiltered.
///
/// Text from outside is printed as `DisplayText` only; JSON comes as bytes whose strings `JSONText` has escaped.
/// A reader that closes the pipe (`telex list | head`) ends the program with success.
enum Output {
  /// One line of a result.
  static func line(_ text: DisplayText) { write(Array(text.string.utf8) + [0x0A], to: STDOUT_FILENO) }

  /// A drawn frame, whose every cell came from a `DisplayText`; its escape sequences are ours.
  static func drawing(_ drawn: String) { write(Array(drawn.utf8) + [0x0A], to: STDOUT_FILENO) }

  /// JSON that is complete, line feeds included.
  static func json(_ json: borrowing JSONText) { write(json.bytes, to: STDOUT_FILENO) }

  /// A piece of JSON as `JSONText` hands it on.
  static func json(_ piece: [UInt8]) { write(piece, to: STDOUT_FILENO) }

  /// What `ExportFormat` has made of a dispatch: escaped or filtered there.
  static func exported(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Something to say beside the results: progress, refusals, problems.
  static func note(_ text: DisplayText) { write(Array("telex: \(text.string)\n".utf8), to: STDERR_FILENO) }

  /// What the parser of arguments has to say, as it says it.
  static func complaint(_ text: DisplayText) { write(Array(text.string.utf8) + [0x0A], to: STDERR_FILENO) }

  /// A line on the terminal that the next one takes the place of; empty to clear it.
  static func progress(_ text: DisplayText) { write(Array("\r\u{1B}[K\(text.string)".utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR && errno != EAGAIN {
        exit(1)
      }
    }
  }
}
