/// What a terminal can do beyond its description, judged by its environment, and the sequences for it.
///
/// Terminals are not asked: an answer may come late and be taken for keys. A mode that a terminal of the xterm family does not
/// know is ignored by it; others get none.
struct TerminalModes: Equatable {
  /// What switches mouse and paste reports on and off; empty where they are not understood.
  let begin: String
  let end: String
  let hasTitle: Bool
  /// Mode 2026, which keeps a terminal from showing half a frame.
  let hasSynchronizedOutput: Bool
  /// False with NO_COLOR (https://no-color.org).
  let wantsColors: Bool
  private let wantsDirectColors: Bool

  init(environment: [String: String]) {
    let term = environment["TERM"] ?? ""
    let isModern = Self.families.contains { term == $0 || term.hasPrefix($0 + "-") || term.hasPrefix($0 + ".") }
    let isMultiplexer = term.hasPrefix("screen") || term.hasPrefix("tmux")
    // Button and drag reports, SGR coordinates, bracketed paste; the title is kept on the terminal's stack.
    begin = isModern ? "\u{1B}[22;2t\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h" : ""
    end = isModern ? "\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[23;2t" : ""
    hasTitle = isModern
    hasSynchronizedOutput =
      isModern && !isMultiplexer
      && (Self.synchronized.contains { term.hasPrefix($0) }
        || environment["KITTY_WINDOW_ID"] != nil || environment["WEZTERM_PANE"] != nil
        || ["WezTerm", "ghostty", "iTerm.app"].contains(environment["TERM_PROGRAM"] ?? ""))
    wantsColors = (environment["NO_COLOR"] ?? "").isEmpty
    wantsDirectColors = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
  }

  /// Descriptions to try, the best first: where COLORTERM promises direct colours, that of the terminal or of xterm with them; behind the
  /// terminal's own the one that its family understands, since few machines know the names foot, alacritty or xterm-kitty.
  func names(for term: String) -> [String] {
    guard !begin.isEmpty else { return [term] }
    let base = term.split(separator: "-").first.map(String.init) ?? term
    let isMultiplexer = base.hasPrefix("screen") || base.hasPrefix("tmux")
    let alike = (isMultiplexer ? ["screen-256color", "screen"] : ["xterm-256color", "xterm"]).filter { $0 != term }
    guard wantsDirectColors, wantsColors, !term.hasSuffix("-direct") else { return [term] + alike }
    return (isMultiplexer ? ["tmux-direct", term] : ["\(base)-direct", "xterm-direct", term]) + alike
  }

  /// Terminals of the xterm family, by the beginning of their names.
  private static let families = [
    "xterm", "rxvt", "screen", "tmux", "alacritty", "foot", "kitty", "wezterm", "ghostty", "contour", "st", "konsole", "gnome",
    "vte", "mintty", "iterm", "iterm2", "Eterm", "rio",
  ]
  private static let synchronized = ["xterm-kitty", "kitty", "foot", "contour", "xterm-ghostty", "ghostty", "wezterm", "alacritty"]

  /// Keys that terminal descriptions name, for terminals that are unlike all that `InputDecoder` knows.
  static let describedKeys: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end), ("kpp", .pageUp),
    ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backtab), ("kent", .enter),
    ("kf1", .function(1)), ("kf2", .function(2)), ("kf3", .function(3)), ("kf4", .function(4)), ("kf5", .function(5)),
    ("kf6", .function(6)), ("kf7", .function(7)), ("kf8", .function(8)), ("kf9", .function(9)), ("kf10", .function(10)),
    ("kf11", .function(11)), ("kf12", .function(12)),
  ]
}
