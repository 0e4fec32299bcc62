/// An address that may be opened: http or https, in a form that hides nothing.
///
/// Kept apart from text because what is shown and what is opened have to be the same: the user's name and password are left out
/// (`https://bank.example@evil.example` goes to evil.example), every character that could hide or reverse something is percent-encoded, and a
/// host in letters that could be taken for others is written in punycode.
public struct WebAddress: Hashable, Sendable {
  /// The address in printable ASCII without spaces and quotes: one argument for a browser.
  public let string: String
  /// The host as it is shown.
  public let host: DisplayText
  /// The address as it is shown, the host first after the scheme, cut where it is very long.
  public let shown: DisplayText

  /// What is longer is refused.
  public static let longest = 8192

  /// Nil for another scheme, no host, control characters, too much.
  public init?(_ raw: String) {
    var text = Substring(raw)
    while let last = text.unicodeScalars.last, last == " " || last == "\n" || last == "\r" || last == "\t" { text.removeLast() }
    text = text.drop { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }
    guard text.utf8.count <= Self.longest, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
      let colon = text.firstIndex(of: ":")
    else { return nil }
    let scheme = text[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    var rest = text[text.index(after: colon)...]
    // Browsers take \ for / in such addresses.
    guard rest.prefix(2).allSatisfy({ $0 == "/" || $0 == "\\" }), rest.count > 2 else { return nil }
    rest = rest.dropFirst(2)
    let end = rest.firstIndex { $0 == "/" || $0 == "\\" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    let authority = rest[..<end]
    let server = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    guard let host = HostName(server) else { return nil }
    // What follows the host begins with a slash, or what stands before an @ in it would become part of the host.
    let path = Self.encoded(rest[end...].first == "\\" ? "/" + rest[end...].dropFirst() : rest[end...])
    string = scheme + "://" + host.ascii + host.port + (path.isEmpty ? "/" : path)
    self.host = host.shown
    let whole = DisplayText(filtered: scheme + "://" + host.shown.string + host.port + path)
    shown = TextWidth.fit(whole, to: 400)
  }

  /// Printable ASCII: what may stand in an address stays, all else is percent-encoded byte by byte.
  private static func encoded(_ path: Substring) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~:/?#[]@!$&()*+,;=%".utf8.contains(byte): out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}

extension DisplayText {
  /// An address as it is shown; what is no http or https address is shown as the text that it is.
  public static func address(_ raw: String) -> DisplayText { WebAddress(raw)?.shown ?? DisplayText(raw, .line) }
}
