/// The host of an address, in ASCII for the network and in a form for people that cannot be taken for another.
struct HostName: Equatable {
  /// With labels in punycode (RFC 3492) where they are not ASCII.
  let ascii: String
  /// Letters outside ASCII stay only if they are Latin: `société.fr` reads as itself, and a Cyrillic `а` cannot pass for an `a`.
  let shown: DisplayText
  /// `:8080`, or nothing.
  let port: String

  /// Nil where it holds what no host holds.
  init?(_ server: Substring) {
    var name = server
    var port = ""
    if server.first == "[" {
      // An IPv6 address in brackets.
      guard let close = server.firstIndex(of: "]") else { return nil }
      name = server[...close]
      guard name.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
      let rest = server[server.index(after: close)...]
      guard rest.isEmpty || rest.first == ":" else { return nil }
      port = String(rest)
    } else if let colon = server.lastIndex(of: ":") {
      name = server[..<colon]
      port = String(server[colon...])
    }
    guard port.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }), port.utf8.count <= 6 else { return nil }
    self.port = port.utf8.count > 1 ? port : ""
    guard !name.isEmpty, name.utf8.count <= 1024 else { return nil }
    if name.first == "[" {
      ascii = name.lowercased()
      shown = DisplayText(ascii)
      return
    }
    var asciiLabels: [String] = []
    var shownLabels: [String] = []
    // The ideographic full stops count as dots (UTS 46).
    for label in name.lowercased().unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { [0x2E, 0x3002, 0xFF0E, 0xFF61].contains($0.value) })
    {
      guard let encoded = Self.ascii(label) else { return nil }
      asciiLabels.append(encoded)
      shownLabels.append(label.allSatisfy { $0.isASCII || Self.isLatinLetter($0) } ? String(label) : encoded)
    }
    guard asciiLabels.contains(where: { !$0.isEmpty }) else { return nil }
    ascii = asciiLabels.joined(separator: ".")
    shown = DisplayText(shownLabels.joined(separator: "."))
  }

  private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xDF...0x17F).contains(scalar.value) && scalar.value != 0xF7 && scalar.value != 0x131
  }

  private static func ascii(_ label: Substring.UnicodeScalarView) -> String? {
    if label.allSatisfy(\.isASCII) {
      let isName = label.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_" }
      return isName ? String(label) : nil
    }
    return Punycode.encode(label.map(\.value)).map { "xn--" + $0 }
  }
}

/// RFC 3492, with its parameters for host names.
enum Punycode {
  static func encode(_ label: [UInt32]) -> String? {
    guard label.count <= 63 else { return nil }
    var output = String(String.UnicodeScalarView(label.filter { $0 < 0x80 }.compactMap(Unicode.Scalar.init)))
    let basic = output.utf8.count
    var handled = basic
    if basic > 0 { output += "-" }
    var least: UInt32 = 0x80
    var delta = 0
    var bias = 72
    while handled < label.count {
      guard let next = label.filter({ $0 >= least }).min() else { return nil }
      delta += Int(next - least) * (handled + 1)
      least = next
      for value in label {
        if value < least { delta += 1 }
        guard value == least else { continue }
        var rest = delta
        var place = 36
        while true {
          let threshold = min(max(place - bias, 1), 26)
          if rest < threshold { break }
          output.unicodeScalars.append(digit(threshold + (rest - threshold) % (36 - threshold)))
          rest = (rest - threshold) / (36 - threshold)
          place += 36
        }
        output.unicodeScalars.append(digit(rest))
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      least += 1
    }
    return output
  }

  private static func digit(_ value: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? 97 + value : 22 + value))
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var place = 0
    while delta > 455 {
      delta /= 35
      place += 36
    }
    return place + 36 * delta / (delta + 38)
  }
}
