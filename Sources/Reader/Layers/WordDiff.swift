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
  ///
  /// One or two words that happen to be the same between two greater changes are taken into them: what a reader sees is a passage that
  /// went and one that came, not a salad of both.
  static func compare(_ old: String, _ new: String) -> [(word: String, change: Change)] {
    var runs: [Run] = []
    for run in self.runs(of: Array(words(old).prefix(limit)), Array(words(new).prefix(limit))) {
      // A change, a short match, a change: one change.
      if case .changed = run, runs.count >= 2, case .same(let match) = runs[runs.count - 1], match.count <= 2, !match.contains("\n"),
        run.weight >= 4, runs[runs.count - 2].weight >= 4
      {
        runs.removeLast()
        runs[runs.count - 1].append(removed: match, added: match)
        if case .changed(let removed, let added) = run { runs[runs.count - 1].append(removed: removed, added: added) }
      } else {
        runs.append(run)
      }
    }
    return runs.flatMap { run -> [(word: String, change: Change)] in
      switch run {
      case .same(let words): words.map { ($0, .same) }
      case .changed(let removed, let added): removed.map { ($0, .removed) } + added.map { ($0, .added) }
      }
    }
  }

  /// The share of the new text's words that stand in the old one, in order.
  static func likeness(_ parts: [(word: String, change: Change)]) -> Double {
    let new = parts.filter { $0.change != .removed && $0.word != "\n" }
    return new.isEmpty ? 0 : Double(new.count { $0.change == .same }) / Double(new.count)
  }

  private enum Run {
    case same([String])
    case changed(removed: [String], added: [String])

    var weight: Int {
      switch self {
      case .same: 0
      case .changed(let removed, let added): removed.count + added.count
      }
    }

    mutating func append(removed: [String], added: [String]) {
      guard case .changed(let gone, let come) = self else { return }
      self = .changed(removed: gone + removed, added: come + added)
    }
  }

  /// Matches and changes by turns.
  private static func runs(of before: [String], _ after: [String]) -> [Run] {
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var runs: [Run] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      var (gone, come, same): ([String], [String], [String]) = ([], [], [])
      while true {
        if old < before.count, removed.contains(old) {
          gone.append(before[old])
          old += 1
        } else if new < after.count, added.contains(new) {
          come.append(after[new])
          new += 1
        } else {
          break
        }
      }
      if !gone.isEmpty || !come.isEmpty { runs.append(.changed(removed: gone, added: come)) }
      while old < before.count, new < after.count, !removed.contains(old), !added.contains(new) {
        same.append(after[new])
        (old, new) = (old + 1, new + 1)
      }
      if !same.isEmpty { runs.append(.same(same)) }
    }
    return runs
  }

  /// A text as it is, to be set like a comparison.
  static func plain(_ text: String) -> [(word: String, change: Change)] { words(text).map { ($0, .same) } }

  /// Set in rows: line breaks of the texts are kept, a blank row between paragraphs.
  static func rows(_ parts: [(word: String, change: Change)], width: Int) -> [DiffRow] {
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
