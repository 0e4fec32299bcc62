internal import Lexicon

/// Punctuation marks as tokens are compared with them: none is folded at run time.
enum Sign {
  static var hyphen: Word { "-" }
  static var enDash: Word { Word(sign: "–") }
  static var emDash: Word { Word(sign: "—") }
  static var comma: Word { "," }
  static var stop: Word { "." }
  static var colon: Word { ":" }
  static var slash: Word { "/" }
  static var equals: Word { "=" }
  static var star: Word { "*" }
  static var bullet: Word { Word(sign: "•") }
  static var open: Word { "(" }
  static var close: Word { ")" }
  static var copyright: Word { Word(sign: "©") }
  static var question: Word { "?" }
  static var exclamation: Word { "!" }
  static var ellipsis: Word { Word(sign: "…") }
  static var straightQuote: Word { "\"" }
  static var bar: Word { "|" }
  static var openGuillemet: Word { Word(sign: "«") }
  static var closeGuillemet: Word { Word(sign: "»") }
  static var openCurly: Word { Word(sign: "“") }
  static var closeCurly: Word { Word(sign: "”") }
  static var lowCurly: Word { Word(sign: "„") }
  /// Folds to the straight one.
  static var curlyApostrophe: Word { "'" }
  static var minus: Word { Word(sign: "−") }
  static var prime: Word { Word(sign: "′") }
  static var doublePrime: Word { Word(sign: "″") }
  static var degree: Word { Word(sign: "°") }

  static let finals: WordSet = [stop, question, exclamation, ellipsis]
  static let dashes: WordSet = [hyphen, enDash, emDash, "―", "−"]
  static let closers: WordSet = [straightQuote, "»", "”", "’", "'", close, "]", "›"]
  static let openers: WordSet = [straightQuote, "«", "“", "„", "‘", "'", open, "[", "‹"]
}
