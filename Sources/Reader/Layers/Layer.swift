/// What can lie over the panes.
enum Layer: Hashable, Sendable {
  case query(QueryLine)
  case picker(Picker)
  case dossier(DossierView)
  case story(StoryView)
  case map(MapSheet)
}

extension ReaderState {
  /// The topmost layer where it is a picker.
  var picker: Picker? {
    if case .picker(let picker) = layers.last { return picker }
    return nil
  }

  /// The topmost layer where it is the query line.
  var queryLine: QueryLine? {
    if case .query(let line) = layers.last { return line }
    return nil
  }

  var dossier: DossierView? {
    if case .dossier(let view) = layers.last { return view }
    return nil
  }

  var story: StoryView? {
    if case .story(let view) = layers.last { return view }
    return nil
  }

  mutating func replaceTop(_ layer: Layer) {
    if !layers.isEmpty { layers[layers.count - 1] = layer }
  }
}
