internal import DispatchModel
internal import Lexicon

/// What the classifier sees of a segment: hashed indicator features, the same at training and at reading.
///
/// Each feature is a template's number and a value mixed to `bits` bits (feature hashing: Weinberger et al., ICML 2009).
struct NameFeatures {
  static let bits = 16
  private(set) var indices: [UInt32] = []

  private mutating func add(_ template: UInt64, _ value: UInt64) {
    var x = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xd6e8_feb8_6659_fd93
    x ^= x >> 32
    x = x &* 0xd6e8_feb8_6659_fd93
    x ^= x >> 29
    indices.append(UInt32(truncatingIfNeeded: x) & (1 << NameFeatures.bits - 1))
  }

  init(_ segment: NameSegment, in draft: Draft, context: NameContext, document: NameDocument, tables: NameTables) {
    indices.reserveCapacity(48)
    let tokens = segment.tokens
    let first = tokens.lowerBound, last = tokens.upperBound - 1
    addWords(tokens, in: draft, tables: tables)
    addLexicon(tokens, in: draft, context: context, tables: tables)
    addContext(before: first, after: tokens.upperBound, in: draft, context: context, tables: tables)

    let words = UInt64(min(segment.run.words, 6))
    let given = UInt64((NameSegments.isGiven(first, in: draft, tables: tables) ? 1 : 0) + (NameSegments.isGiven(last, in: draft, tables: tables) ? 2 : 0))
    let title = UInt64(segment.title.rawValue), link = UInt64(segment.titleLink.rawValue)
    add(1, UInt64(min(tokens.count, 7)))
    add(2, words << 8 | given)
    add(3, title << 8 | link)
    add(4, title << 16 | link << 8 | given)
    add(5, segment.run.opensSentence ? 1 : 0)
    add(6, UInt64(segment.run.isAllCapitals ? 1 : 0) << 8 | words)
    let evidence = document.evidence(for: segment, in: draft)
    add(7, UInt64(evidence))
    add(8, UInt64(evidence) << 8 | UInt64(min(tokens.count, 3)))
    add(9, segment.tokens.lowerBound > segment.run.tokens.lowerBound ? 1 : 0)
  }

  /// The words themselves: identity, part of speech, shape, ends.
  private mutating func addWords(_ tokens: Range<Int>, in draft: Draft, tables: NameTables) {
    let first = tokens.lowerBound, last = tokens.upperBound - 1
    var hasHyphen = false, hasParticle = false, hasInitial = false
    for index in tokens.prefix(8) {
      let hash = draft.tokens[index].hash
      if draft.kind(index) == .word {
        add(20, hash)
        if !draft.isCapitalized(index) { hasParticle = true }
      }
      if draft.word(index) == NameRuns.hyphen { hasHyphen = true }
      if draft.word(index) == NameRuns.stop { hasInitial = true }
    }
    add(21, draft.tokens[first].hash)
    add(22, draft.tokens[last].hash)
    add(23, partOfSpeech(first, in: draft) << 8 | partOfSpeech(last, in: draft))
    add(24, shape(first, in: draft) << 8 | shape(last, in: draft))
    add(25, ending(last, length: 3, in: draft))
    add(26, ending(last, length: 2, in: draft))
    add(27, ending(first, length: 3, in: draft))
    add(28, (hasHyphen ? 1 : 0) | (hasParticle ? 2 : 0) | (hasInitial ? 4 : 0))
    add(29, beginning(last, length: 3, in: draft))
    if let table = tables.tails {
      add(30, draft.matches.has(table, at: last) ? 1 : 0)
      add(31, draft.matches.has(table, at: first) ? 1 : 0)
    }
  }

  /// What other annotators said of these tokens.
  private mutating func addLexicon(_ tokens: Range<Int>, in draft: Draft, context: NameContext, tables: NameTables) {
    let place = coverage(context.placeOver, of: tokens, in: draft)
    let organization = coverage(context.organizationOver, of: tokens, in: draft)
    let other = coverage(context.otherOver, of: tokens, in: draft)
    add(40, place)
    add(41, organization)
    add(42, place << 16 | organization << 8 | other)
    add(43, other)
    add(44, context.isNationality[tokens.lowerBound] ? 1 : 0)
    add(45, place << 8 | UInt64(min(tokens.count, 4)))
    if let people = tables.people {
      let match = draft.matches.longest(in: people, at: tokens.lowerBound)
      add(46, match.map { $0.tokens == tokens ? 2 : 1 } ?? 0)
    }
  }

  /// 0 nothing, 1 all of it and sure, 2 all and unsure, 3 more than it, 4 its first part, 5 its last, 6 inside.
  private func coverage(_ over: [Int32], of tokens: Range<Int>, in draft: Draft) -> UInt64 {
    let first = over[tokens.lowerBound], last = over[tokens.upperBound - 1]
    if first >= 0, first == last {
      let covered = draft.candidates[Int(first)].tokens
      if covered == tokens { return draft.candidates[Int(first)].confidence >= 0.75 ? 1 : 2 }
      if covered.lowerBound < tokens.lowerBound || covered.upperBound > tokens.upperBound { return 3 }
    }
    if first >= 0 { return last >= 0 ? 7 : 4 }
    if last >= 0 { return 5 }
    return tokens.contains { over[$0] >= 0 } ? 6 : 0
  }

  private mutating func addContext(
    before start: Int, after end: Int, in draft: Draft, context: NameContext, tables: NameTables
  ) {
    let before = start > 0 && !draft.flags(start).contains(.startsLine) ? draft.tokens[start - 1].hash : 7
    let before2 = start > 1 && before != 7 ? draft.tokens[start - 2].hash : 7
    let atEnd = end >= draft.count || draft.flags(end).contains(.startsLine)
    let after = atEnd ? 7 : draft.tokens[end].hash
    let after2 = atEnd || end + 1 >= draft.count ? 7 : draft.tokens[end + 1].hash
    add(60, before)
    add(61, before ^ before2 &* 31)
    add(62, after)
    add(63, after ^ after2 &* 31)
    add(64, before ^ after &* 131)
    add(65, partOfSpeech(start - 1, in: draft) << 8 | (draft.isCapitalized(start - 1) ? 1 : 0))
    add(66, partOfSpeech(end, in: draft))
    add(67, before2)
    let titleAfter = end + 1 < draft.count && draft.word(end) == Sign.comma ? max(nextTitle(end + 1, context), nextTitle(end + 2, context)) : 0
    add(68, titleAfter)
    let age = draft.word(end) == Sign.comma && draft.kind(end + 1) == .number && draft.word(end + 2) == "ans"
    add(69, age ? 1 : 0)
    if start > 0, context.isNationality[start - 1] { add(70, 1) }
    add(71, draft.isGlued(end) ? after : 0)
    // le lycée X, la station X, rue X: the kind of thing that the words before name.
    let thing = tables.kind(ofNounAt: start - 1, in: draft), farThing = tables.kind(ofNounAt: start - 2, in: draft)
    add(72, thing)
    add(73, thing == 0 ? farThing : 0)
  }

  private func nextTitle(_ index: Int, _ context: NameContext) -> UInt64 {
    index < context.titleAt.count ? UInt64(context.titleAt[index].kind.rawValue) : 0
  }

  // MARK: Words

  private func partOfSpeech(_ index: Int, in draft: Draft) -> UInt64 {
    guard draft.kind(index) == .word else { return 0x80 | UInt64(draft.kind(index).rawValue) }
    return UInt64(draft.features(index).rawValue & 0x7FF)
  }

  private func shape(_ index: Int, in draft: Draft) -> UInt64 {
    let flags = UInt64(draft.flags(index).rawValue >> 2)
    let length = min(Int(draft.tokens[index].end) - Int(draft.tokens[index].start), 5)
    return flags << 4 | UInt64(length)
  }

  private func ending(_ index: Int, length: Int, in draft: Draft) -> UInt64 {
    let start = max(Int(draft.tokens[index].start), Int(draft.tokens[index].end) - length)
    return packed(start..<Int(draft.tokens[index].end), in: draft)
  }

  private func beginning(_ index: Int, length: Int, in draft: Draft) -> UInt64 {
    let end = min(Int(draft.tokens[index].end), Int(draft.tokens[index].start) + length)
    return packed(Int(draft.tokens[index].start)..<end, in: draft)
  }

  private func packed(_ range: Range<Int>, in draft: Draft) -> UInt64 {
    range.reduce(1) { $0 << 8 | UInt64(draft.bytes[$1] < 0x80 ? draft.bytes[$1] | 0x20 : draft.bytes[$1]) }
  }
}
