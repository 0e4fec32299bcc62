/// Text that is safe to show: the only kind that frames, messages, logs and printed output take.
///
///     DisplayText(dispatch.headline, .line)          // filtered: from outside
///     let count: DisplayText = "\(348) dépêches"     // our own words and numbers; a String cannot be put in
///
/// Made after the last decoding step. It holds no control character (but line breaks and tabs in a `.body`), no bidirectional
/// override, isolate or mark, no invisible or deprecated format character, no noncharacter, and at most four marks on a
/// base. Zero-width joiners stay only where a script or an emoji needs them. Making it takes time linear in the text.
public struct DisplayText: Hashable, Sendable {
  /// What the text may hold.
  public enum Layout: Sendable {
    /// One row: what breaks a line or tabulates becomes a space.
    case line
    /// Several lines: keeps line breaks (as U+000A) and tabs.
    case body
  }

  /// The filtered text.
  public let string: String

  /// Filters a text from outside.
  public init(_ raw: String, _ layout: Layout = .line) {
    string = TextFilter.filter(raw, layout)
  }

  /// The same for a piece of one.
  public init(_ raw: Substring, _ layout: Layout = .line) { self.init(String(raw), layout) }

  /// No text.
  public init() { string = "" }

  /// A number.
  public init(_ number: some BinaryInteger) { string = String(number) }

  /// For text that the caller has made of filtered text.
  init(filtered: String) { string = filtered }

  /// Our own words, known when the program is built.
  public static func trusted(_ words: StaticString) -> DisplayText {
    DisplayText(filtered: words.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
  }

  public var isEmpty: Bool { string.isEmpty }

  public static func + (left: DisplayText, right: DisplayText) -> DisplayText {
    DisplayText(filtered: left.string + right.string)
  }

  public static func += (left: inout DisplayText, right: DisplayText) {
    left = DisplayText(filtered: left.string + right.string)
  }

  /// That many times the same.
  public func repeated(_ count: Int) -> DisplayText {
    DisplayText(filtered: String(repeating: string, count: max(0, count)))
  }
}

extension DisplayText: ExpressibleByStringInterpolation {
  /// Takes literals, numbers and other display texts, and nothing else: a `String` in an interpolation does not compile.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text: String

    public init(literalCapacity: Int, interpolationCount: Int) { text = "" }

    public mutating func appendLiteral(_ literal: String) { text += literal }
    public mutating func appendInterpolation(_ value: DisplayText) { text += value.string }
    public mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }
  }

  /// Filtered all the same, since the compiler lets a `String` be passed by name.
  public init(stringLiteral value: String) { self.init(value, .body) }
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.text, .body) }
}

extension Sequence<DisplayText> {
  /// All of them, with `separator` between.
  public func joined(separator: DisplayText = DisplayText()) -> DisplayText {
    DisplayText(filtered: map(\.string).joined(separator: separator.string))
  }
}
