internal import DispatchModel
internal import Terminal

/// The query line: what is typed, what may follow, what is wrong. The list follows while one types, the last word as a beginning until
/// it is finished with a space or Enter.
struct QueryLine: Hashable, Sendable {
  struct Before: Hashable, Sendable {
    var query: QueryText
    var list: ListState
  }

  var editor: LineEditor
  var before: Before
  var completions: [Completion] = []
  /// The completion stood on; nil while one types freely.
  var completion: Int?
  var problem: QueryProblem?
  /// How far back in the history one is; nil in the line that is typed.
  var historyIndex: Int?

  /// The fields of the query language, in the order of use.
  static let fields = [
    "country:", "person:", "org:", "place:", "mentions:", "entity:", "type:", "event:", "topic:", "agency:", "author:", "lang:",
    "feed:", "tag:", "is:unread", "is:starred", "since:", "until:", "on:", "title:",
  ]

  /// Whether the last word is still being typed: nothing follows it, and it was not fetched from the history.
  var isWordUnfinished: Bool { historyIndex == nil && editor.characters.last != " " }

  /// The word before the cursor that is being typed, without a leading minus or parenthesis: its field, and what follows.
  var word: (field: String, prefix: String, count: Int) {
    var word = ""
    var isQuoted = false
    for character in editor.beforeCursor {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == " " || character == "(" { word = "" } else { word.append(character) }
    }
    if word.first == "-" { word.removeFirst() }
    guard let colon = word.firstIndex(of: ":") else { return ("", word, word.count) }
    let prefix = String(word[word.index(after: colon)...])
    return (String(word[..<colon]).lowercased(), prefix.filter { $0 != "\"" }, prefix.count)
  }
}

extension ReaderState {
  mutating func openQueryLine() {
    // Where nothing was found the last word is there to be mended, else one goes on with another.
    let text = query.text.isEmpty || list.isEmpty ? query.text : query.text + " "
    layers.append(.query(QueryLine(editor: LineEditor(text), before: QueryLine.Before(query: query, list: list))))
  }

  mutating func pressInQueryLine(_ key: Key, _ line: QueryLine) {
    var line = line
    message = nil
    switch key {
    case .esc, .ctrl("c"), .ctrl("g"): closeLayer()
    case .enter: commit(line)
    case .tab:
      let index = line.completion ?? 0
      guard line.completions.indices.contains(index) else { return }
      complete(line, line.completions[index])
    case .down, .ctrl("n"):
      if line.historyIndex != nil { return walkHistory(&line, -1) }
      guard !line.completions.isEmpty else { return }
      line.completion = line.completion.map { min($0 + 1, line.completions.count - 1) } ?? 0
      replaceTop(.query(line))
    case .up, .ctrl("p"):
      if let index = line.completion {
        line.completion = index > 0 ? index - 1 : nil
        replaceTop(.query(line))
      } else {
        walkHistory(&line, 1)
      }
    default:
      if key == .backspace, line.editor.isEmpty { return closeLayer() }
      guard line.editor.edit(key) else { return }
      line.historyIndex = nil
      replaceTop(.query(line))
      queryLineChanged()
    }
  }

  /// The line's text has changed: the list and the completions follow.
  mutating func queryLineChanged() {
    guard var line = queryLine else { return }
    let text = line.editor.text.trimmed
    line.problem = QueryText(text).problem(clock, language)
    line.completion = nil
    let word = line.word
    let isCountry = word.field == "country" || word.field == "mentions"
    // What is known here is there at once; what the store knows follows.
    if word.field.isEmpty || isCountry { line.completions = ownCompletions(word) }
    replaceTop(.query(line))
    if isCountry || (word.field.isEmpty && word.prefix.count < 3) {
      cancel(.completions)
    } else {
      ask(.completions(field: word.field, prefix: word.prefix), as: .completions)
    }
    if line.problem == nil {
      apply(line.isWordUnfinished ? QueryText(text).whileTyped : QueryText(text))
    } else if query != line.before.query {
      // A wrong query changes nothing.
      restore(line.before.query, line.before.list)
    }
  }

  mutating func takeCompletions(_ completions: [Completion]) {
    guard var line = queryLine else { return }
    let current = line.completion.flatMap { line.completions[safe: $0] }
    line.completions = (line.word.field.isEmpty ? ownCompletions(line.word) : []) + completions
    // The one stood on stays; it does not jump to another.
    line.completion = current.flatMap { line.completions.firstIndex(of: $0) }
    replaceTop(.query(line))
  }

  private mutating func commit(_ line: QueryLine) {
    if let index = line.completion, line.completions.indices.contains(index) {
      return complete(line, line.completions[index])
    }
    if let problem = line.problem { return complain(DisplayText(problem.message)) }
    let text = line.editor.text.trimmed
    layers.removeLast()
    remember(QueryText(text))
    if QueryText(text) != line.before.query {
      let now = place
      restoreForMark(line.before)
      leaveMark()
      layers = []
      query = now.query
      list = now.list
    }
    leaveSheets()
    if QueryText(text) != query { apply(QueryText(text)) }
    if choice.focus != .list { focus(.list) }
  }

  /// So that going back leads to the list before the search, not to one half typed.
  private mutating func restoreForMark(_ before: QueryLine.Before) {
    query = before.query
    list = before.list
  }

  mutating func complete(_ line: QueryLine, _ completion: Completion) {
    var line = line
    let word = line.word
    line.editor.replace(last: word.count, with: completion.text)
    if !completion.text.hasSuffix(":") { line.editor.insert(" ") }
    line.completion = nil
    line.completions = []
    replaceTop(.query(line))
    queryLineChanged()
  }

  private mutating func walkHistory(_ line: inout QueryLine, _ step: Int) {
    guard !queryHistory.isEmpty else { return }
    let index = (line.historyIndex ?? -1) + step
    guard index < queryHistory.count else { return }
    line.historyIndex = index < 0 ? nil : index
    line.editor = LineEditor(index < 0 ? "" : queryHistory[queryHistory.count - 1 - index])
    replaceTop(.query(line))
    queryLineChanged()
  }

  private static func fields(_ prefix: String) -> [Completion] {
    guard !prefix.isEmpty, prefix != "OR", prefix != "OU" else { return [] }
    return QueryLine.fields.filter { $0.hasPrefix(prefix.lowercased()) && $0 != prefix }.map { Completion(text: $0) }
  }

  /// What may follow without asking the store: countries; for a bare word the fields, and countries that begin so.
  private func ownCompletions(_ word: (field: String, prefix: String, count: Int)) -> [Completion] {
    guard word.field.isEmpty else { return countryCompletions(word.prefix, limit: 20) }
    let countries = word.prefix.count < 3 ? [] : countryCompletions(word.prefix, limit: 2)
    return Self.fields(word.prefix) + countries.map { Completion(text: "country:" + $0.text, detail: $0.detail) }
  }

  private func countryCompletions(_ prefix: String, limit: Int) -> [Completion] {
    let codes = CountryNames.search(prefix, language)
    return codes.prefix(limit).map { Completion(text: $0, detail: CountryNames.name($0, language).string) }
  }
}
