/// The embargo that a dispatch's own text gives, in formats whose envelope has no field for one: a line of its own near the start,
/// `EMBARGO JUSQU'AU 5 MARS 2018 À 06H00 GMT`, `Embargoed until 00:01 GMT Monday, March 5, 2018`.
///
/// A line that gives no whole date is left alone. A time without a zone, or in one that is not known by its name, counts as UTC: for
/// Europe and what lies east of it that is the later hour.
internal import DispatchModel

enum EmbargoNotice {
  /// The hour, or nil. Only the first lines are looked at.
  static func hour(in lines: some Sequence<some StringProtocol>) -> Moment? {
    for line in lines.lazy.map({ $0.trimmed }).filter({ !$0.isEmpty }).prefix(8) {
      if let hour = hour(inLine: line) { return hour }
    }
    return nil
  }

  static func hour(inLine line: String) -> Moment? {
    guard line.utf8.count <= 160 else { return nil }
    var rest = line.lowercased().replacing("’", with: "'").trimming(while: { !$0.isLetter && !$0.isNumber })[...]
    if rest.hasPrefix("sous ") { rest = rest.dropFirst(5) }
    guard rest.hasPrefix("embargo") else { return nil }
    rest = rest.dropFirst("embargo".count)
    if rest.hasPrefix("ed") { rest = rest.dropFirst(2) }
    // What joins the word to its date; any other word makes it a sentence about an embargo.
    let joints = ["jusqu'au", "jusqu'à", "jusqu'a", "jusque", "until", "till", "for", "to", "au", "le", "à", "a", "release", "publication"]
    var isJoined = false
    while true {
      rest = rest.drop { !$0.isLetter && !$0.isNumber }
      guard let joint = joints.first(where: { rest.hasPrefix($0) && rest.dropFirst($0.count).first?.isLetter != true }) else { break }
      rest = rest.dropFirst(joint.count)
      isJoined = true
    }
    guard isJoined || line.contains(":"), rest.contains(where: \.isNumber) else { return nil }
    let date = rest.replacing("heure de", with: "").replacing("heures", with: "h").trimming(while: { !$0.isLetter && !$0.isNumber })
    return DateReader.read(date)
  }
}
