internal import DispatchModel
internal import Lexicon

/// Turns a finished draft into a reading: tokens become Unicode scalars, once for all spans.
enum ReadingAssembly {
  static func reading(of draft: Draft) -> Reading {
    let offsets = ScalarOffsets(draft: draft)
    func span(_ tokens: Range<Int>) -> TextSpan {
      TextSpan(start: offsets.start(of: tokens.lowerBound), end: offsets.end(of: tokens.upperBound - 1))
    }
    var reading = Reading(language: draft.language)
    reading.published = draft.reference
    reading.agency = draft.frame.agency
    reading.place = draft.frame.place
    reading.author = draft.frame.author
    reading.priority = draft.frame.priority
    for part in draft.parts where !part.tokens.isEmpty {
      reading.parts.append(Part(part.kind, span(part.tokens)))
      if part.kind == .headline, reading.headline.isEmpty { reading.headline = draft.text(part.tokens) }
      if part.kind == .subhead { reading.subheads.append(draft.text(part.tokens)) }
    }
    reading.focus = draft.focus
    reading.mentioned = draft.mentioned
    reading.topics = draft.topics
    reading.mentions.reserveCapacity(draft.mentions.count)
    for mention in draft.mentions where !mention.tokens.isEmpty {
      // A value that is the words themselves shares their memory.
      let text = draft.text(mention.tokens)
      reading.mentions.append(
        Mention(
          span: span(mention.tokens), type: mention.type, text: text, value: mention.value == text ? text : mention.value,
          confidence: mention.confidence, rule: mention.rule, reasons: draft.explains ? mention.reasons : []))
    }
    reading.facts.reserveCapacity(draft.facts.count)
    for index in draft.facts.indices where !draft.facts[index].evidence.isEmpty {
      let evidence = draft.facts[index].evidence
      reading.facts.append(
        Fact(
          draft.facts[index].content, evidence: Evidence(span: span(evidence), text: draft.text(evidence)),
          confidence: draft.facts[index].confidence, rule: draft.facts[index].rule, reasons: draft.explains ? draft.facts[index].reasons : []))
    }
    return reading
  }
}

/// The scalar offset of each token's start and end, counted in one walk over the bytes.
struct ScalarOffsets {
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  init(draft: Draft) {
    starts.reserveCapacity(draft.tokens.count)
    ends.reserveCapacity(draft.tokens.count)
    draft.bytes.withUnsafeBufferPointer { bytes in
      // Each scalar is a byte and those that continue it.
      var continued: UInt32 = 0
      var at = 0
      for index in draft.tokens.indices {
        let (start, end) = (Int(draft.tokens[index].start), Int(draft.tokens[index].end))
        while at < start {
          if bytes[at] & 0xC0 == 0x80 { continued += 1 }
          at += 1
        }
        starts.append(Int32(truncatingIfNeeded: draft.tokens[index].start - continued))
        while at < end {
          if bytes[at] & 0xC0 == 0x80 { continued += 1 }
          at += 1
        }
        ends.append(Int32(truncatingIfNeeded: draft.tokens[index].end - continued))
      }
    }
  }

  func start(of token: Int) -> Int { Int(starts[token]) }
  func end(of token: Int) -> Int { Int(ends[token]) }
}
