internal import DispatchModel

/// Cuts long texts into blocks that are read one by one, and joins their readings.
enum TextBlocks {
  /// Bytes of UTF-8 in a block, about thirty times a long dispatch.
  static let limit = 65_536
  /// How many blocks may be read at once: what bounds the memory that their drafts take.
  static let wave = 16

  /// All blocks of a text, in order; one at least.
  static func blocks(of text: String) -> [Substring] {
    var blocks: [Substring] = []
    var start = text.startIndex
    repeat {
      let block = block(of: text, from: start)
      blocks.append(block)
      start = block.endIndex
    } while start < text.endIndex
    return blocks
  }

  /// How many Unicode scalars the block has.
  static func scalars(in block: Substring) -> Int { block.utf8.count { $0 & 0xC0 != 0x80 } }

  /// The block that begins there: cut behind a line break, else behind a space, else between two scalars. The blocks one after
  /// another make up the text.
  static func block(of text: String, from start: String.Index) -> Substring {
    let bytes = text.utf8
    guard let limit = bytes.index(start, offsetBy: limit, limitedBy: bytes.endIndex), limit < bytes.endIndex else { return text[start...] }
    let least = bytes.index(start, offsetBy: TextBlocks.limit / 2)
    if let line = bytes[least..<limit].lastIndex(of: 0x0A) { return text[start..<bytes.index(after: line)] }
    if let space = bytes[least..<limit].lastIndex(of: 0x20) { return text[start..<bytes.index(after: space)] }
    var end = limit
    while end > least, bytes[end] & 0xC0 == 0x80 { end = bytes.index(before: end) }
    return text[start..<end]
  }

  /// Adds a later block's reading, whose text begins so many scalars after the whole text's start.
  static func append(_ block: Reading, at offset: Int, to reading: inout Reading) {
    func shifted(_ span: TextSpan) -> TextSpan { TextSpan(start: span.start + offset, end: span.end + offset) }
    reading.parts += block.parts.map { Part($0.kind, shifted($0.span)) }
    reading.mentions += block.mentions.map { mention in
      var mention = mention
      mention.span = shifted(mention.span)
      return mention
    }
    reading.facts += block.facts.map { fact in
      var fact = fact
      fact.evidence.span = shifted(fact.evidence.span)
      return fact
    }
    reading.mentioned += block.mentioned.filter { !reading.mentioned.contains($0) }
  }
}
