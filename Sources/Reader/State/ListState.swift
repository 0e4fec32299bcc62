internal import DispatchModel

/// The list: a window of lines on the store, and where one stands in it.
///
/// The window holds at most `capacity` lines and grows at the end towards which one moves. Selection and scroll position are
/// ids, so nothing jumps when lines come or go.
struct ListState: Hashable, Sendable {
  private(set) var lines: [DispatchLine] = []
  /// How many lines of the list stand before the window; nil while that is not known.
  var offset: Int? = 0
  var reachesStart = true
  var reachesEnd = true
  /// How many dispatches match, once counted.
  private(set) var total: Int?
  /// False where counting was given up: at least `total` match.
  private(set) var isTotalExact = true
  var unread: Int?
  var order = ListOrder.newest
  var selected: Int64?
  /// The first line on the screen.
  var top: Int64?
  /// Stories shown with all their dispatches.
  var unfolded: Set<Int64> = []
  /// The list that is on its way is shown from its first line, wherever one stands now.
  var beginsAnew = false
  /// Lines picked to act on together.
  var marked: Set<Int64> = []
  /// Nothing has come in yet.
  var isLoading = true
  /// Indices of the lines that are shown: a folded story shows its newest only.
  private(set) var shown: [Int] = []
  /// The first line of each story in the window, which stands for it.
  private(set) var leaders: [Int64: Int64] = [:]

  static let capacity = 800
  static let page = 200

  var isEmpty: Bool { lines.isEmpty }

  mutating func take(_ count: DispatchCount) {
    (total, unread, isTotalExact) = (count.total, count.unread, count.isExact)
    if offset == nil, reachesEnd { offset = offsetOfLast(lines.count) }
  }

  /// How many lines stand before the list's last so many; nil where it is not counted to its end.
  func offsetOfLast(_ count: Int) -> Int? { isTotalExact ? total.map { max(0, $0 - count) } : nil }

  var selectedLine: DispatchLine? { shownIndex.map { lines[shown[$0]] } }
  /// The selected line's place among those shown.
  var shownIndex: Int? { shownIndex(of: selected) }
  /// The selected line's number in the whole list, from 1.
  var position: Int? {
    guard let offset, let selected, let index = lines.firstIndex(where: { $0.id == selected }) else { return nil }
    return offset + index + 1
  }

  func shownIndex(of id: Int64?) -> Int? {
    guard let id else { return nil }
    return shown.firstIndex { lines[$0].id == id }
  }

  mutating func replace(_ new: [DispatchLine]) {
    lines = new
    refold()
  }

  /// Puts lines at the window's end, or its start, and takes as many away at the other where it grows too big.
  mutating func extend(_ new: [DispatchLine], atEnd: Bool) {
    let known = Set(lines.map(\.id))
    let fresh = new.filter { !known.contains($0.id) }
    if atEnd {
      lines += fresh
      let excess = lines.count - Self.capacity
      if excess > 0 {
        lines.removeFirst(excess)
        offset = offset.map { $0 + excess }
        reachesStart = false
      }
    } else {
      lines.insert(contentsOf: fresh, at: 0)
      offset = offset.map { max(0, $0 - fresh.count) }
      if lines.count > Self.capacity {
        lines.removeLast(lines.count - Self.capacity)
        reachesEnd = false
      }
    }
    refold()
  }

  /// Changes lines in place.
  mutating func change(_ ids: Set<Int64>, _ change: (inout DispatchLine) -> Void) {
    for index in lines.indices where ids.contains(lines[index].id) { change(&lines[index]) }
  }

  /// Takes over lines as they are now.
  mutating func refresh(_ fresh: [DispatchLine]) {
    let byID = Dictionary(fresh.map { ($0.id, $0) }) { first, _ in first }
    for index in lines.indices {
      if let line = byID[lines[index].id] { lines[index] = line }
    }
    refold()
  }

  /// Computes which lines are shown. The newest of a folded story in the window stands for it, and the selection moves to it.
  mutating func refold() {
    shown = []
    leaders = [:]
    for (index, line) in lines.enumerated() {
      if let story = line.story, leaders[story.id] == nil { leaders[story.id] = line.id }
      guard let story = line.story, !unfolded.contains(story.id), leaders[story.id] != line.id else {
        shown.append(index)
        continue
      }
      if selected == line.id { selected = leaders[story.id] }
      if top == line.id { top = leaders[story.id] }
    }
  }

  /// Whether the line stands for its story: what holds for all of it is said there and not repeated under each.
  func leadsStory(_ line: DispatchLine) -> Bool { line.story.map { leaders[$0.id] == line.id } ?? false }
}
