/// Well-formed XML to a tree, by libxml2: the only file that knows of it.
///
/// The parser gets UTF-8 without document type (`XMLProlog` takes it off), so there is no entity to expand and no file to
/// load; the loader for external entities refuses on top of that. libxml2's own limits stay on: 256 levels, 10 MB a text.
internal import CLibXML2

enum XMLReader {
  /// The tree, and whether its namespaces are well-formed too; nil where the document is not well-formed.
  static func parse(_ document: [UInt8]) -> (root: XMLElement, isWellFormed: Bool)? {
    guard let length = Int32(exactly: document.count), length > 0, !hasHugeTag(document) else { return nil }
    let handler = cx_handler(
      open: { context, name, attributes in XMLReader.builder(context)?.open(String(cString: name), XMLReader.pairs(attributes)) },
      close: { context in XMLReader.builder(context)?.close() },
      text: { context, bytes, count in XMLReader.append(bytes, count, context) })
    let builder = XMLTreeBuilder()
    let isWellFormed = withExtendedLifetime(builder) {
      document.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { text in
          text.baseAddress.map { cx_parse($0, length, handler, Unmanaged.passUnretained(builder).toOpaque()) } ?? 0
        }
      }
    }
    builder.finish()
    guard isWellFormed == 1, let root = builder.root else { return nil }
    return (root, !builder.hasUndeclaredPrefix)
  }

  /// libxml2 compares every attribute of a tag with every other: such tags go to the tolerant parser, which counts.
  private static func hasHugeTag(_ document: [UInt8]) -> Bool {
    var equals = 0
    for byte in document {
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { equals = 0 }
      if byte == UInt8(ascii: "=") {
        equals += 1
        if equals > 20_000 { return true }
      }
    }
    return false
  }

  private static func builder(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func append(_ bytes: UnsafePointer<CChar>, _ count: Int32, _ context: UnsafeMutableRawPointer?) {
    UnsafeBufferPointer(start: bytes, count: Int(count)).withMemoryRebound(to: UInt8.self) { builder(context)?.text($0) }
  }

  /// libxml2 gives names and values in turn, a null pointer at the end.
  private static func pairs(_ list: UnsafePointer<UnsafePointer<CChar>?>?) -> [(name: String, value: String)] {
    guard var cursor = list else { return [] }
    var out: [(name: String, value: String)] = []
    while let name = cursor.pointee {
      // As long as it substitutes no entities, libxml2 gives every ampersand of a value as `&#38;`.
      let value = cursor.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
      out.append((String(cString: name), value.utf8.contains(UInt8(ascii: "&")) ? value.replacing("&#38;", with: "&") : value))
      cursor = cursor.advanced(by: 2)
    }
    return out
  }
}
