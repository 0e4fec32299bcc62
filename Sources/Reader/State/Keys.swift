internal import DispatchModel
internal import Terminal

/// What keys do.
extension ReaderState {
  mutating func press(_ key: Key) {
    if body.hints != nil { return pressHint(key) }
    switch layers.last {
    case .query(let line): return pressInQueryLine(key, line)
    case .picker(let picker): return pressInPicker(key, picker)
    case .map(let sheet): if pressInMap(key, sheet) { return }
    case .dossier, .story, .none: break
    }
    if pendingKeys.isEmpty, let macro = settings.macros[key.notation], !isPlayingMacro { return play(macro) }
    if key == .esc, !pendingKeys.isEmpty || count != nil {
      (pendingKeys, count) = ([], nil)
      return
    }
    if pendingKeys.isEmpty, extendCount(key) { return }
    let keys = pendingKeys + [key]
    switch keyMap.lookup(keys, in: scopes) {
    case .found(let id):
      pendingKeys = []
      message = nil
      run(id)
    case .pending: pendingKeys = keys
    case .none:
      count = nil
      let name = KeyNames.shown(keys.map(\.notation).joined(separator: " "), language)
      pendingKeys = []
      complain(Words.unboundKey(language) + " " + name)
    }
  }

  /// A number before a key: it begins with a digit that is no pane's, `0` or `4` to `9`, and goes on with any: `42G`, `02j`.
  private mutating func extendCount(_ key: Key) -> Bool {
    guard let digit = key.typed?.wholeNumberValue, key.typed?.isASCII == true else { return false }
    if count == nil, case .found = keyMap.lookup([key], in: scopes) { return false }
    message = nil
    count = min((count ?? 0) * 10 + digit, 999_999)
    return true
  }

  /// Plays the keys of a macro; one within another is not played, so that none runs for ever.
  private mutating func play(_ macro: String) {
    do {
      macroKeys = try KeyNotation.parse(macro)
    } catch {
      return complain(Words.unboundKey(language) + " " + error.word)
    }
    playOn()
  }

  /// Presses the macro's keys as far as what they fall on is there: a key waits while a list or a dispatch is on its way, as a person would.
  mutating func playOn() {
    while !macroKeys.isEmpty, !running.contains(where: { $0.kind.isWaitedForByMacros }) {
      isPlayingMacro = true
      press(macroKeys.removeFirst())
      isPlayingMacro = false
      settle()
    }
  }

  /// Where keys are looked up, the first place first.
  var scopes: [Command.Scope] {
    if !layers.isEmpty { return [.sheet, .everywhere] }
    switch choice.focus {
    case .list: return [.list, .everywhere]
    case .body: return [.body, .everywhere]
    case .facts: return [.facts, .everywhere]
    }
  }

  /// How the pressed keys can go on; empty where none are waiting.
  var pendingBindings: [KeyMap.Binding] {
    guard !pendingKeys.isEmpty, case .pending(let bindings) = keyMap.lookup(pendingKeys, in: scopes) else { return [] }
    return bindings
  }

  /// A key of a person's own; it ends a macro that still waits.
  mutating func type(_ key: Key) {
    macroKeys = []
    press(key)
  }

  mutating func paste(_ text: String) {
    switch layers.last {
    case .query(var line):
      line.editor.insert(text)
      replaceTop(.query(line))
      queryLineChanged()
    case .picker(var picker):
      picker.editor.insert(text)
      replaceTop(.picker(picker))
      pickerChanged()
    case .dossier, .story, .map, .none: return
    }
  }

  /// The letters that stand for links: those under the fingers first.
  static let hintLetters = Array("fjdkslaghrueiwonvmc")

  private mutating func pressHint(_ key: Key) {
    body.hints = nil
    guard let typed = key.typed, let index = Self.hintLetters.firstIndex(of: typed), links.indices.contains(index) else { return }
    ask(.open(links[index]), as: .act)
  }
}
