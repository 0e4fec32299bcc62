internal import DispatchModel
internal import Terminal

/// What stands in the palette: commands by title or id; after a whole id and a space, what it takes.
extension ReaderState {
  func commandItems(_ typed: String) -> [PickerItem] {
    // `read` alone is still being typed: it may become `read all`.
    guard let (command, argument) = Command.invocation(typed), command.argument != .none, !argument.isEmpty || picker?.editor.text.last == " " else {
      return ranked(CommandTable.all.map(item), typed)
    }
    if command.disabledReason(self) != nil { return [item(command)] }
    switch command.argument {
    case .choice(let choice): return ranked(choices(choice), argument).map { $0.under(command.id) }
    case .text(let name):
      let label = command.title(language) + (argument.isEmpty ? " …" : " " + DisplayText(argument))
      return [PickerItem(id: command.id + " " + argument, label: label, detail: name(language), help: item(command).help)]
    case .scope: return scopeItems(argument, after: command.title(language)).map { $0.under(command.id) }
    case .tagAndScope: return tagItems(argument, command)
    case .programAndScope: return programItems(argument).map { $0.under(command.id) }
    case .none: return []
    }
  }

  private func choices(_ choice: Command.Choice) -> [PickerItem] {
    switch choice {
    case .theme: themes.map { PickerItem(id: $0.id, label: $0.name) }
    case .language: [PickerItem(id: "fr", label: "Français"), PickerItem(id: "en", label: "English")]
    case .order: ListOrder.allCases.map { PickerItem(id: $0.rawValue, label: Words.order($0)(language)) }
    case .savedSearch: (picker?.searches ?? []).map { PickerItem(id: $0.name, label: DisplayText($0.name), detail: DisplayText($0.query)) }
    }
  }

  /// The words for scopes, and what is typed as a query: with what is wrong with it where it is none.
  private func scopeItems(_ typed: String, after title: DisplayText) -> [PickerItem] {
    let words = Scope.words.filter { $0.id != "picked" || !list.marked.isEmpty }.map { word in
      PickerItem(id: word.id, label: title + " " + word.title(language), key: DisplayText(word.id))
    }
    guard !typed.isEmpty else { return words }
    let known = words.filter { $0.id.hasPrefix(typed.lowercased()) }
    if case .query = Scope(typed), known.isEmpty {
      let problem = QueryText(typed).problem(clock, language).map { DisplayText($0.message) }
      return [PickerItem(id: typed, label: title + " " + DisplayText(typed), detail: Words.allOfQuery(language), disabled: problem)]
    }
    return known
  }

  /// Programs of the settings; once one stands, which dispatches: those at hand first.
  private func programItems(_ typed: String) -> [PickerItem] {
    if let (name, scope) = programAndScope(typed), !scope.isEmpty || picker?.editor.text.last == " " {
      let title = "→ " + DisplayText(name)
      let here = PickerItem(id: name, label: title, detail: Words.dispatches(targets.count, language))
      let scopes = scopeItems(scope, after: title).map { $0.under(name) }
      return scope.isEmpty && !targets.isEmpty ? [here] + scopes : scopes
    }
    return ranked(
      settings.programs.keys.sorted().map { name in
        PickerItem(id: name, label: DisplayText(name), detail: DisplayText((settings.programs[name]?.arguments ?? []).joined(separator: " ")))
      }, typed)
  }

  /// Tags that there are and the one that is typed; once it stands, which dispatches.
  private func tagItems(_ typed: String, _ command: Command) -> [PickerItem] {
    let (names, scope) = Scope.tagging(typed)
    let title = command.title(language)
    let isTyped = picker?.editor.text.last != " "
    if let last = names.last, !scope.isEmpty || !isTyped {
      let name = names.joined(separator: ",")
      let here = PickerItem(id: name, label: title + " " + DisplayText(name))
      let scopes = scopeItems(scope, after: title + " " + DisplayText(last)).map { $0.under(name) }
      return (scope.isEmpty ? [here] + scopes : scopes).map { $0.under(command.id) }
    }
    let wanted = names.joined(separator: ",")
    var items = ranked((picker?.tags ?? []).map { PickerItem(id: $0.name, label: DisplayText($0.name), count: $0.count) }, wanted)
    let isKnown = items.contains { $0.id == wanted }
    if !wanted.isEmpty, !isKnown { items.insert(PickerItem(id: wanted, label: DisplayText(wanted), detail: Words.newTag(language)), at: 0) }
    if items.isEmpty { items = [PickerItem(id: "", label: title + " …", detail: Phrase("étiquette", "tag")(language), help: item(command).help)] }
    return items.map { $0.under(command.id) }
  }
}

extension PickerItem {
  /// The same with a command's id before its own: what Enter then runs.
  fileprivate func under(_ command: String) -> PickerItem {
    var item = self
    item.id = command + " " + id
    return item
  }
}
