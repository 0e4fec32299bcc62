/// Whether the environment sends an address through a proxy, as libcurl reads it (curl(1), "ENVIRONMENT"): `http_proxy` in lower case,
/// `https_proxy` and `all_proxy` in either, and none for the hosts of `no_proxy`.
///
/// libcurl does the work; this is asked only because a proxy, and not Telex, then looks up the host's name.
internal import Foundation

enum ProxyRule {
  static func applies(to address: String, environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    guard let origin = FeedAddress.origin(address) else { return false }
    func value(_ names: String...) -> String? { names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } }
    let proxy = origin.scheme == "http" ? value("http_proxy", "all_proxy", "ALL_PROXY") : value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    guard proxy != nil else { return false }
    let host = host(origin.host)
    // Names that only this machine knows never go to a proxy for their address.
    if host == "localhost" || host.hasSuffix(".localhost") || isNumeric(host) { return false }
    let exceptions = (value("no_proxy", "NO_PROXY") ?? "").split(whereSeparator: { $0 == "," || $0 == " " })
    return !exceptions.contains { exception in
      let name = exception.lowercased().drop { $0 == "." }
      return name == "*" || host == name || host.hasSuffix("." + name)
    }
  }

  /// The host without its port.
  private static func host(_ authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" }.dropFirst()) }
    return String(authority.prefix { $0 != ":" })
  }

  /// An address in numbers, in whatever base: it is looked at, never passed on.
  private static func isNumeric(_ host: String) -> Bool {
    host.contains(":") || host.split(separator: ".").allSatisfy { part in part.hasPrefix("0x") || part.allSatisfy(\.isNumber) }
  }
}
