// The attacking inputs of ../shared/hostile, at the level of decoding: nothing traps, and what the manifest wants is there.
import DispatchModel
import Foundation
import Testing
import WireFormats

private let sharedFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/hostile").standardizedFileURL
private let manifest: [JSONValue] =
  (FileManager.default.contents(atPath: sharedFolder.appending(path: "manifest.jsonl").path)).map {
    String(decoding: $0, as: UTF8.self).split(separator: "\n").compactMap { JSONReader.read(String($0)).value }
  } ?? []

private let formats: Set<String> = ["xml", "json", "txt", "opml", "eml"]

@Test(.enabled(if: !manifest.isEmpty, "../shared/hostile is not here"))
func everyHostileFileIsDecodedAsTheManifestWants() throws {
  var checked = 0
  for entry in manifest {
    let name = try #require(entry["file"]?.string)
    guard entry["generate"] == nil, let kind = name.split(separator: ".").last, formats.contains(String(kind)),
      let data = FileManager.default.contents(atPath: sharedFolder.appending(path: name).path)
    else { continue }
    checked += 1
    let decoded = WireFormats.decode([UInt8](data), source: name)
    #expect(!decoded.dispatches.isEmpty || !decoded.refusals.isEmpty || !decoded.outlines.isEmpty || decoded.feed != nil, "\(name) is passed over in silence")
    let want = entry["want"]
    // What holds neither headline nor text is refused by name, so it is counted too.
    let refused = decoded.refusals.filter { $0.reason == .noText || isDuplicate($0) }.count
    if let entries = want?["entries"]?.int {
      #expect(decoded.dispatches.count == entries || decoded.dispatches.count + refused == entries, "\(name): \(decoded.dispatches.count) of \(entries)")
    }
    let all = decoded.dispatches.map(\.text).joined(separator: "\n")
    for word in want?["contains"]?.array ?? [] { #expect(all.contains(word.string ?? ""), "\(name) without \(word)") }
    for (dispatch, title) in zip(decoded.dispatches, want?["titles"]?.array ?? []) {
      #expect(dispatch.text.split(separator: "\n").first.map(String.init) == title.string, "\(name)")
    }
    if let link = want?["link"]?.string { #expect(decoded.dispatches.first?.link == link, "\(name)") }
    if let text = want?["text"]?.string { #expect(all.contains(text), "\(name)") }
    for dispatch in decoded.dispatches {
      #expect(dispatch.link.map { Address.harmless($0) != nil } ?? true, "\(name)")
      #expect(dispatch.links.allSatisfy { Address.harmless($0) != nil }, "\(name)")
    }
    let again = WireFormats.decode([UInt8](data), source: name)
    #expect(again.dispatches.map(\.identity) == decoded.dispatches.map(\.identity), "\(name)")
    #expect(Set(decoded.dispatches.map(\.identity)).count == decoded.dispatches.count, "\(name)")
  }
  #expect(checked > 150)
}

private func isDuplicate(_ refusal: Refusal) -> Bool { if case .duplicate = refusal.reason { true } else { false } }

@Test(.enabled(if: !manifest.isEmpty, "../shared/hostile is not here"))
func hostileHTMLBecomesTextWithoutScripts() throws {
  for entry in manifest {
    let name = try #require(entry["file"]?.string)
    guard name.hasPrefix("html/"), let data = FileManager.default.contents(atPath: sharedFolder.appending(path: name).path) else { continue }
    let text = HTMLText(TextDecoding.decode([UInt8](data)).text, base: "http://h.example/")
    for word in entry["want"]?["contains"]?.array ?? [] {
      #expect(text.lines.joined(separator: "\n").contains(word.string ?? ""), "\(name)")
    }
    #expect(!text.lines.joined().contains("alert("), "\(name)")
    #expect(text.links.allSatisfy { Address.harmless($0) != nil })
  }
}
