internal import Lexicon

/// Punctuation marks as tokens are compared with them: each folded once, not at each comparison.
enum Sign {
  static let hyphen: Word = "-"
  static let enDash: Word = "–"
  static let emDash: Word = "—"
  static let comma: Word = ","
  static let stop: Word = "."
  static let colon: Word = ":"
  static let slash: Word = "/"
  static let equals: Word = "="
  static let star: Word = "*"
  static let bullet: Word = "•"
  static let open: Word = "("
  static let close: Word = ")"
  static let copyright: Word = "©"
  static let question: Word = "?"
  static let exclamation: Word = "!"
  static let ellipsis: Word = "…"
  static let straightQuote: Word = "\""
  static let bar: Word = "|"
  static let openGuillemet: Word = "«"
  static let closeGuillemet: Word = "»"
  static let openCurly: Word = "“"
  static let closeCurly: Word = "”"
  static let lowCurly: Word = "„"
  static let curlyApostrophe: Word = "’"
  static let minus: Word = "−"

  static let finals: Set<Word> = [stop, question, exclamation, ellipsis]
  static let dashes: Set<Word> = [hyphen, enDash, emDash, "―", "−"]
  static let closers: Set<Word> = [straightQuote, "»", "”", "’", "'", close, "]", "›"]
  static let openers: Set<Word> = [straightQuote, "«", "“", "„", "‘", "'", open, "[", "‹"]
}
