import ArgumentParser
import DispatchStore
import Foundation
import Terminal

/// `telex compact`: tidies the index and gives free room back to the disk.
struct Compact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Tidy the store and give its free room back to the disk.",
    discussion: "Needs as much free room as the store takes. Fails, changing nothing, while another program reads or writes the store.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let store = try options.open()
    let before = try size(store.path)
    try StoreAnswer.of { try store.compact() }
    Output.line("\(before) → \(try size(store.path)) MB: \(DisplayText(store.path))")
  }

  /// The file's size in MB with one decimal.
  private func size(_ path: String) throws -> DisplayText {
    let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    return "\(bytes / 1_000_000).\(bytes / 100_000 % 10)"
  }
}
