import Testing

@testable import Terminal

struct KeyTests {
  @Test(arguments: [
    ("j", Key.character("j")), ("G", .character("G")), ("Enter", .enter), ("Tab", .tab), ("⇧Tab", .backtab), ("S-Tab", .backtab),
    ("Shift-Tab", .backtab), ("Esc", .esc), ("Space", .space), ("Ctrl-d", .ctrl("d")), ("C-D", .ctrl("d")), ("PgDn", .pageDown),
    ("PgUp", .pageUp), ("↓", .down), ("Down", .down), ("<enter>", .enter), ("F12", .function(12)), ("f", .character("f")),
    ("-", .character("-")), ("Alt-x", .alt("x")), ("Ctrl-Alt-x", Key(.character("x"), [.control, .alt])), ("^u", .ctrl("u")),
    ("^", .character("^")), ("Shift-↑", Key(.up, .shift)), ("Ctrl-Space", .ctrl(" ")), ("é", .character("é")),
    ("<", .character("<")), ("Ctrl--", .ctrl("-")), ("Ctrl-i", .tab), ("Ctrl-m", .enter), ("Ctrl-[", .esc), ("Backspace", .backspace),
    ("ctrl-d", .ctrl("d")), ("C-d", .ctrl("d")), ("Ctrl+D", .ctrl("d")), ("<C-d>", .ctrl("d")), ("Escape", .esc), ("Return", .enter),
    ("BTab", .backtab), ("shift-tab", .backtab), ("<S-Tab>", .backtab), ("Page_Down", .pageDown), ("NPage", .pageDown), ("pageup", .pageUp),
    ("Shift-g", .character("G")), ("<lt>", .character("<")), ("Entrée", .enter), ("Échap", .esc), ("espace", .space), ("Suppr", .delete),
  ])
  func aKeyIsReadByItsNames(_ notation: String, _ key: Key) {
    #expect(Key(notation: notation) == key)
  }

  @Test func everyKeyIsReadBackFromItsNotation() throws {
    var codes: [Key.Code] = KeyNotation.names.map(\.code) + (1...24).map { .function($0) }
    codes += "abzAZ059é-+^<>⇧,;:!?/\\".map { .character($0) }
    let all: [Key.Modifiers] = [[], .control, .alt, .shift, [.control, .alt], [.alt, .shift], [.control, .alt, .shift]]
    for code in codes {
      for modifiers in all {
        let key = Key(code, modifiers)
        #expect(Key(notation: key.notation) == key, "\(key.notation)")
      }
    }
  }

  @Test(arguments: [
    (Key.ctrl("d"), "Ctrl-d"), (.backtab, "⇧Tab"), (.pageDown, "PgDn"), (.down, "↓"), (.space, "Space"), (.esc, "Esc"),
  ])
  func aKeyIsWrittenAsInTheManual(_ key: Key, _ notation: String) {
    #expect(key.notation == notation)
  }

  @Test func aRowOfKeysIsRead() throws {
    #expect(
      try KeyNotation.parse("c I r a k Enter  Tab j") == [
        .character("c"), .character("I"), .character("r"), .character("a"), .character("k"), .enter, .tab, .character("j"),
      ])
    #expect(try KeyNotation.parse("") == [])
    #expect(throws: KeyNotationError(word: "Irak")) { try KeyNotation.parse("c Irak Enter") }
    #expect(KeyNotationError(word: "Irak").spelledOut == "I r a k")
    #expect(KeyNotationError(word: "Ctrl-").spelledOut == nil)
  }
}
