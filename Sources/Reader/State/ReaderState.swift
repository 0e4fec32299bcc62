internal import DispatchModel
public import Terminal

/// All that the reader knows: a value. `update` changes it, `render` shows it.
public struct ReaderState: Equatable, Sendable {
  // What it was given.
  public internal(set) var size: Size
  public internal(set) var clock: Clock
  public internal(set) var language: Language
  public internal(set) var settings: ReaderSettings
  public internal(set) var themes: [Theme]
  /// The theme that is worn; while the picker is open the one that is tried on.
  public internal(set) var theme: Theme
  /// Only ASCII can be shown.
  public internal(set) var usesASCII: Bool
  var keyMap: KeyMap

  // What is read.
  var query: QueryText
  var list = ListState()
  var body = BodyState()
  var facts = FactsState()
  var choice = LayoutChoice()
  /// What lies over the panes, the topmost last.
  var layers: [Layer] = []
  var highlight = Highlight.all

  /// The count of the present query, once it has come.
  var counted: DispatchCount?
  /// Words to go to once their dispatch has come.
  var pendingEvidence: PendingEvidence?

  // Where one was, what one did.
  var back: [Place] = []
  var forward: [Place] = []
  /// Scroll and selection of dispatches seen before.
  var reading: [Int64: ReadingPlace] = [:]
  /// Queries asked before, the newest last; kept over restarts.
  var queryHistory: [String] = []
  var recentCountries: [String] = []
  var lastRepeatable: Invocation?

  // What is going on.
  var pendingKeys: [Key] = []
  /// A number typed before a key.
  var count: Int?
  var isPlayingMacro = false
  /// The keys of a macro that are still to be pressed.
  var macroKeys: [Key] = []
  /// The tour's step, from 0; nil where none is taken.
  var tour: Int?
  /// The pane whose border the mouse holds.
  var dragged: Pane?
  var message: Message?
  var generation = 0
  /// The newest ticket of each kind that has not been answered.
  var running: Set<Ticket> = []
  /// The newest wait of each kind.
  var timers: [EffectKind: Int] = [:]
  var spinner = 0
  var outbox: [Effect] = []
  /// The reader is to be left.
  public internal(set) var isOver = false

  /// A reader before its first event (`.start`).
  /// - Parameter problems: what is wrong with the settings, said until the first key.
  public init(
    size: Size, clock: Clock, language: Language, query: String = "", settings: ReaderSettings = ReaderSettings(),
    themes: [Theme] = [.builtin], theme: Theme = .builtin, usesASCII: Bool = false, problems: [String] = []
  ) {
    self.size = size
    self.clock = clock
    self.language = language
    self.settings = settings
    self.themes = themes
    self.theme = theme
    self.usesASCII = usesASCII
    self.query = QueryText(query)
    keyMap = KeyMap.make(settings.keys).map
    choice.listShare = settings.listShare
    choice.factsShare = settings.factsShare
    complain(ofSettings: problems)
  }

  var layout: Layout { Layout(size, choice) }

  /// Whether an effect runs that people wait for.
  public var isBusy: Bool { !running.isEmpty }
}

/// What is said on the status line until the next key.
struct Message: Hashable, Sendable {
  var text: DisplayText
  var isError = false
}

/// Which names are lit in the body.
enum Highlight: Hashable, Sendable {
  case all
  case only(MentionType)
  case none

  static let cycle: [Highlight] = [
    .all, .only(.person), .only(.organization), .only(.place), .only(.nationality), .only(.date), .only(.figure), .only(.product),
    .only(.event), .only(.law), .none,
  ]

  func shows(_ type: MentionType) -> Bool {
    switch self {
    case .all: true
    case .only(let one): one == type
    case .none: false
    }
  }
}

/// The opened dispatch.
struct BodyState: Hashable, Sendable {
  var document: DispatchDocument?
  /// The dispatch that is asked for; its document may still be the one before.
  var wanted: Int64?
  var layout = BodyLayout.empty
  /// The first line shown.
  var top = 0
  /// The mention stood on, an index of the reading's mentions.
  var mention: Int?
  /// Words lit as evidence after one went to them.
  var lit: [TextSpan] = []
  /// Where the words of `hitsOf` stand.
  var hits: [TextSpan] = []
  /// The query that the hits were found for.
  var hitsOf: QueryText?
  var hit: Int?
  /// Link hints are shown; the letters typed so far.
  var hints: String?

  var mentions: [Mention] { document?.reading.mentions ?? [] }
  var currentMention: Mention? {
    guard let mention, mentions.indices.contains(mention) else { return nil }
    return mentions[mention]
  }
}

/// The facts pane.
struct FactsState: Hashable, Sendable {
  var board = FactsBoard.empty
  var layout = FactsLayout.empty
  /// The card stood on, an index of the board.
  var selected: Int?
  /// The first row shown.
  var top = 0
  var folded: Set<FactGroup> = []
  /// Only this group.
  var only: FactGroup?
  /// The rows have to be made anew: board, folds or filter have changed.
  var needsLayout = true
  /// Cards that speak of the mention stood on in the body.
  var linked: Set<Int> = []

  var card: FactCard? {
    guard let selected, board.cards.indices.contains(selected) else { return nil }
    return board.cards[selected]
  }
}

/// Scroll and selection of a dispatch left behind.
struct ReadingPlace: Hashable, Sendable {
  var bodyTop: Int
  var card: Int?
  var factsTop: Int
}

/// Words of a dispatch that is on its way.
struct PendingEvidence: Hashable, Sendable {
  var dispatch: Int64
  var spans: [TextSpan]
}

/// A place to come back to: everything that is on the screen, as it was.
struct Place: Hashable, Sendable {
  var query: QueryText
  var list: ListState
  var body: BodyState
  var facts: FactsState
  var choice: LayoutChoice
  var layers: [Layer]
}

/// A command and its argument.
struct Invocation: Hashable, Sendable {
  var command: String
  var argument: String?
}
