import DispatchModel

/// A dispatch being written, with what a perfect reader would take from it.
struct DraftText {
  private(set) var text = ""
  private(set) var mentions: [Mention] = []
  private(set) var facts: [Fact] = []
  private(set) var parts: [Part] = []
  /// In Unicode scalars, as spans count.
  private(set) var length = 0

  mutating func add(_ words: String) {
    text += words
    length += words.unicodeScalars.count
  }

  /// Words that name something.
  mutating func name(_ type: MentionType, _ words: String, value: String) {
    let start = length
    add(words)
    mentions.append(Mention(span: TextSpan(start: start, end: length), type: type, text: words, value: value, confidence: 0.9, rule: "bench"))
  }

  /// A part of the page that `body` writes, and the line's end.
  mutating func part(_ kind: PartKind, _ body: (inout DraftText) -> Void) {
    let start = length
    body(&self)
    parts.append(Part(kind, TextSpan(start: start, end: length)))
    add("\n")
  }

  /// A fact whose evidence is what `body` writes.
  mutating func fact(_ content: Fact.Content, _ body: (inout DraftText) -> Void) {
    let (start, from) = (length, text.endIndex)
    body(&self)
    let words = String(text[from...])
    facts.append(Fact(content, evidence: Evidence(span: TextSpan(start: start, end: length), text: words), confidence: 0.8, rule: "bench"))
  }
}
