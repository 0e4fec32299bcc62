/// What Telex knows of HTML's elements, and markup written back from a tree.
enum Markup {
  /// Elements without content.
  static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]

  /// Elements that may occur in the text of a feed: a text with any other tag is not HTML.
  static let elements: Set<String> = Set(
    """
    a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite code col colgroup \
    command datagrid datalist dd del details dfn dialog dir div dl dt em event-source fieldset figcaption figure font footer form \
    h1 h2 h3 h4 h5 h6 header hr i img input ins kbd keygen label legend li m map menu meter multicol nav nextid noscript ol \
    optgroup option output p pre progress q s samp section select small sound source spacer span strike strong sub sup table tbody \
    td textarea tfoot th thead time tr tt u ul var video
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// The children of the element as HTML source.
  static func source(of element: XMLElement) -> String {
    var out = ""
    write(element.children, to: &out)
    return out
  }

  private static func write(_ nodes: [XMLNode], to out: inout String) {
    for node in nodes {
      switch node {
      case .text(let text): out += escaped(text)
      case .element(let element):
        out += "<" + element.name
        for attribute in element.attributes {
          let prefix = attribute.prefix.isEmpty ? "" : attribute.prefix + ":"
          out += " " + prefix + attribute.name + "=\"" + escaped(attribute.value) + "\""
        }
        if element.children.isEmpty, empty.contains(element.name.lowercased()) {
          out += " />"
        } else {
          out += ">"
          write(element.children, to: &out)
          out += "</" + element.name + ">"
        }
      }
    }
  }

  /// With `&`, `<`, `>` and `"` as references.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
