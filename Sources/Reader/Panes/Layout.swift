internal import Terminal

/// The three panes, by the digit that goes to them.
enum Pane: Int, CaseIterable, Hashable, Sendable {
  case list = 1
  case body, facts
}

/// What the widths and heights of panes depend on besides the screen's size.
struct LayoutChoice: Hashable, Sendable {
  var focus: Pane = .list
  /// The pane beside the body where there is room for two only.
  var companion: Pane = .list
  var isZoomed = false
  var showsFacts = true
  /// Shares of the width (of the height where stacked) in percent.
  var listShare = 30
  var factsShare = 30
}

/// Where everything stands. Total: every size gives a layout, and every rectangle lies inside the screen.
struct Layout: Hashable, Sendable {
  enum Form: Hashable, Sendable { case tooSmall, stacked, columns }

  /// A border that can be dragged.
  struct Border: Hashable, Sendable {
    var rect: Rect
    /// The pane that grows when the border goes to the right or down.
    var pane: Pane
    var isVertical: Bool
  }

  var form: Form
  /// The whole rectangle of each pane, its title row included; nil where it is not shown.
  var list: Rect?
  var body: Rect?
  var facts: Rect?
  var status: Rect
  var borders: [Border] = []

  static let least = Size(columns: 40, rows: 10)
  static let wide = 120
  static let narrow = 84

  init(_ size: Size, _ choice: LayoutChoice) {
    guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else {
      form = .tooSmall
      status = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
      return
    }
    let (area, status) = Rect(size).splitBottom(1)
    self.status = status
    form = size.columns < Self.narrow ? .stacked : .columns
    if choice.isZoomed {
      self[choice.focus] = area
    } else if form == .stacked {
      stack(area, choice)
    } else if size.columns >= Self.wide {
      threeColumns(area, choice)
    } else {
      twoColumns(area, choice)
    }
  }

  subscript(pane: Pane) -> Rect? {
    get {
      switch pane {
      case .list: list
      case .body: body
      case .facts: facts
      }
    }
    set {
      switch pane {
      case .list: list = newValue
      case .body: body = newValue
      case .facts: facts = newValue
      }
    }
  }

  /// The part of a pane below its title: a free row between where the rows suffice, two cells of margin.
  func content(_ pane: Pane) -> Rect? {
    guard let rect = self[pane] else { return nil }
    let top = rect.height >= 16 && form == .columns ? 2 : 1
    return rect.inset(left: 0, top: top, right: 0, bottom: 0)
  }

  /// The pane at a cell.
  func pane(x: Int, y: Int) -> Pane? { Pane.allCases.first { self[$0]?.contains(x: x, y: y) == true } }

  private mutating func stack(_ area: Rect, _ choice: LayoutChoice) {
    let companion: Pane = choice.companion == .facts && choice.showsFacts ? .facts : .list
    let share = companion == .list ? choice.listShare + 8 : choice.factsShare + 8
    let rows = min(max(4, area.height * share / 100), max(4, area.height - 6))
    if companion == .list {
      let (top, rest) = area.splitTop(rows)
      list = top
      body = rest
      borders = [Border(rect: rest.row(0), pane: .list, isVertical: false)]
    } else {
      let (rest, bottom) = area.splitBottom(rows)
      body = rest
      facts = bottom
      borders = [Border(rect: bottom.row(0), pane: .body, isVertical: false)]
    }
  }

  private mutating func twoColumns(_ area: Rect, _ choice: LayoutChoice) {
    let companion: Pane = choice.companion == .facts && choice.showsFacts ? .facts : .list
    let share = (companion == .list ? choice.listShare : choice.factsShare) + 6
    let columns = min(max(26, area.width * share / 100), area.width - 36)
    if companion == .list {
      let (left, rest) = area.splitLeft(columns)
      list = left
      body = line(rest, after: .list)
    } else {
      let (rest, right) = area.splitRight(columns)
      body = rest
      facts = line(right, after: .body)
    }
  }

  private mutating func threeColumns(_ area: Rect, _ choice: LayoutChoice) {
    let listColumns = min(max(26, area.width * choice.listShare / 100), area.width / 2, 72)
    let (left, rest) = area.splitLeft(listColumns)
    list = left
    let middle = line(rest, after: .list)
    guard choice.showsFacts else {
      body = middle
      return
    }
    let factsColumns = min(max(26, area.width * choice.factsShare / 100), middle.width - 36, 72)
    let (inner, right) = middle.splitRight(factsColumns)
    body = inner
    facts = line(right, after: .body)
  }

  /// Takes the first column of a rectangle for the line between it and the pane before.
  private mutating func line(_ rect: Rect, after pane: Pane) -> Rect {
    let (line, rest) = rect.splitLeft(1)
    borders.append(Border(rect: line, pane: pane, isVertical: true))
    return rest
  }
}
