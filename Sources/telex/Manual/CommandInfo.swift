import Foundation

/// What the argument parser knows of a command: the part of its help dump (serialization version 0) that the manual page uses.
struct CommandInfo: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandInfo]?
  var arguments: [Argument]?

  struct Argument: Decodable {
    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var allValues: [String]?

    struct Name: Decodable {
      var kind: String
      var name: String
    }

    /// As one types it: `--format <format>`, `-h, --help`, `[<query> ...]`.
    var usage: String {
      let value = "<\(valueName ?? "value")>"
      guard let names, !names.isEmpty else {
        let repeated = isRepeating ? "\(value) ..." : value
        return isOptional ? "[\(repeated)]" : repeated
      }
      let spelled = names.map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
      return kind == "option" ? "\(spelled) \(value)" : spelled
    }

    /// What it is for, its values where they are few and not named already, and its default.
    var explanation: String {
      let values = abstract?.contains(":") == true ? nil : allValues.map { "One of: \($0.joined(separator: ", "))." }
      let sentences = [abstract, discussion, values, defaultValue.map { "Default: \($0)." }].compactMap { $0 }.filter { !$0.isEmpty }
      return sentences.joined(separator: " ")
    }
  }

  /// The command's own arguments: not those that the page describes once for all commands.
  var ownArguments: [Argument] {
    (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.valueName) && $0.names?.first?.name != "store" }
  }

  /// The commands below it that users are shown.
  var shownSubcommands: [CommandInfo] { (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" } }

  /// The dump's outer layer.
  private struct Dump: Decodable { var command: CommandInfo }

  /// Reads a help dump.
  static func of(dump: String) throws -> CommandInfo { try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command }
}
