internal import TOMLKit
public import Terminal

/// Reads `config.toml`. Whatever is wrong is said with its line and otherwise passed over: settings never stop the reader.
public enum SettingsFile {
  /// Settings, and a sentence for each thing that is wrong, such as `ligne 3 : « thme » est inconnu.`
  public struct Outcome: Sendable {
    public var settings: ReaderSettings
    public var problems: [DisplayText]
  }

  public static func read(_ text: String, language: Language) -> Outcome {
    var outcome = Outcome(settings: ReaderSettings(), problems: [])
    let table: TOMLTable
    do {
      try TOMLText.check(text)
      table = try TOMLTable(string: text)
    } catch let error as TOMLText.WrongHead {
      let place = Phrase("ligne", "line")(language) + " \(error.line), " + Phrase("colonne", "column")(language) + " \(error.column) : "
      outcome.problems.append(place + Phrase("un nom de table attendu", "a table's name expected")(language))
      return outcome
    } catch let error as TOMLParseError {
      let place = Phrase("ligne", "line")(language) + " \(error.source.begin.line), " + Phrase("colonne", "column")(language)
      outcome.problems.append(place + " \(error.source.begin.column) : " + DisplayText(error.description))
      return outcome
    } catch {
      outcome.problems.append(DisplayText(String(describing: error)))
      return outcome
    }
    var reader = Reading(text: text, language: language, outcome: outcome)
    reader.read(table)
    reader.checkSequences()
    // In the order of the file.
    reader.outcome.problems = reader.problems.sorted { $0.line < $1.line }.map(\.text)
    return reader.outcome
  }

  /// One pass over a table that was parsed.
  private struct Reading {
    let text: String
    let language: Language
    var outcome: Outcome
    var problems: [(line: Int, text: DisplayText)] = []

    mutating func read(_ table: TOMLTable) {
      for key in table.keys.sorted() {
        switch key {
        case "theme": outcome.settings.theme = string(table, key)
        case "language":
          guard let name = string(table, key) else { continue }
          outcome.settings.language = Language(rawValue: name)
          if outcome.settings.language == nil { complain(key, Phrase("fr ou en", "fr or en")) }
        case "read_after": if let value = number(table, key, 0...3_600) { outcome.settings.readAfterSeconds = value }
        case "notify": outcome.settings.notify = words(table, key)
        case "notify_program": outcome.settings.notifyProgram = words(table, key)
        case "start": outcome.settings.startQuery = string(table, key) ?? ""
        case "ascii":
          guard let value = table[key]?.bool else { complain(key, Phrase("true ou false", "true or false")); continue }
          outcome.settings.usesASCII = value
        case "layout":
          if let layout = table[key]?.table { readLayout(layout) } else { complain(key, Phrase("une table [layout]", "a table [layout]")) }
        case "keys":
          if let keys = table[key]?.table { readKeys(keys) } else { complain(key, Phrase("une table [keys]", "a table [keys]")) }
        case "programs":
          if let programs = table[key]?.table { readPrograms(programs) } else { complain(key, Phrase("une table [programs]", "a table [programs]")) }
        case "macros":
          if let macros = table[key]?.table { readMacros(macros) } else { complain(key, Phrase("une table [macros]", "a table [macros]")) }
        // Read where feeds are fetched.
        case "feeds": if table[key]?.array == nil { complain(key, Phrase("des tables [[feeds]]", "tables [[feeds]]")) }
        case "sync": if table[key]?.table == nil { complain(key, Phrase("une table [sync]", "a table [sync]")) }
        // Read where dispatches expire.
        case "expiry": if table[key]?.table == nil { complain(key, Phrase("une table [expiry]", "a table [expiry]")) }
        default: unknown(key)
        }
      }
    }

    private mutating func readPrograms(_ table: TOMLTable) {
      for name in table.keys.sorted() {
        let given = table[name]?.table
        let list = given?["run"]?.array ?? table[name]?.array
        let words = list?.compactMap(\.string) ?? []
        guard !words.isEmpty, words.count == list?.count else {
          complain(name, Phrase("une liste : le programme et ses arguments", "a list: the program and its arguments"))
          continue
        }
        guard let format = programFormat(given?["format"]?.string) else {
          complain(name, Phrase("un format, non", "a format, not"), DisplayText(given?["format"]?.string ?? ""))
          continue
        }
        outcome.settings.programs[name] = ReaderProgram(words, format: format)
      }
    }

    private func programFormat(_ name: String?) -> ReaderProgram.Format? { name.map { ReaderProgram.Format(rawValue: $0) } ?? .text }

    /// A list of texts, or a complaint and none.
    private mutating func words(_ table: TOMLTable, _ key: String) -> [String] {
      let words = table[key]?.array?.compactMap(\.string) ?? []
      if table[key]?.array == nil || words.count != table[key]?.array?.count {
        complain(key, Phrase("une liste de textes", "a list of texts"))
        return []
      }
      return words
    }

    private mutating func readMacros(_ table: TOMLTable) {
      for name in table.keys.sorted() {
        guard let key = Key(notation: name), let keys = string(table, name) else { continue }
        do {
          _ = try KeyNotation.parse(keys)
          outcome.settings.macros[key.notation] = keys
        } catch {
          complain(name, Phrase("des touches, non", "keys, not"), error.word)
        }
      }
    }

    private mutating func readLayout(_ table: TOMLTable) {
      for key in table.keys.sorted() {
        switch key {
        case "measure": if let value = number(table, key, 30...200) { outcome.settings.measure = value }
        case "list": if let value = number(table, key, 15...60) { outcome.settings.listShare = value }
        case "facts": if let value = number(table, key, 15...60) { outcome.settings.factsShare = value }
        default: unknown(key)
        }
      }
    }

    private mutating func readKeys(_ table: TOMLTable) {
      for id in table.keys.sorted() {
        guard Command.invocation(id) != nil else {
          unknown(id)
          continue
        }
        let keys: [String]
        if let one = table[id]?.string {
          keys = [one]
        } else if let several = table[id]?.array {
          keys = several.compactMap(\.string)
        } else {
          complain(id, Phrase("une touche ou une liste de touches", "a key or a list of keys"))
          continue
        }
        let wrong = keys.filter { $0.split(separator: " ").contains { Key(notation: String($0)) == nil } }
        for key in wrong { complain(id, Phrase("une touche, non", "a key, not"), DisplayText(key)) }
        if wrong.isEmpty { outcome.settings.keys[id] = keys }
      }
    }

    /// A sequence that begins with a key which runs something alone would never be heard.
    mutating func checkSequences() {
      let bindings = KeyMap.make(outcome.settings.keys).map.bindings
      for id in outcome.settings.keys.keys.sorted() {
        for binding in bindings where binding.command == id && binding.keys.count > 1 {
          let taken = bindings.first { other in
            other.keys.count < binding.keys.count && binding.keys.starts(with: other.keys) && (other.scope == binding.scope || binding.scope == .everywhere)
          }
          guard let taken else { continue }
          let (key, command) = (DisplayText(taken.keys.map(\.notation).joined(separator: " ")), DisplayText(taken.command))
          report(id, Phrase("\(DisplayText(id)) : « \(key) » est déjà à \(command) ; \(command) = [] l'en libère.", "\(DisplayText(id)): “\(key)” is taken by \(command); \(command) = [] frees it.")(language))
        }
      }
    }

    private mutating func string(_ table: TOMLTable, _ key: String) -> String? {
      guard let value = table[key]?.string else {
        complain(key, Phrase("un texte entre guillemets", "a text in quotation marks"))
        return nil
      }
      return value
    }

    private mutating func number(_ table: TOMLTable, _ key: String, _ range: ClosedRange<Int>) -> Int? {
      guard let value = table[key]?.int, range.contains(value) else {
        complain(key, Phrase("un nombre de \(range.lowerBound) à \(range.upperBound)", "a number from \(range.lowerBound) to \(range.upperBound)"))
        return nil
      }
      return value
    }

    private mutating func unknown(_ key: String) {
      report(key, DisplayText(key) + " " + Phrase("est inconnu.", "is unknown.")(language))
    }

    private mutating func complain(_ key: String, _ wanted: Phrase, _ detail: DisplayText = "") {
      let sentence = DisplayText(key) + " " + Phrase("veut", "wants")(language) + " " + wanted(language)
      report(key, sentence + (detail.isEmpty ? "." : " " + detail + "."))
    }

    private mutating func report(_ key: String, _ sentence: DisplayText) {
      guard let place = place(key) else { return problems.append((Int.max, sentence)) }
      let words = Phrase("ligne", "line")(language) + " \(place.line), " + Phrase("colonne", "column")(language) + " \(place.column)"
      problems.append((place.line, words + (language == .fr ? " : " : ": ") + sentence))
    }

    /// Where a key is set, from the text: the parser keeps no places of keys.
    private func place(_ key: String) -> (line: Int, column: Int)? {
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let words = line.drop { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "[" }
        guard words.hasPrefix(key), let next = words.dropFirst(key.count).first, " =\"]\t".contains(next) else { continue }
        return (index + 1, line.count - words.count + 1)
      }
      return nil
    }
  }
}
