internal import DispatchModel
internal import DispatchStore
internal import Feeds
internal import WireFormats

/// Completes what a feed only teases: the article's page is fetched and its main text takes the teaser's place. Off unless a feed asks
/// for it. A page that fails, or says less than the feed does, changes nothing.
struct FullTexts {
  let round: FeedRound
  let feed: Subscription
  /// Pages in one visit; a feed has rarely more new items.
  private static let most = 100
  private static let pageLimit = 4 << 20

  /// The dispatches with their full texts. Those that the store has are left out: what it holds is longer than the teaser, and fetching
  /// every page at each visit would burden the server.
  func completed(_ dispatches: [Dispatch]) -> [Dispatch] {
    let known: Set<String>
    do { known = try round.store.known(dispatches.map(\.identity)) } catch { return dispatches }
    var fresh = dispatches.filter { !known.contains($0.identity) }
    let requests = fresh.prefix(Self.most).enumerated().compactMap { index, dispatch -> FeedRequest? in
      guard let link = Address.web(dispatch.link) else { return nil }
      // Credentials are for the feed's own server.
      let isOwn = FeedAddress.isSameHost(link, feed.url)
      var request = FeedRequest(url: link, allowPrivate: feed.allowsPrivate && isOwn, auth: isOwn ? round.credentials(link) : nil, limits: round.limits)
      request.limits.body = min(round.limits.body, Self.pageLimit)
      request.label = Int64(index)
      return request
    }
    round.fetcher.fetch(requests) { result in
      guard case .changed(let page) = result.answer, let index = Int(exactly: result.request.label), fresh.indices.contains(index),
        let text = MainText.read(page.bytes, contentType: page.contentType, base: page.finalURL)
      else { return }
      fresh[index] = Self.joined(fresh[index], text)
    }
    return fresh
  }

  /// The dispatch with the page's text under its headline, where that is longer.
  private static func joined(_ dispatch: Dispatch, _ page: MainText) -> Dispatch {
    var whole = dispatch
    let headline = dispatch.hasHeadlineLine ? dispatch.text.split(whereSeparator: \.isNewline).first.map(String.init) : nil
    let lines = page.lines.first == headline ? Array(page.lines.dropFirst()) : page.lines
    let text = ((headline.map { [$0] } ?? []) + lines).joined(separator: "\n")
    guard text.utf8.count > dispatch.text.utf8.count else { return dispatch }
    whole.text = text
    whole.subheadLines = 0
    whole.links = page.links
    return whole
  }
}
