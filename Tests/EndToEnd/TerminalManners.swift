// How the program treats the terminal: modes restored on every way out, plain refusals where it cannot draw.
import Foundation
import Glibc
import Testing

@Suite struct TerminalManners {
  @Test func quittingLeavesTheAlternateScreen() throws {
    let home = try TemporaryFolder()
    let pty = try Pty(["--demo"], home: home)
    #expect(pty.read(until: "Dispatches").contains("\u{1B}[?1049h"))
    pty.type("q")
    #expect(pty.read(until: "\u{1B}[?1049l").contains("\u{1B}[?1049l"))
    #expect(pty.wait() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalRestoresTheTerminal(number: Int32) throws {
    let home = try TemporaryFolder()
    let pty = try Pty(["--demo"], home: home)
    _ = pty.read(until: "Dispatches")
    pty.signal(number)
    #expect(pty.read(until: "\u{1B}[?1049l").contains("\u{1B}[?1049l"))
    _ = pty.wait()
  }

  @Test func signalsBlockedByTheParentAreHeard() throws {
    let home = try TemporaryFolder()
    var blocked = sigset_t()
    sigfillset(&blocked)
    var before = sigset_t()
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    let pty = try Pty(["--demo"], home: home)
    pthread_sigmask(SIG_SETMASK, &before, nil)
    _ = pty.read(until: "Dispatches")
    pty.signal(SIGTERM)
    #expect(pty.read(until: "\u{1B}[?1049l").contains("\u{1B}[?1049l"))
    _ = pty.wait()
  }

  @Test(arguments: ["dumb", "nosuchterm", ""])
  func aTerminalThatCannotDrawIsRefusedInOneLine(name: String) throws {
    let home = try TemporaryFolder()
    let pty = try Pty(["--demo"], home: home, terminal: name)
    let all = pty.read()
    let status = pty.wait()
    #expect(status == 2 || status == 1)
    #expect(!all.contains("\u{1B}["))
    #expect(all.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test func withoutATerminalTheReaderRefuses() throws {
    let home = try TemporaryFolder()
    let outcome = try Program.run(["--demo"], home: home)
    #expect(outcome.status != 0 && !outcome.isCrash)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("terminal"))
  }
}
