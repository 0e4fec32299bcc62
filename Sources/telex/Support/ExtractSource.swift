import DispatchModel
import Foundation
import Terminal
import WireFormats

/// Where `telex extract` takes dispatches from: a file is one dispatch, or a line is.
enum ExtractSource {
  /// Gives each dispatch of the path to `body`; false where something could not be read (which was reported).
  static func read(_ path: String, as input: Extract.Input, _ body: (Dispatch) throws -> Void) rethrows -> Bool {
    switch input {
    case .text: try file(path, body)
    case .jsonl: try lines(path, body)
    }
  }

  /// A file is one dispatch, its text the decoded input without its byte-order mark; its name is the id.
  private static func file(_ path: String, _ body: (Dispatch) throws -> Void) rethrows -> Bool {
    let data: Data
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else if let contents = FileManager.default.contents(atPath: path) {
      data = contents
    } else {
      Output.note("\(DisplayText(path)): the file cannot be read.")
      return false
    }
    let name = path == "-" ? "stdin" : URL(fileURLWithPath: path).lastPathComponent
    try body(Dispatch(identity: name, text: TextDecoding.decode(Array(data)).text, source: path))
    return true
  }

  private static func lines(_ path: String, _ body: (Dispatch) throws -> Void) rethrows -> Bool {
    guard var reader = LineReader(path: path) else {
      Output.note("\(DisplayText(path)): the file cannot be read.")
      return false
    }
    defer { reader.close() }
    var isComplete = true
    var number = 0
    while let line = reader.next() {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      if let dispatch = dispatch(Array(line), line: number) {
        try body(dispatch)
      } else {
        Output.note("\(DisplayText(path)):\(number): the line is not an object with a text.")
        isComplete = false
      }
    }
    return isComplete
  }

  /// `{"id", "text", "published"}`.
  private static func dispatch(_ line: [UInt8], line number: Int) -> Dispatch? {
    let (value, complaint) = JSONReader.read(line)
    guard let value, complaint == nil, let text = value["text"]?.string else { return nil }
    let id = value["id"]?.string ?? value["id"]?.int.map(String.init) ?? "\(number)"
    var dispatch = Dispatch(identity: id, text: text, source: "jsonl")
    dispatch.published = value["published"]?.string.flatMap { DateReader.read($0) }
    dispatch.language = value["language"]?.string
    return dispatch
  }
}
