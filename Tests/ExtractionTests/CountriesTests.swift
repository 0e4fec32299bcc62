// Which countries a dispatch names: by places, nationalities and national institutions.
import DispatchModel
import Extraction
import Testing

@Suite struct CountriesTests {
  @Test(arguments: [
    ("Dakar (AFP) - Le PS a tenu son congrès à Dakar lundi.", ["SN"]),
    ("Lagos (AFP) - La CGT a appelé à la grève à Lagos lundi.", ["NG"]),
    ("Lagos (AFP) - Le PLD a envoyé des observateurs japonais à Lagos lundi.", ["JP", "NG"]),
    ("Rome (AFP) - Le parlement turc a voté la loi lundi.", ["IT", "TR"]),
  ])
  func aPartyOrACompanyNamesNoCountry(text: String, countries: [String]) throws {
    let date = try #require(CalendarDate(iso: "2024-05-14"))
    let reading = try Extractor().read(Dispatch(identity: "t", text: "Titre de la dépêche\n\n\(text)"), date: date)
    #expect(Set(reading.mentioned) == Set(countries))
  }
}
