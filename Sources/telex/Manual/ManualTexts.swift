/// What the manual page says in sentences of its own.
enum ManualTexts {
  static let description = """
    Telex keeps a local store of dispatches, takes from each what a careful reader would (who holds which office, who said what, who did \
    what to whom, how many, when, where) and shows it in three panes: the list, the text with its names lit up, and the facts. Every fact \
    leads to the words it rests on.

    It reads French first, English too. It works offline on one SQLite file; only fetch and sync use the network, and the reader \
    where it fetches for you.
    """

  static let commands = """
    Each has --help. Those that use the store take --store PATH; without it the store is $TELEX_STORE, else \
    $XDG_DATA_HOME/telex/telex.sqlite. Results go to standard output, everything else to standard error.
    """

  static let keys = """
    Where a line begins with a colon, the command has no key of its own: type it after : or give it one in the settings. Commands that mark \
    take a scope after their name: above, below, all, picked, or a query, as in :read above, :tag urgent all, :star country:IQ. A number \
    before a key repeats it or counts what it falls on; it begins with 0 or 4 to 9, since 1, 2 and 3 go to the panes: 42G, 04s. A point \
    does the last change again. Keys not bound here can be bound, and all can be changed, in config.toml.
    """

  static let queries = """
    The same everywhere: on the reader's query line, in saved searches, in every command that takes a QUERY. Words are AND-ed; "a phrase"; \
    -word leaves out; a OR b; parentheses. Case and diacritics do not matter. A wrong query gives one sentence with the column where it \
    goes wrong, and changes nothing.
    """

  static let fields: [(String, String)] = [
    ("country:IQ, country:irak", "dispatches about that country: its ISO 3166 code, or its name in French or English"),
    ("mentions:US", "dispatches that name that country"),
    ("person:NAME, org:NAME, place:NAME, entity:NAME", "dispatches that name it, under any of its spellings; names of several words in quotation marks"),
    ("type:KIND", "dispatches with such a fact: office, statement, figure, casualties, event"),
    ("event:CATEGORY", "dispatches with such an event, for instance event:threaten"),
    ("topic:TOPIC", "dispatches on such a topic"),
    ("agency:, author:, lang:, feed:, tag:, title:", "what the dispatch itself says, and where it came from"),
    ("is:unread, is:read, is:starred, is:unstarred", "marks"),
    ("since:2018-03, until:2018-03-20, on:mardi", "time, from and to inclusive: a year, a month, a day, or a day's name"),
  ]

  static let files: [(String, String)] = [
    ("$XDG_DATA_HOME/telex/telex.sqlite", "the store; ~/.local/share without the variable. One SQLite file, with -wal and -shm beside it while in use"),
    ("$XDG_CONFIG_HOME/telex/config.toml", "the settings; ~/.config without the variable. `telex config print` writes a complete, commented one"),
    ("$XDG_CONFIG_HOME/telex/themes/*.toml", "your own themes"),
    ("$XDG_STATE_HOME/telex/history", "what was searched for in the reader; ~/.local/state without the variable"),
    ("PREFIX/share/telex", "lexicons, themes and sample dispatches, as installed"),
  ]

  static let environment: [(String, String)] = [
    ("TELEX_STORE", "the store to use, where --store does not name one"),
    ("TELEX_DATA", "a folder with themes and SampleData, searched before the installed one"),
    ("BROWSER", "the program that opens links; xdg-open without it. Never run by a shell"),
    ("NO_COLOR", "not empty: no colours"),
    ("COLORTERM", "truecolor or 24bit: direct colours"),
    ("TERM", "the terminal; dumb is refused"),
    ("LC_ALL, LC_MESSAGES, LANG", "the language of the interface: French where it is French, else English"),
    ("LC_ALL, LC_CTYPE, LANG", "the terminal's characters: ASCII is drawn where the locale named is not of UTF-8"),
    ("http_proxy, https_proxy, all_proxy, no_proxy", "proxies for the feeds"),
  ]

  static let statuses: [(String, String)] = [
    ("0", "success"), ("1", "failure; the reason is on standard error"), ("2", "wrong usage, such as a query that cannot be read"),
    ("64", "options or arguments that do not exist"), ("128+N", "ended by signal N"),
  ]

  static let examples: [(String, String)] = [
    ("Try the reader on invented dispatches, in a store that is thrown away:", "telex --demo"),
    ("Take in a folder, then read what is said about Iraq since March 2018:", "telex import ~/dispatches\ntelex 'country:IQ type:statement since:2018-03'"),
    ("All offices that a person held, with the words they rest on:", "telex facts 'person:Massoum' --kind office --format jsonl"),
    ("A pure filter, outside any store, on all cores:", "parallel --pipe --block 1M telex extract --input jsonl - <dispatches.jsonl >readings.jsonl"),
    ("Follow a feed by the address of a page:", "telex feeds add https://example.org\ntelex fetch"),
  ]

  static let seeAlso = """
    newsboat(1), sqlite3(1), jq(1)

    The project's Documentation folder: Contract.md (what scripts may rely on), Reading.md (types of mentions and facts), Feeds.md.
    """
}
