/// The one way from bytes to dispatches.
///
///     let decoded = WireFormats.decode(bytes, source: "dépêches/0412.txt")
///     for dispatch in decoded.dispatches { … }
///     for refusal in decoded.refusals { print(refusal.french) }
///
/// Never traps and never throws: what cannot be taken is a refusal with its place and reason, and takes nothing else with it.
public enum WireFormats {
  /// Larger inputs are refused as a whole.
  public static let sizeLimit = 1 << 30

  /// Decodes a file, an HTTP answer or a pipe.
  ///
  /// - Parameters:
  ///   - source: the path or address it came from; it becomes part of identities that the input does not give.
  ///   - format: what it is, or `auto` for detection by content.
  ///   - contentType: the HTTP header's value, whose `charset` counts.
  ///   - baseURL: what relative addresses are resolved against.
  ///   - language: what the HTTP header Content-Language says.
  public static func decode(
    _ bytes: [UInt8], source: String, format: WireFormat = .auto, contentType: String? = nil, baseURL: String? = nil,
    language: String? = nil
  ) -> Decoded {
    guard bytes.count <= sizeLimit else { return Decoded(refusing: .tooLarge(sizeLimit)) }
    if let reason = Sniffer.refusal(of: bytes) { return Decoded(refusing: reason) }
    let decodedText = TextDecoding.decode(bytes, contentType: contentType)
    let text = decodedText.text
    var wanted = format
    if wanted == .auto {
      switch Sniffer.sniff(text) {
      case .format(let found): wanted = found
      case .refusal(let reason): return Decoded(refusing: reason)
      }
    }
    switch wanted {
    case .auto, .text: return WireText.decode(text, source: source)
    case .jsonl: return JSONLines.decode(text, source: source)
    case .rss, .atom:
      guard var document = FeedReader.read(XMLDocument.read(text), base: baseURL, language: language),
        !document.version.isEmpty || !document.entries.isEmpty
      else { return Decoded(refusing: .malformedXML) }
      document.charset = decodedText.charset
      return FeedDispatches.decode(document, source: source, format: document.version.hasPrefix("atom") ? .atom : .rss)
    case .jsonfeed:
      let (value, complaint) = JSONReader.read(text)
      guard let value, let document = JSONFeed.read(value, base: baseURL) else {
        return Decoded(refusing: .malformedJSON(complaint ?? "no JSON Feed"))
      }
      var decoded = FeedDispatches.decode(document, source: source, format: .jsonfeed)
      if let complaint { decoded.refusals.append(Refusal(.malformedJSON(complaint), at: .whole)) }
      return decoded
    case .newsml: return NewsML.decode(XMLDocument.read(text), source: source)
    case .ninjs: return NinJS.decode(text, source: source)
    case .opml: return OPML.decode(XMLDocument.read(text))
    case .eml: return Mail.decode(bytes, source: source)
    case .iptc7901: return IPTC7901.decode(text, source: source)
    case .anpa: return ANPA1312.decode(text, source: source)
    }
  }

  /// The feed document itself, for conformance: RSS, Atom and JSON Feed.
  public static func feedDocument(
    _ bytes: [UInt8], contentType: String? = nil, baseURL: String? = nil, language: String? = nil
  ) -> FeedDocument {
    let decoded = TextDecoding.decode(bytes, contentType: contentType)
    let start = decoded.text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    var document: FeedDocument?
    if start == "{" || start == "[" {
      let (value, complaint) = JSONReader.read(decoded.text)
      document = value.flatMap { JSONFeed.read($0, base: baseURL) }
      if complaint != nil { document?.isMalformed = true }
    } else {
      document = FeedReader.read(XMLDocument.read(decoded.text), base: baseURL, language: language)
    }
    var result = document ?? FeedDocument()
    if document == nil { result.isMalformed = true }
    result.charset = decoded.charset
    if decoded.isDamaged { result.isMalformed = true }
    if let type = contentType?.lowercased(), !type.contains("xml"), !type.contains("json") { result.isMalformed = true }
    return result
  }
}
