/// What the fetcher needs to know of an address: its host, whether a redirect may lead there, and how to show it.
internal import WireFormats

public enum FeedAddress {
  /// Scheme, host with port, in lower case; nil where the address is not http(s).
  static func origin(_ address: String) -> (scheme: String, host: String)? {
    guard Address.web(address) != nil, let scheme = Address.scheme(address) else { return nil }
    let rest = address.dropFirst(scheme.count + 3)
    let authority = rest.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" })
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    return host.isEmpty ? nil : (scheme, host.lowercased())
  }

  /// The host alone, without port and brackets; empty where the address is not http(s).
  static func host(_ address: String) -> String {
    guard let host = origin(address)?.host else { return "" }
    if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) }
    return String(host.prefix { $0 != ":" })
  }

  /// Whether two addresses lie on the same server: scheme, host and port.
  public static func isSameHost(_ one: String, _ other: String) -> Bool {
    guard let one = origin(one), let other = origin(other) else { return false }
    return one == other
  }

  /// The address without user and password, for messages and logs.
  public static func shown(_ address: String) -> String {
    guard let scheme = Address.scheme(address), let slashes = address.firstRange(of: "//") else { return address }
    let rest = address[slashes.upperBound...]
    let end = rest.firstIndex(where: { $0 == "/" || $0 == "?" || $0 == "#" }) ?? rest.endIndex
    guard let at = rest[..<end].lastIndex(of: "@") else { return address }
    return scheme + "://" + rest[rest.index(after: at)...]
  }

  /// A validator of an earlier answer, if it may be sent back: printable ASCII, 1 kB at most.
  static func validator(_ text: String?) -> String? {
    guard let text, !text.isEmpty, text.utf8.count <= 1_024, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    return text
  }
}
