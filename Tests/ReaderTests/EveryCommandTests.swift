import DispatchModel
import Foundation
import Synchronization
import Testing

@testable import Reader
@testable import Terminal

/// One command as a person uses it: what is pressed before, what is typed after its name in the palette, and what is then the case.
private struct Case: Sendable {
  var before = ""
  var argument = ""
  /// Nothing of it is seen in the reader itself.
  var isInvisible = false
  var holds: @Sendable (ReaderState, SampleWorld.State) -> Bool
}

/// Every command of the table. `holds` is false before the command and true after it, by each of its keys and by its name.
private let cases: [String: Case] = [
  // Moving.
  "down": Case { state, _ in state.list.selected == 850 },
  "up": Case(before: "j") { state, _ in state.list.selected == 900 },
  "first": Case(before: "j j") { state, _ in state.list.selected == 900 },
  "last": Case { state, _ in state.list.selected == 450 },
  "half.down": Case { state, _ in state.list.selected == 700 },
  "half.up": Case(before: "G") { state, _ in state.list.selected == 600 },
  "page.down": Case { state, _ in state.list.selected == 550 },
  "page.up": Case(before: "G") { state, _ in state.list.selected == 804 },
  "open": Case { state, _ in state.choice.focus == .body && state.list.selectedLine?.isUnread == false },
  "space": Case { state, _ in state.body.top > 0 },
  "dispatch.next": Case(before: "2") { state, _ in state.list.selected == 850 && state.choice.focus == .body },
  "dispatch.previous": Case(before: "2 J") { state, _ in state.list.selected == 900 && state.choice.focus == .body },
  "unread.next": Case(before: "G [ [") { state, _ in state.list.selected == 500 },
  "unread.previous": Case(before: "G") { state, _ in state.list.selected == 500 },
  "goto": Case(argument: "2") { state, _ in state.list.selected == 850 },
  "jump.back": Case(before: "Enter") { state, _ in state.choice.focus == .list },
  "jump.forward": Case(before: "Enter Ctrl-o") { state, _ in state.choice.focus == .body },
  "back": Case(before: "Enter") { state, _ in state.choice.focus == .list },
  "quit": Case(isInvisible: true) { state, _ in state.isOver },
  "leave": Case(before: "Enter", isInvisible: true) { state, _ in state.isOver },
  // Panes.
  "pane.next": Case { state, _ in state.choice.focus == .body },
  "pane.previous": Case { state, _ in state.choice.focus == .facts },
  "pane.list": Case(before: "2") { state, _ in state.choice.focus == .list },
  "pane.body": Case { state, _ in state.choice.focus == .body },
  "pane.facts": Case { state, _ in state.choice.focus == .facts },
  "zoom": Case { state, _ in state.layout.list != nil && state.layout.body == nil },
  "facts.toggle": Case(before: "3") { state, _ in state.layout.facts == nil },
  "pane.grow": Case { state, world in state.choice.listShare > 30 && world.settings["layout.list"] != nil },
  "pane.shrink": Case { state, world in state.choice.listShare < 30 && world.settings["layout.list"] != nil },
  "story.toggle": Case(before: "j j") { state, _ in state.list.shown.count == 12 },
  "group.fold": Case(before: "3") { state, _ in state.facts.folded == [.who] },
  "group.unfold": Case(before: "3 h") { state, _ in state.facts.folded.isEmpty },
  "redraw": Case(before: "y") { state, _ in state.message == nil },
  // Reading.
  "name.next": Case { state, _ in state.body.mention == 0 && !state.facts.linked.isEmpty },
  "name.previous": Case(before: "e e") { state, _ in state.body.mention == 0 },
  "highlight": Case { state, _ in state.highlight == .only(.person) },
  "dossier": Case(before: "3") { state, _ in state.dossier?.dossier?.offices.isEmpty == false },
  "story": Case(before: "j j") { state, _ in state.story?.entries.count == 4 },
  "facts.filter": Case { state, _ in state.picker?.kind == .factGroups },
  "links": Case { state, _ in state.body.hints == "" },
  "repeat": Case(before: "s j") { state, _ in state.list.selected == 850 && state.list.selectedLine?.isStarred == true },
  // Finding.
  "search": Case { state, _ in state.queryLine != nil },
  "filter": Case(argument: "sanctions") { state, _ in state.query.text == "sanctions" && state.list.total == 2 },
  "hit.next": Case(before: "/ s a n c t i o n s Enter") { state, _ in state.body.hit == 0 && state.choice.focus == .body },
  "hit.previous": Case(before: "/ s a n c t i o n s Enter") { state, _ in state.body.hit == state.body.hits.count - 1 },
  "countries": Case { state, _ in state.picker?.kind == .countries },
  "map": Case { state, _ in if case .map(let sheet) = state.layers.last { sheet.selected == "IQ" && !sheet.counts.isEmpty } else { false } },
  "clear": Case(before: "U") { state, _ in state.query.text.isEmpty && state.list.total == 12 },
  "unread.only": Case { state, _ in state.query.text == "is:unread" && state.list.total == 11 },
  "names": Case { state, _ in state.picker?.kind == .entities && state.picker?.items.isEmpty == false },
  "saved": Case { state, _ in state.picker?.kind == .saved && state.picker?.searchCounts["Non lues"]?.total == 11 },
  "feeds": Case { state, _ in state.picker?.kind == .feeds && state.picker?.searchCounts["country:MA"]?.total ?? 0 > 0 && state.picker?.items.last?.detail.string.contains("404") == true },
  "save": Case(before: "U", argument: "eau") { _, world in world.searches.contains(SavedSearch(name: "eau", query: "is:unread")) },
  "start": Case(before: "U") { _, world in world.settings["start"] == "is:unread" },
  "unsave": Case(argument: "Non lues") { _, world in world.searches.isEmpty },
  "order": Case(argument: "oldest") { state, _ in state.list.order == .oldest && state.list.lines.first?.id == 450 },
  // Marking.
  "read": Case { state, _ in state.list.selectedLine?.isUnread == false },
  "unread": Case(before: "r") { state, _ in state.list.selectedLine?.isUnread == true },
  "star": Case { state, _ in state.list.selectedLine?.isStarred == true },
  "unstar": Case(before: "s") { state, _ in state.list.selectedLine?.isStarred == false },
  "tags": Case { state, _ in state.picker?.kind == .tags },
  "tag": Case(argument: "eau") { state, world in state.list.selectedLine?.tags == ["eau"] && world.documents.contains { $0.line.tags == ["eau"] } },
  "untag": Case(before: "t e a u Enter", argument: "eau") { state, _ in state.list.selectedLine?.tags == [] },
  "read.all": Case { _, world in world.documents.allSatisfy { !$0.line.isUnread } },
  "select": Case { state, _ in state.list.marked == [900] && state.list.selected == 850 },
  "select.above": Case(before: "j j") { state, _ in state.list.marked == [900, 850, 804] },
  "select.below": Case(before: "G k") { state, _ in state.list.marked == [500, 450] },
  "select.none": Case(before: "V") { state, _ in state.list.marked.isEmpty },
  "undo": Case(before: "s") { state, world in state.list.selectedLine?.isStarred == false && world.undone.count == 1 },
  "redo": Case(before: "s u") { state, _ in state.list.selectedLine?.isStarred == true },
  // Around.
  "browser": Case { _, world in world.opened == ["https://example.org/depeches/900"] },
  "copy": Case { _, world in world.copied.count == 1 && world.copied[0].contains("Anis Karam") },
  "run": Case(argument: "imprimer") { state, world in
    // By its key it asks for the program first.
    world.runs.first?.arguments == ["lp"] || state.picker?.editor.text == "run "
  },
  "write": Case(before: "V V", argument: "deux.md") { _, world in world.written["deux.md"] == [900, 850] },
  "export": Case(before: "U", argument: "tout.csv") { _, world in world.written["tout.csv"]?.count == 11 },
  "reload": Case { state, _ in state.message?.text.string == "Réglages relus." },
  "fetch": Case { _, world in world.fetches == 1 },
  "themes": Case { state, _ in state.picker?.kind == .themes },
  "theme": Case(argument: "light") { state, world in state.theme.id == "light" && world.settings["theme"] == "light" },
  "language": Case(argument: "en") { state, world in state.language == .en && world.settings["language"] == "en" },
  "tour": Case { state, _ in state.tour == 0 },
  "commands": Case { state, _ in state.picker?.kind == .commands && state.picker?.editor.text == "" },
  "help": Case { state, _ in state.picker?.kind == .help },
]

@Test func everyCommandHasItsCase() {
  #expect(Set(cases.keys) == Set(CommandTable.all.map(\.id)))
}

/// By each of its keys, and by its name in the palette: the effect is there, was not before, and is seen.
@Test(arguments: CommandTable.all.map(\.id))
func theCommandDoesWhatItSays(id: String) async throws {
  let command = try #require(CommandTable.command(id))
  let item = try #require(cases[id], "no case for \(id)")
  var ways = command.keys.map { $0.split(separator: " ").compactMap { Key(notation: String($0)) } }
  // These lie under the palette that would run them.
  if !["commands", "redraw"].contains(id) {
    ways.append([.character(":")] + (item.argument.isEmpty ? id : id + " " + item.argument).map { .character($0) } + [.enter])
  }
  for way in ways {
    let world = SampleWorld()
    var settings = ReaderSettings()
    settings.programs = ["imprimer": ["lp"]]
    let themes = ThemeFile.load(directory: Snapshots.themes).themes
    var session = try await ReaderSession.sample(item.before, columns: 80, rows: 24, world: world, settings: settings, themes: themes)
    let before = session.frame
    #expect(!item.holds(session.state, world.state.withLock { $0 }), "\(id) holds before \(way)")
    await session.play(way)
    #expect(item.holds(session.state, world.state.withLock { $0 }), "\(id) by \(way.map(\.notation)): \(session.statusLine)")
    #expect(item.isInvisible || session.frame != before, "\(id) by \(way.map(\.notation)) shows nothing")
  }
}

/// Where a command does nothing, it says so in its own words.
@Test func aCommandThatCannotWorkSaysWhy() async throws {
  let world = SampleWorld([])
  for command in CommandTable.all {
    var session = try await ReaderSession.sample("", world: world)
    guard let reason = command.disabledReason(session.state), let key = command.keys.first, command.scope == .everywhere else { continue }
    await session.play(key.split(separator: " ").compactMap { Key(notation: String($0)) })
    #expect(session.state.message == Message(text: reason(.fr), isError: true), "\(command.id)")
    #expect(session.statusLine.contains(reason(.fr).string.prefix(20)), "\(command.id)")
  }
}
