import Foundation
import Glibc
import Reader
import Terminal
import WireFormats

/// What leaves the program: a link to the browser, a text to the clipboard. Never through a shell, never with a text as an option.
enum Outside {
  struct Refusal: SpokenError, CustomStringConvertible {
    let phrase: Phrase
    var description: String { phrase.en.string }

    init(_ french: DisplayText, _ english: DisplayText) { phrase = Phrase(french, english) }
  }

  /// Opens an http(s) or mailto address with `$BROWSER`, else xdg-open, in a session of its own with nothing on its standard streams.
  static func open(_ address: String) throws {
    guard let address = Address.harmless(address),
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "<" && $0 != ">" })
    else { throw Refusal("On n'ouvre que des adresses du web et de courriel.", "Only web and mail addresses are opened.") }
    let chosen = ProcessInfo.processInfo.environment["BROWSER"]?.split(separator: ":").first.map(String.init)
    for program in [chosen, "xdg-open", "sensible-browser"].compactMap({ $0 }) {
      if let path = find(program) {
        try run(path, arguments: [address], input: nil)
        return
      }
    }
    throw Refusal("Aucun navigateur trouvé ; définissez BROWSER ou installez xdg-utils.", "No browser was found; set BROWSER or install xdg-utils.")
  }

  /// Puts a text on the clipboard: by wl-copy, xclip or xsel where a display is there, else by the terminal itself (OSC 52, xterm's
  /// control sequences; at most 74,994 bytes).
  static func copy(_ text: String) throws {
    let environment = ProcessInfo.processInfo.environment
    var tools: [(String, [String])] = []
    if environment["WAYLAND_DISPLAY"] != nil { tools.append(("wl-copy", [])) }
    if environment["DISPLAY"] != nil { tools += [("xclip", ["-selection", "clipboard"]), ("xsel", ["--clipboard", "--input"])] }
    for (tool, arguments) in tools {
      if let path = find(tool) {
        try run(path, arguments: arguments, input: text)
        return
      }
    }
    let bytes = Array(text.utf8.prefix(74_994))
    let sequence = "\u{1B}]52;c;\(Data(bytes).base64EncodedString())\u{07}"
    let terminal = Glibc.open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { throw Refusal("Pas de presse-papiers : ni écran ni terminal.", "There is no clipboard: no display and no terminal.") }
    defer { close(terminal) }
    let out = Array(sequence.utf8)
    guard Glibc.write(terminal, out, out.count) == out.count else { throw Refusal("Le terminal n'a pas pris le texte.", "The terminal did not take the text.") }
  }

  /// Runs a program of the user's with a file on its standard input, never through a shell; gives the first line that it prints.
  static func run(_ arguments: [String], input: String) throws -> String {
    guard let program = arguments.first, let path = find(program) else {
      throw notFound(arguments.first ?? "")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Array(arguments.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(4_096), as: UTF8.self)
    process.waitUntilExit()
    let line = said.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard process.terminationStatus == 0 else { throw Refusal("\(DisplayText(program)) a fini par \(process.terminationStatus) : \(DisplayText(line))", "\(DisplayText(program)) ended with \(process.terminationStatus): \(DisplayText(line))") }
    return line
  }

  /// Starts a program of the user's with those arguments, never through a shell, and does not wait for it.
  static func tell(_ arguments: [String]) throws {
    guard let program = arguments.first, let path = find(program) else {
      throw notFound(arguments.first ?? "")
    }
    try run(path, arguments: Array(arguments.dropFirst()), input: nil)
  }

  private static func notFound(_ program: String) -> Refusal {
    Refusal("Le programme \(DisplayText(program)) est introuvable.", "The program \(DisplayText(program)) was not found.")
  }

  private static func find(_ program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  private static func run(_ path: String, arguments: [String], input: String?) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard let input else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
      return
    }
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
  }
}
