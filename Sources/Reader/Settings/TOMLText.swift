/// Looks at TOML before its parser does: toml++ 3 ends the whole program at the head of a table that does not begin with a letter, digit or
/// quotation mark (`[é]`, `[!]`; parse_key's assertion), and settings must never do that.
///
/// Only heads at the level of the document are looked at; strings, comments, arrays and inline tables over several lines are passed over.
public enum TOMLText {
  /// Where a head begins wrongly; lines and columns count from 1.
  public struct WrongHead: Error, Hashable, Sendable {
    public var line: Int
    public var column: Int
  }

  /// Throws for the first head that the parser would not survive.
  public static func check(_ text: String) throws(WrongHead) {
    var scan = Scan(rest: Array(text.unicodeScalars)[...])
    while !scan.rest.isEmpty { try scan.line() }
  }

  private struct Scan {
    var rest: ArraySlice<Unicode.Scalar>
    var number = 1
    var column = 1
    /// Open brackets and braces of a value.
    var depth = 0

    /// One line, or as many as its value takes.
    mutating func line() throws(WrongHead) {
      skipBlanks()
      if rest.first == "[" {
        step()
        skipBlanks()
        if rest.first == "[" {
          step()
          skipBlanks()
        }
        if let first = rest.first, !isKey(first), first != "\"", first != "'", first != "]" {
          throw WrongHead(line: number, column: column)
        }
        while let next = rest.first, !isLineEnd(next) { step() }
      }
      depth = 0
      while let next = rest.first {
        switch next {
        case "#": while let next = rest.first, !isLineEnd(next) { step() }
        case "\"", "'": string(next)
        case "[", "{":
          depth += 1
          step()
        case "]", "}":
          depth -= 1
          step()
        default:
          let ends = isLineEnd(next)
          step()
          if ends, depth <= 0 { return }
        }
      }
    }

    /// A string of one line ends with it; one of three marks goes on until three more.
    private mutating func string(_ mark: Unicode.Scalar) {
      let isLong = rest.prefix(3).count == 3 && rest.prefix(3).allSatisfy { $0 == mark }
      for _ in 0..<(isLong ? 3 : 1) { step() }
      while let next = rest.first {
        if next == "\\", mark == "\"" {
          step()
          if !rest.isEmpty { step() }
        } else if next == mark, !isLong || rest.prefix(3).count == 3 && rest.prefix(3).allSatisfy({ $0 == mark }) {
          for _ in 0..<(isLong ? 3 : 1) { step() }
          return
        } else if isLineEnd(next), !isLong {
          return
        } else {
          step()
        }
      }
    }

    private func isKey(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_")
    }

    private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private mutating func skipBlanks() {
      while rest.first == " " || rest.first == "\t" { step() }
    }

    private mutating func step() {
      guard let first = rest.popFirst() else { return }
      if first == "\n" {
        number += 1
        column = 1
      } else {
        column += 1
      }
    }
  }
}
