internal import DispatchModel
internal import Terminal

/// What stands in each picker.
extension ReaderState {
  func items(of picker: Picker) -> [PickerItem] {
    let typed = picker.editor.text.trimmed
    switch picker.kind {
    case .commands: return commandItems(typed)
    case .help: return helpItems(typed)
    case .countries: return countryItems(picker, typed)
    case .tags: return tagItems(picker, typed)
    case .themes:
      return ranked(themes.map { PickerItem(id: $0.id, label: $0.name, detail: Words.themeKind($0.kind)(language)) }, typed)
    case .saved: return savedItems(picker, typed)
    case .feeds: return feedItems(picker, typed)
    case .entities:
      return picker.entities.map {
        PickerItem(
          id: $0.entity.type.rawValue + "/" + $0.entity.value, label: Wording.name($0.entity, language),
          detail: Wording.singular($0.entity.type)(language), count: $0.count)
      }
    case .factGroups:
      let groups = FactGroup.allCases.filter { facts.board.count(of: $0) > 0 }
      let all = PickerItem(id: "all", label: Words.allFacts(language), count: facts.board.cards.count)
      return ranked(
        [all] + groups.map { PickerItem(id: String($0.rawValue), label: $0.title(language), count: facts.board.count(of: $0)) }, typed)
    }
  }

  /// The best matches first; in the given order where nothing is typed.
  func ranked(_ items: [PickerItem], _ typed: String) -> [PickerItem] {
    guard !typed.isEmpty else { return items }
    let scored = items.enumerated().compactMap { index, item in
      [item.label.string, item.id, item.detail.string].enumerated()
        .compactMap { place, text in Matching.score(typed, text).flatMap { Self.weighed($0, place) } }.max()
        .map { (score: $0, index: index, item: item) }
    }
    // Beside a good match a poor one is noise.
    let least = max(0, (scored.map(\.score).max() ?? 0) * 2 / 5)
    return scored.filter { $0.score > least }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.item)
  }

  /// A name counts more than an id, an id more than the sentence about it, in which scattered letters would match nearly anything.
  private static func weighed(_ score: Int, _ place: Int) -> Int? {
    if score > Matching.scattered { return score - place * 200 }
    return place == 2 ? nil : score - place * 10
  }

  /// The help: what works here, under the titles of the table's sections; then what does not work now, and why.
  private func helpItems(_ typed: String) -> [PickerItem] {
    let here = helpScope
    let sections = CommandTable.sections.map { section in
      (section.title, section.commands.filter { ($0.scope == .everywhere || $0.scope == here) && !keyMap.keys(of: $0.id).isEmpty })
    }
    if !typed.isEmpty { return ranked(sections.flatMap(\.1).map(item), typed) }
    var items: [PickerItem] = []
    for (title, commands) in sections {
      let working = commands.filter { $0.disabledReason(self) == nil }
      if !working.isEmpty { items += head(title(language), after: items) + working.map(item) }
    }
    let others = sections.flatMap(\.1).filter { $0.disabledReason(self) != nil }
    if !others.isEmpty { items += head(Words.worksNotNow(language), after: items) + others.map(item) }
    return items
  }

  /// The place whose commands the help is about: where one was when it was opened.
  private var helpScope: Command.Scope {
    if layers.contains(where: \.isSheet) { return .sheet }
    switch choice.focus {
    case .list: return .list
    case .body: return .body
    case .facts: return .facts
    }
  }

  /// A group's title, with a free row before it where it is not the first.
  private func head(_ title: DisplayText, after items: [PickerItem]) -> [PickerItem] {
    let free = PickerItem(id: "", label: "", isHeader: true)
    let head = PickerItem(id: "", label: title, isHeader: true)
    return items.isEmpty ? [head] : [free, head]
  }

  func item(_ command: Command) -> PickerItem {
    let keys = keyMap.keys(of: command.id).map { KeyNames.shown($0, language) }.joined(separator: "  ")
    let help = command.help(language)
    let sentence = DisplayText(help.string.prefix(1).uppercased() + help.string.dropFirst()) + "."
    return PickerItem(
      id: command.id, label: command.title(language), detail: help, help: sentence + " (:" + DisplayText(command.id) + ")", key: keys,
      disabled: command.disabledReason(self)?(language))
  }

  private func countryItems(_ picker: Picker, _ typed: String) -> [PickerItem] {
    let counts = Dictionary(picker.countries.map { ($0.code, $0.count) }) { first, _ in first }
    func country(_ code: String) -> PickerItem {
      PickerItem(
        id: code, label: CountryNames.name(code, language), detail: DisplayText(code), count: counts[code] ?? 0,
        tick: picker.chosen.contains(code) ? .chosen : picker.excluded.contains(code) ? .excluded : .none)
    }
    func region(_ region: CountryGroup) -> PickerItem {
      let isChosen = region.members.allSatisfy { picker.chosen.contains($0) }
      let isExcluded = region.members.allSatisfy { picker.excluded.contains($0) }
      return PickerItem(
        id: region.id, label: DisplayText(region.name(in: language.rawValue)),
        detail: "\(region.members.count) " + Words.countryNoun(region.members.count, language),
        count: picker.regionCounts[region.id] ?? picker.sum(of: region), tick: isChosen ? .chosen : isExcluded ? .excluded : .none)
    }
    func item(_ id: String) -> PickerItem { CountryGroup.all.first { $0.id == id }.map(region) ?? country(id) }
    if !typed.isEmpty {
      let codes = CountryNames.search(typed, language)
      let regions = CountryNames.groups(typed)
      // What is typed whole first, by code or name (Niger before Nigeria), then what is in the news.
      let wanted = Folding.fold(typed)
      func rank(_ code: String) -> Int {
        let isWhole = ([code] + Language.allCases.map { CountryNames.name(code, $0).string }).contains { Folding.fold($0) == wanted }
        return isWhole ? 0 : counts[code] ?? 0 > 0 ? 1 : 2
      }
      let countries = codes.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
      return countries.map(country) + regions.map(region)
    }
    var items: [PickerItem] = []
    let ticked = picker.chosen + picker.excluded
    let tickedItems = CountryNames.grouped(picker.chosen) + CountryNames.grouped(picker.excluded)
    if !ticked.isEmpty { items += head(Words.chosenCountries(language), after: items) + tickedItems.map(item) }
    let recent = recentCountries.filter { !ticked.contains($0) }.prefix(4)
    if !recent.isEmpty { items += head(Words.recentCountries(language), after: items) + recent.map(country) }
    // The groups most in the news; the others are found by typing.
    let regions = picker.foremostRegions.filter { !tickedItems.contains($0.id) }.map(region)
    if !regions.isEmpty { items += head(Words.regions(language), after: items) + regions }
    let shown = Set(ticked + recent)
    let rest = picker.countries.filter { !shown.contains($0.code) && $0.count > 0 }
    if !rest.isEmpty { items += head(Words.countries(language), after: items) + rest.map { country($0.code) } }
    return items
  }

  /// Feeds under their folders: what of them is unread, or why they fail.
  private func feedItems(_ picker: Picker, _ typed: String) -> [PickerItem] {
    func item(_ feed: FeedLine) -> PickerItem {
      let count = picker.searchCounts[feed.query]
      let unread = count.flatMap { $0.unread ?? 0 > 0 ? Words.unread($0.unread ?? 0, language) : nil }
      return PickerItem(
        id: feed.query, label: DisplayText(feed.title), detail: feed.failure?(language) ?? unread ?? "", help: feed.failure?(language) ?? "",
        count: count.flatMap { $0.isExact ? $0.total : nil })
    }
    if !typed.isEmpty { return ranked(picker.feeds.map(item), typed) }
    var items: [PickerItem] = []
    var folder: [String] = []
    for feed in picker.feeds {
      if feed.folders != folder { items += head(DisplayText(feed.folders.joined(separator: " / ")), after: items) }
      folder = feed.folders
      items.append(item(feed))
    }
    return items
  }

  private func tagItems(_ picker: Picker, _ typed: String) -> [PickerItem] {
    var items = ranked(
      picker.tags.map { tag in
        PickerItem(id: tag.name, label: DisplayText(tag.name), count: tag.count, tick: picker.chosen.contains(tag.name) ? .chosen : .none)
      }, typed)
    let name = typed.split(separator: " ").joined(separator: "-")
    if !name.isEmpty, !picker.tags.contains(where: { $0.name == name }) {
      items.append(PickerItem(id: name, label: DisplayText(name), detail: Words.newTag(language)))
    }
    return items
  }

  private func savedItems(_ picker: Picker, _ typed: String) -> [PickerItem] {
    var items = ranked(
      picker.searches.map { search in
        // A number that is no more than a bound would be taken for the count.
        let counted = picker.searchCounts[search.name].flatMap { $0.isExact ? $0.total : nil }
        return PickerItem(
          id: search.name, label: DisplayText(search.name), detail: savedDetail(search, picker), count: counted,
          tick: search.query == settings.startQuery ? .chosen : .none)
      }, typed)
    if !typed.isEmpty, !query.text.isEmpty, !picker.searches.contains(where: { $0.name == typed }) {
      items.append(PickerItem(id: "+" + typed, label: DisplayText(typed), detail: Words.keepAs(language) + " " + DisplayText(query.text)))
    }
    return items
  }

  /// The query, after how many of its dispatches are unread; which of them Telex opens with.
  private func savedDetail(_ search: SavedSearch, _ picker: Picker) -> DisplayText {
    var parts: [DisplayText] = search.query == settings.startQuery ? [Words.startView(language)] : []
    if let unread = picker.searchCounts[search.name]?.unread, unread > 0 { parts.append(Words.unread(unread, language)) }
    return (parts + [DisplayText(search.query)]).joined(separator: " · ")
  }
}
