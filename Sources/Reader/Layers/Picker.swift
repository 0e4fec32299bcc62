internal import DispatchModel
internal import Terminal

/// A list over the panes that typing narrows: countries, commands, help, tags, themes, saved searches, names.
struct Picker: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case commands, help, countries, tags, themes, saved, feeds, entities, factGroups }

  var kind: Kind
  var editor = LineEditor()
  var items: [PickerItem] = []
  var selection = 0
  var top = 0
  /// The most items it ever had, so that it does not shrink while one types.
  var tallest = 0
  /// Ticked and shut out, by the items' ids, in the order of choosing.
  var chosen: [String] = []
  var excluded: [String] = []
  /// Something was typed, moved or ticked.
  var isTouched = false
  /// The last tick was taken back: what is stood on is then not meant.
  var isTakenBack = false
  /// What was there before, for Esc.
  var before: Before?

  // What the answers brought.
  var countries: [CountryCount] = []
  /// How many dispatches are about a group, by its id: fewer than its countries' counts together, as a dispatch can be about several.
  var regionCounts: [String: Int] = [:]
  var entities: [EntityLine] = []
  var tags: [TagCount] = []
  var searches: [SavedSearch] = []
  var feeds: [FeedLine] = []
  /// Counts of saved searches by their names, of feeds by their queries.
  var searchCounts: [String: DispatchCount] = [:]

  struct Before: Hashable, Sendable {
    var query: QueryText
    var list: ListState
    var theme: String
  }

  /// Whether what lies behind plays no part while it is open. Where it follows the choice, it stays bright.
  var dimsWhatIsBehind: Bool {
    switch kind {
    case .help, .commands, .entities, .saved, .feeds, .tags, .factGroups: true
    case .countries, .themes: false
    }
  }

  /// The counts of a group's countries together: what is shown until the group's own count is there.
  func sum(of region: CountryGroup) -> Int {
    countries.reduce(0) { region.members.contains($1.code) ? $0 + $1.count : $0 }
  }

  /// The groups most in the news; the others are found by typing.
  var foremostRegions: [CountryGroup] {
    let sums = Dictionary(uniqueKeysWithValues: CountryGroup.all.map { ($0.id, sum(of: $0)) })
    func count(_ region: CountryGroup) -> Int { sums[region.id] ?? 0 }
    let foremost = CountryGroup.all.filter { count($0) > 0 }.sorted { count($1) < count($0) }.prefix(5)
    return foremost.sorted { (regionCounts[$1.id] ?? count($1)) < (regionCounts[$0.id] ?? count($0)) }
  }

  var current: PickerItem? { items.indices.contains(selection) ? items[selection] : nil }

  /// Moves the selection over items that can be chosen.
  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    var index = min(max(0, selection + step), items.count - 1)
    while items.indices.contains(index), items[index].isHeader { index += step < 0 ? -1 : 1 }
    if items.indices.contains(index) { selection = index }
    isTouched = true
    isTakenBack = false
  }

  /// After the items have changed: the selection stays on the item with that id, else goes to the first one.
  mutating func keepSelection(on id: String?) {
    selection = items.firstIndex { $0.id == id && !$0.isHeader } ?? items.firstIndex { !$0.isHeader } ?? 0
  }
}

/// A row of a picker.
struct PickerItem: Hashable, Sendable {
  enum Tick: Hashable, Sendable { case none, chosen, excluded }

  var id: String
  var label: DisplayText
  var detail: DisplayText = ""
  /// What it does, as a sentence, where there is room for one.
  var help: DisplayText = ""
  var key: DisplayText = ""
  var count: Int?
  var tick = Tick.none
  /// A title between rows, which cannot be chosen.
  var isHeader = false
  /// Why it does not work now.
  var disabled: DisplayText?
}
