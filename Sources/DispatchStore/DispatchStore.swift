internal import DispatchModel
internal import Foundation
internal import GRDB

/// The one SQLite file that holds dispatches, readings and what people did with them.
///
///     let store = try DispatchStore.open(path: "telex.sqlite")
///     let report = try store.save([(dispatch, reading)])
///     let lines = try store.page(of: query, limit: 50)
///
/// A value that may be used from any thread: reads run beside one another and beside a write (WAL). Two programs may have the same
/// store open. Every error is a `StoreError` with a sentence for people.
public struct DispatchStore: Sendable {
  let database: any DatabaseWriter
  public let path: String
  /// Open for reading only: the file or its folder cannot be written.
  public let isReadOnly: Bool
  let knownWords = KnownWords()
  let storyMemory = StoryMemory()
  let visits: VisitTimes
  /// From so many dispatches on a beginning of words is tested and not looked up (`QueryPlan`).
  var manyPostings = QueryPlan.many
  /// From so many dispatches on, counting is done in parts, so that it can be given up between them.
  var dividedFrom = 50_000

  private init(database: any DatabaseWriter, path: String, isReadOnly: Bool) {
    self.database = database
    self.path = path
    self.isReadOnly = isReadOnly
    visits = VisitTimes(store: path)
  }

  /// Opens the store, and makes it where there is none.
  public static func open(path: String) throws(StoreError) -> DispatchStore {
    do {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      let manager = FileManager.default
      if !manager.fileExists(atPath: folder.path) {
        try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
      let exists = manager.fileExists(atPath: path)
      if exists, !manager.isWritableFile(atPath: path) || !manager.isWritableFile(atPath: folder.path) {
        return try openForReading(path: path)
      }
      let pool = try DatabasePool(path: path, configuration: configuration(path))
      if !exists { try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path) }
      let store = DispatchStore(database: pool, path: path, isReadOnly: false)
      try store.migrate()
      return store
    } catch {
      throw StoreError.of(error, path: path)
    }
  }

  /// A store that lives in memory: for tests and demonstrations.
  public static func openInMemory() throws(StoreError) -> DispatchStore {
    do {
      let store = DispatchStore(database: try DatabaseQueue(configuration: configuration(":memory:")), path: ":memory:", isReadOnly: false)
      try store.migrate()
      return store
    } catch {
      throw StoreError.of(error, path: ":memory:")
    }
  }

  static func openForReading(path: String) throws -> DispatchStore {
    var settings = configuration(path)
    settings.readonly = true
    // WAL needs a writable folder; an empty log may be passed over, and only then (sqlite.org/wal.html#readonly).
    let log = FileManager.default.contents(atPath: path + "-wal")?.count ?? 0
    let uri = "file:\(path)?immutable=1"
    let queue: DatabaseQueue
    if log == 0 {
      queue = try DatabaseQueue(path: uri, configuration: settings)
    } else if FileManager.default.fileExists(atPath: path + "-shm") {
      queue = try DatabaseQueue(path: path, configuration: settings)
    } else {
      queue = try openCopy(path)
    }
    let store = DispatchStore(database: queue, path: path, isReadOnly: true)
    try store.database.read { db in
      try store.refuseNewer(db)
      guard try Migrations.migrator.hasCompletedMigrations(db) else { throw StoreError.older(path: path) }
    }
    return store
  }

  /// A log without its index cannot be read where the index may not be written: both are read from a copy, which is gone with the program.
  private static func openCopy(_ path: String) throws -> DatabaseQueue {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "telex-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let copy = folder.appending(path: "copy.sqlite").path
    for end in ["", "-wal"] { try manager.copyItem(atPath: path + end, toPath: copy + end) }
    let queue = try DatabaseQueue(path: copy, configuration: configuration(copy))
    // Once read from, it has all its files open; their names are no longer needed.
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    try manager.removeItem(at: folder)
    return queue
  }

  private static func configuration(_ path: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try refuseForeign(db, path)
      // A new store gets pages that hold several texts each, and can give back those it no longer needs; one that is there keeps its own,
      // and is not asked: the second pragma would write it anew.
      if !db.configuration.readonly, try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 {
        try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL")
      }
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -8000")
      if !db.configuration.readonly { try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864") }
    }
    return configuration
  }

  /// A file that is a database but none of ours is left alone.
  ///
  /// Asked of SQLite, before the first write: a file that this process opens and closes itself would lose the locks of every other
  /// connection of the process (sqlite.org/howtocorrupt.html, 2.2), and another program would take the log away under them.
  private static func refuseForeign(_ db: Database, _ path: String) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if id == Migrations.applicationID { return }
    guard id == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 else { throw StoreError.notOurs(path: path) }
  }

  private func migrate() throws {
    let isComplete = try database.read { db in
      try refuseNewer(db)
      let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
      return try id == Migrations.applicationID && Migrations.migrator.hasCompletedMigrations(db)
    }
    // The usual start: nothing to write, and nothing of another program's to wait for.
    if isComplete { return }
    try database.write { db in
      try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
    }
    do {
      try Migrations.migrator.migrate(database)
    } catch let error as DatabaseError where DispatchStore.isMadeTwice(error) {
      // Another program is making the same store: each step is made once, and who comes second waits for the first.
      guard try becomesComplete() else { throw error }
    }
  }

  /// A step of the schema that is there already, or noted already.
  private static func isMadeTwice(_ error: DatabaseError) -> Bool {
    let message = error.message ?? ""
    return error.resultCode == .SQLITE_CONSTRAINT || error.resultCode == .SQLITE_ERROR && (message.contains("already exists") || message.contains("duplicate column"))
  }

  /// Whether all steps are made within five seconds.
  private func becomesComplete() throws -> Bool {
    for _ in 0..<100 {
      if try database.read({ try Migrations.migrator.hasCompletedMigrations($0) }) { return true }
      usleep(50_000)
    }
    return false
  }

  private func refuseNewer(_ db: Database) throws {
    if try Migrations.migrator.hasBeenSuperseded(db) { throw StoreError.newer(path: path) }
  }

  /// Runs a read, its errors in people's words.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(body) } catch { throw StoreError.of(error, path: path) }
  }

  /// Runs a write in one transaction, its errors in people's words.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard !isReadOnly else { throw .readOnly(path: path) }
    do { return try database.write(body) } catch { throw StoreError.of(error, path: path) }
  }
}
