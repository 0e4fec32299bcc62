internal import DispatchModel
internal import Terminal

/// What the answers to questions change.
extension ReaderState {
  mutating func take(_ answer: Answer, _ kind: EffectKind) {
    switch answer {
    case .page(let request, let page): kind == .peek ? takePeek(page) : take(request, page)
    case .count(let query, let count):
      switch kind {
      case .savedCount(let name): takeSavedCount(name, count)
      case .regionCount(let id): takeRegionCount(id, count)
      default: take(query, count)
      }
    case .document(let document): take(document)
    case .lines(let lines):
      list.refresh(lines)
      reopenIfCorrected(lines)
      if let fresh = lines.first(where: { $0.id == body.document?.line.id }) { body.document?.line = fresh }
    case .countries(let counts):
      takeMapCounts(counts)
      updatePicker { $0.countries = counts }
      askRegionCounts()
    case .entities(let entities): updatePicker { $0.entities = entities }
    case .dossier(let dossier): take(dossier)
    case .story(let lines): takeStory(lines)
    case .storyTexts(let documents): takeStoryTexts(documents)
    case .marked(let change, let outcome): takeMarked(change, outcome)
    case .undone(let outcome): takeStep(outcome, isUndo: true)
    case .redone(let outcome): takeStep(outcome, isUndo: false)
    case .tags(let tags): updatePicker { $0.tags = tags }
    case .savedSearches(let searches): takeSavedSearches(searches)
    case .feeds(let feeds): takeFeeds(feeds)
    case .completions(let completions): takeCompletions(completions)
    case .fetched(let outcome): takeFetched(outcome)
    case .opened(let address): say(Words.opened(language) + " " + DisplayText(address))
    case .copied: say(Words.copied(language))
    case .gave(let name, let count, let output): takeGiven(name, count, output)
    case .wrote(let path, let count):
      say(Words.dispatches(count, language) + " → " + DisplayText(path))
      list.marked = []
    case .months(let months): takeMapMonths(months)
    case .history(let queries): takeHistory(queries)
    case .themes(let all):
      if !all.isEmpty { themes = all }
      updatePicker { _ in }
    case .settings(let settings, let problems): take(settings, problems)
    case .keptSetting: break
    case .failed(let reason): fail(reason(language), kind)
    }
  }

  private mutating func fail(_ reason: DisplayText, _ kind: EffectKind) {
    if kind == .page { list.isLoading = false }
    // A mark is shown before it is kept: what could not be kept is taken back.
    if kind == .act, !list.lines.isEmpty { ask(.lines(list.lines.map(\.id)), as: .lines) }
    complain(reason)
  }

  private mutating func takeFetched(_ outcome: FetchOutcome) {
    var text = Words.fetched(outcome.new, outcome.updated, language)
    for alert in outcome.alerts { text += " · " + DisplayText(alert.name) + " \(alert.count)" }
    if let first = outcome.failed.first {
      text += " · " + Words.failedFeeds(outcome.failed.count, language) + (language == .fr ? " : " : ": ") + first(language)
    }
    message = Message(text: text, isError: !outcome.failed.isEmpty)
    if outcome.new + outcome.updated > 0 {
      // New lines come in above; what is in view stays where it is.
      if list.isEmpty { reload() } else { ask(.count(query.text), as: .count) }
      if outcome.updated > 0, !list.lines.isEmpty { ask(.lines(list.lines.map(\.id)), as: .lines) }
    }
  }

  /// A wait is over.
  mutating func ring(_ kind: EffectKind) {
    timers[kind] = nil
    guard kind == .readDelay, isDocumentCurrent, let line = body.document?.line, line.isUnread else { return }
    change(.read(true), ids: [line.id], isQuiet: true)
  }
}
