import DispatchModel
import WireFormats

/// Any bytes as any format: never a trap, never silence, the same twice, and nothing harmful in what is kept to be opened.
enum Decoding {
  static func decode(_ bytes: [UInt8], as format: WireFormat) {
    let decoded = WireFormats.decode(bytes, source: "fuzz", format: format, baseURL: "http://a.example/b/")
    promise(
      !decoded.dispatches.isEmpty || !decoded.refusals.isEmpty || !decoded.outlines.isEmpty || decoded.feed != nil,
      "passed over in silence")
    var identities: Set<String> = []
    for dispatch in decoded.dispatches {
      promise(identities.insert(dispatch.identity).inserted, "one identity twice: \(dispatch.identity)")
      promise(dispatch.text.unicodeScalars.contains { !$0.properties.isWhitespace }, "a dispatch without text")
      promise(dispatch.link.map { Address.harmless($0) != nil } ?? true, "a link that must not be opened: \(dispatch.link ?? "")")
      promise(dispatch.links.allSatisfy { Address.harmless($0) != nil }, "links that must not be opened")
      promise(dispatch.enclosures.allSatisfy { Address.web($0.url) != nil }, "an enclosure that must not be opened")
      promise(dispatch.urgency.map { (1...9).contains($0) } ?? true, "urgency out of its range")
    }
    for outline in decoded.outlines { promise(Address.web(outline.feed) != nil, "a subscription that must not be asked") }
    for refusal in decoded.refusals { promise(!refusal.french.isEmpty && !refusal.english.isEmpty, "a refusal without words") }
    let again = WireFormats.decode(bytes, source: "fuzz", format: format, baseURL: "http://a.example/b/")
    promise(again.dispatches == decoded.dispatches, "two readings differ")
  }
}
