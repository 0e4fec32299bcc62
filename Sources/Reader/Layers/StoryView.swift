internal import DispatchModel
internal import Terminal

/// A story's dispatches and versions, oldest first, and what each changed of the one before.
struct StoryView: Hashable, Sendable {
  /// One text of the story.
  struct Entry: Hashable, Sendable {
    /// The dispatch; nil for an earlier version of one.
    var id: Int64?
    var moment: Moment
    var agency: String?
    var headline: String
    var text: String
    /// The toll that it gives: dead, injured, missing.
    var toll: Casualties?
  }

  var title: String
  var entries: [Entry] = []
  var selected = 0
  /// The first row shown of the comparison.
  var top = 0
  /// The rows of the comparison, and what they were made for.
  var rows: [DiffRow] = []
  var madeFor: Made?

  struct Made: Hashable, Sendable {
    var selected: Int
    var width: Int
    var count: Int
  }

  mutating func move(_ step: Step) {
    switch step {
    case .line(let lines): selected = min(max(0, selected + lines), max(0, entries.count - 1))
    case .half(let pages), .page(let pages): top = min(max(0, top + pages * 8), max(0, rows.count - 1))
    case .first: selected = 0
    case .last: selected = max(0, entries.count - 1)
    }
    if case .line = step { top = 0 }
  }

  /// Sets the comparison anew where the selection or the width has changed.
  mutating func settle(size: Size) {
    let made = Made(selected: selected, width: StoryPane.textWidth(size), count: entries.count)
    guard made != madeFor else { return }
    madeFor = made
    guard let entry = entries[safe: selected] else { return rows = [] }
    let before = selected > 0 ? entries[selected - 1].text : nil
    rows = WordDiff.rows(from: before, to: entry.text, width: made.width)
  }

  /// The dead that the entries count, in order, repeats left out.
  var tolls: [Int] {
    entries.compactMap { $0.toll?.dead }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Entries of different agencies that give other numbers of dead than the newest before them, within the story's last state.
  var disagreement: [(agency: String, dead: Int)] {
    var latest: [(agency: String, dead: Int)] = []
    for entry in entries {
      guard let agency = entry.agency, let dead = entry.toll?.dead else { continue }
      latest.removeAll { $0.agency == agency }
      latest.append((agency, dead))
    }
    return Set(latest.map(\.dead)).count > 1 ? latest : []
  }
}

extension ReaderState {
  mutating func openStory() {
    guard let document = body.document else { return }
    leaveMark()
    var view = StoryView(title: document.reading.headline.isEmpty ? document.line.headline : document.reading.headline)
    view.entries = Self.entries(document)
    view.selected = max(0, view.entries.count - 1)
    layers.append(.story(view))
    if let story = document.line.story { ask(.story(story.id), as: .story) }
  }

  mutating func takeStory(_ lines: [DispatchLine]) {
    guard story != nil else { return }
    ask(.storyTexts(lines.prefix(60).map(\.id)), as: .story)
  }

  mutating func takeStoryTexts(_ documents: [DispatchDocument]) {
    guard var view = story else { return }
    let current = body.document?.line.id
    view.entries = documents.flatMap(Self.entries).sorted { ($0.moment, $0.id ?? .min) < ($1.moment, $1.id ?? .min) }
    view.selected = view.entries.lastIndex { $0.id == current } ?? max(0, view.entries.count - 1)
    replaceTop(.story(view))
  }

  mutating func enterStoryRow(_ view: StoryView) {
    guard let id = view.entries[safe: view.selected]?.id else { return say(Words.oldVersion(language)) }
    visit(id)
  }

  /// A dispatch and its earlier versions, oldest first.
  private static func entries(_ document: DispatchDocument) -> [StoryView.Entry] {
    let toll = document.reading.facts.lazy.compactMap { fact -> Casualties? in
      if case .casualties(let toll) = fact.content { return toll }
      return nil
    }.first
    let line = document.line
    let versions = document.versions.reversed().map { version in
      StoryView.Entry(
        id: nil, moment: version.saved, agency: line.agency,
        headline: String(version.text.prefix { $0 != "\n" && $0 != "\r\n" }), text: version.text, toll: nil)
    }
    return versions + [
      StoryView.Entry(
        id: line.id, moment: line.published, agency: line.agency, headline: line.headline, text: document.dispatch.text, toll: toll)
    ]
  }
}
