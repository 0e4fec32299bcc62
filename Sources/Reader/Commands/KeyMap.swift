public import Terminal

/// Which keys run which command, where: the commands' default keys with the user's in their place.
///
/// A key may begin a sequence; then nothing runs until the sequence is whole, and `next` says how it can go on.
public struct KeyMap: Equatable, Sendable {
  public struct Binding: Equatable, Sendable {
    public var scope: Command.Scope
    public var keys: [Key]
    public var command: String
  }

  public enum Lookup: Equatable, Sendable {
    case found(String)
    /// The keys are the beginning of these.
    case pending([Binding])
    case none
  }

  public private(set) var bindings: [Binding] = []

  /// The default keys.
  public static let standard = make([:]).map

  /// `overrides` has the keys of commands by id; an empty list takes all keys away from one.
  /// - Returns: the map, and a sentence for each override that cannot be used.
  public static func make(overrides: [String: [String]], language: Language) -> (map: KeyMap, problems: [DisplayText]) {
    let made = make(overrides)
    return (made.map, made.unknown.map { Words.unknownBinding(language) + " " + DisplayText($0) })
  }

  struct Made {
    var map: KeyMap
    var unknown: [String]
  }

  init() {}

  static func make(_ overrides: [String: [String]]) -> Made {
    var map = KeyMap()
    var unknown = overrides.keys.filter { Command.invocation($0) == nil }.sorted()
    // Commands with their own keys, and those that the user gives with an argument: `tag urgent above`.
    let plain = CommandTable.all.map { (id: $0.id, keys: overrides[$0.id] ?? $0.keys, scope: $0.scope) }
    let full = overrides.keys.filter { CommandTable.command($0) == nil }.sorted().compactMap { id in
      Command.invocation(id).map { (id: id, keys: overrides[id] ?? [], scope: $0.command.scope) }
    }
    for command in plain + full {
      for notation in command.keys {
        let words = notation.split(separator: " ").map { Key(notation: String($0)) }
        let keys = words.compactMap { $0 }
        if keys.isEmpty || keys.count != words.count {
          unknown.append("\(command.id) = \(notation)")
          continue
        }
        // A user's key is taken away from the command that has it by default.
        if overrides[command.id] != nil { map.bindings.removeAll { $0.scope == command.scope && $0.keys == keys } }
        map.bindings.append(Binding(scope: command.scope, keys: keys, command: command.id))
      }
    }
    // User's keys win over later default ones, too.
    var owner: [String: Int] = [:]
    var kept: [Binding] = []
    for binding in map.bindings {
      let name = binding.scope.rawValue + " " + binding.keys.map(\.notation).joined(separator: " ")
      if let index = owner[name] {
        if overrides[binding.command] != nil { kept[index] = binding }
      } else {
        owner[name] = kept.count
        kept.append(binding)
      }
    }
    map.bindings = kept
    return Made(map: map, unknown: unknown)
  }

  /// What the keys mean in the scopes, the first of which goes first.
  public func lookup(_ keys: [Key], in scopes: [Command.Scope]) -> Lookup {
    for scope in scopes {
      if let exact = bindings.first(where: { $0.scope == scope && $0.keys == keys }) { return .found(exact.command) }
      let longer = bindings.filter { $0.scope == scope && $0.keys.count > keys.count && Array($0.keys.prefix(keys.count)) == keys }
      if !longer.isEmpty { return .pending(longer) }
    }
    return .none
  }

  /// The keys of a command as people write them: `j ↓`.
  public func keys(of command: String) -> [String] {
    bindings.filter { $0.command == command }.map { $0.keys.map(\.notation).joined(separator: " ") }
  }
}
