import DispatchModel
import Feeds
import Testing
import WireFormats

private let noon = Moment(seconds: 1_521_547_200)  // 2018-03-20T12:00:00Z, a Tuesday

private func wait(_ result: FeedResult, _ feed: FeedDescription? = nil, failures: Int = 0) -> Int {
  Int(FeedSchedule().next(after: noon, result: result, feed: feed, failures: failures, seed: "http://a.example/").seconds - noon.seconds)
}

private func result(_ answer: FeedAnswer, maxAge: Int? = nil, retryAfter: Int? = nil) -> FeedResult {
  FeedResult(request: FeedRequest(url: "http://a.example/"), answer: answer, status: 200, maxAge: maxAge, retryAfter: retryAfter)
}

@Test func theNextVisitHeedsServerAndFeed() {
  #expect((1_800...1_980).contains(wait(result(.unchanged))))
  #expect((7_200...7_920).contains(wait(result(.unchanged, maxAge: 7_200))))
  var feed = FeedDescription()
  feed.ttl = 120
  #expect((7_200...7_920).contains(wait(result(.unchanged), feed)))
  #expect(wait(result(.unchanged, maxAge: 9_999_999)) <= 95_040)
  #expect(wait(result(.failed(.http(503)), retryAfter: 40_000), failures: 1) >= 40_000)
}

@Test func failuresSpreadVisitsUpToADay() {
  let waits = (1...30).map { wait(result(.failed(.timedOut)), failures: $0) }
  #expect(waits[1] > waits[0] && waits[2] > waits[1])
  #expect(waits.allSatisfy { $0 <= 95_040 })
  #expect(wait(result(.failed(.timedOut)), failures: .max) <= 95_040)
}

@Test func skippedHoursAndDaysAreSlept() {
  var feed = FeedDescription()
  feed.skipHours = [12, 13]
  #expect(wait(result(.unchanged), feed) == 7_200)
  feed.skipHours = Array(0...23)
  #expect(wait(result(.unchanged), feed) < 2_000)
  feed.skipHours = []
  feed.skipDays = [2]
  #expect(wait(result(.unchanged), feed) == 43_200)
}

@Test func aPageOffersItsFeeds() {
  let page = """
    <html><head><base href="http://b.example/d/"><script>"<link rel=alternate type=application/rss+xml href=/no>"</script>
    <link rel="alternate" type="application/rss+xml" title="Fil" href="rss"><LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' HREF='/atom'>
    <link rel="stylesheet" href="x.css"><link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel=alternate hreflang=en href=/en></head>
    """
  let feeds = FeedDiscovery.feeds(inPage: Array(page.utf8), at: "http://a.example/")
  #expect(feeds.map(\.feed) == ["http://b.example/d/rss", "http://b.example/atom"])
  #expect(feeds.first?.title == "Fil")
}
