import Glibc
import Testing

@testable import Terminal

struct ScreenTests {
  @Test func aMemoryScreenPlaysItsInputAndKeepsTheFrame() {
    var screen = MemoryScreen(size: Size(columns: 10, rows: 2), input: [.key(.enter)])
    screen.post(.resize(Size(columns: 4, rows: 1)))
    var frame = Frame(size: screen.size)
    screen.show(frame)
    #expect(screen.changed == 20)
    frame.put("ok", x: 0, y: 0)
    screen.show(frame)
    #expect(screen.changed == 2)
    #expect(screen.frame.lines() == ["ok", ""])
    #expect(screen.next(timeout: nil) == .key(.enter))
    #expect(screen.next(timeout: nil) == .resize(Size(columns: 4, rows: 1)))
    #expect(screen.size == Size(columns: 4, rows: 1))
    #expect(screen.next(timeout: .zero) == nil)
    #expect(screen.next(timeout: nil) == .hangup)
  }

  @Test func aMailboxKeepsTheOrderAndWakesOnce() async {
    let mailbox = Mailbox<Int>()
    #expect(!isReadable(mailbox.descriptor))
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<100 { group.addTask { mailbox.post(number) } }
    }
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.drain().sorted() == Array(0..<100))
    #expect(!isReadable(mailbox.descriptor))
    #expect(mailbox.isEmpty)
    mailbox.post(7)
    #expect(isReadable(mailbox.descriptor))
    #expect(mailbox.drain() == [7])
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var line = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&line, 1, 0) == 1
  }

  @Test func withoutATerminalTheReaderSaysSo() {
    #expect(throws: TerminalError.unknownTerminal("")) { _ = try NcursesScreen(environment: [:]).size }
    #expect(TerminalError.notATerminal.sentence.string.contains("telex list"))
    #expect(TerminalError.cannotMoveCursor("dumb").phrase.string.contains("« dumb »"))
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], true, true, false), (["TERM": "linux"], false, true, false), (["TERM": "vt100"], false, true, false),
    (["TERM": "xterm-kitty", "NO_COLOR": "1"], true, false, true), (["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"], true, true, false),
    (["TERM": "stterm-256color"], false, true, false), (["TERM": "foot"], true, true, true),
  ])
  func modesFollowTheTerminalsName(_ environment: [String: String], _ isModern: Bool, _ colors: Bool, _ synchronized: Bool) {
    let modes = TerminalModes(environment: environment)
    #expect(modes.begin.contains("?2004h") == isModern)
    #expect(modes.end.contains("?1006l") == isModern)
    #expect(modes.wantsColors == colors)
    #expect(modes.hasSynchronizedOutput == synchronized)
  }

  @Test func directColoursAreTriedWhereTheyArePromised() {
    let modes = TerminalModes(environment: ["TERM": "alacritty", "COLORTERM": "truecolor"])
    #expect(modes.names(for: "alacritty") == ["alacritty-direct", "xterm-direct", "alacritty", "xterm-256color", "xterm"])
    #expect(TerminalModes(environment: ["TERM": "tmux", "COLORTERM": "24bit"]).names(for: "tmux") == ["tmux-direct", "tmux", "screen-256color", "screen"])
  }

  /// A machine that does not know a terminal's name draws as for its family; a name of no family stands alone.
  @Test(arguments: [
    ("xterm", ["xterm", "xterm-256color"]), ("foot", ["foot", "xterm-256color", "xterm"]), ("xterm-kitty", ["xterm-kitty", "xterm-256color", "xterm"]),
    ("xterm-direct", ["xterm-direct", "xterm-256color", "xterm"]), ("tmux-256color", ["tmux-256color", "screen-256color", "screen"]),
    ("vt100", ["vt100"]), ("linux", ["linux"]), ("nosuchterm", ["nosuchterm"]),
  ])
  func anUnknownNameFallsBackOnItsFamily(term: String, names: [String]) {
    #expect(TerminalModes(environment: ["TERM": term]).names(for: term) == names)
  }

  @Test(arguments: [("é", "e"), ("…", "."), ("│", "|"), ("東", "?"), ("⠿", ":"), ("«", "\""), ("Œ", "O"), ("\u{A0}", " "), ("a", "a")])
  func withoutUnicodeTextStaysReadable(_ sign: String, _ ascii: Unicode.Scalar) {
    #expect(Transliteration.ascii(sign) == ascii)
  }
}
