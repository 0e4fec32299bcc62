/// What stands before the first element of an XML document: taken off, so that neither parser sees a document type.
///
/// Of the internal subset only plain entities are kept: short values without references of their own (64 at most). Everything
/// else of it (external and parameter entities, notations, attribute lists) is read over.
struct XMLProlog {
  /// The document from its first element on, UTF-8, without characters that XML forbids.
  private(set) var body: [UInt8] = []
  private(set) var doctype: String?
  private(set) var entities: [String: String] = [:]
  /// Nothing stood before the XML declaration or the first tag that should not, and nothing forbidden had to be dropped.
  private(set) var isClean = true

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    var isFirst = true
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        if !bytes[index].isASCIIBlank { isClean = false }
        index += 1
        continue
      }
      if bytes[index...].starts(with: "<?".utf8) {
        // A declaration after white space or anything else is not allowed.
        if bytes[index...].starts(with: "<?xml ".utf8), !isFirst || index > 0 { isClean = false }
        index = Self.end(of: "?>", in: bytes, from: index + 2)
      } else if bytes[index...].starts(with: "<!--".utf8) {
        let end = Self.end(of: "-->", in: bytes, from: index + 4)
        // Two hyphens inside a comment are forbidden.
        if Self.end(of: "--", in: bytes, from: index + 4) + 1 < end { isClean = false }
        index = end
      } else if bytes[index...].starts(with: "<!".utf8) {
        index = readDoctype(bytes, from: index)
      } else if index + 1 < bytes.count,
        bytes[index + 1].isASCIILetter || bytes[index + 1] == UInt8(ascii: "_") || bytes[index + 1] >= 0x80
      {
        break
      } else {
        isClean = false
        index += 1
      }
      isFirst = false
    }
    body.reserveCapacity(bytes.count - index)
    for byte in bytes[min(index, bytes.count)...] {
      if byte >= 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { body.append(byte) } else { isClean = false }
    }
    while body.last?.isASCIIBlank == true { body.removeLast() }
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    let wanted = Array(mark.utf8)
    var cursor = start
    while cursor + wanted.count <= bytes.count {
      if bytes[cursor] == wanted[0], bytes[cursor..<(cursor + wanted.count)].elementsEqual(wanted) {
        return cursor + wanted.count
      }
      cursor += 1
    }
    return bytes.count
  }

  /// Reads over `<!DOCTYPE …>` with its internal subset, quotes and comments; gives the index after it.
  private mutating func readDoctype(_ bytes: [UInt8], from start: Int) -> Int {
    var cursor = start + 2
    var inSubset = false
    var subsetStart: Int?
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let close = bytes[(cursor + 1)...].firstIndex(of: byte)
        cursor = (close ?? cursor) + 1
        continue
      }
      if inSubset, byte == UInt8(ascii: "<"), bytes[cursor...].starts(with: "<!--".utf8) {
        cursor = Self.end(of: "-->", in: bytes, from: cursor + 4)
        continue
      }
      if inSubset, byte == UInt8(ascii: "<"), bytes[cursor...].starts(with: "<!ENTITY".utf8) {
        cursor = readEntity(bytes, from: cursor + 8)
        continue
      }
      if byte == UInt8(ascii: "["), !inSubset {
        inSubset = true
        subsetStart = cursor
      } else if byte == UInt8(ascii: "]") {
        inSubset = false
      } else if byte == UInt8(ascii: ">"), !inSubset {
        break
      }
      cursor += 1
    }
    doctype = String(decoding: bytes[start..<min(subsetStart ?? cursor, bytes.count, start + 512)], as: UTF8.self)
    return min(cursor + 1, bytes.count)
  }

  private mutating func readEntity(_ bytes: [UInt8], from start: Int) -> Int {
    var cursor = start
    func skipBlanks() {
      while cursor < bytes.count, bytes[cursor].isASCIIBlank { cursor += 1 }
    }
    skipBlanks()
    let nameStart = cursor
    while cursor < bytes.count,
      bytes[cursor].isASCIIAlphanumeric || bytes[cursor] == UInt8(ascii: "_") || bytes[cursor] == UInt8(ascii: "-")
    {
      cursor += 1
    }
    let name = String(decoding: bytes[nameStart..<min(cursor, nameStart + 64)], as: UTF8.self)
    skipBlanks()
    guard cursor < bytes.count, bytes[cursor] == UInt8(ascii: "\"") || bytes[cursor] == UInt8(ascii: "'"), !name.isEmpty,
      let close = bytes[(cursor + 1)...].firstIndex(of: bytes[cursor])
    else { return cursor }
    let value = bytes[(cursor + 1)..<close]
    if entities.count < 64, value.count <= 1_024 {
      let text = CharacterReferences.decode(String(decoding: value, as: UTF8.self))
      let plain = !value.contains(UInt8(ascii: "%")) && !value.contains(UInt8(ascii: "<"))
      // A value with references to other entities could grow without bound.
      let refersOn = String(decoding: value, as: UTF8.self).contains("&") && !value.contains(UInt8(ascii: "#"))
      if plain, !refersOn { entities[name] = text }
    }
    return close + 1
  }
}
