internal import DispatchModel
internal import Terminal

/// A row of a comparison.
struct DiffRow: Hashable, Sendable {
  var runs: [FactsRow.Run]
}

/// Two texts compared word by word.
enum WordDiff {
  enum Change: Hashable, Sendable { case same, added, removed }

  /// Words of the longer text that are compared at most; what follows is shown as it is.
  private static let limit = 4_000

  /// The new text's words with those of the old one that are gone, in order. The standard library's difference: O(words × changes).
  static func compare(_ old: String, _ new: String) -> [(word: String, change: Change)] {
    let before = Array(words(old).prefix(limit))
    let after = Array(words(new).prefix(limit))
    let difference = after.difference(from: before)
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var result: [(word: String, change: Change)] = []
    var position = 0
    for (index, word) in after.enumerated() {
      while position < before.count, removed.contains(position) {
        result.append((before[position], .removed))
        position += 1
      }
      if added.contains(index) {
        result.append((word, .added))
      } else {
        result.append((word, .same))
        position += 1
      }
    }
    while position < before.count {
      if removed.contains(position) { result.append((before[position], .removed)) }
      position += 1
    }
    return result
  }

  /// Set in rows: line breaks of the texts are kept, a blank row between paragraphs.
  static func rows(from old: String?, to new: String, width: Int) -> [DiffRow] {
    let parts = old.map { compare($0, new) } ?? words(new).map { ($0, .same) }
    var rows: [DiffRow] = []
    var runs: [FactsRow.Run] = []
    var cells = 0
    func role(_ change: Change) -> StyleRole {
      switch change {
      case .same: .bodyText
      case .added: .diffAdded
      case .removed: .diffRemoved
      }
    }
    func close(blank: Bool) {
      if !runs.isEmpty { rows.append(DiffRow(runs: runs)) }
      if blank, rows.last?.runs.isEmpty == false { rows.append(DiffRow(runs: [])) }
      runs = []
      cells = 0
    }
    var previous: Change?
    for (word, change) in parts {
      if word == "\n" {
        close(blank: true)
        previous = nil
        continue
      }
      let text = DisplayText(word)
      let wide = TextWidth.width(of: text)
      if cells > 0, cells + 1 + wide > width { close(blank: false) }
      if cells > 0 {
        runs.append(FactsRow.Run(text: " ", role: previous == change ? role(change) : .bodyText))
        cells += 1
      }
      runs.append(FactsRow.Run(text: TextWidth.fit(text, to: max(1, width)), role: role(change)))
      cells += min(wide, width)
      previous = change
    }
    close(blank: false)
    return rows
  }

  /// Words and line breaks. A mark set off by a space in French (`»`, `:`) stays with its word.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for (number, line) in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).enumerated() {
      if number > 0 { words.append("\n") }
      for word in line.split(separator: " ") {
        if [";", ":", "!", "?", "»"].contains(word), let last = words.last, last != "\n" {
          words[words.count - 1] = last + "\u{A0}" + word
        } else if words.last == "«" {
          words[words.count - 1] = "«\u{A0}" + word
        } else {
          words.append(String(word))
        }
      }
    }
    return words
  }
}
