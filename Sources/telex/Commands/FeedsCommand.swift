import ArgumentParser
import DispatchModel
import DispatchStore
import Feeds
import Foundation
import Intake
import Reader
import Terminal
import WireFormats

/// `telex feeds`: subscriptions.
struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "Subscriptions: follow, list, change, give up, import, export.",
    subcommands: [ListFeeds.self, AddFeeds.self, ChangeFeeds.self, RemoveFeeds.self, ImportFeeds.self, ExportFeeds.self], defaultSubcommand: ListFeeds.self)
}

/// `telex feeds list`.
struct ListFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List subscriptions and how their last visit went.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl }

  @OptionGroup var options: StoreOptions
  @Option(help: "How to print.") var format: Format = .table

  func run() throws {
    let feeds = try StoreAnswer.of { try options.open().subscriptions() }
    switch format {
    case .table:
      var table = Table(["TITLE", "FOLDER", "FETCHED", "STATE", "ADDRESS"])
      for feed in feeds {
        let state = feed.error.map { "\($0)\(feed.failures > 1 ? " (×\(feed.failures))" : "")" } ?? (feed.fetched == nil ? "new" : "ok")
        table.add([
          DisplayText(String(feed.title.prefix(40))), DisplayText(feed.folders.joined(separator: "/")),
          DisplayText(feed.fetched.map { String($0.iso.prefix(16)) } ?? ""), DisplayText(state), DisplayText(FeedAddress.shown(feed.url)),
        ])
      }
      table.print()
    case .jsonl:
      for feed in feeds {
        var json = JSONText()
        json.object { json in
          json.key("url"); json.value(FeedAddress.shown(feed.url))
          json.key("title"); json.value(feed.title)
          json.key("folders"); json.array(feed.folders) { $0.value($1) }
          json.key("fetched"); json.value(feed.fetched?.iso)
          json.key("next"); json.value(feed.nextFetch?.iso)
          json.key("failures"); json.value(feed.failures)
          json.key("error"); json.value(feed.error)
          json.key("full_text"); json.value(feed.wantsFullText)
        }
        json.raw(0x0A)
        Output.json(json)
      }
    }
  }
}

/// `telex feeds add ADDRESS…`.
struct AddFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Follow feeds: by a feed's address, or by a page's that offers one.",
    discussion: """
      Besides http(s): /a/file or file:///a/file, exec:PROGRAM ARGUMENTS (what the program writes is the feed), and
      filter:PROGRAM ARGUMENTS:ADDRESS (what the program makes of that feed). Programs are run as they are written, never by a shell.
      """)

  @OptionGroup var options: StoreOptions
  @Option(help: "The title to list it under; the feed's own without it.") var title: String?
  @Option(help: "The folder to list it in; a/b for one in another.") var folder: String?
  @Flag(help: "Fetch the article's page for what the feed only teases.") var fullText = false
  @Argument(help: "Addresses.") var addresses: [String]

  func run() throws {
    let store = try options.open()
    let settings = FeedSettings.load()
    let finder = FeedFinder(credentials: { settings.credentials(for: $0) })
    var failures = 0
    for address in addresses {
      switch finder.find(address) {
      case .failure(let error):
        failures += 1
        Output.note("\(DisplayText(FeedAddress.shown(address))): \(DisplayText(Interface.language == .fr ? error.french : error.english))")
      case .success(let found):
        let typed = FeedAddress.isSameHost(found.url, address) || found.others.isEmpty && found.url.hasSuffix(address)
        let feed = Subscription(
          url: found.url, title: title ?? found.title.map { String($0.prefix(200)) } ?? "",
          folders: folder?.split(separator: "/").map(String.init) ?? [], allowsPrivate: typed, wantsFullText: fullText)
        let shown = DisplayText(FeedAddress.shown(found.url))
        if try StoreAnswer.of({ try store.subscribe(feed) }) {
          Output.line(feed.title.isEmpty ? shown : "\(DisplayText(feed.title)): \(shown)")
        } else {
          Output.note("\(shown) is followed already.")
        }
        if let doubt = found.doubt {
          Output.note("\(shown) could not be asked yet (\(DisplayText(Interface.language == .fr ? doubt.french : doubt.english))); it is kept as written.")
        }
        for other in found.others { Output.note("The page also offers \(DisplayText(other))") }
      }
    }
    if failures > 0 { throw ExitCode(1) }
  }
}

/// `telex feeds change FEED…`.
struct ChangeFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "change", abstract: "Rename feeds, move them, change how they are fetched.")

  @OptionGroup var options: StoreOptions
  @Option(help: "The title to list it under; one feed only.") var title: String?
  @Option(help: "The folder to list it in; a/b for one in another, nothing for none.") var folder: String?
  @Flag(inversion: .prefixedNo, help: "Fetch the article's page for what the feed only teases.") var fullText: Bool?
  @Flag(inversion: .prefixedNo, help: "The feed may lie on this machine or its network.") var allowPrivate: Bool?
  @Argument(help: "Feeds: addresses or parts of titles.") var feeds: [String]

  func run() throws {
    let store = try options.open()
    let all = try StoreAnswer.of { try store.subscriptions() }
    var chosen: [Subscription]
    do { chosen = try FeedRounds.chosen(feeds, among: all) } catch let error as Outside.Refusal {
      throw Failure.failed(DisplayText(error.description))
    }
    guard title == nil || chosen.count == 1 else { throw Failure.misuse("--title is for one feed; \(chosen.count) are meant.") }
    for index in chosen.indices {
      if let title { chosen[index].title = String(title.prefix(200)) }
      if let folder { chosen[index].folders = folder.split(separator: "/").map(String.init) }
      if let fullText { chosen[index].wantsFullText = fullText }
      if let allowPrivate { chosen[index].allowsPrivate = allowPrivate }
    }
    let changed = chosen
    try StoreAnswer.of { try store.update(changed) }
    Output.line("\(changed.count) changed")
  }
}

/// `telex feeds remove FEED…`.
struct RemoveFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Give feeds up; their dispatches stay.")

  @OptionGroup var options: StoreOptions
  @Argument(help: "Feeds: addresses or parts of titles.") var feeds: [String]

  func run() throws {
    let store = try options.open()
    let all = try StoreAnswer.of { try store.subscriptions() }
    let chosen: [Subscription]
    do { chosen = try FeedRounds.chosen(feeds, among: all) } catch let error as Outside.Refusal {
      throw Failure.failed(DisplayText(error.description))
    }
    for feed in chosen {
      _ = try StoreAnswer.of { try store.unsubscribe(id: feed.id) }
      Output.line("\(DisplayText(FeedAddress.shown(feed.url))) is no longer followed")
    }
  }
}

/// `telex feeds import FILE`: OPML, or newsboat's urls file.
struct ImportFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Follow the feeds of an OPML list or of newsboat's urls file.",
    discussion: "Lists bring addresses only: exec: and filter: lines are refused, `telex feeds add` takes them one by one.")

  @OptionGroup var options: StoreOptions
  @Flag(help: "The list's feeds may lie on this machine or its network.") var allowPrivate = false
  @Argument(help: "Files; - is standard input.") var files: [String]

  func run() throws {
    let store = try options.open()
    var added = 0
    var known = 0
    var refused = 0
    for file in files {
      guard let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file) else {
        throw Failure.failed("\(DisplayText(file)) cannot be read.")
      }
      var decoded = WireFormats.decode([UInt8](data), source: file)
      if decoded.format != .opml { decoded = NewsboatURLs.read(String(decoding: data, as: UTF8.self)) }
      for refusal in decoded.refusals {
        refused += 1
        Output.note("\(DisplayText(file)): \(DisplayText(Interface.language == .fr ? refusal.french : refusal.english))")
      }
      for outline in decoded.outlines {
        let feed = Subscription(url: outline.feed, title: outline.title ?? "", folders: outline.folders, allowsPrivate: allowPrivate)
        if try StoreAnswer.of({ try store.subscribe(feed) }) { added += 1 } else { known += 1 }
      }
    }
    Output.line("\(added) added, \(known) known, \(refused) refused")
    if added + known == 0, refused > 0 { throw ExitCode(1) }
  }
}

/// `telex feeds export`.
struct ExportFeeds: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: "Write the subscriptions as OPML or as newsboat's urls file.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case opml, urls }

  @OptionGroup var options: StoreOptions
  @Option(help: "How to write.") var format: Format = .opml

  func run() throws {
    let feeds = try StoreAnswer.of { try options.open().subscriptions() }
    // A program of this machine is nobody else's business, and no list may bring one.
    let outlines = feeds.compactMap { feed -> Outline? in
      guard let address = Address.web(feed.url) else { return nil }
      return Outline(title: feed.title.isEmpty ? nil : feed.title, feed: FeedAddress.shown(address), folders: feed.folders)
    }
    let text = format == .opml ? FeedWriter.opml(title: "Telex", outlines) : NewsboatURLs.write(outlines)
    Output.line(DisplayText(String(text.hasSuffix("\n") ? text.dropLast() : text[...]), .body))
  }
}
