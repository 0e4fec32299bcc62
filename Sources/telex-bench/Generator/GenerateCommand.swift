import ArgumentParser
import DispatchModel
import DispatchStore
import Foundation

/// `telex-bench generate N OUT`: invented dispatches as JSON Lines, or, where OUT ends in `.sqlite`, straight in a store.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Invent dispatches: JSON Lines, or a store with the generator's own readings.")

  @Argument(help: "How many.")
  var count: Int

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Argument(help: "A file of JSON Lines, or a new store (.sqlite).")
  var out: String

  func run() throws {
    guard count >= 0 else { throw ValidationError("A number of dispatches is not below nothing.") }
    if out.hasSuffix(".sqlite") {
      try GenerateCommand.store(count, seed: seed, at: out)
    } else {
      let bytes = try GenerateCommand.lines(count, seed: seed, at: out)
      print("generate        \(count) dispatches, \(Measure.rounded(Double(bytes) / 1e6)) MB: \(out)")
    }
  }

  /// Writes JSON Lines; gives the number of bytes of text.
  static func lines(_ count: Int, seed: UInt64, at path: String) throws -> Int {
    var generator = DispatchGenerator(stock: try WordStock(), seed: seed, count: count)
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
      throw CocoaError(.fileWriteUnknown)
    }
    var bytes = 0
    var json = JSONText()
    for number in 0..<count {
      let (dispatch, _) = generator.next()
      bytes += dispatch.text.utf8.count
      json.object { json in
        json.key("id"); json.value(String(dispatch.identity.dropFirst(3)))
        json.key("published"); json.value(dispatch.published?.iso)
        json.key("agency"); json.value(dispatch.agency)
        json.key("language"); json.value(dispatch.language)
        json.key("text"); json.value(dispatch.text)
      }
      json.raw(0x0A)
      if json.bytes.count > 4 << 20 || number == count - 1 {
        try file.write(contentsOf: json.bytes)
        json.removeAll()
      }
    }
    try file.close()
    return bytes
  }

  /// Fills a new store with dispatches and the generator's readings.
  static func store(_ count: Int, seed: UInt64, at path: String) throws {
    var generator = DispatchGenerator(stock: try WordStock(), seed: seed, count: count)
    let store = try DispatchStore.open(path: path)
    let start = ContinuousClock.now
    var saving = 0.0
    var bytes = 0
    var written = 0
    while written < count {
      let batch = (0..<min(5_000, count - written)).map { _ in generator.next() }
      bytes += batch.reduce(0) { $0 + $1.0.text.utf8.count }
      let begun = ContinuousClock.now
      _ = try store.save(batch, now: DispatchGenerator.end)
      saving += Measure.seconds(since: begun)
      written += batch.count
      if written.isMultiple(of: 50_000) { FileHandle.standardError.write(Data("\(written) \(Measure.seconds(since: start)) s\n".utf8)) }
    }
    try store.optimize()
    var size = 0
    for file in [path, path + "-wal"] where FileManager.default.fileExists(atPath: file) {
      size += try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    }
    print(
      "generated store \(count) dispatches, \(Measure.rounded(Double(bytes) / 1e6)) MB of text, \(Measure.rounded(Double(count) / saving, 0)) saved/s (generator's readings), "
        + "file \(Measure.rounded(Double(size) / 1e6)) MB, \(Measure.rounded(Double(size) / Double(max(bytes, 1)))) times the text")
  }
}
