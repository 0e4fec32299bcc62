/// Well-formed XML to a tree, by libxml2: the only file that knows of it.
///
/// The parser gets UTF-8 without document type (`XMLProlog` takes it off), so there is no entity to expand and no file to
/// load; the loader for external entities refuses on top of that. libxml2's own limits stay on: 256 levels, 10 MB a text.
internal import CLibXML2

enum XMLReader {
  /// The tree, and whether its namespaces are well-formed too; nil where the document is not well-formed.
  static func parse(_ document: [UInt8]) -> (root: XMLElement, isWellFormed: Bool)? {
    _ = refusesEntities
    guard let length = Int32(exactly: document.count), length > 0, !hasHugeTag(document) else { return nil }
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let name, let builder = XMLReader.builder(context) else { return }
      builder.open(String(cString: name), XMLReader.pairs(attributes))
    }
    handler.endElement = { context, _ in XMLReader.builder(context)?.close() }
    handler.characters = { context, bytes, count in XMLReader.append(bytes, count, context) }
    handler.ignorableWhitespace = { context, bytes, count in XMLReader.append(bytes, count, context) }
    handler.cdataBlock = { context, bytes, count in XMLReader.append(bytes, count, context) }
    let builder = XMLTreeBuilder()
    let status = withExtendedLifetime(builder) {
      document.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { text in
          xmlSAXUserParseMemory(&handler, Unmanaged.passUnretained(builder).toOpaque(), text.baseAddress, length)
        }
      }
    }
    builder.finish()
    guard status == 0, let root = builder.root else { return nil }
    return (root, !builder.hasUndeclaredPrefix)
  }

  private static let refusesEntities: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()

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

  private static func append(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let bytes, count > 0 else { return }
    builder(context)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// libxml2 gives names and values in turn, a null pointer at the end.
  private static func pairs(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [(name: String, value: String)] {
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
