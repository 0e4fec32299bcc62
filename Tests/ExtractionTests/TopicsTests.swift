// What dispatches are said to be about, and the weights that decide it.
import DispatchModel
import Lexicon
import Testing

@testable import Extraction

@Suite struct TopicsTests {
  /// A weight whose topic or kind nobody knows would be passed over in silence.
  @Test func everyWeightIsOfATopicThatThereIs() throws {
    let lexicon = try LexiconFile(path: #require(DataFiles.path(of: "fr.lex")))
    let rows = try lexicon.entries(of: #require(lexicon.table("topic-weights"))).map(lexicon.columns(ofEntry:))
    let topics = Set(Topic.allCases.map(\.rawValue))
    #expect(rows.count > 100)
    for row in rows {
      #expect(["least", "bias", "share", "body", "head"].contains(row[0]) && Double(row[1]) != nil, "\(row)")
      if row[0] != "least" { #expect(topics.contains(String(row[2])), "\(row)") }
      if row[0] == "share" { #expect(topics.contains(String(row[3])), "\(row)") }
    }
    #expect(Set(rows.filter { $0[0] == "bias" }.map { String($0[2]) }) == topics)
  }

  @Test(arguments: [
    ("Un séisme de magnitude 7 frappe le Chili\n\nSANTIAGO (Reuters) - Un tremblement de terre a fait douze morts, ont annoncé les secours.", "disaster"),
    ("La Banque centrale relève son taux directeur\n\nPARIS (AFP) - L'inflation a atteint 8%, selon l'institut de statistique, et les marchés s'inquiètent.", "economy"),
    ("L'OM bat Lyon en finale\n\nMARSEILLE (AFP) - Marseille a remporté le match grâce à un but de son attaquant en championnat.", "sport"),
    ("Deux candidats au second tour de l'élection présidentielle\n\nPARIS (AFP) - Le scrutin a mobilisé 70% des électeurs.", "elections"),
  ])
  func aDispatchIsAboutSomething(text: String, topic: String) throws {
    #expect(try reading(text).topics.map(\.rawValue).contains(topic))
  }

  @Test func aTextWithoutWordsThatTellIsAboutNothing() throws {
    #expect(try reading("Bonjour\n\nIl est là.").topics.isEmpty)
  }

  @Test func atMostThreeTopicsAreGiven() throws {
    let text = "Guerre, élection, séisme, match, vaccin, pétrole, procès\n\nLa guerre, l'élection, le séisme, le match, le vaccin, le pétrole et le procès ont été évoqués."
    #expect((1...3).contains(try reading(text).topics.count))
  }
}
