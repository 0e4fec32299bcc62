import ArgumentParser
import DispatchModel
import DispatchStore
import Terminal

/// `telex show ID`: one dispatch with its reading.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one dispatch with what was read from it.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @OptionGroup var options: StoreOptions

  @Argument(help: "The dispatch's number, as `telex list` prints it.")
  var id: Int64

  @Option(help: "How to print.")
  var format: Format = .text

  func run() throws {
    guard let stored = try StoreAnswer.of({ try options.open().document(id: id) }) else {
      throw Failure.failed("There is no dispatch \(id) in the store; `telex list` shows those that are.")
    }
    let document = Embargo.veiled(stored, language: Interface.language)
    switch format {
    case .text: ReadingPage.print(document.dispatch, document.reading)
    case .markdown: Output.line(MarkdownPage.page(document.dispatch, document.reading))
    case .json:
      var json = JSONText()
      json.object { json in
        json.key("id"); json.value(Int(document.line.id))
        json.key("identity"); json.value(document.dispatch.identity)
        json.key("source"); json.value(document.dispatch.source)
        json.key("link"); json.value(document.dispatch.link)
        json.key("read"); json.value(document.line.isRead)
        json.key("starred"); json.value(document.line.isStarred)
        json.key("tags"); json.array(document.line.tags) { $0.value($1) }
        json.key("text"); json.value(document.dispatch.text)
        json.key("reading"); json.reading(document.reading, id: document.dispatch.identity)
        json.key("versions")
        json.array(document.versions) { json, version in
          json.object { json in
            json.key("saved"); json.value(version.saved.iso)
            json.key("text"); json.value(version.text)
          }
        }
      }
      json.raw(0x0A)
      Output.json(json)
    }
  }
}
