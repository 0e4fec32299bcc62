internal import DispatchModel
internal import Lexicon

/// Finds how a dispatch is built: priority, headline, sub-headlines, dateline, byline, notes, paragraphs, cross-heads, signature;
/// and proposes what the frame names (agency, place, author, date) as mentions.
///
/// The head is read line by line from the top, the signature from the bottom; what lies between is the body, one paragraph a
/// line (hard-wrapped lines are joined first). What an envelope gave wins over what the text says.
struct LayoutReader: Annotator {
  static let requires: Set<Layer> = []
  static let provides: Set<Layer> = [.layout]

  private let datelines: DatelineParser
  private let bylines: BylineParser
  private let products: ProductWords
  private let stamps: StampParser

  init(lexicon: LexiconFile) {
    datelines = DatelineParser(lexicon: lexicon)
    bylines = BylineParser(lexicon: lexicon)
    products = ProductWords(lexicon: lexicon)
    stamps = StampParser(lexicon: lexicon)
  }

  func annotate(_ draft: Draft) {
    let lines = TextLines(draft)
    if draft.isContinuation {
      draft.parts = lines.paragraphs(from: 0, draft).map { DraftPart(kind: .paragraph, tokens: $0.tokens) }
      return
    }
    var frame = FrameBuilder(datelines: datelines)
    var next = 0
    var rest: Range<Int>?
    readHeadline(draft, lines.lines, &next, &frame)
    readHead(draft, lines.lines, &next, &rest, &frame)
    var body = lines.paragraphs(from: next, draft)
    if let rest { body.insert(TextLine(tokens: rest, isAfterBlank: false, byteCount: 0), at: 0) }
    let closing = readClosing(draft, &body, &frame)
    addBody(draft, body, &frame)
    draft.parts += closing.reversed()
    frame.finish(draft, bodyStart: body.first?.tokens.lowerBound ?? 0)
  }

  /// Priority lines and the headline.
  private func readHeadline(_ draft: Draft, _ lines: [TextLine], _ next: inout Int, _ frame: inout FrameBuilder) {
    while next < lines.count, lines.count > 1, products.isWhole(draft, lines[next].tokens) {
      draft.parts.append(DraftPart(kind: .priority, tokens: lines[next].tokens))
      frame.setPriority(draft.text(lines[next].tokens))
      next += 1
    }
    guard next < lines.count else { return }
    var headline = lines[next].tokens
    if let end = products.prefix(draft, headline), end < headline.upperBound {
      draft.parts.append(DraftPart(kind: .priority, tokens: headline.lowerBound..<end))
      frame.setPriority(draft.text(products.words(draft, headline.lowerBound..<end)))
      headline = end..<headline.upperBound
    }
    if !draft.dispatch.hasHeadlineLine {
      if let dateline = datelines.read(draft, line: headline), dateline.tokens.upperBound < headline.upperBound,
        dateline.date != nil || dateline.hasMarkedAgency, lines.count == 1 || !dateline.places.isEmpty
      {
        return
      }
      // A first line as long as a paragraph that ends like one is the body of a dispatch without a headline.
      if headline.count > 45, draft.endsSentence(headline.upperBound - 1) { return }
    }
    var suffix: Range<Int>?
    if let found = products.suffix(draft, headline), found.lowerBound > headline.lowerBound {
      suffix = found
      headline = headline.lowerBound..<found.lowerBound
      frame.setPriority(draft.text(products.words(draft, found)))
    }
    draft.parts.append(DraftPart(kind: .headline, tokens: headline))
    if let suffix { draft.parts.append(DraftPart(kind: .priority, tokens: suffix)) }
    next += 1
  }

  /// What stands between headline and body. `rest` is what a line holds behind its dateline.
  private func readHead(
    _ draft: Draft, _ lines: [TextLine], _ next: inout Int, _ rest: inout Range<Int>?, _ frame: inout FrameBuilder
  ) {
    let headlines = next
    while next < lines.count {
      let line = lines[next].tokens
      if next - headlines < draft.dispatch.subheadLines {
        draft.parts.append(DraftPart(kind: .subhead, tokens: withoutDash(draft, line)))
      } else if let credit = bylines.agencyBlock(draft, line) {
        draft.parts.append(DraftPart(kind: .byline, tokens: line))
        frame.add(credit, draft, isByline: true)
      } else if let stamp = stamps.read(draft, line) {
        draft.parts.append(DraftPart(kind: .byline, tokens: line))
        frame.add(stamp.credit, draft, isByline: true)
        frame.add(Dateline(tokens: stamp.date.tokens, date: stamp.date), draft)
      } else if repeatsHeadline(draft, line), next + 1 < lines.count {
        draft.parts.append(DraftPart(kind: .note, tokens: line))
      } else if let dateline = datelines.read(draft, line: line) {
        draft.parts.append(DraftPart(kind: .dateline, tokens: dateline.tokens))
        frame.add(dateline, draft)
        if dateline.tokens.upperBound < line.upperBound {
          rest = dateline.tokens.upperBound..<line.upperBound
          next += 1
          return
        }
      } else if let credit = bylines.byline(draft, line) {
        draft.parts.append(DraftPart(kind: .byline, tokens: line))
        frame.add(credit, draft, isByline: true)
      } else if products.isWhole(draft, line), next + 1 < lines.count {
        draft.parts.append(DraftPart(kind: .priority, tokens: line))
        frame.setPriority(draft.text(line))
      } else if isPlaceLine(draft, lines, next) {
        draft.parts.append(DraftPart(kind: .dateline, tokens: line))
        frame.add(Dateline(tokens: line, places: [line]), draft)
      } else if isDashed(draft, line), line.count <= 60, next + 1 < lines.count {
        draft.parts.append(DraftPart(kind: .subhead, tokens: withoutDash(draft, line)))
      } else if isNote(draft, line), next + 1 < lines.count {
        draft.parts.append(DraftPart(kind: .note, tokens: line))
      } else if line.count <= 60, isAboveFrame(draft, lines, next) {
        if let credit = bylines.names(draft, line) {
          draft.parts.append(DraftPart(kind: .byline, tokens: line))
          frame.add(credit, draft, isByline: true)
        } else {
          draft.parts.append(DraftPart(kind: .subhead, tokens: line))
        }
      } else {
        return
      }
      next += 1
    }
  }

  /// Whether one of the next three lines is an agency's block, a page's stamp or a dateline of its own: then the head goes on to there,
  /// as web pages put a teaser and the author between headline and stamp.
  private func isAboveFrame(_ draft: Draft, _ lines: [TextLine], _ index: Int) -> Bool {
    (index + 1..<max(index + 1, min(lines.count - 1, index + 4))).contains { number in
      let line = lines[number].tokens
      return bylines.agencyBlock(draft, line) != nil || stamps.read(draft, line) != nil || datelines.read(draft, line: line)?.tokens == line
    }
  }

  /// Takes closing lines off the body, from the last one up; gives their parts, last first.
  private func readClosing(_ draft: Draft, _ body: inout [TextLine], _ frame: inout FrameBuilder) -> [DraftPart] {
    var parts: [DraftPart] = []
    while parts.count < 6, let last = body.last, body.count > 1 || !draft.parts.isEmpty {
      guard let signature = bylines.signature(draft, last.tokens) else { break }
      parts.append(DraftPart(kind: signature.isNote ? .note : .signature, tokens: last.tokens))
      frame.add(signature.credit, draft, isByline: false)
      body.removeLast()
    }
    if let last = body.last, let agency = trailingAgency(draft, last.tokens) { frame.addAgency(agency, draft) }
    return parts
  }

  /// `… a-t-il ajouté. (AFP)`, `… /ATS/` at the end of the last paragraph.
  private func trailingAgency(_ draft: Draft, _ line: Range<Int>) -> Range<Int>? {
    let last = line.upperBound - 1
    guard draft.word(last) == Sign.close || draft.word(last) == Sign.slash else { return nil }
    for start in max(line.lowerBound, last - 5)..<last {
      let opens = draft.word(start) == (draft.word(last) == Sign.close ? Sign.open : Sign.slash)
      if opens, let name = datelines.agencies.name(draft, at: start + 1), name.upperBound == last,
        draft.endsSentence(start - 1)
      {
        return name
      }
    }
    return nil
  }

  private func addBody(_ draft: Draft, _ body: [TextLine], _ frame: inout FrameBuilder) {
    for (index, line) in body.enumerated() {
      let isInside = index > 0 && index + 1 < body.count
      if isInside, isCrosshead(draft, body, index) {
        draft.parts.append(DraftPart(kind: .crosshead, tokens: line.tokens))
      } else if isNote(draft, line.tokens), let signature = bylines.signature(draft, line.tokens), signature.isNote {
        draft.parts.append(DraftPart(kind: .note, tokens: line.tokens))
      } else {
        draft.parts.append(DraftPart(kind: .paragraph, tokens: line.tokens))
      }
    }
  }

  /// The headline once more, as web pages copy it.
  private func repeatsHeadline(_ draft: Draft, _ line: Range<Int>) -> Bool {
    guard let headline = draft.parts.first(where: { $0.kind == .headline })?.tokens, headline.count == line.count else { return false }
    return zip(headline, line).allSatisfy { draft.word($0) == draft.word($1) }
  }

  /// A short line without a final mark between longer ones; `- Titre -`.
  private func isCrosshead(_ draft: Draft, _ body: [TextLine], _ index: Int) -> Bool {
    let line = body[index].tokens
    guard line.count <= 16 else { return false }
    let isFramed = Sign.dashes.contains(draft.word(line.lowerBound)) && Sign.dashes.contains(draft.word(line.upperBound - 1))
    if isFramed, line.count > 2 { return true }
    guard !isDashed(draft, line), !draft.endsSentence(line.upperBound - 1), draft.word(line.upperBound - 1) != Sign.colon,
      body[index - 1].tokens.count > 25, body[index + 1].tokens.count > 25,
      draft.endsSentence(body[index - 1].tokens.upperBound - 1)
    else { return false }
    return draft.isCapitalized(line.lowerBound) || draft.kind(line.lowerBound) != .word
  }

  /// A place alone on its line, known or right above an agency's block or a dateline.
  private func isPlaceLine(_ draft: Draft, _ lines: [TextLine], _ index: Int) -> Bool {
    let line = lines[index].tokens
    guard line.count <= 9, index + 1 < lines.count, draft.isCapitalized(line.lowerBound), !draft.endsSentence(line.upperBound - 1)
    else { return false }
    let below = lines[index + 1].tokens
    if bylines.agencyBlock(draft, below) != nil || datelines.agencies.name(draft, at: below.lowerBound) == below { return true }
    return datelines.places.isKnown(draft, line) && lines[index + 1].tokens.count > 12
  }

  /// In parentheses from end to end, or between stars.
  private func isNote(_ draft: Draft, _ line: Range<Int>) -> Bool {
    guard line.count > 2, line.count <= 80 else { return false }
    let first = draft.word(line.lowerBound)
    let last = draft.word(line.upperBound - 1)
    return (first == Sign.open && last == Sign.close) || (first == Sign.star && last == Sign.star)
      || (first == LayoutReader.bracket && last == LayoutReader.closingBracket)
  }

  /// Begins with a dash, a bullet or a star that stands apart from the words.
  private func isDashed(_ draft: Draft, _ line: Range<Int>) -> Bool {
    let first = draft.word(line.lowerBound)
    return line.count > 1 && (Sign.dashes.contains(first) || first == Sign.bullet || first == Sign.star)
      && (!draft.isGlued(line.lowerBound + 1) || first == Sign.bullet || first == Sign.emDash || first == Sign.enDash)
  }

  private func withoutDash(_ draft: Draft, _ line: Range<Int>) -> Range<Int> {
    isDashed(draft, line) ? line.lowerBound + 1..<line.upperBound : line
  }

  private static var bracket: Word { "[" }
  private static var closingBracket: Word { "]" }
}
