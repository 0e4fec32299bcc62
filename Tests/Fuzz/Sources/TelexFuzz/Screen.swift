import DispatchModel
import Dispatch
import Reader
import Terminal

/// The whole reader on a memory screen: the first line of the input is a dispatch's text, the rest is keys, sizes, mouse and pastes.
enum Screen {
  private static let keys: [Key] = {
    let names = """
      j k g G Enter Esc Tab ⇧Tab Space e E x f r s t T / n N c C m ? : v D i S F L J K V u Ctrl-r Ctrl-o Alt-o z > < h l 1 2 3 a b \
      Ctrl-d Ctrl-u PgDn PgUp Backspace ↓ ↑ → ← . O ] [ y o - A R Del q " ( * é 漢 0 5 9 W w P p X H M B Z
      """
    return names.split(separator: " ").compactMap { Key(notation: String($0)) }
  }()

  static func keys(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    var document = Samples.mines
    let text = String(decoding: parts[0], as: UTF8.self)
    document.line.headline = text
    document.line.agency = String(text.prefix(12))
    document.line.tags = [String(text.suffix(9))]
    document.dispatch.text = text + "\n" + document.dispatch.text
    let world = SampleWorld([document, Samples.river, Samples.budget])
    let steps = Array((parts.count > 1 ? parts[1] : []).prefix(400))
    // The session waits for its answers; libFuzzer waits for the session.
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      var session = ReaderSession(
        services: world.services, size: Size(columns: 100, rows: 30), clock: Samples.clock, language: steps.count % 2 == 0 ? .fr : .en,
        usesASCII: steps.first == 0)
      await session.start()
      await play(steps, into: &session)
      isDone.signal()
    }
    isDone.wait()
  }

  private static func play(_ steps: [UInt8], into session: inout ReaderSession) async {
    var index = 0
    func next() -> Int {
      index += 1
      return index <= steps.count ? Int(steps[index - 1]) : 0
    }
    while index < steps.count, !session.state.isOver {
      let step = next()
      switch step {
      case 240...243: await session.send(.resize(Size(columns: next(), rows: next() / 2)))
      case 244...247:
        let kinds: [Mouse.Kind] = [.press, .drag, .release, .wheelUp, .wheelDown]
        await session.send(.mouse(Mouse(kinds[next() % kinds.count], x: next(), y: next() / 2)))
      case 248...250: await session.send(.paste(String(decoding: steps[index..<min(steps.count, index + next() % 32 + 1)], as: UTF8.self)))
      case 251: await session.send(.tick(Samples.clock))
      default: await session.play([keys[step % keys.count]])
      }
      let frame = session.frame
      promise(frame.size == session.state.size, "a frame of another size")
      promise(frame.cells.allSatisfy { isHarmless($0.text) }, "a cell that would reach the terminal")
    }
  }

  /// No control, C1, override of direction, nor tag character.
  private static func isHarmless(_ cell: String) -> Bool {
    cell.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case ..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: false
      default: true
      }
    }
  }
}
