import DispatchModel
import Testing

private func tolls(_ given: [(String?, Int)]) -> StoryTolls { StoryTolls(given.map { StoryTolls.Toll(agency: $0.0, dead: $0.1) }) }

@Test func aTollsRowGrowsAndWhoSaysLessStandsBesideIt() {
  let mixed = tolls([("Telex", 12), ("ATS", 10), ("Telex", 17), ("Telex", 17), ("Telex", 23), ("ATS", 21)])
  #expect(mixed.row == [12, 17, 23] && mixed.agency == "Telex")
  #expect(mixed.others == [StoryTolls.Toll(agency: "ATS", dead: 21)])
  #expect(tolls([("AFP", 12), ("MAP", 17), ("AFP", 23)]) == tolls([("AFP", 12), ("AFP", 17), ("AFP", 23)]), "who is only earlier does not disagree")
  #expect(tolls([("AFP", 12), ("AA", 12)]).others.isEmpty, "who agrees is not named")
  #expect(tolls([("AFP", 23), ("AFP", 21)]).row == [23, 21], "an agency corrects itself")
  #expect(tolls([("AFP", 23), ("ATS", 21), ("ATS", 25)]).others.isEmpty, "who catches up is not named any more")
  #expect(tolls([(nil, 3), (nil, 4)]).row == [3, 4])
  #expect(tolls([]).row.isEmpty)
}
