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
    let keys = pendingKeys + [key]
    if !pendingKeys.isEmpty, key == .esc { return pendingKeys = [] }
    switch keyMap.lookup(keys, in: scopes) {
    case .found(let id):
      pendingKeys = []
      message = nil
      run(id)
    case .pending: pendingKeys = keys
    case .none:
      let name = keys.map(\.notation).joined(separator: " ")
      pendingKeys = []
      complain(Words.unboundKey(language) + " " + DisplayText(name))
    }
  }

  /// Plays the keys of a macro; one within another is not played, so that none runs for ever.
  private mutating func play(_ macro: String) {
    guard let keys = try? KeyNotation.parse(macro) else { return complain(Words.unboundKey(language) + " " + DisplayText(macro)) }
    isPlayingMacro = true
    for key in keys { press(key) }
    isPlayingMacro = false
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
