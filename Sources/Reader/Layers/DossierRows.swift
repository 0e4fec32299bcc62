internal import DispatchModel
internal import Terminal

/// Sets a dossier in rows: a chart of its months, offices as a table, events as a timeline, statements, companions, dispatches.
struct DossierRows {
  private let dossier: Dossier
  private let width: Int
  private let clock: Clock
  private let language: Language
  private let ascii: Bool
  private(set) var rows: [DossierRow] = []
  private var number = 0

  /// The column of dates: `20 avril 2026` and a gap.
  private static let dateWidth = 15
  /// So many companions are shown even where they are met but once.
  private static let fewCompanions = 8

  init(_ dossier: Dossier, width: Int, clock: Clock, language: Language, ascii: Bool) {
    self.dossier = dossier
    self.width = width
    self.clock = clock
    self.language = language
    self.ascii = ascii
    addChart()
    addOffices()
    addEvents()
    addStatements()
    addCompanions()
    addDispatches()
  }

  private mutating func addTitle(_ title: DisplayText, _ count: Int) {
    if !rows.isEmpty { rows.append(DossierRow()) }
    rows.append(DossierRow(runs: [run(title, .factGroup), run(" " + Numbers.grouped(count, language), .textDim)]))
  }

  private mutating func addChart() {
    guard dossier.months.count > 1 else { return }
    let months = dossier.months
    guard let first = months.first, let last = months.last else { return }
    rows.append(
      DossierRow(runs: [
        run(Dates.month(first) + " ", .textDim), run(Spark.line(Spark.fitted(months, to: width - 24), ascii: ascii), .spark),
        run(" " + Dates.month(last), .textDim),
      ]))
  }

  private mutating func addOffices() {
    guard !dossier.offices.isEmpty else { return }
    addTitle(Phrase("Fonctions", "Offices")(language), dossier.offices.count)
    for item in dossier.offices {
      guard case .office(let office) = item.fact.content else { continue }
      var text = DisplayText(office.title)
      if office.isFormer { text = Words.former(language) + text }
      if office.isActing { text += " " + Words.acting(language) }
      var detail = DisplayText()
      if dossier.entity.type != .person { detail = DisplayText(office.person) + " · " }
      if let of = office.of { detail += Wording.holder(of, language) }
      add(item, title: text, detail: detail)
    }
  }

  private mutating func addEvents() {
    guard !dossier.events.isEmpty else { return }
    addTitle(Phrase("Événements", "Events")(language), dossier.events.count)
    for item in dossier.events {
      guard case .event(let event) = item.fact.content else { continue }
      let arrow: DisplayText = ascii ? " -> " : " → "
      let actors = event.actors.map { Wording.participant($0, language) }.joined(separator: ", ")
      let targets = event.targets.map { Wording.participant($0, language) }.joined(separator: ", ")
      var who = actors
      if !targets.isEmpty { who += arrow + targets }
      var details = [who, Wording.saysMore(event, language) ? DisplayText(event.trigger) : ""].filter { !$0.isEmpty }
      if let place = event.place { details.append(Wording.place(place, language)) }
      if let status = Wording.status(event.status) { details.append(status(language)) }
      add(item, title: Wording.event(event.category)(language), detail: details.joined(separator: " · "), when: event.when)
    }
  }

  private mutating func addStatements() {
    guard !dossier.statements.isEmpty else { return }
    addTitle(Phrase("Déclarations", "Statements")(language), dossier.statements.count)
    for item in dossier.statements {
      guard case .statement(let statement) = item.fact.content else { continue }
      let words = DisplayText(statement.content)
      let quoted = !statement.isQuoted ? words : language == .fr ? "« " + words + " »" : "“" + words + "”"
      let isSpeaker = statement.speaker.id == dossier.entity.value
      add(item, title: isSpeaker ? "" : Wording.participant(statement.speaker, language), detail: quoted, lines: 3)
    }
  }

  private mutating func addCompanions() {
    // Who is met once among others who are met often is chance.
    let often = dossier.companions.filter { $0.count > 1 }
    let companions = often.count >= Self.fewCompanions ? often : Array(dossier.companions.prefix(Self.fewCompanions))
    guard !companions.isEmpty else { return }
    addTitle(Phrase("Avec", "With")(language), companions.count)
    let most = max(1, companions.map(\.count).max() ?? 1)
    for line in companions {
      // The gap is a run of its own, else an underlined kind of name would draw its line through it; without a ground, to show the selection.
      let column = min(32, width / 2)
      let name = TextWidth.fit(Wording.name(line.entity, language), to: column)
      let gap = (" " as DisplayText).repeated(column - TextWidth.width(of: name) + 2)
      // Bars compare; where all are met once there is nothing to compare.
      let bar = (ascii ? "#" as DisplayText : "━").repeated(most > 1 ? max(1, line.count * min(16, width / 4) / most) : 0)
      rows.append(
        DossierRow(
          runs: [run(name, .entity(line.entity.type)), run(gap, .textDim), run(bar, .pickerBar), run((bar.isEmpty ? "" : " ") + Numbers.grouped(line.count, language), .pickerCount)],
          target: .entity(line.entity)))
    }
  }

  private mutating func addDispatches() {
    guard !dossier.dispatches.isEmpty else { return }
    addTitle(Phrase("Dépêches", "Dispatches")(language), dossier.count)
    for line in dossier.dispatches {
      let isThisYear = line.published.date(offset: clock.zone).year == clock.now.date(offset: clock.zone).year
      let date = TextWidth.pad(isThisYear ? Dates.plain(line.published, clock, language) : day(of: line.published), to: Self.dateWidth)
      let agency = TextWidth.pad(DisplayText(line.agency ?? ""), to: 9)
      let room = max(4, width - Self.dateWidth - 10)
      rows.append(
        DossierRow(
          runs: [
            run(date, .listDate), run(agency + " ", .listAgency),
            run(Fitting.words(DisplayText(line.headline), to: room), line.isUnread ? .listUnread : .listRead),
          ], target: .dispatch(line.id)))
    }
  }

  /// `20 avril 2026`, the month short.
  private func day(of moment: Moment) -> DisplayText {
    let date = moment.date(offset: clock.zone)
    return Dates.short(date, language) + " " + DisplayText(date.year)
  }

  /// A dated fact: the date in its column, title and detail beside it, hanging.
  private mutating func add(_ item: DossierFact, title: DisplayText, detail: DisplayText, when: String? = nil, lines limit: Int = 2) {
    let day = when.flatMap { CalendarDate(iso: $0) } ?? item.published.date(offset: clock.zone)
    let date = TextWidth.pad(Dates.short(day, language) + " " + DisplayText(day.year), to: Self.dateWidth)
    let gap: DisplayText = title.isEmpty || detail.isEmpty ? "" : "  "
    let room = max(8, width - Self.dateWidth)
    var spans = Wrapping.lines(title + gap + detail, width: room)
    if spans.count > limit {
      spans = Array(spans.prefix(limit))
      spans[limit - 1] = TextWidth.fit(spans[limit - 1] + " …", to: room)
    }
    let target = DossierRow.Target.words(dispatch: item.dispatch, span: item.fact.evidence.span, number: number)
    number += 1
    var titleLeft = title.string.count
    for (index, line) in spans.enumerated() {
      let head = String(line.string.prefix(titleLeft))
      let tail = String(line.string.dropFirst(titleLeft))
      titleLeft = max(0, titleLeft - line.string.count - 1)
      rows.append(
        DossierRow(
          runs: [
            run(index == 0 ? date : DisplayText(String(repeating: " ", count: Self.dateWidth)), .listDate),
            run(DisplayText(head), .factTitle), run(DisplayText(tail), .factDetail),
          ], target: target, isFirst: index == 0))
    }
  }

  private func run(_ text: DisplayText, _ role: StyleRole) -> FactsRow.Run { FactsRow.Run(text: text, role: role) }
}

/// Small charts.
enum Spark {
  /// The counts of months in at most so many cells: where there are more months, a cell stands for several, so that the whole time is shown.
  static func fitted(_ months: [MonthCount], to cells: Int) -> [Int] {
    let step = max(1, (months.count + max(1, cells) - 1) / max(1, cells))
    return stride(from: 0, to: months.count, by: step).map { start in
      months[start..<min(months.count, start + step)].reduce(0) { $0 + $1.count }
    }
  }

  /// One cell a value, in eight heights; a dot where it is 0.
  static func line(_ values: [Int], ascii: Bool) -> DisplayText {
    let steps: [DisplayText] = ascii ? ["_", ".", "-", "=", "+", "*", "#", "@"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let most = max(1, values.max() ?? 1)
    return values.map { value in
      value <= 0 ? (ascii ? " " : "·") : steps[min(steps.count - 1, value * (steps.count - 1) / most)]
    }.joined()
  }
}
