import DispatchModel
import Testing

@testable import Extraction

/// One person, one value within a dispatch.
@Suite struct AliasTests {
  @Test(arguments: [
    ("Irak: Massoum reçoit Poutine\n\nBAGDAD, 20 mars 2018 (AFP) - Le président irakien, Fouad Massoum, a parlé mardi.", "Massoum", "Fouad Massoum"),
    ("Le ministre Adama Barrow a parlé. A. Barrow a ensuite quitté la salle.", "A. Barrow", "Adama Barrow"),
    ("Le docteur Dennis Kiprono Muriuki a signé. « Merci », a dit M. Dennis Muriuki.", "Dennis Muriuki", "Dennis Kiprono Muriuki"),
    ("La ministre Wanjiru Kamau-Otieno a parlé. Mme Kamau a promis un geste.", "Kamau", "Wanjiru Kamau-Otieno"),
    ("Le ministre Ibrahim al-Jaafari a parlé. M. Jaafari a promis un geste.", "Jaafari", "Ibrahim al-Jaafari"),
  ])
  func aShortNameTakesTheFullOne(_ text: String, _ short: String, _ full: String) throws {
    #expect(try marked(text, only: [.person]).contains("⟦\(short)|person|\(full)⟧"))
  }

  @Test func ofTwoWithOneSurnameTheLastIsMeant() throws {
    let text = try marked(
      "Le ministre Karim Haddad a parlé. M. Haddad a quitté la salle. Le député Nabil Haddad est resté. M. Haddad a voté.", only: [.person])
    #expect(text.contains("M. ⟦Haddad|person|Karim Haddad⟧ a quitté"))
    #expect(text.contains("M. ⟦Haddad|person|Nabil Haddad⟧ a voté"))
  }

  @Test func aSurnameBeforeTwoFullNamesStaysOpen() throws {
    let text = try marked("Liban: M. Haddad démissionne\n\nLe ministre Karim Haddad a reçu le député Nabil Haddad à Beyrouth.", only: [.person])
    #expect(text.contains("⟦Haddad|person|Haddad⟧ démissionne"))
  }
}
