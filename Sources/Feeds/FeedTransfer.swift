/// One feed on its way: a libcurl handle, the answer as it comes in, redirects one by one. The only file, with `FeedFetcher`,
/// that knows of libcurl.
///
/// Redirects are followed here and not by libcurl, so that each is checked: http(s) only, never from https to http, credentials
/// only to the first host, every address resolved and looked at (`cc_public_only`).
internal import CCurl
internal import WireFormats

final class FeedTransfer {
  let request: FeedRequest
  let handle: UnsafeMutableRawPointer
  private let refused: UnsafeMutablePointer<Int32>
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private var url: String
  private var hops = 0
  private var isPermanent = true
  /// A server of the Internet answered on the way.
  private var isBeyond = false
  private var body: [UInt8] = []
  private var headers: [String: String] = [:]
  private var headerSize = 0
  private var stopped: FeedError?
  private let seats: LargeSeats
  private var hasSeat = false
  /// It grew large while all seats were taken: to be begun anew when one is free.
  private(set) var isPostponed = false
  private let began: ContinuousClock.Instant

  /// nil where the address is no http(s) one or libcurl has no handle left.
  init?(_ request: FeedRequest, seats: LargeSeats) {
    guard FeedAddress.origin(request.url) != nil, let handle = cc_easy_init() else { return nil }
    self.request = request
    self.seats = seats
    self.handle = handle
    url = request.url
    refused = .allocate(capacity: 1)
    refused.initialize(to: 0)
    began = .now
    configure()
    aim()
  }

  deinit {
    cc_easy_cleanup(handle)
    cc_slist_free_all(headerList)
    refused.deallocate()
    if hasSeat { seats.give() }
  }

  private func configure() {
    let limits = request.limits
    cc_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    cc_set_text(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    cc_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    cc_set_long(handle, CURLOPT_NOSIGNAL, 1)
    cc_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
    cc_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, limits.slowBytes)
    cc_set_long(handle, CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
    cc_set_text(handle, CURLOPT_ACCEPT_ENCODING, "gzip, deflate")
    cc_set_text(handle, CURLOPT_USERAGENT, "Telex/1.0 (feed reader)")
    let own = Unmanaged.passUnretained(self).toOpaque()
    cc_set_pointer(handle, CURLOPT_WRITEDATA, own)
    cc_set_pointer(handle, CURLOPT_HEADERDATA, own)
    cc_set_pointer(handle, CURLOPT_PRIVATE, own)
    cc_set_data(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      FeedTransfer.from(context)?.take(bytes, size * count) ?? 0
    }
    cc_set_data(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      FeedTransfer.from(context)?.takeHeader(bytes, size * count) ?? 0
    }
  }

  /// Points the handle at the current address, with what may be said to its host.
  private func aim() {
    cc_set_text(handle, CURLOPT_URL, url)
    cc_slist_free_all(headerList)
    headerList = cc_slist_append(
      nil, "Accept: application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5")
    if let etag = FeedAddress.validator(request.etag) { headerList = cc_slist_append(headerList, "If-None-Match: " + etag) }
    if let date = FeedAddress.validator(request.lastModified) { headerList = cc_slist_append(headerList, "If-Modified-Since: " + date) }
    // A server of the Internet never sends anyone to this machine's network. Behind a proxy it is the proxy that looks up names.
    if !request.allowPrivate || isBeyond, !ProxyRule.applies(to: url) {
      cc_public_only(handle, refused)
    } else if hops > 0, !ProxyRule.applies(to: url) {
      // Nobody is sent to where a cloud keeps its machines' secrets, not even from this network.
      cc_no_link_local(handle, refused)
    } else {
      cc_any_address(handle)
    }
    let isOwnHost = FeedAddress.origin(url).map { $0 == FeedAddress.origin(request.url) ?? ("", "") } ?? false
    cc_set_text(handle, CURLOPT_USERPWD, nil)
    cc_set_text(handle, CURLOPT_XOAUTH2_BEARER, nil)
    switch isOwnHost ? request.auth : nil {
    case .basic(let user, let password)?:
      cc_set_long(handle, CURLOPT_HTTPAUTH, 1)
      cc_set_text(handle, CURLOPT_USERPWD, user + ":" + password)
    case .bearer(let token)?:
      cc_set_long(handle, CURLOPT_HTTPAUTH, 1 << 6)
      cc_set_text(handle, CURLOPT_XOAUTH2_BEARER, token)
    case .reader(let token)?:
      cc_set_long(handle, CURLOPT_HTTPAUTH, 1)
      if let token = FeedAddress.validator(token) {
        headerList = cc_slist_append(headerList, "Authorization: GoogleLogin auth=" + token)
      }
    case nil: cc_set_long(handle, CURLOPT_HTTPAUTH, 1)
    }
    if let form = request.form, hops == 0 {
      cc_set_long(handle, CURLOPT_POST, 1)
      cc_set_long(handle, CURLOPT_POSTFIELDSIZE, form.utf8.count)
      cc_set_text(handle, CURLOPT_COPYPOSTFIELDS, form)
    } else {
      cc_set_long(handle, CURLOPT_HTTPGET, 1)
    }
    cc_set_list(handle, CURLOPT_HTTPHEADER, headerList)
    let spent = (ContinuousClock.now - began) / .milliseconds(1)
    cc_set_long(handle, CURLOPT_TIMEOUT_MS, max(1, request.limits.total - Int(spent)))
  }

  static func from(_ context: UnsafeMutableRawPointer?) -> FeedTransfer? {
    context.map { Unmanaged<FeedTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Gives less than it was given to make libcurl stop.
  private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes, count > 0 else { return 0 }
    guard body.count + count <= request.limits.body else {
      stopped = .tooLarge(limit: request.limits.body)
      body = []
      return 0
    }
    if !hasSeat, body.count + count > LargeSeats.size {
      hasSeat = seats.take()
      isPostponed = !hasSeat
      if isPostponed {
        body = []
        return 0
      }
    }
    body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    return count
  }

  private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes else { return 0 }
    headerSize += count
    guard headerSize <= request.limits.header else {
      stopped = .headerTooLarge
      return 0
    }
    let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // Each answer begins anew: an informational one or a redirect's is followed by another.
      headers = [:]
      body = []
    } else if let colon = line.firstIndex(of: ":") {
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...]
      let trimmed = String(value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      // One layer of compression: nested ones multiply what a small answer can grow to.
      if name == "content-encoding", trimmed.contains(",") || headers[name] != nil {
        stopped = .badCompression
        return 0
      }
      headers[name] = trimmed
    }
    return count
  }

  /// What the end of a transfer means: a result, or nil where a redirect is to be followed with the same handle.
  func finish(_ code: CURLcode) -> FeedResult? {
    if refused.pointee != 0 { return result(.failed(.privateAddress), 0) }
    if let stopped { return result(.failed(stopped), status) }
    guard code == CURLE_OK else { return result(.failed(Self.error(code)), status) }
    switch status {
    case 200, 203, 206, 226: return result(.changed(feedBody()), status)
    case 304:
      var unchanged = result(.unchanged, status)
      unchanged.movedTo = newPlace
      return unchanged
    case 301, 302, 303, 307, 308: return redirect()
    case 410: return result(.failed(.gone), status)
    default: return result(.failed(.http(status)), status)
    }
  }

  func cancel() -> FeedResult { result(.failed(.cancelled), 0) }

  private var status: Int {
    var status = 0
    cc_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    return status
  }

  private func redirect() -> FeedResult? {
    let status = status
    var target: UnsafeMutablePointer<CChar>?
    cc_get_text(handle, CURLINFO_REDIRECT_URL, &target)
    guard let target else {
      // libcurl gives no address for a scheme that it does not speak.
      return result(.failed(.forbiddenRedirect(to: Address.scheme(headers["location"] ?? "") ?? "?")), status)
    }
    let next = String(cString: target)
    guard let origin = FeedAddress.origin(next) else {
      return result(.failed(.forbiddenRedirect(to: Address.scheme(next) ?? "?")), status)
    }
    if Address.scheme(url) == "https", origin.scheme == "http" { return result(.failed(.forbiddenRedirect(to: "http")), status) }
    hops += 1
    guard hops <= request.limits.redirects else {
      return result(.failed(.tooManyRedirects(limit: request.limits.redirects)), status)
    }
    guard (ContinuousClock.now - began) / .milliseconds(1) < Double(request.limits.total) else {
      return result(.failed(.timedOut), status)
    }
    isBeyond = isBeyond || !cameFromPrivate
    // A proxy would go there for us.
    if cc_is_private_host(FeedAddress.host(next), request.allowPrivate && !isBeyond ? 1 : 0) != 0 { return result(.failed(.privateAddress), status) }
    isPermanent = isPermanent && (status == 301 || status == 308)
    url = next
    body = []
    headers = [:]
    aim()
    return nil
  }

  /// Whether the answer came from this machine or its network.
  private var cameFromPrivate: Bool {
    var address: UnsafeMutablePointer<CChar>?
    cc_get_text(handle, CURLINFO_PRIMARY_IP, &address)
    return address.map { cc_is_private_text($0) != 0 } ?? false
  }

  /// Where every redirect on the way says that it has moved for good.
  private var newPlace: String? { hops > 0 && isPermanent ? FeedAddress.shown(url) : nil }

  private func feedBody() -> FeedBody {
    FeedBody(
      bytes: body, contentType: headers["content-type"], contentLanguage: headers["content-language"],
      etag: FeedAddress.validator(headers["etag"]), lastModified: FeedAddress.validator(headers["last-modified"]),
      finalURL: FeedAddress.shown(url), permanentURL: newPlace)
  }

  private func result(_ answer: FeedAnswer, _ status: Int) -> FeedResult {
    FeedResult(
      request: request, answer: answer, status: status, maxAge: CacheHeaders.maxAge(headers["cache-control"]),
      retryAfter: CacheHeaders.retryAfter(headers["retry-after"], now: headers["date"]))
  }

  private static func error(_ code: CURLcode) -> FeedError {
    switch code {
    case CURLE_URL_MALFORMAT: .badAddress
    // Every address is an http(s) one by now: what the server speaks is not HTTP, or that of 1991.
    case CURLE_UNSUPPORTED_PROTOCOL: .noHTTP
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unknownHost
    case CURLE_COULDNT_CONNECT: .noConnection
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_BAD_CONTENT_ENCODING: .badCompression
    case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects(limit: 0)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER: .tls
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: .brokenOff
    default: .other(String(cString: cc_easy_strerror(code)))
    }
  }
}
