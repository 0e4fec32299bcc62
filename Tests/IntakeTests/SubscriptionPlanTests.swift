// The rules by which the subscriptions of a store and of a sync server come together: nothing that either side says is lost.
import DispatchStore
import Testing
import WireFormats
@testable import Intake

@Suite struct SubscriptionPlanTests {
  private func feed(_ id: Int64, _ url: String, _ title: String = "", _ folder: String = "") -> Subscription {
    var feed = Subscription(url: url, title: title, folders: folder.isEmpty ? [] : folder.split(separator: "/").map(String.init))
    feed.id = id
    return feed
  }

  private func shared(_ stream: String, _ url: String, _ title: String, _ label: String) -> SharedFeed {
    SharedFeed(stream: stream, origin: url, addressThere: url, titleHere: title, foldersHere: [label], titleThere: title, labelsThere: [label])
  }

  private func steps(
    here: [Subscription], there: [String: Outline], last: [SharedFeed] = [], accepts: Bool = false, mayTell: (String) -> Bool = { _ in true }
  ) -> (steps: [String], plan: SubscriptionPlan) {
    let plan = SubscriptionPlan(here: here, there: there, last: last, acceptsRemovals: accepts, mayTell: mayTell)
    let words = plan.steps.map { step in
      switch step {
      case .followHere(let outline): "follow here \(outline.feed)"
      case .followThere(let feed): "follow there \(feed.url)"
      case .giveUpHere(let feed): "give up here \(feed.url)"
      case .giveUpThere(let stream, _): "give up there \(stream)"
      case .changeHere(let feed): "here \(feed.title) in \(feed.folders.joined(separator: "/"))"
      case .changeThere(let stream, _, let title, let into, let outOf): "there \(stream) \(title ?? "-") into \(into ?? "-") out of \(outOf ?? "-")"
      }
    }
    return (words, plan)
  }

  @Test(arguments: [
    ("nothing changed", "T", "A", "T", ["A"], []),
    ("renamed here", "N", "A", "T", ["A"], ["there feed/1 N into - out of -"]),
    ("renamed there", "T", "A", "N", ["A"], ["here N in A"]),
    ("renamed alike", "N", "A", "N", ["A"], []),
    ("moved here", "T", "B/C", "T", ["A"], ["there feed/1 - into B/C out of A"]),
    ("taken out here", "T", "", "T", ["A"], ["there feed/1 - into - out of A"]),
    ("moved there", "T", "A", "T", ["B/C"], ["here T in B/C"]),
    ("taken out there", "T", "A", "T", [], ["here T in "]),
    ("a second label there", "T", "A", "T", ["A", "B"], ["here T in B"]),
    ("renamed here, moved there", "N", "A", "T", ["B"], ["here N in B", "there feed/1 N into - out of -"]),
  ] as [(String, String, String, String, [String], [String])])
  func aChangeGoesToTheOtherSide(name: String, title: String, folder: String, titleThere: String, labels: [String], expected: [String]) {
    let url = "http://a.example/rss"
    let found = steps(
      here: [feed(1, url, title, folder)], there: ["feed/1": Outline(title: titleThere, feed: url, folders: labels)], last: [shared("feed/1", url, "T", "A")])
    #expect(found.steps == expected, "\(name)")
    #expect(found.plan.conflicts.isEmpty)
  }

  @Test func whatBothChangedIsOursAndTold() {
    let url = "http://a.example/rss"
    let found = steps(
      here: [feed(1, url, "Ici", "B")], there: ["feed/1": Outline(title: "Là", feed: url, folders: ["C"])], last: [shared("feed/1", url, "T", "A")])
    // Their label is not taken off: a server with several for a feed keeps both.
    #expect(found.steps == ["there feed/1 Ici into B out of -"])
    #expect(found.plan.conflicts.map(\.there) == ["Là", "C"])
  }

  @Test func whatOneSideGaveUpGoesUnlessTheOtherChangedIt() {
    let url = "http://a.example/rss"
    let last = [shared("feed/1", url, "T", "A")]
    let there = ["feed/1": Outline(title: "T", feed: url, folders: ["A"])]
    #expect(steps(here: [], there: there, last: last).steps == ["give up there feed/1"])
    #expect(steps(here: [feed(1, url, "T", "A")], there: [:], last: last).steps == ["give up here \(url)"])
    #expect(steps(here: [], there: ["feed/1": Outline(title: "N", feed: url, folders: ["A"])], last: last).steps == ["follow here \(url)"])
    #expect(steps(here: [feed(1, url, "N", "A")], there: [:], last: last).steps == ["follow there \(url)"])
  }

  @Test func halfTheListMissingIsAMishap() {
    let urls = (1...5).map { "http://a\($0).example/rss" }
    let last = urls.enumerated().map { shared("feed/\($0.offset)", $0.element, "T", "A") }
    let here = urls.enumerated().map { feed(Int64($0.offset), $0.element, "T", "A") }
    let held = steps(here: here, there: ["feed/0": Outline(title: "T", feed: urls[0], folders: ["A"])], last: last)
    #expect(held.steps.isEmpty && held.plan.held == 4)
    #expect(steps(here: here, there: [:], last: last, accepts: true).steps.count == 5)
    #expect(steps(here: [], there: Dictionary(uniqueKeysWithValues: last.map { ($0.stream, Outline(title: "T", feed: $0.origin, folders: ["A"])) }), last: last).plan.held == 5)
  }

  @Test func addressesAreOneUnderTheirSpellings() {
    let met = steps(here: [feed(1, "https://A.example/rss/", "Ici", "B")], there: ["feed/9": Outline(title: "Là", feed: "http://a.example:80/rss", folders: ["C"])])
    #expect(met.steps.isEmpty, "both stay as they are")
    // A server that was set up anew counts from one again.
    let url = "http://a.example/rss"
    let anew = steps(
      here: [feed(1, url, "N", "A")],
      there: ["feed/1": Outline(title: "Autre", feed: "http://b.example/", folders: []), "feed/2": Outline(title: "T", feed: url, folders: ["A"])],
      last: [shared("feed/1", url, "T", "A")])
    #expect(anew.steps == ["there feed/2 N into - out of -", "follow here http://b.example/"])
  }

  @Test func whatIsOursAloneIsTold() {
    let here = [feed(1, "exec:date"), feed(2, "file:///a"), feed(3, "http://u:p@a.example/"), feed(4, "http://intranet/rss"), feed(5, "http://a.example/")]
    #expect(steps(here: here, there: [:], mayTell: { !$0.contains("intranet") }).steps == ["follow there http://a.example/"])
    #expect(steps(here: [], there: ["feed/1": Outline(feed: "javascript:x"), "feed/2": Outline(feed: "http://intranet/")], mayTell: { !$0.contains("intranet") }).steps.isEmpty)
  }
}
