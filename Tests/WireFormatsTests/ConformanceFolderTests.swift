// Every file of ../shared/conformance: decoding is the same twice, and each entry has one identity.
import DispatchModel
import Foundation
import Testing
import WireFormats

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "shared/conformance/files").standardizedFileURL.path

@Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "../shared/conformance is not here"))
func everyConformanceFileGivesTheSameIdentitiesTwice() throws {
  let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
  var read = 0
  for file in files where file.hasSuffix(".xml") || file.hasSuffix(".json") {
    guard let data = FileManager.default.contents(atPath: folder + "/" + file) else { continue }
    let first = WireFormats.decode([UInt8](data), source: file)
    let second = WireFormats.decode([UInt8](data), source: "elsewhere/" + file)
    #expect(first.dispatches.count == second.dispatches.count)
    #expect(Set(first.dispatches.map(\.identity)).count == first.dispatches.count, "\(file)")
    read += 1
  }
  #expect(read > 1_000)
}
