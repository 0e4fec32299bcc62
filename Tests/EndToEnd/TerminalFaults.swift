// Signals at any moment, storms of them, and terminals that disappear: the terminal is left as it was found, and nobody spins.
import Foundation
import Glibc
import Testing

@Suite(.serialized) struct TerminalFaults {
  private func home() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    let archive = home.url.appending(path: "archive.jsonl")
    try Faults.archive(60, at: archive)
    #expect(try Program.run(["import", archive.path], home: home).status == 0)
    return home
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalAtAnyMomentLeavesTheTerminalAsItWas(number: Int32) throws {
    let home = try home()
    for round in 0..<Faults.rounds(8) {
      let run = try TerminalRun([], home: home)
      if round.isMultiple(of: 3) { run.waitUntilDrawn() }
      usleep(UInt32.random(in: 0...200_000))
      run.type("jjcG")
      run.signal(number)
      #expect(run.end(within: 5_000) != nil, "round \(round): goes on after signal \(number)")
      #expect(run.hasFreshModes, "round \(round): stty")
      #expect(run.modesLeftOn.isEmpty, "round \(round): \(run.modesLeftOn)")
    }
    _ = try Faults.soundCount(home.store, "after the signals")
  }

  @Test func aStormOfSizesStopsAndKeysEndsInAQuietReader() throws {
    let home = try home()
    let run = try TerminalRun([], home: home)
    run.waitUntilDrawn()
    let keys = ["j", "k", "G", "g", "\t", "c", "\u{1B}", "m", "\u{1B}", "/pont\r", "f", "x", "z", "?", "\u{1B}", "s", "u"]
    for _ in 0..<Faults.rounds(150) {
      switch Int.random(in: 0..<6) {
      case 0: run.signal(SIGWINCH)
      case 1:
        run.signal(SIGTSTP)
        usleep(UInt32.random(in: 0...10_000))
        run.signal(SIGCONT)
      case 2: run.signal(SIGCONT)
      case 3: run.type(keys.randomElement() ?? "j")
      default: run.resize(rows: UInt16.random(in: 1...70), columns: UInt16.random(in: 1...220))
      }
      usleep(UInt32.random(in: 0...8_000))
    }
    // A stop that was asked for before the last going-on may be taken after it.
    for _ in 0..<20 {
      run.signal(SIGCONT)
      usleep(20_000)
    }
    run.resize(rows: 24, columns: 80)
    usleep(700_000)
    let before = run.ticks
    usleep(500_000)
    #expect(run.ticks - before <= 5, "computes while nothing happens")
    for _ in 0..<10 where kill(run.pid, 0) == 0 {
      run.type("\u{1B}")
      usleep(120_000)
    }
    run.type("q")
    run.signal(SIGCONT)
    let status = run.end(within: 5_000)
    #expect(status == 0, "\(String(describing: status))")
    #expect(run.hasFreshModes && run.modesLeftOn.isEmpty, "\(run.modesLeftOn)")
    _ = try Faults.soundCount(home.store, "after the storm")
  }

  /// With SIGHUP, and without it as under nohup: then the closed line alone says so.
  @Test(arguments: [false, true])
  func aTerminalThatDisappearsEndsTheReader(ignoringHangup: Bool) throws {
    let home = try home()
    for round in 0..<Faults.rounds(12) {
      let run = try TerminalRun([], home: home, ignoringHangup: ignoringHangup)
      if round.isMultiple(of: 2) { run.waitUntilDrawn() }
      usleep(UInt32.random(in: 0...200_000))
      run.unplug()
      // A second is the promise; a machine that builds beside this test may take longer, but never computes all the time.
      #expect(run.end(within: 3_000) != nil, "round \(round): goes on without a terminal")
    }
    _ = try Faults.soundCount(home.store, "after the terminals went")
  }
}
