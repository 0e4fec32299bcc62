internal import DispatchModel
internal import Terminal

/// Giving dispatches to programs of the settings: `run printer`, `run jq all`, `run wc country:IQ`.
extension ReaderState {
  /// Gives what is picked, else the dispatch at hand, or what a scope behind the name says; without a name the palette asks for one.
  mutating func give(to argument: String?) {
    guard let argument = argument?.trimmed, !argument.isEmpty else { return askForProgram() }
    guard let (name, scope) = programAndScope(argument), let program = settings.programs[name] else {
      return complain(Words.noProgram(language) + " " + DisplayText(argument))
    }
    switch target(of: Scope(scope)) {
    case .success(let target): ask(.give(name, program, target), as: .act)
    case .failure(let refusal): complain(refusal.reason)
    }
  }

  /// A program's name and what follows it. Names may hold spaces: the longest that stands there counts.
  func programAndScope(_ argument: String) -> (name: String, scope: String)? {
    let names = settings.programs.keys.filter { argument == $0 || argument.hasPrefix($0 + " ") }
    return names.max { $0.count < $1.count }.map { ($0, String(argument.dropFirst($0.count)).trimmed) }
  }

  private mutating func askForProgram() {
    openPicker(.commands)
    if var picker {
      picker.editor = LineEditor("run ")
      replaceTop(.picker(picker))
    }
    pickerChanged()
  }

  mutating func takeGiven(_ name: String, _ count: Int, _ output: String) {
    let said = output.isEmpty ? DisplayText() : (language == .fr ? " : " : ": ") + DisplayText(output)
    say(Words.dispatches(count, language) + " → " + DisplayText(name) + said)
    list.marked = []
  }
}
