public import Terminal

/// The languages of the interface.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case fr, en

  /// The language of a locale name such as `fr_FR.UTF-8`: French where it is French, else English.
  public init(locale: String?) {
    self = locale?.lowercased().hasPrefix("fr") == true ? .fr : .en
  }
}

/// Words of the interface in both languages. There is no way to make one with a language missing.
public struct Phrase: Hashable, Sendable {
  public let fr: DisplayText
  public let en: DisplayText

  public init(_ fr: DisplayText, _ en: DisplayText) {
    self.fr = fr
    self.en = en
  }

  public func callAsFunction(_ language: Language) -> DisplayText { language == .fr ? fr : en }
}

/// A counted noun. French counts 0 and 1 in the singular, English only 1.
struct Counted: Sendable {
  let fr: (one: DisplayText, many: DisplayText)
  let en: (one: DisplayText, many: DisplayText)

  init(fr: (DisplayText, DisplayText), en: (DisplayText, DisplayText)) {
    self.fr = fr
    self.en = en
  }

  /// `348 dépêches`, `1 dispatch`.
  func callAsFunction(_ count: Int, _ language: Language) -> DisplayText {
    let words = language == .fr ? (count < 2 ? fr.one : fr.many) : (count == 1 ? en.one : en.many)
    return Numbers.grouped(count, language) + " " + words
  }

  /// The noun alone in the right number.
  func noun(_ count: Int, _ language: Language) -> DisplayText {
    language == .fr ? (count < 2 ? fr.one : fr.many) : (count == 1 ? en.one : en.many)
  }
}
