import DispatchModel
import Extraction
import Testing

@Suite struct PlacesTests {
  static let cases: [(String, String)] = [
    ("Il est arrivé à Bagdad, en Irak.", "Il est arrivé à ⟦Bagdad|place|Bagdad/IQ⟧, en ⟦Irak|place|IQ⟧."),
    ("Le ministre s'est rendu à Beijing.", "Le ministre s'est rendu à ⟦Beijing|place|Pékin/CN⟧."),
    ("Les Etats-Unis et la Grande-Bretagne ont protesté.", "Les ⟦Etats-Unis|place|US⟧ et la ⟦Grande-Bretagne|place|GB⟧ ont protesté."),
    ("La Birmanie et le Myanmar sont un seul pays.", "La ⟦Birmanie|place|MM⟧ et le ⟦Myanmar|place|MM⟧ sont un seul pays."),
    ("Une bombe a explosé à Tripoli, au Liban.", "Une bombe a explosé à ⟦Tripoli|place|Tripoli/LB⟧, au ⟦Liban|place|LB⟧."),
    ("Une bombe a explosé à Tripoli, en Libye.", "Une bombe a explosé à ⟦Tripoli|place|Tripoli/LY⟧, en ⟦Libye|place|LY⟧."),
    ("Les combats se poursuivent dans la ville de Kafr Zéba (Syrie).", "Les combats se poursuivent dans la ville de ⟦Kafr Zéba|place|Kafr Zéba/SY⟧ (⟦Syrie|place|SY⟧)."),
    ("Un navire a coulé en mer Rouge, près du détroit d'Ormuz.", "Un navire a coulé en ⟦mer Rouge|place|mer Rouge/-⟧, près du ⟦détroit d'Ormuz|place|détroit d'Ormuz/-⟧."),
    ("L'île de Jolo et le département d'Arauca sont touchés.", "L'île de ⟦Jolo|place|Jolo/PH⟧ et le département d'⟦Arauca|place|Arauca/CO⟧ sont touchés."),
    ("Deux tours ont été détruites à Tours.", "Deux tours ont été détruites à ⟦Tours|place|Tours/FR⟧."),
    ("La République de Bélarus a protesté.", "La ⟦République de Bélarus|place|BY⟧ a protesté."),
    ("Le Niger et le Nigeria coopèrent.", "Le ⟦Niger|place|NE⟧ et le ⟦Nigeria|place|NG⟧ coopèrent."),
    ("La Corée du Nord menace la Corée du Sud.", "La ⟦Corée du Nord|place|KP⟧ menace la ⟦Corée du Sud|place|KR⟧."),
    ("Il a quitté Nuuk pour Roseau.", "Il a quitté ⟦Nuuk|place|Nuuk/GL⟧ pour ⟦Roseau|place|Roseau/DM⟧."),
    ("Brazzaville et le Congo ont signé.", "⟦Brazzaville|place|Brazzaville/CG⟧ et le ⟦Congo|place|CG⟧ ont signé."),
    ("A Goma, dans l'est de la RDC, le Congo profond.", "A ⟦Goma|place|Goma/CD⟧, dans l'est de la ⟦RDC|place|CD⟧, le ⟦Congo|place|CD⟧ profond."),
    ("Kenya-Tanzanie: des travaux ont commencé.", "⟦Kenya|place|KE⟧-⟦Tanzanie|place|TZ⟧: des travaux ont commencé."),
    ("Ils ont rendu la base Haji Ali, au Kenya.", "Ils ont rendu la base ⟦Haji Ali|place|Haji Ali/KE⟧, au ⟦Kenya|place|KE⟧."),
    ("Le port du masque est obligatoire.", "Le port du masque est obligatoire."),
    ("Seul le sol compte.", "Seul le sol compte."),
  ]

  @Test(arguments: cases) func aPlaceIsFound(_ row: (text: String, expected: String)) throws {
    #expect(try marked("Un titre\n\n" + row.text, only: [.place]) == "Un titre\n\n" + row.expected)
  }

  static let nationalities: [(String, String)] = [
    ("Le président irakien et son homologue russe.", "Le président ⟦irakien|nationality|IQ⟧ et son homologue ⟦russe|nationality|RU⟧."),
    ("Des Burkinabè et des Nigériennes.", "Des ⟦Burkinabè|nationality|BF⟧ et des ⟦Nigériennes|nationality|NE⟧."),
    ("Un Nigérian et deux Sud-Africaines.", "Un ⟦Nigérian|nationality|NG⟧ et deux ⟦Sud-Africaines|nationality|ZA⟧."),
    ("Il parle couramment le russe et l'italien.", "Il parle couramment le russe et l'italien."),
    ("Le texte est écrit en arabe et en français.", "Le texte est écrit en arabe et en français."),
    ("La Suisse a protesté, un Suisse est mort.", "La Suisse a protesté, un ⟦Suisse|nationality|CH⟧ est mort."),
    ("La Somalie remercie les Somaliens.", "La Somalie remercie les ⟦Somaliens|nationality|SO⟧."),
  ]

  @Test(arguments: nationalities) func aNationalityIsFound(_ row: (text: String, expected: String)) throws {
    #expect(try marked("Un titre\n\n" + row.text, only: [.nationality]) == "Un titre\n\n" + row.expected)
  }
}
