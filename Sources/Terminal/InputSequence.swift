/// One sequence at the beginning of some bytes: what it is and how long.
enum InputSequence {
  case incomplete
  case ignored(Int)
  case pasteBegins(Int)
  case input(Input, Int)

  /// Reads the first; `bytes` must not be empty.
  static func read(_ bytes: ArraySlice<UInt8>, described: [(bytes: [UInt8], key: Key)] = []) -> InputSequence {
    guard let first = bytes.first else { return .incomplete }
    if first == 0x1B { return escape(bytes, described) }
    if first < 0x20 || first == 0x7F { return .input(.key(control(first)), 1) }
    return character(bytes, .plain)
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .ctrl(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .ctrl(Character(Unicode.Scalar(byte + 0x60)))
    default: .ctrl(Character(Unicode.Scalar(byte + 0x40)))  // \ ] ^ _
    }
  }

  private enum Prefix { case plain, alt }

  /// One UTF-8 character; `prefix` says that an ESC stands before it.
  private static func character(_ bytes: ArraySlice<UInt8>, _ prefix: Prefix) -> InputSequence {
    let skipped = prefix == .alt ? 1 : 0
    let rest = bytes.dropFirst(skipped)
    guard let first = rest.first else { return .incomplete }
    let length =
      switch first {
      case 0x00...0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return .ignored(skipped + 1) }
    let encoded = rest.prefix(length)
    let sound = encoded.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if sound < encoded.count - 1 { return .ignored(skipped + 1 + sound) }
    guard encoded.count == length else { return .incomplete }
    let text = String(decoding: encoded, as: UTF8.self)
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first, scalar.value >= 0x20,
      !(0x7F...0x9F).contains(scalar.value), scalar.value != 0xFFFD
    else { return .ignored(skipped + length) }
    return .input(.key(Key(.character(Character(scalar)), prefix == .alt ? .alt : [])), skipped + length)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, _ described: [(bytes: [UInt8], key: Key)]) -> InputSequence {
    for (sequence, key) in described where bytes.starts(with: sequence) { return .input(.key(key), sequence.count) }
    guard let second = bytes.dropFirst().first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return controlSequence(bytes)
    case UInt8(ascii: "O"): return singleShift(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      return stringSequence(bytes)
    case 0x1B:
      // rxvt puts an ESC before the sequence of a key that is pressed with Alt; else the first was the Esc key.
      guard let third = bytes.dropFirst(2).first else { return .incomplete }
      guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return .input(.key(.esc), 1) }
      switch read(bytes.dropFirst()) {
      case .input(.key(let key), let length):
        return .input(.key(Key(key.code, key.modifiers.union(.alt))), length + 1)
      case .incomplete: return .incomplete
      default: return .input(.key(.esc), 1)
      }
    case 0x00..<0x20, 0x7F:
      let key = control(second)
      return .input(.key(Key(key.code, key.modifiers.union(.alt))), 2)
    default: return character(bytes, .alt)
    }
  }

  /// ESC O and a letter: cursor keys and F1 to F4 in application mode.
  private static func singleShift(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    guard let final = bytes.dropFirst(2).first else { return .incomplete }
    if final == UInt8(ascii: "M") { return .input(.key(.enter), 3) }
    guard let code = cursorKey(final) else { return .ignored(3) }
    return .input(.key(Key(code)), 3)
  }

  /// Replies and the like, which nobody asked for: up to BEL or ST.
  private static func stringSequence(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      if bytes[index] == 0x07 { return .ignored(index - bytes.startIndex + 1) }
      if bytes[index] == 0x1B {
        guard index + 1 < bytes.endIndex else { return .incomplete }
        return .ignored(index - bytes.startIndex + (bytes[index + 1] == UInt8(ascii: "\\") ? 2 : 0))
      }
      index += 1
    }
    return .incomplete
  }

  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> InputSequence {
    var index = bytes.startIndex + 2
    // The Linux console sends F1 to F5 as ESC [ [ A to E.
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") {
      guard index + 1 < bytes.endIndex else { return .incomplete }
      let number = Int(bytes[index + 1]) - Int(UInt8(ascii: "A")) + 1
      return (1...5).contains(number) ? .input(.key(.function(number)), 4) : .ignored(4)
    }
    while index < bytes.endIndex, (0x30...0x3F).contains(bytes[index]) { index += 1 }
    let parameters = bytes[(bytes.startIndex + 2)..<index]
    guard index < bytes.endIndex else { return .incomplete }
    // rxvt ends keys with Shift by $, which is no final byte elsewhere.
    if bytes[index] == UInt8(ascii: "$"), !parameters.isEmpty {
      return .from(key: tildeKey(numbers(parameters).first ?? 0), .shift, length: index - bytes.startIndex + 1)
    }
    while index < bytes.endIndex, (0x20...0x2F).contains(bytes[index]) { index += 1 }
    guard index < bytes.endIndex else { return .incomplete }
    let final = bytes[index]
    let length = index - bytes.startIndex + 1
    // A new ESC or a control character in the midst: what came before is broken.
    guard (0x40...0x7E).contains(final) else { return .ignored(length - 1) }
    if final == UInt8(ascii: "M"), parameters.isEmpty {
      return bytes.count >= 6 ? .ignored(6) : .incomplete  // the old mouse report, never asked for
    }
    if parameters.first == UInt8(ascii: "<") {
      guard let mouse = mouse(numbers(parameters.dropFirst()), final) else { return .ignored(length) }
      return .input(.mouse(mouse), length)
    }
    // Private parameters mark replies, which nobody asked for.
    if let mark = parameters.first, (0x3C...0x3F).contains(mark) { return .ignored(length) }
    let values = numbers(parameters)
    let modifiers = Key.Modifiers(xterm: values.dropFirst().first ?? 1)
    switch final {
    case UInt8(ascii: "~"):
      if values.first == 200 { return .pasteBegins(length) }
      if values.first == 27, values.count > 2 { return .from(scalar: values[2], modifiers, length: length) }
      return .from(key: tildeKey(values.first ?? 0), modifiers, length: length)
    case UInt8(ascii: "^"): return .from(key: tildeKey(values.first ?? 0), .control, length: length)
    case UInt8(ascii: "@"): return .from(key: tildeKey(values.first ?? 0), [.control, .shift], length: length)
    case UInt8(ascii: "u"): return .from(scalar: values.first ?? 0, modifiers, length: length)
    case UInt8(ascii: "Z"): return .input(.key(.backtab), length)
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty:
      return .from(key: cursorKey(final - 0x20), .shift, length: length)  // rxvt
    default: return .from(key: cursorKey(final), modifiers, length: length)
    }
  }

  private static func from(key code: Key.Code?, _ modifiers: Key.Modifiers, length: Int) -> InputSequence {
    guard let code else { return .ignored(length) }
    return .input(.key(Key(code, modifiers)), length)
  }

  private static func from(scalar value: Int, _ modifiers: Key.Modifiers, length: Int) -> InputSequence {
    switch value {
    case 13: return .input(.key(Key(.enter, modifiers)), length)
    case 9: return .input(.key(Key(.tab, modifiers)), length)
    case 27: return .input(.key(Key(.esc, modifiers)), length)
    case 127, 8: return .input(.key(Key(.backspace, modifiers)), length)
    default:
      guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else { return .ignored(length) }
      return .input(.key(Key(.character(Character(scalar)), modifiers)), length)
    }
  }

  private static func cursorKey(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  private static func tildeKey(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// An SGR mouse report: button and modifiers, column, row, each from 1.
  private static func mouse(_ values: [Int], _ final: UInt8) -> Mouse? {
    guard values.count == 3, values[1] > 0, values[2] > 0 else { return nil }
    let state = values[0]
    var modifiers: Key.Modifiers = []
    if state & 4 != 0 { modifiers.insert(.shift) }
    if state & 8 != 0 { modifiers.insert(.alt) }
    if state & 16 != 0 { modifiers.insert(.control) }
    let place = (x: values[1] - 1, y: values[2] - 1)
    if state & 64 != 0 {
      guard state & 3 < 2 else { return nil }  // sideways
      let kind: Mouse.Kind = state & 3 == 0 ? .wheelUp : .wheelDown
      return Mouse(kind, button: .none, x: place.x, y: place.y, modifiers: modifiers)
    }
    let button: Mouse.Button = [.left, .middle, .right, .none][state & 3]
    let kind: Mouse.Kind =
      final == UInt8(ascii: "m") ? .release : state & 32 != 0 ? .drag : .press
    return Mouse(kind, button: button, x: place.x, y: place.y, modifiers: modifiers)
  }

  /// Numbers separated by semicolons, sub-parameters left out; what is too large or missing is 0.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      var value = 0
      for byte in part {
        guard (0x30...0x39).contains(byte), value < 1_000_000 else { return byte == UInt8(ascii: ":") ? value : 0 }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
  }
}

extension Key.Modifiers {
  /// xterm's parameter: 1 and the sum of 1 shift, 2 alt, 4 control, 8 meta (counted as alt).
  fileprivate init(xterm parameter: Int) {
    let bits = max(0, parameter - 1)
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 10 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}
