/// What the fetcher needs to know of an address: its host, whether a redirect may lead there, and how to show it.
internal import CCurl
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

  /// The address as two lists of feeds may both have it: without scheme, password, fragment and the slash at the end.
  public static func key(_ address: String) -> String {
    guard let origin = origin(address), let slashes = address.firstRange(of: "//") else { return address }
    let rest = address[slashes.upperBound...]
    var path = rest[(rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex)...].prefix { $0 != "#" }
    while path.last == "/" { path.removeLast() }
    let port = origin.scheme == "https" ? ":443" : ":80"
    return (origin.host.hasSuffix(port) ? String(origin.host.dropLast(port.count)) : origin.host) + path
  }

  /// Whether only this machine or its network can know the address: a private number, or a name that no public server has.
  public static func isInternal(_ address: String) -> Bool {
    let host = host(address)
    guard !host.contains(":"), let last = host.split(separator: ".").last, host.contains(".") else {
      return host.contains(":") ? cc_is_private_host(host, 0) != 0 : true
    }
    return ["localhost", "local", "internal", "lan", "home", "localdomain", "intranet", "corp", "arpa"].contains(last) || cc_is_private_host(host, 0) != 0
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
