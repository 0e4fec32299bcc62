import ArgumentParser
import DispatchStore
import Extraction
import Feeds
import Foundation
import Intake
import Reader
import Terminal
import TOMLKit

/// `telex sync`: subscriptions, items and marks, both ways, with a server that speaks the Google Reader API.
struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Bring subscriptions, items and marks together with a sync server (FreshRSS, Miniflux, Inoreader).",
    discussion: """
      What is followed, renamed, moved or given up on one side is on the other after the next round; where both sides changed the same
      title or folder, this side's counts and the other's is told. The settings file names the server:

          [sync]
          url = "https://rss.example/api/greader.php"
          user = "nom"
          password_command = ["pass", "rss"]      # or password = "…"
      """)

  @OptionGroup var options: StoreOptions

  @Flag(help: "Give up what is missing on the other side, even if that is more than half of the feeds.") var acceptRemovals = false

  func run() throws {
    let account = try Self.account()
    let store = try options.open()
    do {
      let intake = Intake(store: store, extractor: try Extractor(), now: Now.moment)
      let api = try ReaderAPI.login(base: account.url, user: account.user, password: account.password)
      var round = SyncRound(store: store, intake: intake, server: account.url)
      round.acceptsRemovals = acceptRemovals
      tell(try round.run(api))
    } catch let error as FeedError {
      let reason = Interface.language == .fr ? error.french : error.english
      throw Failure.failed("\(DisplayText(FeedAddress.shown(account.url))): \(DisplayText(reason))")
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    } catch let error as ExtractorError {
      throw Failure.failed(DisplayText(error.description))
    }
  }

  private func tell(_ report: SyncRound.Report) {
    Output.line(
      "\(report.new) new, \(report.updated) updated, \(report.sent) marks sent, \(report.received) received, \(report.subscriptions) subscriptions")
    let sides = [
      ("here", report.followedHere, report.changedHere, report.givenUpHere), ("there", report.followedThere, report.changedThere, report.givenUpThere),
    ]
    for (side, followed, changed, givenUp) in sides where followed + changed + givenUp > 0 {
      Output.line("feeds \(DisplayText(side)): \(followed) followed, \(changed) changed, \(givenUp) given up")
    }
    let isFrench = Interface.language == .fr
    for conflict in report.conflicts {
      let feed = DisplayText(FeedAddress.shown(conflict.feed)), here = DisplayText(conflict.here), there = DisplayText(conflict.there)
      Output.note(isFrench ? "\(feed) : « \(here) » ici, « \(there) » là-bas : gardé comme ici" : "\(feed): “\(here)” here, “\(there)” there: kept as here")
    }
    for (address, error) in report.failed {
      Output.note("\(DisplayText(FeedAddress.shown(address))): \(DisplayText(isFrench ? error.french : error.english))")
    }
    guard report.held > 0 else { return }
    Output.note(
      isFrench
        ? "\(report.held) fils manquent d'un côté, plus de la moitié : rien n'est abandonné ; `telex sync --accept-removals` les abandonne"
        : "\(report.held) feeds are missing on one side, more than half: nothing is given up; `telex sync --accept-removals` gives them up")
  }

  private static func account() throws -> (url: String, user: String, password: String) {
    let wanted: DisplayText = "The settings name no server to sync with: [sync] with url, user and password or password_command."
    guard let data = FileManager.default.contents(atPath: Locations.configFile) else { throw Failure.failed(wanted) }
    let table: TOMLTable?
    do {
      let text = String(decoding: data, as: UTF8.self)
      try TOMLText.check(text)
      table = try TOMLTable(string: text)["sync"]?.table
    } catch {
      throw Failure.failed(wanted)
    }
    guard let table, let url = table["url"]?.string, let user = table["user"]?.string else { throw Failure.failed(wanted) }
    if let password = table["password"]?.string { return (url, user, password) }
    guard let words = table["password_command"]?.array?.compactMap(\.string), !words.isEmpty else { throw Failure.failed(wanted) }
    switch ProgramRun.output(of: words, limit: 1 << 16) {
    case .failure(let error): throw Failure.failed("\(DisplayText(words.first ?? "")): \(DisplayText(error.english))")
    case .success(let bytes):
      return (url, user, String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }
  }
}
