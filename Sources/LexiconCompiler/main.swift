// LexiconCompiler FOLDER… OUTPUT: compiles the TSV texts of a language's folders into one lexicon file. Run by the build.
import Foundation
import Lexicon

guard CommandLine.arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: LexiconCompiler FOLDER... OUTPUT\n".utf8))
  exit(2)
}
let folders = CommandLine.arguments[1..<CommandLine.arguments.count - 1].map { URL(fileURLWithPath: $0) }
let output = CommandLine.arguments[CommandLine.arguments.count - 1]
do {
  let texts = try folders.flatMap { folder in
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
  var writer = LexiconWriter()
  for text in texts {
    try writer.add(table: text.deletingPathExtension().lastPathComponent, contents: String(contentsOf: text, encoding: .utf8))
  }
  try Data(writer.bytes()).write(to: URL(fileURLWithPath: output))
} catch {
  FileHandle.standardError.write(Data("error: \(output): \(error)\n".utf8))
  exit(1)
}
