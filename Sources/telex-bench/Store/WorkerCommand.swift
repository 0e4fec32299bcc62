import ArgumentParser
import DispatchModel
import DispatchStore
import Foundation

/// `telex-bench worker STORE`: saves small batches and stars dispatches until it is killed, and says each thing once it is done:
/// what the fault tests kill at random moments and then hold the store against.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", abstract: "Save and star without end, for the fault tests.", shouldDisplay: false)

  /// Dispatches in a batch.
  static let batch = 5

  @Argument(help: "The store.")
  var store: String

  @Option(help: "What its dispatches' identities begin with.")
  var name = "w"

  func run() throws {
    let store = try DispatchStore.open(path: store)
    var round = 0
    while true {
      let batch = (0..<WorkerCommand.batch).map { number in
        let text = "Titre \(round) numéro \(number)\nUn texte que le travail numéro \(round) a enregistré."
        return (Dispatch(identity: "\(name)-\(round)-\(number)", text: text), Reading(language: "fr", headline: "Titre \(round) numéro \(number)"))
      }
      let report = try store.save(batch, now: Moment(seconds: 1_790_000_000 + Int64(round)))
      say("saved \(round)")
      if report.new == batch.count, let id = report.ids.first {
        _ = try store.mark(.star(true), ids: [id])
        say("starred \(round)")
        _ = try store.mark(.addTag("suivi"), ids: [id])
        say("tagged \(round)")
      }
      round += 1
    }
  }

  /// Straight to the descriptor: what is said has been done, and nothing waits in a buffer.
  private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
