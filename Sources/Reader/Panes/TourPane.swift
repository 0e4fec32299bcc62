internal import Terminal

/// The tour's card: in a corner over the panes, so that one sees what one does.
enum TourPane {
  static func draw(_ canvas: inout Canvas, _ layout: Layout) {
    let state = canvas.state
    guard let step = state.tourStep, let number = state.tour else { return }
    let width = min(44, state.size.columns - 2)
    let key = step.command.flatMap { state.keyMap.keys(of: $0).first }.map { KeyNames.shown($0, canvas.language) }
    let room = width - 4 - (key.map { TextWidth.width(of: $0) + 2 } ?? 0)
    let lines = Wrapping.lines(step.words(canvas.language), width: max(8, room))
    let height = lines.count + 4
    guard layout.status.top >= height + 2 else { return }
    let rect = Rect(x: state.size.columns - width - 1, y: layout.status.top - height, width: width, height: height)
    PickerPane.box(&canvas, rect)
    let title = " " + Words.tourTitle(canvas.language) + " \(number + 1)/\(Tour.steps.count) "
    canvas.frame.put(title, x: rect.left + 2, y: rect.top, style: canvas.theme[.paneTitleFocused], maxWidth: width - 4)
    var x = rect.left + 2
    if let key { x += canvas.frame.put(key, x: x, y: rect.top + 1, style: canvas.theme[.helpKey], maxWidth: width - 4) + 2 }
    for (row, line) in lines.enumerated() { canvas.frame.put(line, x: x, y: rect.top + 1 + row, style: canvas.ground, maxWidth: rect.right - 1 - x) }
    canvas.frame.put(Words.tourEnds(canvas.language), x: rect.left + 2, y: rect.bottom - 2, style: canvas.theme[.textDim], maxWidth: width - 4)
  }
}
