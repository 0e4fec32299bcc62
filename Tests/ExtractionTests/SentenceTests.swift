import DispatchModel
@testable import Extraction
import Lexicon
import Testing

/// Sentences and languages.
@Suite struct SentenceTests {
  private func sentences(_ paragraph: String) throws -> [String] {
    let path = try #require(DataFiles.path(of: "fr.lex"))
    let lexicon = try LexiconFile(path: path)
    let day = try #require(CalendarDate(iso: "2024-05-14"))
    let draft = Draft(
      dispatch: Dispatch(identity: "test", text: paragraph), reference: day, explains: false, lexicon: lexicon)
    SentenceSplitter(lexicon: lexicon).annotate(draft)
    return draft.sentences.map { draft.text($0) }
  }

  static let cases: [(String, [String])] = [
    ("Il part. Elle reste.", ["Il part.", "Elle reste."]),
    ("M. Diallo a parlé. Mme Ba aussi.", ["M. Diallo a parlé.", "Mme Ba aussi."]),
    ("Le prix est de 3.500 euros. Il monte.", ["Le prix est de 3.500 euros.", "Il monte."]),
    ("« C'est fini. » Il est parti.", ["« C'est fini. »", "Il est parti."]),
    ("\"C'est fini.\" Il est parti.", ["\"C'est fini.\"", "Il est parti."]),
    ("« C'est fini ! », a-t-il dit.", ["« C'est fini ! », a-t-il dit."]),
    ("Selon l'art. 5 du code, J. Dupont a tort. Fin.", ["Selon l'art. 5 du code, J. Dupont a tort.", "Fin."]),
    ("L'O.N.U. Le secrétaire a parlé.", ["L'O.N.U.", "Le secrétaire a parlé."]),
    ("Pourquoi... parce que. Voilà", ["Pourquoi... parce que.", "Voilà"]),
    ("Voir www.exemple.fr pour la suite. Merci.", ["Voir www.exemple.fr pour la suite.", "Merci."]),
  ]

  @Test(arguments: cases) func textIsSplit(_ row: (text: String, expected: [String])) throws {
    #expect(try sentences(row.text) == row.expected)
  }

  static let languages: [(String, String)] = [
    ("Le président a annoncé que les négociations reprendraient dans la capitale.", "fr"),
    ("The president said that the talks would resume in the capital after the vote.", "en"),
    ("Der Präsident hat nach dem Treffen mit den Ministern nicht auf die Fragen der Presse geantwortet.", "de"),
    ("El presidente dijo que las negociaciones con los ministros fueron suspendidas por el gobierno.", "es"),
    ("Il presidente ha detto che i negoziati con il governo non sono finiti nella capitale.", "it"),
    ("O presidente disse que as negociações não foram suspensas e que o governo vai em frente com uma proposta.", "pt"),
    ("Cumhurbaşkanı bu görüşmelerin çok önemli olduğunu ve bir anlaşma için çalıştıklarını söyledi.", "tr"),
    ("Президент заявил, что переговоры продолжатся в столице.", "ru"),
    ("قال الرئيس إن المفاوضات ستستأنف في العاصمة", "ar"),
    ("习近平在北京会见了法国总统", "zh"),
    ("1234 5678", "und"),
  ]

  @Test(arguments: languages) func aLanguageIsTold(_ row: (text: String, language: String)) throws {
    #expect(try reading(row.text).language == row.language)
  }
}
