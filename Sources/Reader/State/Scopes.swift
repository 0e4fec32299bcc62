internal import DispatchModel
internal import Terminal

/// Which dispatches a command of the palette falls on: `read above`, `tag urgent all`, `star country:IQ`.
enum Scope: Hashable, Sendable {
  /// Those that are picked, else the one at hand.
  case here
  case above, below, all
  case query(String)

  static let words: [(id: String, scope: Scope, title: Phrase)] = [
    ("above", .above, Phrase("jusqu'ici", "up to here")), ("below", .below, Phrase("d'ici en bas", "from here down")),
    ("all", .all, Phrase("toute la liste", "the whole list")), ("picked", .here, Phrase("les choisies", "those picked")),
  ]

  init(_ text: String) {
    let typed = text.trimmed
    self = typed.isEmpty ? .here : Self.words.first { $0.id == typed.lowercased() }?.scope ?? .query(typed)
  }
}

extension ReaderState {
  /// Why a scope names no dispatches.
  struct Refusal: Error {
    var reason: DisplayText
  }

  /// The dispatches that a scope names.
  func target(of scope: Scope) -> Result<MarkChange.Target, Refusal> {
    switch scope {
    case .here: return targets.isEmpty ? .failure(Refusal(reason: Words.listIsEmpty(language))) : .success(.ids(targets))
    case .all: return .success(.query(query.text))
    case .query(let query):
      if let problem = QueryText(query).problem(clock, language) { return .failure(Refusal(reason: DisplayText(problem.message))) }
      return .success(.query(query))
    case .above, .below:
      guard let id = list.selected else { return .failure(Refusal(reason: Words.listIsEmpty(language))) }
      let isAbove = scope == .above
      // Lines by relevance have no ends that the store could go on from: there the window is all there is.
      return .success(list.order == .relevance ? .ids(linesBeside(above: isAbove)) : .part(query: query.text, order: list.order, id: id, isAbove: isAbove))
    }
  }

  /// Changes the dispatches that a scope names.
  mutating func change(_ action: MarkChange.Action, in text: String) {
    let scope = Scope(text)
    if case .here = scope { return changeTargets(action) }
    switch target(of: scope) {
    case .success(let target): change(action, on: target)
    case .failure(let refusal): return complain(refusal.reason)
    }
    list.marked = []
  }

  /// Changes what is picked, else the dispatch at hand; it is shown at once.
  mutating func changeTargets(_ action: MarkChange.Action) {
    let ids = targets
    guard !ids.isEmpty else { return complain(Words.listIsEmpty(language)) }
    change(action, ids: ids)
    list.marked = []
  }

  /// The window's lines from its start to the selected one, or from there to its end.
  private func linesBeside(above: Bool) -> [Int64] {
    guard let index = list.lines.firstIndex(where: { $0.id == list.selected }) else { return [] }
    return (above ? list.lines[...index] : list.lines[index...]).map(\.id)
  }

  /// Picks all lines above the selected one, or below it, with it.
  mutating func pick(above: Bool) {
    list.marked.formUnion(linesBeside(above: above))
    say(Words.picked(list.marked.count, language))
  }

  /// Picks so many shown lines from the selected one down, where nothing is picked.
  mutating func pickDown(_ count: Int) {
    guard list.marked.isEmpty, choice.focus == .list, let first = list.shownIndex else { return }
    list.marked = Set(list.shown[first...].prefix(count).map { list.lines[$0].id })
  }

  /// `urgent`, `urgent,eau above`: tags, and which dispatches.
  mutating func tag(_ argument: String, adds: Bool) {
    let (names, scope) = Scope.tagging(argument)
    guard !names.isEmpty else { return complain(Words.needsName(language)) }
    let marked = list.marked
    for name in names {
      list.marked = marked
      change(adds ? .addTag(name) : .removeTag(name), in: scope)
    }
  }
}

extension Scope {
  /// The tags of `urgent above`, `à lire country:IQ`, `eau,urgent`, and what follows them. Words of a name are joined: `à-lire`. A scope
  /// begins with one of the words for it, or with a term that can only be one of a query.
  static func tagging(_ argument: String) -> (names: [String], scope: String) {
    let words = argument.split(separator: " ").map(String.init)
    let border = words.indices.dropFirst().first { index in
      let isLast = index == words.count - 1
      return (isLast && Scope.words.contains { $0.id == words[index].lowercased() }) || words[index].contains(":") || "(\"-".contains(words[index].prefix(1))
    } ?? words.count
    let names = words[..<border].joined(separator: "-").split(separator: ",").map { $0.filter { $0 != "\"" } }.filter { !$0.isEmpty }
    return (names, words[border...].joined(separator: " "))
  }
}
