/// Addresses (RFC 3986): parts, resolution of relative ones, and which are harmless.
public enum Address {
  /// The five parts of an address; nil means absent, which differs from empty.
  struct Parts: Hashable {
    var scheme: String?
    var authority: String?
    var path = ""
    var query: String?
    var fragment: String?

    init(_ text: String) {
      var rest = Substring(text)
      if let colon = rest.firstIndex(of: ":"), rest.first?.isASCII == true, rest.first?.isLetter == true,
        rest[..<colon].utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
      {
        scheme = String(rest[..<colon])
        rest = rest[rest.index(after: colon)...]
      }
      if let hash = rest.firstIndex(of: "#") {
        fragment = String(rest[rest.index(after: hash)...])
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: "?") {
        query = String(rest[rest.index(after: mark)...])
        rest = rest[..<mark]
      }
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        let end = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = String(rest[..<end])
        rest = rest[end...]
      }
      path = String(rest)
    }

    var text: String {
      (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
        + (fragment.map { "#" + $0 } ?? "")
    }
  }

  /// The address of `reference` as seen from `base` (section 5.2). Without a base, or with one that is not http(s), the
  /// reference itself.
  public static func resolve(_ reference: String, base: String?) -> String {
    let reference = reference.trimmed
    guard let base, !base.isEmpty else { return reference }
    let from = Parts(base)
    var to = Parts(reference)
    if let scheme = to.scheme {
      // `http:///host/`: a slash too many.
      guard ["http", "https"].contains(scheme.lowercased()), to.authority?.isEmpty == true else { return reference }
      return scheme + "://" + reference.dropFirst(scheme.count + 1).drop(while: { $0 == "/" })
    }
    guard let scheme = from.scheme, ["http", "https"].contains(scheme.lowercased()) else { return reference }
    to.scheme = from.scheme
    if to.authority == nil {
      to.authority = from.authority
      if to.path.isEmpty {
        to.path = from.path
        if to.query == nil { to.query = from.query }
      } else if to.path.hasPrefix("/") {
        to.path = withoutDots(to.path)
      } else {
        let folder = from.path.lastIndex(of: "/").map { String(from.path[...$0]) } ?? "/"
        to.path = withoutDots(folder + to.path)
      }
    }
    return to.text
  }

  /// Removes `.` and `..` (section 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    var out: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { out.append("") }
      case "..":
        if out.count > 1 { out.removeLast() }
        if isLast { out.append("") }
      default: out.append(part)
      }
    }
    return out.joined(separator: "/")
  }

  /// The scheme in lower case, nil where there is none.
  public static func scheme(_ address: String) -> String? { Parts(address).scheme?.lowercased() }

  /// The address if it may be kept and opened: http, https or mailto, no white space, control or invisible characters in it,
  /// 8 kB at most; else nil.
  public static func harmless(_ address: String?) -> String? {
    guard let address = address?.trimmed, !address.isEmpty, address.utf8.count <= 8_192 else { return nil }
    guard let scheme = scheme(address), ["http", "https", "mailto"].contains(scheme) else { return nil }
    for scalar in address.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned: return nil
      default: break
      }
    }
    if scheme != "mailto", Parts(address).authority?.isEmpty != false { return nil }
    return address
  }

  /// http or https and harmless: what a feed may lie at.
  public static func web(_ address: String?) -> String? {
    harmless(address).flatMap { scheme($0) == "mailto" ? nil : $0 }
  }
}
