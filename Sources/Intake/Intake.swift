public import DispatchModel
public import DispatchStore
public import Extraction
internal import Foundation
internal import Glibc
public import WireFormats

/// The one way in: bytes are decoded, dispatches read on every core, a batch saved in one transaction while the next is read, and what is
/// refused is reported.
///
///     let intake = Intake(store: store, extractor: extractor, now: now)
///     let report = try intake.importFiles(at: ["archive/"]) { print($0.total) }
///
/// A bad item, line or file is a refusal with its place and reason; it stops nothing else. Interrupted, an import leaves whole batches,
/// and beginning again passes over what is there.
public struct Intake: Sendable {
  private let store: DispatchStore
  private let extractor: Extractor
  private let now: Moment
  /// Dispatches in a transaction, and bytes of their texts: the more at once, the fewer times a word's postings are written.
  private static let batchSize = 2_000
  private static let batchBytes = 16 << 20
  /// The longest text of a dispatch in bytes: a longer one is refused, and stops nothing else.
  public static let textLimit = 16 << 20
  /// JSON Lines are taken in pieces of so many bytes, so that an archive may be larger than memory.
  private static let pieceSize = 8 << 20

  public init(store: DispatchStore, extractor: Extractor, now: Moment) {
    self.store = store
    self.extractor = extractor
    self.now = now
  }

  /// Imports files and folders; `-` is standard input. `progress` is called after each batch; what it throws ends the import there.
  /// Throws `StoreError` where the store cannot be written; what was saved before stays.
  public func importFiles(
    at paths: [String], format: WireFormat = .auto, progress: @escaping (IntakeReport) throws -> Void = { _ in }
  ) throws -> IntakeReport {
    var work = Work(intake: self, progress: progress)
    for path in paths where path == "-" {
      try work.take(Array(FileHandle.standardInput.readDataToEndOfFile()), source: "stdin", format: format)
    }
    try FileWalk.files(at: paths.filter { $0 != "-" }) { found in
      if let problem = found.problem {
        work.report.refuse(found.path.text, french: problem.french, english: problem.english)
      } else {
        try work.takeFile(found.path, format: format)
      }
    }
    try work.finish()
    if work.report.new + work.report.updated >= Intake.big { try store.optimize() }
    return work.report
  }

  /// From so many dispatches on an import leaves the store's index tidied: some 30 µs a dispatch.
  private static let big = 50_000

  /// The bytes that an import of these paths would read; 0 for standard input.
  public static func size(of paths: [String]) -> Int {
    var bytes = 0
    FileWalk.files(at: paths.filter { $0 != "-" }) { found in
      var status = stat()
      if found.path.withPath({ stat($0, &status) }) == 0 { bytes += Int(status.st_size) }
    }
    return bytes
  }

  /// Saves what was decoded from elsewhere, such as an answer over HTTP.
  public func save(_ decoded: Decoded, source: String) throws -> IntakeReport {
    var work = Work(intake: self, progress: { _ in })
    work.keepsRows = true
    try work.take(decoded, source: source)
    try work.finish()
    return work.report
  }

  /// What one import has gathered and not yet saved.
  private struct Work {
    let intake: Intake
    let progress: (IntakeReport) throws -> Void
    var report = IntakeReport()
    /// Whether the report names the rows: an import of a million has no use for them.
    var keepsRows = false
    private let writer: BatchWriter
    private var batch: [Dispatch] = []
    private var batchBytes = 0

    init(intake: Intake, progress: @escaping (IntakeReport) throws -> Void) {
      self.intake = intake
      self.progress = progress
      writer = BatchWriter(store: intake.store, now: intake.now)
    }

    mutating func takeFile(_ file: FileName, format: WireFormat) throws {
      let path = file.text
      let isLines = format == .jsonl || path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson")
      guard isLines else {
        guard let bytes = FileBytes.read(file, limit: WireFormats.sizeLimit) else {
          report.refuse(path, french: "le fichier ne peut pas être lu", english: "the file cannot be read")
          return
        }
        try take(bytes, source: path, format: format)
        return
      }
      guard let handle = FileBytes.handle(file) else {
        report.refuse(path, french: "le fichier ne peut pas être lu", english: "the file cannot be read")
        return
      }
      defer { handle.closeFile() }
      var rest: [UInt8] = []
      while true {
        let piece = handle.readData(ofLength: Intake.pieceSize)
        rest += piece
        let end = piece.isEmpty ? rest.count : (rest.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        if end > 0 {
          try take(Array(rest[..<end]), source: path, format: .jsonl)
          rest.removeFirst(end)
        }
        if piece.isEmpty { return }
      }
    }

    mutating func take(_ bytes: [UInt8], source: String, format: WireFormat) throws {
      report.bytes += bytes.count
      try take(WireFormats.decode(bytes, source: source, format: format), source: source)
    }

    mutating func take(_ decoded: Decoded, source: String) throws {
      for refusal in decoded.refusals { report.refuse(source, refusal) }
      report.subscriptions += decoded.outlines
      for (index, dispatch) in decoded.dispatches.enumerated() {
        let size = dispatch.text.utf8.count
        guard size <= Intake.textLimit else {
          report.refuse(source, Refusal(.tooLarge(Intake.textLimit), at: decoded.dispatches.count > 1 ? .item(index + 1) : .whole))
          continue
        }
        batch.append(dispatch)
        batchBytes += size
        if batch.count >= Intake.batchSize || batchBytes >= Intake.batchBytes { try save() }
      }
    }

    /// Reads what is new of the batch on every core and hands it to the writer.
    private mutating func save() throws {
      guard !batch.isEmpty else { return }
      let known = try intake.store.areUnchanged(batch)
      let fresh = zip(batch, known).filter { !$1 }.map(\.0)
      report.unchanged += batch.count - fresh.count
      if !fresh.isEmpty {
        let readings = ReadingPool.read(fresh, with: intake.extractor, date: intake.now.date())
        try writer.write(Array(zip(fresh, readings)))
      }
      batch.removeAll(keepingCapacity: true)
      batchBytes = 0
      try tell()
    }

    /// Saves what is left and waits until all of it is written.
    mutating func finish() throws {
      try save()
      try writer.finish()
      try tell()
    }

    private mutating func tell() throws {
      let saved = writer.takeSaved()
      report.new += saved.new
      report.updated += saved.updated
      report.unchanged += saved.unchanged
      if keepsRows { report.ids += saved.ids }
      do {
        try progress(report)
      } catch {
        // What was handed over is written all the same.
        try writer.finish()
        throw error
      }
    }
  }
}
