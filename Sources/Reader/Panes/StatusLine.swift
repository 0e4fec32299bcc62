internal import DispatchModel
internal import Terminal

/// The last line: what is filtered, how many match, where one stands, what is going on, and the keys that matter most here.
enum StatusLine {
  enum Action: Hashable, Sendable {
    case removeTerm(Int)
    case command(String)
  }

  /// A stretch of the line that stands for something.
  private struct Part {
    var text: DisplayText
    var role: StyleRole
    var action: Action?
  }

  /// What a press at a column does.
  static func action(x: Int, _ state: ReaderState) -> Action? {
    for (start, part) in placed(state, width: state.size.columns) {
      if x >= start, x < start + TextWidth.width(of: part.text) { return part.action }
    }
    return nil
  }

  static func draw(_ canvas: inout Canvas, _ rect: Rect) {
    canvas.frame.fill(rect, canvas.theme[.text].patched(by: canvas.theme[.status]))
    for (x, part) in placed(canvas.state, width: rect.width) {
      canvas.frame.put(part.text, x: rect.left + x, y: rect.top, style: canvas.theme[part.role], maxWidth: rect.width - x)
    }
  }

  /// All parts with their columns. What has no room is left out: hints first, then the counts, then chips.
  private static func placed(_ state: ReaderState, width: Int) -> [(Int, Part)] {
    var right = position(state)
    let keys = hints(state)
    var left = state.message.map { [Part(text: $0.text, role: $0.isError ? .statusError : .statusMessage, action: nil)] } ?? chips(state) + counts(state)
    for count in stride(from: keys.count, through: 0, by: -1) {
      right = position(state) + Array(keys.prefix(count))
      if span(left) + span(right) + 3 <= width { break }
    }
    if state.message == nil, span(left) + span(right) + 2 > width { left = chips(state) }
    let room = width - span(right) - 3
    var placed: [(Int, Part)] = []
    var x = 1
    for var part in left {
      guard x - 1 < room else { break }
      part.text = TextWidth.fit(part.text, to: room - x + 1)
      placed.append((x, part))
      x += TextWidth.width(of: part.text) + 2
    }
    x = width - span(right) - 1
    for part in right where x >= 0 {
      placed.append((x, part))
      x += TextWidth.width(of: part.text) + 2
    }
    return placed
  }

  private static func span(_ parts: [Part]) -> Int {
    parts.reduce(0) { $0 + TextWidth.width(of: $1.text) } + max(0, parts.count - 1) * 2
  }

  private static func chips(_ state: ReaderState) -> [Part] {
    let close = " " + (state.usesASCII ? Glyphs.ascii : .unicode).close
    return state.query.terms.enumerated().map { index, term in
      Part(text: chip(term, state.language) + close, role: .statusFilter, action: .removeTerm(index))
    }
  }

  /// A term as a chip: several countries at once as their regions' names and their codes.
  private static func chip(_ term: String, _ language: Language) -> DisplayText {
    let isExcluded = term.first == "-"
    if let codes = QueryText.countryCodes(of: isExcluded ? String(term.dropFirst()) : term), codes.count > 1 {
      let items = CountryNames.grouped(codes)
      let name = items.prefix(6).map { CountryNames.chip($0, language) }.joined(separator: "+") + (items.count > 6 ? "…" : "")
      return (isExcluded ? "-" : "") + "country:" + name
    }
    return TextWidth.fit(DisplayText(term), to: 40)
  }

  private static func counts(_ state: ReaderState) -> [Part] {
    guard let total = state.list.total, !(total == 0 && state.query.text.isEmpty) else { return [] }
    var text = state.bound + Words.dispatches(total, state.language)
    if let unread = state.list.unread, unread > 0 { text += " · " + Words.unread(unread, state.language) }
    if !state.list.marked.isEmpty { text += " · " + Words.picked(state.list.marked.count, state.language) }
    return [Part(text: text, role: .status, action: nil)]
  }

  private static func position(_ state: ReaderState) -> [Part] {
    var parts: [Part] = []
    if state.isBusy, state.spinner > 0 {
      let frames = state.usesASCII ? Glyphs.ascii.spinner.string : Glyphs.unicode.spinner.string
      let index = frames.index(frames.startIndex, offsetBy: state.spinner % frames.count)
      parts.append(Part(text: DisplayText(String(frames[index])), role: .accent, action: nil))
    }
    if let count = state.count { parts.append(Part(text: DisplayText(count), role: .accent, action: nil)) }
    if let position = state.list.position, let total = state.list.total, state.layers.isEmpty {
      let text = Numbers.grouped(position, state.language) + "/" + state.bound + Numbers.grouped(max(position, total), state.language)
      parts.append(Part(text: text, role: .statusPosition, action: nil))
    }
    return parts
  }

  /// The three keys that matter most here.
  private static func hints(_ state: ReaderState) -> [Part] {
    let ids: [(String, Phrase)]
    if case .map = state.layers.last {
      ids = [("open", Phrase("filtrer", "filter")), ("quit", Phrase("fermer", "close"))]
    } else if state.layers.contains(where: \.isSheet) {
      ids = [("open", Phrase("ouvrir", "open")), ("jump.back", Phrase("revenir", "back")), ("help", Phrase("aide", "help"))]
    } else if !state.layers.isEmpty {
      ids = []
    } else {
      switch state.choice.focus {
      case .list:
        ids = [("countries", Phrase("pays", "countries")), ("search", Phrase("chercher", "search")), ("help", Phrase("aide", "help"))]
      case .body:
        ids = [("name.next", Phrase("nom", "name")), ("pane.facts", Phrase("faits", "facts")), ("help", Phrase("aide", "help"))]
      case .facts:
        ids = [("open", Phrase("ses mots", "its words")), ("dossier", Phrase("dossier", "dossier")), ("help", Phrase("aide", "help"))]
      }
    }
    return ids.compactMap { id, words in
      guard let key = state.keyMap.keys(of: id).first else { return nil }
      return Part(text: KeyNames.shown(key, state.language) + " " + words(state.language), role: .statusKey, action: .command(id))
    }
  }
}
