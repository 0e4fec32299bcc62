/// Where a feed's bytes come from, by its address: the network, a file, a program, a program over another source.
///
///     exec:/usr/bin/tool --flag "a b"
///     filter:/usr/bin/tool --flag:https://a.example/rss
///
/// The form is newsboat's; the words after it are a program and its arguments. No shell ever reads them: quotes hold blanks together,
/// a backslash takes the next character as it is, and nothing else means anything.
internal import WireFormats

public indirect enum FeedSource: Hashable, Sendable {
  case web(String)
  case file(path: String)
  case program([String])
  case filter([String], FeedSource)

  /// nil where the text is none of these.
  public init?(_ text: String) {
    if text.hasPrefix("exec:") {
      guard let words = ArgumentList.read(text.dropFirst(5)), !words.isEmpty else { return nil }
      self = .program(words)
    } else if text.hasPrefix("filter:") {
      // The last colon before a known form parts the program from what it reads.
      let rest = text.dropFirst(7)
      guard let split = ["http://", "https://", "file:", "exec:"].compactMap({ rest.firstRange(of: ":" + $0)?.lowerBound }).min(),
        let words = ArgumentList.read(rest[..<split]), !words.isEmpty, let source = FeedSource(String(rest[rest.index(after: split)...]))
      else { return nil }
      self = .filter(words, source)
    } else if text.hasPrefix("file:") {
      var path = text.dropFirst(5)
      if path.hasPrefix("//") { path = path.dropFirst(2) }
      guard path.hasPrefix("/"), let plain = Self.unescaped(path) else { return nil }
      self = .file(path: plain)
    } else if let address = Address.web(text) {
      self = .web(address)
    } else {
      return nil
    }
  }

  /// The network address that it begins with, nil for files and programs.
  public var web: String? {
    switch self {
    case .web(let address): address
    case .filter(_, let source): source.web
    case .file, .program: nil
    }
  }

  private static func unescaped(_ path: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value != 0 else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// A line of words: a program and its arguments.
enum ArgumentList {
  /// nil where a quote is not closed.
  static func read(_ line: Substring) -> [String]? {
    var words: [String] = []
    var word = ""
    var isStarted = false
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        isStarted = true
      } else if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        isStarted = true
      } else if character.isWhitespace {
        if isStarted { words.append(word) }
        (word, isStarted) = ("", false)
      } else {
        word.append(character)
        isStarted = true
      }
    }
    if isStarted { words.append(word) }
    return quote == nil && !isEscaped ? words : nil
  }
}
