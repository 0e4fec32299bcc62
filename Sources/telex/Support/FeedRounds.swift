import DispatchModel
import DispatchStore
import Extraction
import Feeds
import Foundation
import Intake
import Terminal

/// A round over the subscriptions, with what the settings say: for `telex fetch` and the reader's `R`.
enum FeedRounds {
  static func make(_ store: DispatchStore) throws -> FeedRound {
    let settings = FeedSettings.load()
    var round = FeedRound(store: store, intake: Intake(store: store, extractor: try Extractor(), now: Now.moment), now: Now.moment)
    round.credentials = { settings.credentials(for: $0) }
    return round
  }

  /// The subscriptions that words on the command line mean: an address, or a part of a title; all where there are no words.
  static func chosen(_ words: [String], among feeds: [Subscription]) throws -> [Subscription] {
    guard !words.isEmpty else { return feeds }
    var chosen: [Subscription] = []
    for word in words {
      let exact = feeds.filter { $0.url == word || $0.origin == word || $0.title == word }
      let found = exact.isEmpty ? feeds.filter { $0.title.holds(word) } : exact
      if found.isEmpty { throw Outside.Refusal("Aucun fil ne s'appelle \(DisplayText(word)) ; « telex feeds list » les montre.", "No feed is called \(DisplayText(word)); `telex feeds list` shows them.") }
      chosen += found.filter { !chosen.contains($0) }
    }
    return chosen
  }
}

extension String {
  /// Whether the words occur, capitals and accents aside.
  fileprivate func holds(_ words: String) -> Bool { EntityName.key(self).contains(EntityName.key(words)) }
}
