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

  /// A later block's reading as part of the whole text's, where the block begins so many scalars after the text's start.
  static func placed(_ block: Reading, at offset: Int) -> Reading {
    func shifted(_ span: TextSpan) -> TextSpan { TextSpan(start: span.start + offset, end: span.end + offset) }
    var block = block
    for index in block.parts.indices { block.parts[index].span = shifted(block.parts[index].span) }
    for index in block.mentions.indices { block.mentions[index].span = shifted(block.mentions[index].span) }
    for index in block.facts.indices { block.facts[index].evidence.span = shifted(block.facts[index].evidence.span) }
    return block
  }
}
