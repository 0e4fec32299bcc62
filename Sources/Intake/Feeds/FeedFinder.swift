public import Feeds
internal import WireFormats

/// Finds the feed behind what a person types: a feed's own address, a page's that offers feeds, a file or a program.
public struct FeedFinder: Sendable {
  public struct Found: Sendable {
    /// The address to subscribe to.
    public var url: String
    public var title: String?
    /// Other feeds that the page offers.
    public var others: [String]
    /// Why it could not be asked, where that may pass: it is taken as typed.
    public var doubt: FeedError?
  }

  private let fetcher: FeedFetcher
  private let limits: FeedLimits
  private let credentials: @Sendable (String) -> FeedAuth?

  public init(limits: FeedLimits = FeedLimits(), credentials: @escaping @Sendable (String) -> FeedAuth? = { _ in nil }) {
    fetcher = FeedFetcher()
    self.limits = limits
    self.credentials = credentials
  }

  /// Looks at what lies there. `www.example.org` counts as https.
  public func find(_ typed: String) -> Result<Found, FeedError> {
    let isBare = !typed.contains(":") && !typed.hasPrefix("/") && typed.contains(".")
    let address = typed.hasPrefix("/") ? "file:" + typed : isBare ? "https://" + typed : typed
    guard let source = FeedSource(address) else { return .failure(.badAddress) }
    guard case .web(let url) = source else { return .success(Found(url: address, title: nil, others: [], doubt: nil)) }
    return look(at: url, isPage: true)
  }

  private func look(at url: String, isPage: Bool) -> Result<Found, FeedError> {
    var answer = FeedAnswer.failed(.cancelled)
    fetcher.fetch([FeedRequest(url: url, allowPrivate: true, auth: credentials(url), limits: limits)]) { answer = $0.answer }
    switch answer {
    case .unchanged: return .failure(.noFeed)
    case .failed(let error):
      return error.isPassing ? .success(Found(url: url, title: nil, others: [], doubt: error)) : .failure(error)
    case .changed(let body):
      let decoded = WireFormats.decode(body.bytes, source: url, contentType: body.contentType, baseURL: body.finalURL)
      if decoded.format != nil, decoded.format != .text, decoded.format != .opml, decoded.feed != nil || !decoded.dispatches.isEmpty {
        return .success(Found(url: body.permanentURL ?? url, title: decoded.feed?.title, others: [], doubt: nil))
      }
      guard isPage else { return .failure(.noFeed) }
      let offered = FeedDiscovery.feeds(inPage: body.bytes, contentType: body.contentType, at: body.finalURL)
      guard let first = offered.first else { return .failure(.noFeed) }
      // A page of the Internet must not lead into this machine's network; one of this network may lead to its own server.
      let isOwn = FeedAddress.isSameHost(first.feed, body.finalURL)
      guard isOwn else { return .success(Found(url: first.feed, title: first.title, others: offered.dropFirst().map(\.feed), doubt: nil)) }
      return look(at: first.feed, isPage: false).map { found in
        Found(url: found.url, title: found.title ?? first.title, others: offered.dropFirst().map(\.feed), doubt: found.doubt)
      }
    }
  }
}
