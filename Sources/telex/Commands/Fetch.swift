import ArgumentParser
import DispatchStore
import Extraction
import Feeds
import Glibc
import Intake
import Reader
import Terminal

/// `telex fetch [FEED…]`: visits the subscribed feeds, several at a time.
struct Fetch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetch the subscribed feeds.",
    discussion: """
      Without names every feed is asked, but for those whose server wants to be left alone and those that keep failing; these wait for
      their turn. A feed that changed nothing costs no body. A feed that fails stops no other.
      """)

  @OptionGroup var options: StoreOptions

  @Flag(help: "Only feeds whose turn has come by their own wishes: for timers.")
  var due = false

  @Flag(help: "Every feed, whatever its server said.")
  var force = false

  @Option(help: "Seconds that one feed may take.")
  var timeout = 30

  @Argument(help: "Feeds: addresses or parts of titles.")
  var feeds: [String] = []

  func run() throws {
    guard (1...3_600).contains(timeout) else { throw Failure.misuse("--timeout is a number of seconds from 1 to 3600.") }
    let store = try options.open()
    let shows = isatty(STDERR_FILENO) == 1
    let report: FeedRoundReport
    let waiting: Int
    do {
      let all = try store.subscriptions()
      guard !all.isEmpty else { throw Failure.failed("There are no feeds yet; `telex feeds add ADDRESS` follows one.") }
      let named = try FeedRounds.chosen(feeds, among: all)
      var round = try FeedRounds.make(store)
      round.limits.total = timeout * 1_000
      round.limits.connect = min(round.limits.connect, timeout * 1_000)
      let choice: FeedRound.Choice = force || !feeds.isEmpty ? .all : due ? .due : .willing
      let asked = named.filter { round.wants($0, choice) }
      waiting = named.count - asked.count
      let bar = ProgressBar(count: asked.count)
      report = try round.run(asked, onVisit: { visit in if shows { bar.advance(to: visit.feed) } })
      try ExpirySettings.applyAfterFetch(store)
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    } catch let error as ExtractorError {
      throw Failure.failed(DisplayText(error.description))
    } catch let error as Outside.Refusal {
      throw Failure.misuse(DisplayText(error.description))
    }
    if shows { Output.progress("") }
    for (feed, error) in report.failed {
      let reason = Interface.language == .fr ? error.french : error.english
      Output.note("\(DisplayText(FeedAddress.shown(feed.url))): \(DisplayText(reason))")
    }
    for refused in report.refused {
      Output.note("\(DisplayText(refused.source)): \(DisplayText(Interface.language == .fr ? refused.french : refused.english))")
    }
    let feeds: DisplayText = "\(report.changedFeeds) changed, \(report.unchangedFeeds) unchanged, \(report.failed.count) failed, \(waiting) waiting"
    Output.line("\(report.new) new, \(report.updated) updated (feeds: \(feeds))")
    if report.changedFeeds + report.unchangedFeeds == 0, !report.failed.isEmpty { throw ExitCode(1) }
  }
}
