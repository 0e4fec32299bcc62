import DispatchModel
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4, 1), ("2018-03-20", 17_610, 2, 12), ("2000-02-29", 11_016, 2, 9), ("2021-01-03", 18_630, 7, 53),
    ("2026-11-24", 20_781, 2, 48), ("1999-12-31", 10_956, 5, 52),
  ])
  func daysWeekdaysAndWeeksAgree(iso: String, number: Int, weekday: Int, week: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.isoWeek.week == week)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.iso == iso)
  }

  @Test(arguments: ["2018-02-30", "2018-13-01", "0000-01-01", "2018-3-20", "18-03-20", "2018-03-20T00", "", "année-mois-jour"])
  func whatIsNoDayIsRefused(iso: String) {
    #expect(CalendarDate(iso: iso) == nil)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in stride(from: -146_097, through: 146_097, by: 13) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
  }

  @Test func monthsEndWhereTheyEnd() throws {
    let last = try #require(CalendarDate(iso: "2024-01-31"))
    #expect(last.adding(months: 1).iso == "2024-02-29")
    #expect(last.adding(months: -11).iso == "2023-02-28")
    #expect(last.adding(days: 1).iso == "2024-02-01")
  }

  @Test func momentsKnowTheirZone() throws {
    let day = try #require(CalendarDate(iso: "2018-03-20"))
    let moment = Moment(day, hour: 1, minute: 30, offset: 3 * 3_600)
    #expect(moment.iso == "2018-03-19T22:30:00Z")
    #expect(moment.date(offset: 3 * 3_600) == day)
    #expect(Moment(seconds: -1).iso == "1969-12-31T23:59:59Z")
  }
}
