internal import CNcurses
internal import Glibc

/// The terminal, through ncurses. There is one, it stays on the thread that made it, and it is given back as it was found when
/// this value goes, when the program is ended by a signal, and when it crashes.
///
/// Frames are drawn through ncurses; input is read from standard input and decoded by `InputDecoder`.
public struct NcursesScreen: ~Copyable, Screen {
  public private(set) var size: Size
  /// What colours it shows. At `.none` a theme of kind `mono` reads best.
  public let colorDepth: ColorDepth

  /// Whether characters outside ASCII can be shown; where not, they are replaced by what resembles them.
  public let isUTF8: Bool

  private let wakeup: Int32
  private let modes: TerminalModes
  private var shown: Frame?
  private var decoder: InputDecoder
  private var clicks = ClickClock()
  private var waiting: [Input] = []
  private var pairs: [Style: Int32] = [:]
  private var title: DisplayText?
  /// The background that most of the frame has, for terminals without colours.
  private var paper: Color?

  /// Takes the terminal over: alternate screen, raw keys, and where the terminal has them mouse reports and bracketed paste.
  /// - Parameters:
  ///   - wakeup: a mailbox's descriptor, which ends waiting when it is readable; -1 for none.
  ///   - environment: TERM, COLORTERM, NO_COLOR and the names by which terminals make themselves known.
  public init(wakeup: Int32 = -1, environment: [String: String]) throws(TerminalError) {
    let term = environment["TERM"] ?? ""
    guard !term.isEmpty else { throw .unknownTerminal(DisplayText()) }
    let isUTF8 = cn_set_locale() != 0
    let modes = TerminalModes(environment: environment)
    let name = modes.names(for: term).first { cn_is_known($0) != 0 } ?? term
    switch cn_open(name, modes.begin, modes.end) {
    case Int32(CN_OK): break
    case Int32(CN_NOT_A_TERMINAL): throw .notATerminal
    case Int32(CN_NO_CURSOR_ADDRESSING): throw .cannotMoveCursor(DisplayText(term))
    default: throw .unknownTerminal(DisplayText(term))
    }
    self.wakeup = wakeup
    self.isUTF8 = isUTF8
    self.modes = modes
    colorDepth =
      modes.wantsColors ? ColorDepth(colors: Int(cn_colors()), isDirect: cn_is_direct() != 0) : .none
    size = Self.sizeNow()
    decoder = InputDecoder(
      described: TerminalModes.describedKeys.compactMap { capability, key in
        guard let sequence = cn_capability(capability) else { return nil }
        let bytes = Array(String(cString: sequence).utf8)
        return bytes.count > 1 && bytes[0] == 0x1B ? (bytes, key) : nil
      })
  }

  deinit { cn_close() }

  // MARK: Drawing

  public mutating func show(_ frame: Frame) {
    if let text = frame.title, text != title, modes.hasTitle {
      write("\u{1B}]2;\(TextWidth.fit(DisplayText(text.string, .line), to: 120).string)\u{7}")
      title = text
    }
    let runs = FrameDiff.runs(from: shown, to: frame)
    guard !runs.isEmpty || shown?.cursor != frame.cursor else { return }
    if colorDepth == .none { paper = Self.commonBackground(frame) }
    if modes.hasSynchronizedOutput { write("\u{1B}[?2026h") }
    for run in runs { draw(run) }
    let cursor = frame.cursor.map { frame.bounds.contains(x: $0.x, y: $0.y) ? $0 : Position(x: -1, y: 0) }
    cn_show(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? -1))
    if modes.hasSynchronizedOutput { write("\u{1B}[?2026l") }
    shown = frame
  }

  private mutating func draw(_ run: FrameDiff.Run) {
    // The terminal may have become smaller since the frame was made.
    guard run.y < size.rows else { return }
    var x = run.x
    var scalars: [UInt32] = []
    var style: Style?
    var pair: Int32 = 0
    var attributes: Int32 = 0
    for cell in run.cells {
      defer { x += 1 }
      guard cell.width > 0, x + Int(cell.width) <= size.columns else { continue }
      if style != cell.style {
        style = cell.style
        pair = number(of: cell.style)
        attributes = self.attributes(of: cell.style)
      }
      scalars.removeAll(keepingCapacity: true)
      if isUTF8 {
        for scalar in cell.text.unicodeScalars { scalars.append(scalar.value) }
      } else {
        scalars.append(Transliteration.ascii(cell.text).value)
        if cell.width == 2 { cn_put(Int32(run.y), Int32(x + 1), [32], 1, 1, attributes, pair) }
      }
      cn_put(Int32(run.y), Int32(x), scalars, Int32(scalars.count), isUTF8 ? Int32(cell.width) : 1, attributes, pair)
    }
  }

  /// The colour pair of a style. Where a terminal has few of them, ncurses may give a number anew, so they are not kept.
  private mutating func number(of style: Style) -> Int32 {
    guard colorDepth != .none else { return 0 }
    if let pair = pairs[style] { return pair }
    let (foreground, background) = colorDepth.numbers(of: style)
    let pair = cn_pair(Int32(foreground), Int32(background))
    if colorDepth == .indexed || colorDepth == .direct {
      if pairs.count > 1000 { pairs.removeAll() }
      pairs[style] = pair
    }
    return pair
  }

  private func attributes(of style: Style) -> Int32 {
    var bits: Int32 = 0
    if style.attributes.contains(.bold) { bits |= Int32(CN_BOLD) }
    if style.attributes.contains(.dim) { bits |= Int32(CN_DIM) }
    if style.attributes.contains(.italic) { bits |= Int32(CN_ITALIC) }
    if style.attributes.contains(.underline) { bits |= Int32(CN_UNDERLINE) }
    // ncurses strikes nothing out; where no colour says it either, a line below does.
    if colorDepth == .none, style.attributes.contains(.strikethrough) { bits |= Int32(CN_UNDERLINE) }
    // Without colours, what a theme marks by another background is reversed.
    let isMarked = colorDepth == .none && style.background != paper
    if style.attributes.contains(.reverse) != isMarked { bits |= Int32(CN_REVERSE) }
    return bits
  }

  /// The background of most cells, judged by every 37th.
  private static func commonBackground(_ frame: Frame) -> Color? {
    var counts: [Color?: Int] = [:]
    for index in stride(from: 0, to: frame.cells.count, by: 37) { counts[frame.cells[index].style.background, default: 0] += 1 }
    return counts.max { $0.value < $1.value }?.key ?? nil
  }

  /// The cells that the C library gives a scalar in the present locale, -1 where it does not know it: what ncurses believes.
  static func widthInLibrary(_ scalar: Unicode.Scalar) -> Int { Int(cn_width(scalar.value)) }

  private func write(_ text: String) {
    let bytes = text.utf8.map { CChar(bitPattern: $0) }
    cn_write(bytes, Int32(bytes.count))
  }

  // MARK: Input

  public mutating func next(timeout: Duration?) -> Input? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let input = decoder.next() {
        guard input != .key(.ctrl("z")) else {
          stop()
          continue
        }
        return clicks.mark(input, at: .now)
      }
      var milliseconds: Int32 = -1
      if let deadline { milliseconds = Self.milliseconds(until: deadline) }
      let escapeIsWaiting = decoder.isWaiting
      if escapeIsWaiting { milliseconds = milliseconds < 0 ? Self.escapeDelay : min(milliseconds, Self.escapeDelay) }
      var lines = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: cn_signal_descriptor(), events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeup, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&lines, nfds_t(lines.count), milliseconds)
      if ready < 0, errno != EINTR { return .hangup }
      if ready == 0 {
        if escapeIsWaiting, let input = decoder.flush() { return input }
        if let deadline, ContinuousClock.now >= deadline { return nil }
        continue
      }
      guard ready > 0 else { continue }
      if lines[1].revents != 0 { takeSignals() }
      if lines[0].revents != 0 { if !takeBytes() { return .hangup } }
      if lines[2].revents & Int16(POLLIN) != 0 { waiting.append(.wake) }
    }
  }

  /// How long an ESC waits for the rest of a sequence, in milliseconds.
  private static let escapeDelay: Int32 = 50

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let (seconds, attoseconds) = (deadline - .now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // Rounded up, so as not to spin through the last one.
    return Int32(min(seconds, 1_000_000) * 1000 + attoseconds / 1_000_000_000_000_000) + 1
  }

  /// Reads what the terminal has; false when it is gone.
  private mutating func takeBytes() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    decoder.feed(buffer.prefix(count))
    return count > 0
  }

  private mutating func takeSignals() {
    var buffer = [UInt8](repeating: 0, count: 64)
    var isResized = false
    var isStopped = false
    while true {
      let count = read(cn_signal_descriptor(), &buffer, buffer.count)
      guard count > 0 else { break }
      for number in buffer.prefix(count) {
        switch Int32(number) {
        case SIGWINCH: isResized = true
        case SIGCONT:
          // Whoever continues it does not want it stopped by what was sent before.
          isStopped = false
          forget()
          isResized = true
        case SIGTSTP: isStopped = true
        case SIGHUP: waiting.append(.hangup)
        default: waiting.append(.signal(Int32(number)))
        }
      }
    }
    if isResized { takeSize() }
    if isStopped { stop() }
  }

  private static func sizeNow() -> Size {
    let rows = Int(cn_rows())
    let columns = Int(cn_columns())
    return rows > 0 && columns > 0 ? Size(columns: columns, rows: rows) : Size(columns: 80, rows: 24)
  }

  private mutating func takeSize() {
    let now = Self.sizeNow()
    if now != size { forget() }
    size = now
    cn_resize(Int32(size.rows), Int32(size.columns))
    waiting.append(.resize(size))
  }

  /// Makes the next frame be drawn as a whole.
  private mutating func forget() {
    shown = nil
    cn_forget()
  }

  // MARK: Stepping aside

  /// Stops the program as Ctrl-Z does, and goes on when the shell continues it.
  private mutating func stop() { release { cn_stop_self() } }

  /// Gives the terminal back while `body` runs, such as a browser that needs it, and takes it again.
  public mutating func release<Result>(_ body: () throws -> Result) rethrows -> Result {
    cn_release()
    defer {
      cn_retake()
      shown = nil
      takeSize()
    }
    return try body()
  }
}
