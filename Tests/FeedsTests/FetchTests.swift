// The fetcher against a server on loopback that misbehaves.
import DispatchModel
import Feeds
import Foundation
import Testing
import WireFormats

@Suite(.serialized)
struct FetchTests {
  private func fetch(_ path: String, _ server: LoopbackServer, change: (inout FeedRequest) -> Void = { _ in }) throws -> FeedResult {
    var request = FeedRequest(url: server.base + path, allowPrivate: true)
    request.limits.total = 5_000
    change(&request)
    var results: [FeedResult] = []
    FeedFetcher().fetch([request]) { results.append($0) }
    #expect(results.count == 1)
    return try #require(results.first)
  }

  private func body(_ result: FeedResult) -> FeedBody? { if case .changed(let body) = result.answer { body } else { nil } }

  @Test func aFeedIsFetchedOnceAndThenUnchanged() throws {
    let server = try LoopbackServer()
    let first = try fetch("/feed", server)
    let found = try #require(body(first))
    #expect(found.etag == "\"v1\"")
    #expect(found.lastModified == "Tue, 20 Mar 2018 14:30:00 GMT")
    #expect(found.contentType == "application/rss+xml")
    #expect(found.permanentURL == nil)
    #expect(first.maxAge == 900)
    #expect(WireFormats.decode(found.bytes, source: found.finalURL).dispatches.map(\.text) == ["Un"])
    let second = try fetch("/feed", server) { $0.etag = found.etag }
    #expect(second.answer == .unchanged)
    #expect(second.status == 304)
  }

  @Test func compressionIsUndoneWithinTheLimit() throws {
    let server = try LoopbackServer()
    #expect(body(try fetch("/gzip", server))?.bytes.starts(with: "<rss".utf8) == true)
    #expect(try fetch("/bomb", server).answer == .failed(.tooLarge(limit: FeedLimits().body)))
    #expect(try fetch("/twice", server).answer == .failed(.badCompression))
    #expect(try fetch("/not-gzip", server).answer == .failed(.badCompression))
  }

  @Test func redirectsAreFollowedAndPermanentOnesRemembered() throws {
    let server = try LoopbackServer()
    #expect(body(try fetch("/moved", server))?.permanentURL == server.base + "/feed")
    #expect(body(try fetch("/away", server))?.finalURL == server.base + "/feed")
    #expect(try body(fetch("/away", server))?.permanentURL == nil)
    #expect(try body(fetch("/mixed", server))?.permanentURL == nil)
    #expect(try fetch("/loop", server).answer == .failed(.tooManyRedirects(limit: 10)))
    #expect(try fetch("/to-file", server).answer == .failed(.forbiddenRedirect(to: "file")))
    #expect(try fetch("/to-ftp", server).answer == .failed(.forbiddenRedirect(to: "ftp")))
  }

  @Test func errorsAreToldApart() throws {
    let server = try LoopbackServer()
    let busy = try fetch("/busy", server)
    #expect(busy.answer == .failed(.http(503)))
    #expect(busy.retryAfter == 120)
    #expect(try fetch("/gone", server).answer == .failed(.gone))
    #expect(try fetch("/nowhere", server).answer == .failed(.http(404)))
    #expect(try fetch("/cut", server).answer == .failed(.brokenOff))
    #expect(try fetch("/silent", server) { $0.limits.total = 300 }.answer == .failed(.timedOut))
    #expect(try fetch("/feed", server) { $0.url = "file:///etc/passwd" }.answer == .failed(.badAddress))
    #expect(try fetch("/feed", server) { $0.url = "http://127.0.0.1:1/" }.answer == .failed(.noConnection))
    guard case .failed = try fetch("/headers", server).answer else {
      Issue.record("2,000 header lines were taken")
      return
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"), "a certificate needs openssl"))
  func aCertificateThatNobodySignedIsRefused() throws {
    let server = try LoopbackServer("tls.py")
    #expect(try fetch("/", server) { $0.url = $0.url.replacingOccurrences(of: "http:", with: "https:") }.answer == .failed(.tls))
  }

  @Test func privateAddressesAreRefusedUnlessAllowed() throws {
    let server = try LoopbackServer()
    #expect(try fetch("/feed", server) { $0.allowPrivate = false }.answer == .failed(.privateAddress))
    let port = server.base.split(separator: ":").last.map(String.init) ?? ""
    for host in ["localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "169.254.169.254", "10.0.0.1", "[fe80::1]"] {
      let answer = try fetch("", server) {
        $0.url = "http://\(host):\(port)/feed"
        $0.allowPrivate = false
      }.answer
      #expect(answer == .failed(.privateAddress) || answer == .failed(.noConnection) || answer == .failed(.unknownHost), "\(host): \(answer)")
    }
  }

  @Test func nobodyIsSentToALinkLocalAddress() throws {
    let server = try LoopbackServer()
    for path in ["/to-metadata", "/to-metadata-decimal", "/to-metadata-six"] {
      #expect(try fetch(path, server).answer == .failed(.privateAddress), "\(path)")
    }
  }

  @Test func credentialsGoToTheirHostOnly() throws {
    let server = try LoopbackServer()
    func said(_ path: String, _ auth: FeedAuth) throws -> String? {
      try body(fetch(path, server) { $0.auth = auth }).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(try said("/secret", .basic(user: "u", password: "p")) == "Basic dTpw")
    #expect(try said("/secret", .bearer(token: "t")) == "Bearer t")
    #expect(try said("/secret-elsewhere", .basic(user: "u", password: "p")) == "none")
    #expect(try said("/secret-elsewhere", .bearer(token: "t")) == "none")
  }

  @Test func aValidatorWithALineBreakIsNotSentBack() throws {
    let server = try LoopbackServer()
    let answer = try body(fetch("/inject", server) { $0.etag = "x\r\nX-Evil: 1" })
    #expect(answer.map { String(decoding: $0.bytes, as: UTF8.self) } == "none")
  }

  @Test func oneBadFeedStopsNoOther() throws {
    let server = try LoopbackServer()
    let bad = ["/silent", "/bomb", "/loop", "/cut", "/gone", "/headers", "/to-file", "/not-gzip"]
    let requests = (0..<80).map { number -> FeedRequest in
      var request = FeedRequest(url: server.base + (number % 2 == 0 ? "/feed" : bad[number / 2 % bad.count]) + "?\(number)", allowPrivate: true)
      request.limits.total = 5_000
      return request
    }
    var good = 0
    var all = 0
    FeedFetcher(parallel: 16, perHost: 16).fetch(requests) { result in
      all += 1
      if case .changed = result.answer { good += 1 }
    }
    #expect(all == 80)
    #expect(good == 40)
  }

  @Test func aCancelledRunAnswersForEveryRequest() throws {
    let server = try LoopbackServer()
    let requests = (0..<6).map { FeedRequest(url: server.base + "/silent?\($0)", allowPrivate: true) }
    var answers: [FeedAnswer] = []
    FeedFetcher().fetch(requests, isCancelled: { true }) { answers.append($0.answer) }
    #expect(answers == Array(repeating: .failed(.cancelled), count: 6))
  }
}
