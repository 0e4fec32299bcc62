/// Bytes from a terminal in, keys, mouse and pasted text out. Pure: a part of a sequence waits for the rest.
///
/// Knows what xterm, VT220, rxvt, the Linux console, screen and tmux send (ctlseqs.txt of xterm; console_codes(4)), and the
/// sequences of the terminal's own description on top. Anything else is swallowed whole, never shown as letters.
struct InputDecoder {
  /// Sequences of the terminal's description.
  private let described: [(bytes: [UInt8], key: Key)]
  private var bytes: [UInt8] = []
  private var position = 0
  private var paste: [UInt8]?

  /// A paste is cut at this many bytes, and a string sequence without an end is given up.
  static let longestPaste = 1 << 20
  static let longestSequence = 4096

  init(described: [(bytes: [UInt8], key: Key)] = []) { self.described = described }

  /// Whether bytes wait for more. If none come within some 50 ms, `flush` says what they are.
  var isWaiting: Bool { position < bytes.count && paste == nil }

  mutating func feed(_ more: some Sequence<UInt8>) {
    if position > 0 {
      bytes.removeFirst(position)
      position = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next complete input; nil when there is none or it waits for more bytes.
  mutating func next() -> Input? {
    while position < bytes.count {
      if paste != nil {
        guard let text = takePaste() else { return nil }
        return .paste(text)
      }
      switch InputSequence.read(bytes[position...], described: described) {
      case .incomplete:
        if bytes.count - position > Self.longestSequence { position = bytes.count }
        return nil
      case .ignored(let length): position += length
      case .pasteBegins(let length):
        position += length
        paste = []
      case .input(let input, let length):
        position += length
        return input
      }
    }
    return nil
  }

  /// Takes what waits as it stands: a lone ESC is the Esc key, ESC and a letter is Alt.
  mutating func flush() -> Input? {
    guard isWaiting else { return nil }
    let first = bytes[position]
    position += 1
    guard first == 0x1B else {
      // The beginning of a character whose end never came.
      position = bytes.count
      return nil
    }
    guard position < bytes.count else { return .key(.esc) }
    if bytes[position] == 0x1B { return .key(.esc) }
    if position == bytes.count - 1, let scalar = Unicode.Scalar(UInt32(bytes[position])), scalar.isASCII {
      position += 1
      return .key(.alt(Character(scalar)))
    }
    position = bytes.count
    return nil
  }

  /// The pasted text when its end has come; keeps what came so far.
  private mutating func takePaste() -> String? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]  // ESC [ 2 0 1 ~
    guard var text = paste else { return nil }
    while position < bytes.count {
      if bytes[position] == 0x1B {
        let rest = bytes[position...].prefix(end.count)
        if rest.elementsEqual(end) {
          position += end.count
          paste = nil
          return String(decoding: text, as: UTF8.self)
        }
        if rest.count < end.count, rest.elementsEqual(end.prefix(rest.count)) { break }
      }
      if text.count < Self.longestPaste { text.append(bytes[position]) }
      position += 1
    }
    paste = text
    return nil
  }
}
