/// Puts together the text of a dispatch whose envelope has fields: headline, sub-headlines, paragraphs, one a line.
internal import DispatchModel

struct EnvelopeText {
  var headline: String?
  var subheads: [String] = []
  var paragraphs: [String] = []
  var links: [String] = []

  /// A headline longer than any is cut, so that lists stay lists.
  static func headline(_ text: String) -> String {
    text.utf8.count <= headlineLimit ? text : String(text.prefix(headlineLimit / 4)) + "…"
  }

  /// In bytes.
  private static let headlineLimit = 8_192

  /// nil where there is neither headline nor text.
  func dispatch(identity: String?, source: String) -> Dispatch? {
    let headline = self.headline?.collapsed.nonEmpty.map(Self.headline)
    let subheads = self.subheads.map(\.collapsed).filter { !$0.isEmpty && $0 != headline }
    var body = paragraphs
    if let headline, body.first?.collapsed == headline { body.removeFirst() }
    let lines = (headline.map { [$0] } ?? []) + subheads + body
    guard !lines.isEmpty else { return nil }
    let text = lines.joined(separator: "\n")
    var dispatch = Dispatch(identity: identity ?? "text:" + digest(text), text: text, source: source)
    dispatch.hasHeadlineLine = headline != nil
    dispatch.subheadLines = headline == nil ? 0 : subheads.count
    dispatch.links = links
    return dispatch
  }

  /// Makes the first paragraph the headline, without the sign that ends it (`Titre =`, as dpa writes it). A notice of an embargo is no
  /// headline: what stands under one may be shown, what follows may not.
  mutating func takeHeadline() {
    let notices = paragraphs.prefix { EmbargoNotice.hour(inLine: $0) != nil }.count
    guard notices < paragraphs.count else { return }
    let line = paragraphs.remove(at: notices)
    headline = line.hasSuffix(" =") ? String(line.dropLast(2)) : line
  }

  /// Adds a body given as HTML, a whole page or a part of one.
  mutating func add(html: String, base: String? = nil) {
    let text = HTMLText(page: html, base: base)
    paragraphs += text.lines
    links = (links + text.links).unique
  }
}
