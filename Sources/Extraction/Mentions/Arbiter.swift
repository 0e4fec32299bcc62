internal import Lexicon

/// Chooses among overlapping candidates.
struct Arbiter: Annotator {
  static let requires: Set<Layer> = [.dates, .figures, .places, .nationalities, .names, .organizations, .persons]
  static let provides: Set<Layer> = [.mentions]

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: inout Draft) {}
}
