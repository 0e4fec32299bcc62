/// What HTTP's header fields say about when to ask again (RFC 9111 section 5.2.2, RFC 9110 section 10.2.3).
internal import DispatchModel
internal import WireFormats

enum CacheHeaders {
  static let day = 86_400

  /// `max-age` in seconds; nil where there is none, or where the answer must not be kept.
  static func maxAge(_ field: String?) -> Int? {
    guard let field = field?.lowercased() else { return nil }
    let directives = field.split(separator: ",").map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    if directives.contains("no-store") || directives.contains("no-cache") { return nil }
    return directives.lazy.compactMap { $0.hasPrefix("max-age=") ? Int($0.dropFirst(8)) : nil }.first { $0 >= 0 }
  }

  /// Seconds or a date, against the server's own date; a day at most, and nothing that lies in the past.
  static func retryAfter(_ field: String?, now date: String?) -> Int? {
    guard let field else { return nil }
    if let seconds = Int(field) { return seconds >= 0 ? min(seconds, day) : nil }
    guard let until = DateReader.read(field), let now = date.flatMap({ DateReader.read($0) }) else { return nil }
    let wait = until.seconds - now.seconds
    return wait > 0 ? Int(min(wait, Int64(day))) : nil
  }
}
