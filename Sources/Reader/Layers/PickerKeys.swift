internal import DispatchModel
internal import Terminal

/// Opening pickers, typing into them, choosing.
extension ReaderState {
  mutating func openPicker(_ kind: Picker.Kind) {
    var picker = Picker(kind: kind)
    picker.before = Picker.Before(query: query, list: list, theme: theme.id)
    switch kind {
    case .countries:
      (picker.chosen, picker.excluded) = query.countries
      ask(.countries(query.withCountries(chosen: [], excluded: []).text), as: .countries)
    case .tags:
      let lines = targetLines
      picker.chosen = lines.first.map { first in first.tags.filter { tag in lines.allSatisfy { $0.tags.contains(tag) } } } ?? []
      picker.excluded = picker.chosen
      ask(.tags, as: .tags)
    case .saved: ask(.savedSearches, as: .savedSearches)
    case .feeds: ask(.feeds, as: .feeds)
    case .entities: ask(.entities(EntityRequest(prefix: "")), as: .entities)
    case .commands:
      ask(.savedSearches, as: .savedSearches)
      ask(.tags, as: .tags)
    case .help, .themes, .factGroups: break
    }
    layers.append(.picker(picker))
    refreshPicker(keeping: kind == .themes ? theme.id : nil)
  }

  /// Changes the topmost layer where it is a picker, and its items with it.
  mutating func updatePicker(_ change: (inout Picker) -> Void) {
    guard var picker else { return }
    let current = picker.current?.id
    change(&picker)
    replaceTop(.picker(picker))
    // Themes may come while they are shown: the one that is worn stays the chosen one.
    refreshPicker(keeping: picker.isTouched ? current : picker.kind == .themes ? theme.id : nil)
  }

  private mutating func refreshPicker(keeping id: String?) {
    guard var picker else { return }
    picker.items = items(of: picker)
    picker.tallest = max(picker.tallest, picker.items.count)
    picker.keepSelection(on: id)
    replaceTop(.picker(picker))
  }

  mutating func pickerChanged() {
    guard var picker else { return }
    picker.isTouched = true
    picker.isTakenBack = false
    replaceTop(.picker(picker))
    if picker.kind == .entities { ask(.entities(EntityRequest(prefix: picker.editor.text.trimmed)), as: .entities) }
    if picker.kind == .countries { askRegionCounts() }
    refreshPicker(keeping: nil)
    previewPicker()
  }

  mutating func pressInPicker(_ key: Key, _ picker: Picker) {
    var picker = picker
    message = nil
    switch key {
    case .esc, .ctrl("c"), .ctrl("g"): closeLayer()
    case .enter: accept(picker)
    case .down, .ctrl("n"), .tab: move(.line(1))
    case .up, .ctrl("p"), .backtab: move(.line(-1))
    case .pageDown, .ctrl("d"): move(.page(1))
    case .pageUp: move(.page(-1))
    case .space where picker.kind == .tags || picker.kind == .countries && !isPartOfName(picker, " "): tick(&picker, excludes: false)
    case .space where picker.kind == .saved && picker.editor.isEmpty: tickStart(picker)
    case .character("-") where picker.kind == .countries && !isPartOfName(picker, "-"): tick(&picker, excludes: true)
    case .delete where picker.kind == .saved && picker.editor.isEmpty:
      guard let search = picker.current?.id, !search.hasPrefix("+") else { return }
      removeSearch(search)
      updatePicker { $0.searches.removeAll { $0.name == search } }
    case .character("q") where picker.editor.isEmpty && picker.kind == .help: closeLayer()
    case .ctrl("t") where picker.kind == .help:
      closeLayer()
      run("tour")
    default:
      if key == .backspace, picker.editor.isEmpty { return closeLayer() }
      guard picker.editor.edit(key) else { return }
      replaceTop(.picker(picker))
      pickerChanged()
    }
  }

  /// Whether a space or hyphen belongs to a name that is being typed (`corée du sud`, `états-unis`). A space behind a whole name ticks it.
  private func isPartOfName(_ picker: Picker, _ sign: Character) -> Bool {
    let typed = picker.editor.text
    return !typed.isEmpty && CountryNames.isContinued(typed) && (sign == "-" || !CountryNames.isWhole(typed))
  }

  /// Ticks or shuts out the item stood on, or takes that back; what was typed is cleared for the next one.
  private mutating func tick(_ picker: inout Picker, excludes: Bool) {
    guard let item = picker.current, !item.isHeader else { return }
    let ids = CountryNames.members(item.id)
    let isOn = ids.allSatisfy { excludes ? picker.excluded.contains($0) : picker.chosen.contains($0) }
    picker.chosen.removeAll { ids.contains($0) }
    if picker.kind == .countries { picker.excluded.removeAll { ids.contains($0) } }
    if !isOn {
      if excludes { picker.excluded += ids } else { picker.chosen += ids }
    }
    if picker.kind == .tags, !picker.tags.contains(where: { $0.name == item.id }) {
      picker.tags.append(TagCount(name: item.id, count: 0))
    }
    picker.isTouched = true
    picker.isTakenBack = isOn
    picker.editor = LineEditor()
    replaceTop(.picker(picker))
    refreshPicker(keeping: item.id)
    previewPicker()
  }

  /// Makes the saved search stood on the one that Telex opens with, or none where it is.
  private mutating func tickStart(_ picker: Picker) {
    guard let search = picker.searches.first(where: { $0.name == picker.current?.id }) else { return }
    startWith(settings.startQuery == search.query ? "" : search.query)
    updatePicker { $0.isTouched = true }
  }

  /// The list and the theme follow what is stood on or ticked.
  mutating func previewPicker() {
    guard let picker else { return }
    switch picker.kind {
    case .countries: apply(countryQuery(picker))
    case .themes:
      if let theme = themes.first(where: { $0.id == picker.current?.id }) { self.theme = theme }
    default: return
    }
  }

  /// The query with the ticked countries; with the one stood on where something was typed or nothing is ticked.
  private func countryQuery(_ picker: Picker) -> QueryText {
    guard picker.isTouched, let before = picker.before else { return query }
    var chosen = picker.chosen
    let isOpen = !picker.isTakenBack && picker.chosen.isEmpty && picker.excluded.isEmpty && picker.before?.query.countries.chosen.isEmpty != false
    if let item = picker.current, !item.isHeader, isOpen || !picker.editor.isEmpty {
      let ids = CountryNames.members(item.id)
      chosen += ids.filter { !chosen.contains($0) && !picker.excluded.contains($0) }
    }
    return before.query.withCountries(chosen: chosen, excluded: picker.excluded)
  }

  private mutating func accept(_ picker: Picker) {
    switch picker.kind {
    case .countries: acceptCountries(picker)
    case .commands, .help: acceptCommand(picker)
    case .tags: acceptTags(picker)
    case .themes:
      layers.removeLast()
      if let id = picker.current?.id { wear(id) }
    case .saved:
      guard let id = picker.current?.id else { return complain(Words.typeAName(language)) }
      layers.removeLast()
      if id.hasPrefix("+") { return saveSearch(String(id.dropFirst())) }
      if let search = picker.searches.first(where: { $0.name == id }) { filter(search.query) }
    case .feeds:
      guard let feed = picker.current, !feed.isHeader else { return complain(Words.nothingFound(language)) }
      layers.removeLast()
      filter(feed.id)
    case .entities:
      let entity = picker.entities.first { $0.entity.type.rawValue + "/" + $0.entity.value == picker.current?.id }?.entity
      guard let entity else { return complain(Words.nothingFound(language)) }
      layers.removeLast()
      openDossier(entity)
    case .factGroups:
      guard let id = picker.current?.id else { return complain(Words.nothingFound(language)) }
      layers.removeLast()
      showFacts(only: Int(id).flatMap { FactGroup(rawValue: $0) })
    }
  }

  private mutating func acceptCountries(_ picker: Picker) {
    if picker.items.isEmpty { return complain(Words.nothingFound(language)) }
    var picker = picker
    // Enter at once takes the country stood on, too.
    if !picker.isTouched, picker.chosen.isEmpty, picker.excluded.isEmpty { picker.isTouched = true }
    let wanted = countryQuery(picker)
    layers.removeLast()
    remember(wanted)
    guard let before = picker.before, wanted != before.query else { return leaveSheets() }
    let (now, list) = (query, self.list)
    (query, self.list) = (before.query, before.list)
    leaveMark()
    layers = []
    (query, self.list) = (now, list)
    apply(wanted)
    if choice.focus != .list { focus(.list) }
  }

  private mutating func acceptCommand(_ picker: Picker) {
    guard let item = picker.current, !item.isHeader else { return complain(Words.nothingFound(language)) }
    if let reason = item.disabled { return complain(reason) }
    guard let (command, argument) = Command.invocation(item.id) else { return }
    if argument.isEmpty, command.needsArgument {
      // It needs something more: the palette asks for it.
      if item.id.hasSuffix(" ") { return complain(Words.typeAName(language)) }
      var palette = Picker(kind: .commands)
      palette.editor = LineEditor(command.id + " ")
      palette.before = picker.before
      palette.searches = picker.searches
      palette.tags = picker.tags
      replaceTop(.picker(palette))
      if picker.kind == .help { ask(.tags, as: .tags) }
      return pickerChanged()
    }
    layers.removeLast()
    run(command, argument.isEmpty ? nil : argument)
  }

  private mutating func acceptTags(_ picker: Picker) {
    var chosen = picker.chosen
    if !picker.editor.isEmpty, let id = picker.current?.id, !chosen.contains(id) { chosen.append(id) }
    if picker.editor.isEmpty, !picker.isTouched, let id = picker.current?.id {
      chosen = chosen.contains(id) ? chosen.filter { $0 != id } : chosen + [id]
    }
    layers.removeLast()
    let ids = targets
    let added = chosen.filter { !picker.excluded.contains($0) }
    let removed = picker.excluded.filter { !chosen.contains($0) }
    for tag in added { change(.addTag(tag), ids: ids) }
    for tag in removed { change(.removeTag(tag), ids: ids) }
    list.marked = []
    if let change = !added.isEmpty ? ("tag", added) : !removed.isEmpty ? ("untag", removed) : nil {
      lastRepeatable = Invocation(command: change.0, argument: change.1.joined(separator: ","))
    }
  }

  mutating func takeSavedSearches(_ searches: [SavedSearch]) {
    updatePicker { $0.searches = searches }
    guard picker?.kind == .saved else { return }
    for search in searches { ask(.count(search.query), as: .savedCount(search.name)) }
  }

  /// Asks how many dispatches the groups in view are about, each dispatch once.
  mutating func askRegionCounts() {
    guard let picker, picker.kind == .countries, let before = picker.before else { return }
    let typed = picker.editor.text.trimmed
    for region in typed.isEmpty ? picker.foremostRegions : CountryNames.groups(typed) where picker.regionCounts[region.id] == nil && picker.sum(of: region) > 0 {
      ask(.count(before.query.withCountries(chosen: region.members, excluded: []).text), as: .regionCount(region.id))
    }
  }

  mutating func takeRegionCount(_ id: String, _ count: DispatchCount) {
    // A number that is no more than a bound would be taken for the count.
    if count.isExact { updatePicker { $0.regionCounts[id] = count.total } }
  }

  mutating func takeFeeds(_ feeds: [FeedLine]) {
    updatePicker { $0.feeds = feeds }
    guard picker?.kind == .feeds else { return }
    for feed in feeds { ask(.count(feed.query), as: .savedCount(feed.query)) }
  }

  mutating func takeSavedCount(_ name: String, _ count: DispatchCount) {
    updatePicker { $0.searchCounts[name] = count }
  }
}
