internal import DispatchModel
internal import Lexicon

/// The segments of a text that may be names, with what the classifier sees of each.
struct NameFinder: Sendable {
  let tables: NameTables

  init(lexicon: LexiconFile) {
    tables = NameTables(lexicon: lexicon)
  }

  func segments(of draft: Draft) -> [(segment: NameSegment, features: NameFeatures)] {
    let context = NameContext(draft: draft, tables: tables)
    let segments = NameSegments.all(runs: NameRuns.all(in: draft), in: draft, context: context, tables: tables)
    let document = NameDocument(segments: segments, in: draft, context: context, tables: tables)
    return segments.map { segment in
      (segment, NameFeatures(segment, in: draft, context: context, document: document, tables: tables))
    }
  }
}
