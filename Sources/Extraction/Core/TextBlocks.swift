internal import DispatchModel

/// Cuts long texts into blocks that are read one by one, and joins their readings.
enum TextBlocks {
  /// Bytes of UTF-8 in a block, about thirty times a long dispatch.
  static let limit = 65_536

  /// The blocks, in order, which make up the text: cut behind a line break, else behind a space, else between two scalars.
  static func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var blocks: [String] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.count - start <= limit ? bytes.count : cut(bytes, start, start + limit)
      blocks.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end
    }
    return blocks
  }

  private static func cut(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    let least = start + (limit - start) / 2
    if let line = bytes[least..<limit].lastIndex(of: 0x0A) { return line + 1 }
    if let space = bytes[least..<limit].lastIndex(of: 0x20) { return space + 1 }
    var end = limit
    while end > least, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
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
