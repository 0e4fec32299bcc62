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
    var language: Language
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
  mutating func settle(size: Size, clock: Clock, language: Language) {
    let made = Made(selected: selected, width: StoryPane.textWidth(size), count: entries.count, language: language)
    guard made != madeFor else { return }
    madeFor = made
    guard let entry = entries[safe: selected] else { return rows = [] }
    // What its own agency wrote before it, else the text right before it; nothing where it is a text of its own.
    let earlier = entries[..<selected]
    for before in [earlier.last { $0.agency == entry.agency }, earlier.last].compactMap({ $0 }) {
      let parts = WordDiff.compare(before.text, entry.text)
      guard WordDiff.likeness(parts) >= StoryView.likeness else { continue }
      let source = Dates.plain(before.moment, clock, language) + "  " + DisplayText(before.agency ?? "")
      return rows = head(Words.changesSince(language) + " " + source, made.width) + WordDiff.rows(parts, width: made.width)
    }
    rows = (selected == 0 ? [] : head(Words.textOfItsOwn(language), made.width)) + WordDiff.rows(WordDiff.plain(entry.text), width: made.width)
  }

  /// Below this share of common words a comparison tells less than the text.
  private static let likeness = 0.35

  private func head(_ text: DisplayText, _ width: Int) -> [DiffRow] {
    [DiffRow(runs: [FactsRow.Run(text: Fitting.words(text, to: width), role: .textDim)]), DiffRow(runs: [])]
  }

  /// The dead that the entries count, and who says otherwise.
  var tolls: StoryTolls { StoryTolls(entries.compactMap { entry in entry.toll?.dead.map { StoryTolls.Toll(agency: entry.agency, dead: $0) } }) }
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
