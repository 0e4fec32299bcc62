/// What a server of the Google Reader API follows: listed, followed, renamed, moved, given up. A folder is a label there.
public import WireFormats

extension ReaderAPI {
  private static let label = "user/-/label/"

  /// The subscriptions: title, address and folders, by the server's name of each (`feed/12`).
  public func subscriptions() throws(FeedError) -> [String: Outline] {
    let answer = try json("/reader/api/0/subscription/list?output=json")
    var found: [String: Outline] = [:]
    for entry in answer["subscriptions"]?.array ?? [] {
      guard let id = entry["id"]?.string else { continue }
      let address = Address.web(entry["url"]?.string) ?? Address.web(id.hasPrefix("feed/") ? String(id.dropFirst(5)) : nil)
      let folders = entry["categories"]?.array?.compactMap { $0["label"]?.string } ?? []
      found[id] = Outline(title: entry["title"]?.string, feed: address ?? id, page: Address.web(entry["htmlUrl"]?.string), folders: folders)
    }
    return found
  }

  /// Follows a feed; the server's name of it where the server says it. Throws what the server answers where it cannot follow it.
  public func follow(_ address: String, title: String, folder: String?) throws(FeedError) -> String? {
    do {
      var fields = [("ac", "subscribe"), ("s", "feed/" + address)]
      if !title.isEmpty { fields.append(("t", title)) }
      if let folder { fields.append(("a", Self.label + folder)) }
      try post("/reader/api/0/subscription/edit", fields)
      return nil
    } catch {
      // Some take a new feed by this only, and it looks for the feed behind a page's address.
      guard case .http = error else { throw error }
      let answer = try Self.json(in: post("/reader/api/0/subscription/quickadd", [("quickadd", address)]))
      guard answer["numResults"]?.int != 0, let name = answer["streamId"]?.text else { throw error }
      let stream = name.hasPrefix("feed/") ? name : "feed/" + name
      try change(stream, title: title.isEmpty ? nil : title, into: folder, outOf: nil)
      return stream
    }
  }

  /// Gives a feed up.
  public func giveUp(_ stream: String) throws(FeedError) {
    try post("/reader/api/0/subscription/edit", [("ac", "unsubscribe"), ("s", stream)])
  }

  /// Renames a feed, puts it into a folder, takes it out of one; nil leaves things as they are.
  public func change(_ stream: String, title: String?, into folder: String?, outOf old: String?) throws(FeedError) {
    guard title != nil || folder != nil || old != nil else { return }
    var fields = [("ac", "edit"), ("s", stream)]
    if let title { fields.append(("t", title)) }
    if let folder { fields.append(("a", Self.label + folder)) }
    if let old { fields.append(("r", Self.label + old)) }
    try post("/reader/api/0/subscription/edit", fields)
  }
}
