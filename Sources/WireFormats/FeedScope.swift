/// What an element of a feed inherits from those around it: base address and language.
struct FeedScope: Sendable {
  var base: String?
  var language: String?
  var depth = 0

  /// The scope inside the element: its `xml:base` resolved against ours, its `xml:lang`; an empty language means none, a base
  /// that is not http(s) is not followed.
  func inside(_ element: XMLElement) -> FeedScope {
    var inner = self
    inner.depth += 1
    if let written = element.xmlAttribute("base")?.trimmed, !written.isEmpty {
      let resolved = Address.resolve(written, base: base)
      if Address.scheme(resolved) == nil || Address.web(resolved) != nil { inner.base = resolved }
    }
    if let written = element.xmlAttribute("lang") { inner.language = Self.tag(written) }
    return inner
  }

  /// A language tag as feeds write it: `en_US` is `en-US`; empty is none.
  static func tag(_ written: String) -> String? {
    let tag = written.trimmed.replacing("_", with: "-")
    return tag.isEmpty ? nil : tag
  }

  /// The address, resolved; an address with a scheme that runs something is none.
  func resolve(_ reference: String) -> String {
    let resolved = Address.resolve(reference, base: base)
    switch Address.scheme(resolved) {
    case "javascript", "vbscript", "data", "file", "about", "exec", "filter": return ""
    default: return resolved
    }
  }
}
