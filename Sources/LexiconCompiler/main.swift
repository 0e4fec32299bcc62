import Foundation
try Data().write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
