import DispatchModel
import Extraction
import Reader
import WireFormats

/// What is fuzzed. Each takes any bytes, and traps where a promise of the room is broken; libFuzzer keeps the input.
enum FuzzTarget: String, CaseIterable {
  // Decoding: what comes in, by content and as each format in turn.
  case auto, text, rss, atom, jsonfeed, newsml, ninjs, jsonl, opml, eml, iptc7901, anpa
  // Parts of it.
  case html, page, dates, address, urls
  // Reading, asking, settings, and the reader on a memory screen.
  case extract, query, settings, keys

  func run(_ bytes: [UInt8]) {
    switch self {
    case .html: Parts.html(bytes)
    case .page: Parts.page(bytes)
    case .dates: Parts.dates(bytes)
    case .address: Parts.address(bytes)
    case .urls: Parts.urls(bytes)
    case .extract: Readings.extract(bytes)
    case .query: Readings.query(bytes)
    case .settings: Readings.settings(bytes)
    case .keys: Screen.keys(bytes)
    default: WireFormat(rawValue: rawValue).map { Decoding.decode(bytes, as: $0) }
    }
  }
}

/// Traps with a sentence unless the promise holds; the sentence stands in libFuzzer's log.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) {
  if !holds { fatalError(words()) }
}
