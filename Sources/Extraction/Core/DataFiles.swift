internal import Glibc

/// Where the program's own data files lie: compiled lexicons, themes, sample data.
///
/// Looked for in this order: `$TELEX_DATA`; beside the program (a build folder, with SwiftPM's resource folders); `share/telex`
/// next to the program's `bin`. Never at a path that was fixed when the program was built.
public enum DataFiles {
  /// The first of those places that holds the file, such as `fr.lex`.
  public static func path(of name: String) -> String? {
    var folders: [String] = []
    if let chosen = getenv("TELEX_DATA") { folders.append(String(cString: chosen)) }
    if let program = programFolder() {
      folders += ["\(program)/telex_Extraction.resources", program, "\(program)/../share/telex"]
    }
    return folders.map { "\($0)/\(name)" }.first { access($0, R_OK) == 0 }
  }

  /// The folder of the running program.
  private static func programFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return String(path[..<slash])
  }
}
