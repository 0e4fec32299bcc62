import ArgumentParser
import DispatchStore
import Terminal

/// `telex expire`: removes dispatches that need not be kept.
struct Expire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expire", abstract: "Remove dispatches that need not be kept.",
    discussion: """
      Older than so many days, or beyond the newest so many; without options as [expiry] in the settings says. What is starred or tagged
      always stays, what is unread unless --unread is given. Age counts from the newest dispatches where the clock is ahead of them.
      The file keeps its size, and its free room is used again; `telex compact` gives it back.
      """)

  @OptionGroup var options: StoreOptions

  @Option(help: "Remove what is older than so many days.")
  var days: Int?

  @Option(help: "Keep the newest so many.")
  var count: Int?

  @Flag(help: "Also what is unread.")
  var unread = false

  @Flag(name: .customLong("dry-run"), help: "Only say how many would go.")
  var isTrial = false

  func run() throws {
    guard (days ?? 1) > 0, (count ?? 1) > 0 else { throw Failure.misuse("--days and --count are numbers above 0.") }
    var rules = ExpiryRules(days: days, count: count, includesUnread: unread)
    if days == nil, count == nil {
      rules = ExpirySettings.load().rules
      rules.includesUnread = rules.includesUnread || unread
    }
    guard rules.days != nil || rules.count != nil else {
      throw Failure.misuse("Say what goes: --days N, --count N, or [expiry] in the settings.")
    }
    let store = try options.open()
    let (asked, isTrial) = (rules, isTrial)
    let gone = try StoreAnswer.of {
      isTrial ? try store.expirableCount(asked, now: Now.moment) : try store.expire(asked, now: Now.moment)
    }
    Output.line(isTrial ? "\(gone) would go" : "\(gone) removed")
  }
}
