internal import Terminal

/// A short tour: one thing to try after the other. A step is over when its command has run, by its key or otherwise.
struct TourStep: Sendable {
  /// The command to try; nil for the last step, which only takes leave.
  var command: String?
  var words: Phrase
}

enum Tour {
  static let steps: [TourStep] = [
    TourStep(command: "down", words: Phrase("descend dans la liste ; le texte suit.", "moves down the list; the text follows.")),
    TourStep(command: "open", words: Phrase("ouvre la dépêche.", "opens the dispatch.")),
    TourStep(command: "name.next", words: Phrase("va de nom en nom ; leurs faits s'allument.", "goes from name to name; their facts light up.")),
    TourStep(command: "dossier", words: Phrase("ouvre le dossier de ce nom.", "opens the dossier of that name.")),
    TourStep(command: "jump.back", words: Phrase("ramène là où l'on était.", "leads back to where one was.")),
    TourStep(command: "pane.facts", words: Phrase("va aux faits ; leurs mots s'allument dans le texte.", "goes to the facts; their words light up in the text.")),
    TourStep(command: "countries", words: Phrase("filtre par pays : tapez un nom, puis Entrée.", "filters by country: type a name, then Enter.")),
    TourStep(command: "clear", words: Phrase("montre de nouveau tout.", "shows all again.")),
    TourStep(command: "map", words: Phrase("montre la carte ; q la ferme.", "shows the map; q closes it.")),
    TourStep(command: "search", words: Phrase("cherche des mots, des noms, des dates.", "searches for words, names, dates.")),
    TourStep(command: "star", words: Phrase("met une étoile ; u l'enlève.", "sets a star; u takes it away.")),
    TourStep(command: nil, words: Phrase("La visite est finie : ? aide, : commandes, T thèmes.", "That was the tour: ? help, : commands, T themes.")),
  ]
}

extension ReaderState {
  /// Begins the tour, or ends it.
  mutating func toggleTour() { tour = tour == nil ? 0 : nil }

  /// The step that is shown.
  var tourStep: TourStep? { tour.flatMap { Tour.steps[safe: $0] } }

  /// A command has run.
  mutating func advanceTour(after command: Command) {
    guard let tour, let step = Tour.steps[safe: tour] else { return }
    // The last step takes leave until the next key.
    if step.command == nil { return self.tour = nil }
    if step.command == command.id { self.tour = tour + 1 }
  }
}
