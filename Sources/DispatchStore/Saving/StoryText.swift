internal import Synchronization

/// Headline and lead of a dispatch, by which it is put beside others.
struct StoryText {
  let headline: StoryHeadline
  let lead: StoryLead

  init(headline: String, text: String, country: String) {
    self.headline = StoryHeadline(headline)
    lead = StoryLead(text, headline: headline, country: country)
  }

  /// How alike two dispatches of one story are at least.
  static let likeness = 0.4

  /// How alike two dispatches about one country are, from 0 to 1, and how alike they are at least in the mean over two stories that are
  /// made one: the leads count twice as much as the headlines; where one of them has
  /// no lead that tells, the headlines alone.
  func likeness(to other: StoryText, in country: Set<String>) -> (value: Double, inTheMean: Double) {
    let headlines = headline.likeness(to: other.headline, in: country)
    guard let leads = lead.likeness(to: other.lead) else { return (headlines, 0.25) }
    return ((headlines + 2 * leads) / 3, 0.33)
  }
}

/// The same for all copies of a `DispatchStore`; what a transaction looked at is kept once it has ended well.
final class StoryMemory: Sendable {
  let texts = Mutex(StoryTexts())
}

/// Texts of dispatches that were looked at lately, so that an import does not unpack them again for each update.
struct StoryTexts {
  private var known: [Int64: StoryText] = [:]
  private static let most = 4_096

  subscript(id: Int64) -> StoryText? {
    get { known[id] }
    set {
      if known.count >= StoryTexts.most, newValue != nil { known.removeAll(keepingCapacity: true) }
      known[id] = newValue
    }
  }
}
