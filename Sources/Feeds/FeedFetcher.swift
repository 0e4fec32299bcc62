/// Fetches feeds over HTTP and HTTPS, several at a time, within bounds that no server can exceed.
///
///     FeedFetcher().fetch(requests) { result in … }
///
/// Conditional requests, gzip and deflate, at most two transfers a host, TLS verified, proxies from the environment. The call
/// blocks until all are done; results come in the order in which they finish, on the caller's thread.
internal import CCurl

public struct FeedFetcher: Sendable {
  /// Transfers at a time, in all and to one host.
  public var parallel: Int
  public var perHost: Int

  public init(parallel: Int = 16, perHost: Int = 2) {
    self.parallel = max(1, parallel)
    self.perHost = max(1, perHost)
  }

  /// Fetches all; `isCancelled` is asked several times a second.
  public func fetch(
    _ requests: [FeedRequest], isCancelled: () -> Bool = { false }, onResult: (FeedResult) -> Void
  ) {
    guard let multi = cc_multi_init() else {
      for request in requests { onResult(failure(request, .other("libcurl cannot be loaded; install the package libcurl4"))) }
      return
    }
    var run = Run(multi: multi, queue: FetchQueue(requests, parallel: parallel, perHost: perHost))
    defer { cc_multi_cleanup(multi) }
    while true {
      start(&run, onResult)
      guard !run.transfers.isEmpty else { break }
      if isCancelled() {
        for transfer in run.transfers.values {
          cc_multi_remove_handle(multi, transfer.handle)
          onResult(transfer.cancel())
        }
        for request in run.queue.rest { onResult(failure(request, .cancelled)) }
        return
      }
      var running: Int32 = 0
      cc_multi_perform(multi, &running)
      let finished = collect(&run, onResult)
      // A redirect was put back: there is something to do at once.
      if !finished { cc_multi_poll(multi, nil, 0, 100, nil) }
    }
  }

  private struct Run {
    let multi: UnsafeMutableRawPointer
    var queue: FetchQueue
    var transfers: [UnsafeMutableRawPointer: FeedTransfer] = [:]
    let seats = LargeSeats()
  }

  private func start(_ run: inout Run, _ onResult: (FeedResult) -> Void) {
    if run.seats.isFree { run.queue.takeBack() }
    while let request = run.queue.next() {
      guard let transfer = FeedTransfer(request, seats: run.seats) else {
        run.queue.finished(request)
        onResult(failure(request, .badAddress))
        continue
      }
      run.transfers[transfer.handle] = transfer
      cc_multi_add_handle(run.multi, transfer.handle)
    }
  }

  /// Takes what is done; whether anything was.
  private func collect(_ run: inout Run, _ onResult: (FeedResult) -> Void) -> Bool {
    var left: Int32 = 0
    var isAny = false
    while let message = cc_multi_info_read(run.multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle, let transfer = run.transfers[handle] else {
        continue
      }
      isAny = true
      let code = cc_result(message)
      cc_multi_remove_handle(run.multi, handle)
      if transfer.isPostponed {
        run.transfers[handle] = nil
        run.queue.postpone(transfer.request)
      } else if let result = transfer.finish(code) {
        run.transfers[handle] = nil
        run.queue.finished(transfer.request)
        onResult(result)
      } else {
        cc_multi_add_handle(run.multi, handle)
      }
    }
    return isAny
  }

  private func failure(_ request: FeedRequest, _ error: FeedError) -> FeedResult {
    FeedResult(request: request, answer: .failed(error), status: 0)
  }
}

/// So many bodies may be large at a time; one that grows while all seats are taken is begun anew later, so that many huge feeds at once
/// take no more memory than a few. (Pausing a transfer would make libcurl unpack a bomb into its own memory.)
final class LargeSeats {
  /// Bodies up to so many bytes need no seat.
  static let size = 512 << 10
  private var free = 2

  var isFree: Bool { free > 0 }

  func take() -> Bool {
    guard free > 0 else { return false }
    free -= 1
    return true
  }

  func give() { free += 1 }
}

/// Who is next: in order, but no more than so many at a time, and to one host.
struct FetchQueue {
  private var waiting: [FeedRequest]
  private var postponed: [FeedRequest] = []
  private var active: [String: Int] = [:]
  private var running = 0
  private let parallel: Int
  private let perHost: Int

  init(_ requests: [FeedRequest], parallel: Int, perHost: Int) {
    waiting = requests
    self.parallel = parallel
    self.perHost = perHost
  }

  var rest: [FeedRequest] { waiting + postponed }

  /// The first request whose host is free, nil where nothing may start now.
  mutating func next() -> FeedRequest? {
    guard running < parallel, let index = waiting.firstIndex(where: { (active[host($0)] ?? 0) < perHost }) else { return nil }
    let request = waiting.remove(at: index)
    active[host(request), default: 0] += 1
    running += 1
    return request
  }

  /// Sets a request aside until `takeBack`.
  mutating func postpone(_ request: FeedRequest) {
    finished(request)
    postponed.append(request)
  }

  /// One that was set aside may start again: one at a time, or they would only chase each other.
  mutating func takeBack() {
    if !postponed.isEmpty { waiting.insert(postponed.removeFirst(), at: 0) }
  }

  mutating func finished(_ request: FeedRequest) {
    running -= 1
    active[host(request), default: 1] -= 1
  }

  private func host(_ request: FeedRequest) -> String { FeedAddress.origin(request.url)?.host ?? "" }
}
