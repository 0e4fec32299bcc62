// What a terminal shows, letter by letter with its colours and attributes: read from `tmux capture-pane -e`.
import Foundation
import Testing

struct StyledScreen {
  /// How a letter is drawn, as the terminal was told: SGR parameters.
  struct Look: Hashable {
    var foreground = ""
    var background = ""
    var attributes: Set<Int> = []

    var isReversed: Bool { attributes.contains(7) }
  }

  struct Letter: Hashable {
    var text: Character
    var look: Look
  }

  private(set) var rows: [[Letter]] = []

  /// tmux writes the looks as sequences of SGR, carried on from row to row.
  init(capture: String) {
    var look = Look()
    for line in capture.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      var row: [Letter] = []
      var rest = line[...]
      while let letter = rest.popFirst() {
        guard letter == "\u{1B}" else {
          row.append(Letter(text: letter, look: look))
          continue
        }
        guard rest.first == "[", let end = rest.firstIndex(where: \.isLetter) else { continue }
        if rest[end] == "m" { look.apply(rest[rest.index(after: rest.startIndex)..<end]) }
        rest = rest[rest.index(after: end)...]
      }
      rows.append(row)
    }
  }

  var lines: [String] { rows.map { String($0.map(\.text)) } }

  /// The letters of the body pane, row by row: right of the list and left of the facts, or above the facts.
  var body: [[Letter]] {
    guard let titles = rows.first else { return [] }
    let borders = [-1] + titles.indices.filter { titles[$0].text == "│" }
    for (index, border) in borders.enumerated() {
      let next = index + 1 < borders.count ? borders[index + 1] : Int.max
      guard titles.dropFirst(border + 1).first(where: { $0.text != " " })?.text == "2" else { continue }
      let last = lines.firstIndex { $0.hasPrefix("─ 3 ") } ?? lines.count - 1
      return rows[1..<max(1, last)].map { row in Array(row.prefix(next).dropFirst(border + 1)) }
    }
    return []
  }

  /// The words of the body that are drawn so, in their order.
  func words(drawn isSo: (Look) -> Bool) -> String {
    let rows = body.map { row in String(row.filter { isSo($0.look) }.map(\.text)).trimmingSpaces() }
    return rows.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The looks that a text has where it first stands on the screen; nil where it stands nowhere.
  func looks(of text: String) -> Set<Look>? {
    for (number, line) in lines.enumerated() {
      guard let range = line.range(of: text) else { continue }
      let start = line.distance(from: line.startIndex, to: range.lowerBound)
      return Set(rows[number][start..<(start + text.count)].map(\.look))
    }
    return nil
  }
}

extension StyledScreen.Look {
  fileprivate mutating func apply(_ parameters: Substring) {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map(String.init)[...]
    while let word = numbers.popFirst() {
      let number = Int(word.prefix { $0 != ":" }) ?? 0
      switch number {
      case 0: self = Self()
      case 1...9: attributes.insert(number)
      case 22: attributes.subtract([1, 2])
      case 23...29: attributes.remove(number - 20)
      case 38, 48:
        let count = numbers.first == "5" ? 2 : 4
        let color = numbers.prefix(count).joined(separator: ";")
        numbers = numbers.dropFirst(count)
        if number == 38 { foreground = color } else { background = color }
      case 30...37, 90...97: foreground = word
      case 39: foreground = ""
      case 40...47, 100...107: background = word
      case 49: background = ""
      default: continue
      }
    }
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
