/// What to fetch, and what came of it.

/// One feed to be fetched, with what the last answer gave to ask "changed since?" with.
public struct FeedRequest: Hashable, Sendable {
  /// http or https.
  public var url: String
  public var etag: String?
  public var lastModified: String?
  /// Addresses of this machine and its network may be asked. For feeds that the user typed in, never for those of a list.
  public var allowPrivate: Bool
  public var auth: FeedAuth?
  public var limits: FeedLimits
  /// The caller's own mark, given back with the result.
  public var label: Int64 = 0
  /// A form to send (POST, application/x-www-form-urlencoded); nil for a GET.
  public var form: String?

  public init(
    url: String, etag: String? = nil, lastModified: String? = nil, allowPrivate: Bool = false, auth: FeedAuth? = nil,
    limits: FeedLimits = FeedLimits()
  ) {
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.allowPrivate = allowPrivate
    self.auth = auth
    self.limits = limits
  }
}

/// How to say who asks. Sent only to the host of the request's own address, never after a redirect to another.
public enum FeedAuth: Hashable, Sendable {
  case basic(user: String, password: String)
  case bearer(token: String)
  /// Google Reader's own: `Authorization: GoogleLogin auth=…`.
  case reader(token: String)
}

/// Bounds of one transfer, redirects included.
public struct FeedLimits: Hashable, Sendable {
  /// Bytes of the body after decompression.
  public var body = 8 << 20
  /// Bytes of all header lines.
  public var header = 256 << 10
  /// Milliseconds until the connection stands, and for the whole.
  public var connect = 10_000
  public var total = 30_000
  /// Fewer bytes a second than this for `slowSeconds` end the transfer.
  public var slowBytes = 50
  public var slowSeconds = 10
  public var redirects = 10

  public init() {}
}

public enum FeedAnswer: Hashable, Sendable {
  /// The server says that nothing changed (304).
  case unchanged
  case changed(FeedBody)
  case failed(FeedError)
}

/// A feed's new content and how to ask the next time.
public struct FeedBody: Hashable, Sendable {
  public var bytes: [UInt8]
  public var contentType: String?
  public var contentLanguage: String?
  public var etag: String?
  public var lastModified: String?
  /// Where it was found in the end: the base of relative links.
  public var finalURL: String
  /// Where the feed has moved for good (every redirect on the way was 301 or 308): to be stored once the body has proved to be a
  /// feed; nil where it has not moved.
  public var permanentURL: String?
}

/// A request's outcome.
public struct FeedResult: Hashable, Sendable {
  public var request: FeedRequest
  public var answer: FeedAnswer
  /// The HTTP status, 0 where none came.
  public var status: Int
  /// Seconds for which the server says the answer stays fresh (Cache-Control: max-age).
  public var maxAge: Int?
  /// Seconds after which the server wants to be asked again (Retry-After), a day at most.
  public var retryAfter: Int?
  /// Where a feed that did not change has moved for good; `FeedBody` says it of one that did.
  public var movedTo: String?

  public init(request: FeedRequest, answer: FeedAnswer, status: Int, maxAge: Int? = nil, retryAfter: Int? = nil) {
    self.request = request
    self.answer = answer
    self.status = status
    self.maxAge = maxAge
    self.retryAfter = retryAfter
  }
}

/// Why a feed could not be fetched.
public enum FeedError: Error, Hashable, Sendable {
  case badAddress
  case privateAddress
  case unknownHost
  case noConnection
  case timedOut
  case tooLarge(limit: Int)
  case headerTooLarge
  case badCompression
  case tooManyRedirects(limit: Int)
  case forbiddenRedirect(to: String)
  case tls
  case gone
  case http(Int)
  case brokenOff
  case noHTTP
  case cancelled
  case noProgram(String)
  case program(status: Int)
  case noFile
  case noFeed
  case other(String)
}

extension FeedError {
  public var french: String {
    switch self {
    case .badAddress: "ce n'est pas une adresse http(s)"
    case .privateAddress: "adresse locale ou privée : à autoriser pour ce fil"
    case .unknownHost: "serveur introuvable"
    case .noConnection: "connexion refusée ou impossible"
    case .timedOut: "le serveur est trop lent"
    case .tooLarge(let limit): "plus de \(limit >> 20) Mo"
    case .headerTooLarge: "en-têtes trop longs"
    case .badCompression: "compression invalide ou multiple"
    case .tooManyRedirects(let limit): "plus de \(limit) redirections"
    case .forbiddenRedirect(let scheme): "redirection refusée vers \(scheme)"
    case .tls: "certificat ou chiffrement refusé"
    case .gone: "le fil n'existe plus (410)"
    case .http(let status): "le serveur répond \(status)"
    case .brokenOff: "réponse interrompue"
    case .noHTTP: "ce n'est pas une réponse HTTP"
    case .cancelled: "annulé"
    case .noProgram(let name): "programme introuvable : \(name)"
    case .program(let status): "le programme s'est arrêté avec le code \(status)"
    case .noFile: "le fichier ne peut pas être lu"
    case .noFeed: "ce n'est pas un fil"
    case .other(let words): "échec : \(words)"
    }
  }

  public var english: String {
    switch self {
    case .badAddress: "this is no http(s) address"
    case .privateAddress: "local or private address: allow it for this feed"
    case .unknownHost: "unknown host"
    case .noConnection: "connection refused or impossible"
    case .timedOut: "the server is too slow"
    case .tooLarge(let limit): "larger than \(limit >> 20) MB"
    case .headerTooLarge: "header too long"
    case .badCompression: "bad or repeated compression"
    case .tooManyRedirects(let limit): "more than \(limit) redirects"
    case .forbiddenRedirect(let scheme): "refused redirect to \(scheme)"
    case .tls: "certificate or encryption refused"
    case .gone: "the feed is gone (410)"
    case .http(let status): "the server answers \(status)"
    case .brokenOff: "the answer broke off"
    case .noHTTP: "this is no HTTP answer"
    case .cancelled: "cancelled"
    case .noProgram(let name): "there is no program \(name)"
    case .program(let status): "the program ended with status \(status)"
    case .noFile: "the file cannot be read"
    case .noFeed: "this is no feed"
    case .other(let words): "failed: \(words)"
    }
  }

  /// Whether asking again later may help.
  public var isPassing: Bool {
    switch self {
    case .badAddress, .privateAddress, .gone, .forbiddenRedirect, .cancelled: false
    default: true
    }
  }
}
