// Turns each language's folder of lexicons (Sources/Extraction/Languages/fr) into one mapped file (fr.lex) whenever one of its
// texts changes; what lies in Languages/shared goes into every one of them. The work is done by the LexiconCompiler tool; this only says what depends on what.
import Foundation
import PackagePlugin

@main struct CompileLexicons: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let languages = target.directoryURL.appending(path: "Languages")
    let compiler = try context.tool(named: "LexiconCompiler").url
    let folders = try FileManager.default.contentsOfDirectory(at: languages, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    func texts(_ folder: URL) throws -> [URL] {
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "tsv" }.sorted { $0.path < $1.path }
    }
    let shared = languages.appending(path: "shared")
    return try folders.filter { $0.lastPathComponent != "shared" }.sorted { $0.path < $1.path }.map { folder in
      let name = folder.lastPathComponent
      // `mul` holds what tells languages apart, and no names.
      let parts = name == "mul" ? [folder] : [folder, shared]
      let sources = try parts.flatMap(texts)
      let output = context.pluginWorkDirectoryURL.appending(path: "\(name).lex")
      return .buildCommand(
        displayName: "Compiling the lexicons of \(name)", executable: compiler,
        arguments: parts.map(\.path) + [output.path], inputFiles: sources, outputFiles: [output])
    }
  }
}
