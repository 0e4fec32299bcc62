/// `telex-bench conformance DIR`: reads a folder of feed files with the values that a correct reader gets out of each
/// (`index.jsonl`, which may hold the feeds themselves), and of dates (`dates.jsonl`); prints what agrees by group, and what differs.
///
/// Texts of HTML fields are compared without tags and without white space: the index's `text` drops tags, Telex puts
/// paragraphs on lines of their own.
internal import Foundation
internal import DispatchModel
internal import WireFormats

enum Conformance {
  /// 0 where every core case and date is right and 95 % of the others, else 1.
  static func run(directory: String, verbose: Bool) -> Int32 {
    guard let index = lines(directory + "/index.jsonl") else {
      print("no index.jsonl in \(directory)")
      return 2
    }
    var tally = Tally()
    var file = ""
    var document = FeedDocument()
    for line in index {
      guard let test = JSONReader.read(line).value, let name = test["file"]?.string else { continue }
      if name != file {
        guard let read = read(name, test, in: directory) else {
          print("cannot read \(name)")
          continue
        }
        (file, document) = (name, read)
      }
      let path = test["path"]?.string ?? ""
      let found = ConformanceFields.value(at: path, in: document, headers: test["headers"])
      let isRight = agrees(found, test)
      let kind = test["priority"]?.string ?? "core"
      tally.count(test["group"]?.string ?? String(name.prefix { $0 != "/" }), isCore: kind == "core", isRight: isRight)
      if !isRight, verbose || kind == "core" {
        print("\(kind) \(name) \(path): expected \(shown(test["expected"])), found \(shown(found))")
      }
    }
    let dates = checkDates(directory, verbose: verbose)
    return tally.report() && dates ? 0 : 1
  }

  private static func read(_ name: String, _ test: JSONValue, in directory: String) -> FeedDocument? {
    guard let bytes = bytes(of: test) ?? FileManager.default.contents(atPath: directory + "/" + name).map({ [UInt8]($0) }) else { return nil }
    let headers = test["headers"]
    var base = test["url"]?.string
    if let location = headers?["Content-Location"]?.string { base = Address.resolve(location, base: base) }
    return WireFormats.feedDocument(
      bytes, contentType: headers?["Content-Type"]?.string, baseURL: base, language: headers?["Content-Language"]?.string)
  }

  /// The feed where the index holds it itself: as text, or in base64.
  private static func bytes(of test: JSONValue) -> [UInt8]? {
    test["feed"]?.string.map { Array($0.utf8) } ?? test["bytes"]?.string.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
  }

  private static func lines(_ path: String) -> [String]? {
    FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  private static func agrees(_ found: JSONValue?, _ test: JSONValue) -> Bool {
    let accepted = [test["expected"] ?? .null] + (test["accept"]?.array ?? [])
    switch test["compare"]?.string {
    case "html":
      let wanted = test["text"]?.string ?? HTMLText.flat(test["expected"]?.string ?? "")
      return squeezed(HTMLText.flat(found?.string ?? "")) == squeezed(wanted)
    case "instant":
      let instant = found?.string.flatMap { DateReader.read($0) }
      return accepted.contains { wanted in
        wanted == .null ? instant == nil : instant != nil && wanted.string.flatMap { DateReader.read($0) } == instant
      }
    case "charset":
      let name = charset(found?.string)
      return accepted.contains { charset($0.string) == name }
    default: return accepted.contains { same(found ?? .null, $0) }
    }
  }

  /// Numbers by value, objects by members that are expected, strings exactly.
  private static func same(_ found: JSONValue, _ wanted: JSONValue) -> Bool {
    if case .object(let members) = wanted { return members.allSatisfy { same(found[$0.key] ?? .null, $0.value) } }
    if let a = found.int, let b = wanted.int { return a == b }
    if let a = found.bool, let b = wanted.int { return (a ? 1 : 0) == b }
    if let text = wanted.string, let number = found.int { return text == String(number) }
    if let text = found.string, let number = wanted.int { return text == String(number) }
    return found == wanted
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// Names of character sets that mean the same to a reader.
  private static func charset(_ name: String?) -> String {
    let folded = (name ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    let aliases = [
      "gb2312": "gb18030", "gbk": "gb18030", "euckr": "cp949", "windows949": "cp949", "shiftjis": "cp932", "big5": "cp950",
      "tis620": "cp874", "utf16": "utf16le", "utf32": "utf32le", "ascii": "usascii", "windows1252": "cp1252",
    ]
    return aliases[folded] ?? folded
  }

  private static func shown(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null?: "nothing"
    case .string(let text)?: "\"" + text.prefix(160).unicodeScalars.map { $0.value < 32 ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined() + "\""
    case .number(let digits)?: digits
    case .bool(let value)?: String(value)
    case .array(let values)?: "[" + values.prefix(5).map { shown($0) }.joined(separator: ", ") + "]"
    case .object(let members)?: "{" + members.map { $0.key + ": " + shown($0.value) }.joined(separator: ", ") + "}"
    }
  }

  /// `must` dates are read, `may` dates are right or not read, `reject` ones are not read.
  private static func checkDates(_ directory: String, verbose: Bool) -> Bool {
    guard let tests = lines(directory + "/dates.jsonl") else { return true }
    var right: [String: Int] = [:]
    var all: [String: Int] = [:]
    var unread = 0
    for line in tests {
      guard let test = JSONReader.read(line).value, let input = test["input"]?.string, let kind = test["class"]?.string else { continue }
      let found = DateReader.read(input)
      let wanted = test["expected"]?.string.flatMap { DateReader.read($0) }
      let isRight: Bool
      switch kind {
      case "must": isRight = found != nil && found == wanted
      case "may": isRight = found == nil || found == wanted
      default: isRight = found == nil
      }
      if kind == "may", found == nil { unread += 1 }
      all[kind, default: 0] += 1
      if isRight { right[kind, default: 0] += 1 } else {
        print("date \(kind) \"\(input)\": expected \(shown(test["expected"])), found \(found?.iso ?? "nothing")")
      }
    }
    for kind in ["must", "may", "reject"] { print("dates \(kind): \(right[kind] ?? 0) of \(all[kind] ?? 0) right") }
    if unread > 0 { print("dates may: \(unread) not read, as they may be") }
    return right == all
  }

  private struct Tally {
    private var groups: [String: (core: Int, coreRight: Int, extra: Int, extraRight: Int)] = [:]

    mutating func count(_ group: String, isCore: Bool, isRight: Bool) {
      for name in [group, "all"] {
        var entry = groups[name] ?? (0, 0, 0, 0)
        if isCore {
          entry.core += 1
          entry.coreRight += isRight ? 1 : 0
        } else {
          entry.extra += 1
          entry.extraRight += isRight ? 1 : 0
        }
        groups[name] = entry
      }
    }

    /// Prints a line a group; whether the whole is good enough.
    func report() -> Bool {
      for (name, count) in groups.sorted(by: { ($0.key == "all" ? 1 : 0, $0.key) < ($1.key == "all" ? 1 : 0, $1.key) }) {
        print("\(name): core \(count.coreRight) of \(count.core), extra \(count.extraRight) of \(count.extra)")
      }
      guard let all = groups["all"] else { return false }
      return all.coreRight == all.core && all.extraRight * 100 >= all.extra * 95
    }
  }
}
