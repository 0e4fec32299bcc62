import ArgumentParser
import Terminal

/// Ends a command: says what happened on standard error and gives the exit status of the contract.
enum Failure {
  /// It could not be done: status 1.
  static func failed(_ message: DisplayText) -> ExitCode {
    Output.note(message)
    return ExitCode(1)
  }

  /// It was asked for wrongly: status 2.
  static func misuse(_ message: DisplayText) -> ExitCode {
    Output.note(message)
    return ExitCode(2)
  }
}
