internal import DispatchModel
internal import Lexicon

/// Weighs the countries that a dispatch is about, and lists those it names.
///
/// A country's weight is the sum over the mentions that speak for it: where the mention stands times what it is, at most
/// `cap` mentions a region, and a bonus for the country that the headline names first. The focus is the weightiest country and
/// those with at least `share` of its weight, three at the most; everything else that is named is mentioned.
/// The method is CLIFF's frequency of mention (Mediacloud, cliff-annotator) with position; the numbers are the middle of the best
/// hundredth of 4,000 random draws on 173 dispatches (the gold, blind b1xx, c1xx and e1xx, 30 real articles: first focus .92, F1 .92
/// there; on the held-out d1xx and f1xx .92 and .89; flat around the maximum).
/// Agency and author never count: they are frame mentions. A private body (party, company, union, club, medium) adds weight to a country
/// that something else names, and names none by itself.
struct Countries: Annotator {
  static let requires: Set<Layer> = [.aliases]
  static let provides: Set<Layer> = [.countries]

  private static let share = 0.31
  private static let cap = 7
  private static let headlineFirstBonus = 1.55

  private enum Region: Int {
    case headline, subhead, dateline, lead, body

    var weight: Double {
      switch self {
      case .headline: 2.75
      case .subhead: 0.95
      case .dateline: 1.65
      case .lead: 1.6
      case .body: 1
      }
    }
  }

  init(lexicon: LexiconFile) {}

  func annotate(_ draft: Draft) {
    var named: [Named] = []
    var isFirstOfHeadline = true
    let lead = draft.parts.first { $0.kind == .paragraph }?.tokens
    var part = 0
    for mention in draft.mentions {
      let token = mention.tokens.lowerBound
      while part < draft.parts.count, draft.parts[part].tokens.upperBound <= token { part += 1 }
      guard part < draft.parts.count, draft.parts[part].tokens.contains(token) else { continue }
      guard let country = Countries.country(of: mention) else { continue }
      guard let region = region(of: mention, in: draft.parts[part], lead: lead, draft) else { continue }
      let place = named.firstIndex { $0.country == country } ?? named.count
      if place == named.count { named.append(Named(country: country)) }
      let before = named[place].counts[region.rawValue]
      named[place].counts[region.rawValue] = before + 1
      named[place].isNamed = named[place].isNamed || !mention.isPrivate
      var weight = before < Countries.cap ? region.weight * kindWeight(mention) : 0
      if region == .headline, isFirstOfHeadline {
        weight += Countries.headlineFirstBonus
        isFirstOfHeadline = false
      }
      named[place].weight += weight
    }
    // Stable: countries of one weight stay in the order of the text.
    let ranked = named.filter(\.isNamed).enumerated().sorted {
      let (a, b) = ($0.element.weight, $1.element.weight)
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
    let most = ranked.first?.weight ?? 0
    draft.focus = ranked.prefix(3).filter { $0.weight > 0 && $0.weight >= Countries.share * most }.map(\.country)
    draft.mentioned = draft.focus + ranked.map(\.country).filter { !draft.focus.contains($0) }
  }

  /// A country that the text names, with its mentions by region.
  private struct Named {
    let country: String
    var weight = 0.0
    /// By a place, a nationality or a national institution.
    var isNamed = false
    var counts = SIMD8<Int>.zero
  }

  /// The country that a mention speaks for, or nil.
  static func country(of mention: DraftMention) -> String? {
    let code: String?
    switch mention.type {
    case .nationality: code = mention.value
    case .place: code = String(PlaceNames.country(ofValue: mention.value))
    case .organization: code = mention.country
    default: code = nil
    }
    guard let code, code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return code
  }

  private func kindWeight(_ mention: DraftMention) -> Double {
    switch mention.type {
    case .place: mention.value.utf8.count == 2 ? 1 : 0.92
    case .nationality: 0.9
    default: 0.65
    }
  }

  private func region(of mention: DraftMention, in part: DraftPart, lead: Range<Int>?, _ draft: Draft) -> Region? {
    switch part.kind {
    case .headline: return .headline
    case .subhead: return .subhead
    case .dateline, .byline:
      return mention.type == .place ? .dateline : nil
    case .paragraph, .crosshead: return lead.map { $0.contains(mention.tokens.lowerBound) } == true ? .lead : .body
    case .note: return .body
    case .priority, .signature: return nil
    }
  }
}
