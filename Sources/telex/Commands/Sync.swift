import ArgumentParser
import DispatchStore
import Extraction
import Feeds
import Foundation
import Intake
import Reader
import Terminal
import TOMLKit

/// `telex sync`: items and marks, both ways, with a server that speaks the Google Reader API.
struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring items and marks together with a sync server (FreshRSS, Miniflux, Inoreader).",
    discussion: """
      The settings file names it:

          [sync]
          url = "https://rss.example/api/greader.php"
          user = "nom"
          password_command = ["pass", "rss"]      # or password = "…"
      """)

  @OptionGroup var options: StoreOptions

  func run() throws {
    let account = try Self.account()
    let store = try options.open()
    do {
      let intake = Intake(store: store, extractor: try Extractor(), now: Now.moment)
      let api = try ReaderAPI.login(base: account.url, user: account.user, password: account.password)
      let report = try SyncRound(store: store, intake: intake, server: account.url).run(api)
      Output.line(
        "\(report.new) new, \(report.updated) updated, \(report.sent) marks sent, \(report.received) received, \(report.subscriptions) subscriptions")
    } catch let error as FeedError {
      let reason = Interface.language == .fr ? error.french : error.english
      throw Failure.failed("\(DisplayText(FeedAddress.shown(account.url))): \(DisplayText(reason))")
    } catch let error as StoreError {
      throw Failure.failed(DisplayText(error.description))
    } catch let error as ExtractorError {
      throw Failure.failed(DisplayText(error.description))
    }
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
