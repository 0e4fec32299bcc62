// LexiconCompiler FOLDER OUTPUT: compiles the TSV texts of a language's folder into one lexicon file. Run by the build.
import Foundation
import Lexicon

guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: LexiconCompiler FOLDER OUTPUT\n".utf8))
  exit(2)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
do {
  let texts = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "tsv" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  var writer = LexiconWriter()
  for text in texts {
    try writer.add(table: text.deletingPathExtension().lastPathComponent, contents: String(contentsOf: text, encoding: .utf8))
  }
  try Data(writer.bytes()).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
} catch {
  FileHandle.standardError.write(Data("error: \(folder.path): \(error)\n".utf8))
  exit(1)
}
