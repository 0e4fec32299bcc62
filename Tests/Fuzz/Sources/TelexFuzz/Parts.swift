import DispatchModel
import WireFormats

/// HTML to text, an article's main text, dates, addresses, newsboat's list.
enum Parts {
  static func html(_ bytes: [UInt8]) {
    let html = TextDecoding.decode(bytes).text
    let text = HTMLText(html, base: "http://a.example/b/")
    for line in text.lines {
      promise(!line.isEmpty && !line.contains(where: \.isNewline), "a paragraph is one line that is not empty")
    }
    promise(text.links.allSatisfy { Address.harmless($0) != nil }, "links that must not be opened")
    promise(!HTMLText.flat(html).contains(where: \.isNewline), "a flat text is one line")
  }

  static func page(_ bytes: [UInt8]) {
    if let text = MainText.read(bytes, contentType: "text/html", base: "http://a.example/") {
      promise(!text.lines.isEmpty, "a main text without lines")
      promise(text.links.allSatisfy { Address.harmless($0) != nil }, "links that must not be opened")
    }
    for outline in FeedDiscovery.feeds(inPage: bytes, at: "http://a.example/") {
      promise(Address.web(outline.feed) != nil, "a feed that must not be asked")
    }
  }

  static func dates(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let moment = DateReader.read(text) else { return }
    // Years of four digits, so that every date that is read can be written and read again.
    promise(DateReader.read(moment.iso) == moment, "\(moment.iso) is not read as it was written")
  }

  static func address(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    let resolved = Address.resolve(parts[0], base: parts.count > 1 ? parts[1] : "http://a.example/b/c?d#e")
    guard let address = Address.harmless(resolved) else { return }
    promise(["http", "https", "mailto"].contains(Address.scheme(address) ?? ""), "the scheme of \(address)")
    promise(!address.hasPrefix("-"), "an option of the browser's")
    promise(address.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }, "controls in an address")
    promise(Address.harmless(address) == address, "harmless twice is harmless once")
  }

  static func urls(_ bytes: [UInt8]) {
    let list = NewsboatURLs.read(String(decoding: bytes, as: UTF8.self)).outlines
    promise(list.allSatisfy { Address.web($0.feed) != nil }, "a subscription that must not be asked")
    let again = NewsboatURLs.read(NewsboatURLs.write(list)).outlines
    promise(again.map(\.feed) == list.map(\.feed), "the list comes back changed")
  }
}
