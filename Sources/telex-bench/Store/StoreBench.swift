import ArgumentParser
import DispatchModel
import DispatchStore
import Foundation
import Reader

/// `telex-bench store`: pages, counts, pickers, dossiers, keys, start and memory on a store of a given size.
struct StoreBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "First pages, counts, key to frame, start and memory on an invented store.")

  @Option(help: "How many dispatches the store holds.")
  var size = 20_000

  @Option(help: "Keep the store there, and use it again if it is there already.")
  var store: String?

  /// Most frequent, middling and rare words, filters alone and joined, dates, marks, prefixes, exclusion, alternatives.
  private static func queries(_ rank: (Int) -> String) -> [String] {
    [
      "", rank(0), rank(300), rank(20_000), "\(rank(0)) \(rank(5))", "\(rank(300)) \(rank(400))", "\(rank(3)) OR \(rank(4000))", "\(rank(0)) -\(rank(1))",
      "-\(rank(0))", "\"personnes ont été tuées\"", "country:CN", "country:CN country:IN", "country:NR", "-country:CN", "country:CN is:unread", "is:starred",
      "is:unread", "is:read", "type:casualties", "type:statement topic:sport", "event:threaten country:US", "agency:AFP since:2024-01-01 until:2024-01-31",
      "since:2020-01-01", "on:2018-03-20", "p*", "pre*", "prese*", "title:\(rank(2))", "person:\(rank(2)) OR is:starred", "(country:CN OR is:starred) since:2020",
      "tag:suivi", "\(rank(0)) is:read", "\(rank(0)) until:2017-01-01", "country:NR is:starred",
    ]
  }

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "telex-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { Measure.remove(folder) }
    let path = store ?? folder.appending(path: "store.sqlite").path
    if !FileManager.default.fileExists(atPath: path) { try GenerateCommand.store(size, seed: 1, at: path) }
    let opened = try DispatchStore.open(path: path)
    try mark(opened)
    print("store           \(try opened.count(of: .everything)) dispatches: \(path)")
    let stock = try WordStock()
    let queries = StoreBench.queries { stock.words[min($0, stock.words.count - 1)] }
    try pages(opened, queries)
    try others(opened, stock)
    let keys = KeyBench(store: opened, word: stock.words[300])
    print(keys.report())
    try program(path)
    try screen(opened)
  }

  /// The reader on a terminal line, from its start to the newest headline drawn.
  private func screen(_ store: DispatchStore) throws {
    guard let newest = try store.page(of: .everything, limit: 1).first else { return }
    let marker = String(newest.headline.prefix(14))
    var times = (0..<11).compactMap { _ in TerminalLine.firstScreen(["--store", store.path], showing: marker) }
    guard times.count == 11 else {
      print("first screen    FAILED: \(marker) was not drawn")
      throw ExitCode(1)
    }
    times.sort()
    try keys(store, marker)
    print("first screen    \(Measure.milliseconds(times[5])) on a terminal line (\(Measure.milliseconds(times[0]))–\(Measure.milliseconds(times[10])))")
  }

  /// Keys on a terminal line, each until its frame is drawn: a walk down the list, and pages.
  private func keys(_ store: DispatchStore, _ marker: String) throws {
    for (name, keys) in [("j", Array(repeating: UInt8(ascii: "j"), count: 300)), ("Ctrl-f", Array(repeating: UInt8(6), count: 100))] {
      guard let times = TerminalLine.keys(keys, ["--store", store.path], showing: marker) else {
        print("key on the line FAILED: \(marker) was not drawn")
        throw ExitCode(1)
      }
      print("key on the line \(name) ×\(keys.count), to its frame: \(KeyBench.spread(times.frame)); all drawn: \(KeyBench.spread(times.settled))")
    }
  }

  /// Marks as a newsroom's store has them, where there are none yet: a two-hundredth read all over the years, a thousandth starred, 200 tagged.
  private func mark(_ store: DispatchStore) throws {
    guard try store.counts(of: try Query.parse("is:read", today: DispatchGenerator.end.date())).total == 0 else { return }
    let ids = try store.ids(of: .everything)
    func every(_ step: Int) -> [Int64] { stride(from: step / 2, to: ids.count, by: max(step, 1)).map { ids[$0] } }
    _ = try store.mark(.read(true), ids: every(200))
    _ = try store.mark(.star(true), ids: every(1_000))
    _ = try store.mark(.addTag("suivi"), ids: every(ids.count / 200))
  }

  private func pages(_ store: DispatchStore, _ queries: [String]) throws {
    let today = DispatchGenerator.end.date()
    var worst = (page: 0.0, pageOf: "", count: 0.0, countOf: "")
    for text in queries {
      let query = try Query.parse(text, today: today)
      let page = try Measure.asking { try store.page(of: query, limit: 50).count }
      let last = try Measure.asking { try store.page(of: query, at: .last, limit: 50).count }
      var isExact = true
      let count = try Measure.asking {
        let counts = try store.counts(of: query, within: .milliseconds(100))
        isExact = counts.isExact
        return counts.total
      }
      let slowest = max(page.median, last.median)
      print("  \(Measure.column(text.isEmpty ? "(all)" : text, 44)) first \(Measure.milliseconds(page.median)) last \(Measure.milliseconds(last.median)) counts \(Measure.milliseconds(count.median)) hits \(isExact ? "" : "≥ ")\(count.answer)")
      if slowest > worst.page { (worst.page, worst.pageOf) = (slowest, text) }
      if count.median > worst.count { (worst.count, worst.countOf) = (count.median, text) }
    }
    print("slowest page    \(Measure.milliseconds(worst.page)) \(worst.pageOf)")
    print("slowest counts  \(Measure.milliseconds(worst.count)) \(worst.countOf)")
  }

  private func others(_ store: DispatchStore, _ stock: WordStock) throws {
    let china = try Query.parse("country:CN", today: DispatchGenerator.end.date())
    let word = try Query.parse(stock.words[0], today: DispatchGenerator.end.date())
    let first = try store.page(of: .everything, limit: 1).first?.id ?? 0
    let person = try store.entities(type: .person, limit: 1).first?.name ?? ""
    let asked: [(String, () throws -> Int)] = [
      ("countries of all", { try store.countries(of: .everything).count }),
      ("countries of country:CN", { try store.countries(of: china).count }),
      ("countries of \(stock.words[0])", { try store.countries(of: word).count }),
      ("entities, all persons", { try store.entities(type: .person).count }),
      ("entities beginning with b", { try store.entities(prefix: "b").count }),
      ("entities of country:CN", { try store.entities(of: china).count }),
      ("dossier of the most frequent person", { try store.dossier(type: .person, name: person)?.dispatches.count ?? 0 }),
      ("dossier of China", { try store.dossier(type: .place, name: "CN")?.dispatches.count ?? 0 }),
      ("one document", { try store.document(id: first) == nil ? 0 : 1 }),
      ("tags", { try store.tags().count }),
    ]
    for (name, ask) in asked {
      let timing = try Measure.asking(ask)
      print("  \(Measure.column(name, 44)) \(Measure.milliseconds(timing.median)) answers \(timing.answer)")
    }
  }

  /// The program itself: its start to a drawn first screen and out again, and its memory after a walk.
  private func program(_ path: String) throws {
    let walks = [("start and out", ""), ("a walk", "j j j j PageDown PageDown G g / p r e s Enter Esc c c n Enter m Esc")]
    for (name, keys) in walks {
      var outcomes = (0..<9).compactMap { _ in Child.run(["snapshot", "--store", path, "--size", "120x36", "--keys", keys]) }
      guard outcomes.count == 9, outcomes.allSatisfy({ $0.status == 0 }) else {
        print("telex snapshot  FAILED (\(name))")
        throw ExitCode(1)
      }
      outcomes.sort { $0.seconds < $1.seconds }
      let memory = outcomes.map(\.memory).max() ?? 0
      print("telex snapshot  \(name): \(Measure.milliseconds(outcomes[4].seconds)) as a whole process, peak memory \(Measure.rounded(memory, 0)) MB")
    }
  }
}
