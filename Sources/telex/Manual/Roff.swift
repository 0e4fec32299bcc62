/// A manual page being written, in the man(7) macros that man-db and mandoc both read.
struct Roff {
  private(set) var text = ""

  /// `.TH`: the page's head. No date: the page belongs to the program's version.
  init(title: String, section: Int, source: String, manual: String) {
    macro("TH", [title, "\(section)", "", source, manual])
    // Left-aligned and unhyphenated: names of options must stay what they are.
    text += ".nh\n.ad l\n"
  }

  mutating func section(_ title: String) { macro("SH", [title]) }
  mutating func subsection(_ title: String) { macro("SS", [title]) }

  /// Running text; empty lines part paragraphs.
  mutating func paragraph(_ words: String) {
    for part in words.split(separator: "\n\n") {
      text += ".PP\n"
      body(String(part))
    }
  }

  /// A term, set in bold, and what it means.
  mutating func item(_ term: String, _ meaning: String) {
    text += ".TP\n\\fB\(Self.escaped(term))\\fR\n"
    body(meaning.isEmpty ? " " : meaning)
  }

  /// Lines that stay as they are.
  mutating func example(_ lines: String) {
    text += ".PP\n.RS 4\n.nf\n"
    body(lines)
    text += ".fi\n.RE\n"
  }

  private mutating func body(_ words: String) {
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = Self.escaped(String(line))
      // A line that begins with a point or an apostrophe would be a request.
      text += (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
    }
  }

  private mutating func macro(_ name: String, _ arguments: [String]) {
    text += ".\(name)" + arguments.map { " \"\(Self.escaped($0).replacingQuotes)\"" }.joined() + "\n"
  }

  /// Backslashes, and hyphens that people copy, as roff wants them.
  private static func escaped(_ words: String) -> String {
    var result = ""
    for character in words {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      default: result.append(character)
      }
    }
    return result
  }
}

extension String {
  /// A quotation mark within a quoted argument of a macro.
  fileprivate var replacingQuotes: String { split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq") }
}
