// What decides which events are told: the signs, the grammar they may fulfil, the weights of the judge.
import DispatchModel
import Lexicon
import Testing

@testable import Extraction

@Suite struct EventJudgeTests {
  private let lexicon: LexiconFile

  init() throws { lexicon = try LexiconFile(path: #require(DataFiles.path(of: "fr.lex"))) }

  @Test func everySignHasANameOfItsOwn() {
    #expect(Set(EventSigns.names).count == EventSigns.names.count)
    #expect(EventSigns.names.count <= 64)
    #expect(EventSigns.sound.description == "sound" && EventSigns.verb.description == "verb")
    #expect(EventSigns.sound.rawValue == 1 << UInt64(EventSigns.names.count - 1))
  }

  /// A weight whose name nobody knows would be passed over in silence.
  @Test func everyWeightIsOfASignACategoryOrAWordThatTheTablesHave() throws {
    let words = Set(["event-verbs", "event-nouns"].flatMap { name in lexicon.table(name).map(lexicon.entries) ?? [] }.map { entry in
      let columns = lexicon.columns(ofEntry: entry)
      return "\(columns[1])\t\(columns[0])"
    })
    let known = Set(EventSigns.names + EventCategory.allCases.map(\.rawValue) + ["bias", "least", "leastSound", "shift"])
    let rows = try lexicon.entries(of: #require(lexicon.table("event-weights")))
    #expect(rows.count > 500)
    for entry in rows {
      let row = lexicon.columns(ofEntry: entry)
      if row[0] == "event.word" {
        #expect(words.contains("\(row[2])\t\(row[3])"), "\(row)")
      } else {
        #expect(row[0].split(separator: ".").dropFirst().allSatisfy { known.contains(String($0)) }, "\(row)")
      }
    }
  }

  @Test func aSoundEventIsLikelierAndToldSooner() {
    let judge = EventJudge(lexicon: lexicon)
    let signs: EventSigns = [.verb, .country, .countryTarget, .lead]
    let plain = judge.probability(of: .threaten, signs, word: 0)
    let sound = judge.probability(of: .threaten, signs.union(.sound), word: 0)
    #expect((0...1).contains(plain) && plain < sound)
    #expect(judge.probability(of: .threaten, signs, word: 2) > plain)
    #expect(judge.isEnough(0.25, .sound) && !judge.isEnough(0.25, .verb))
    #expect(judge.confidence(0.5) >= 0.5 && judge.confidence(0) >= 0 && judge.confidence(1) <= 1)
  }

  @Test(arguments: [
    (.threaten, [.verb, .country, .countryTarget], true), (.threaten, [.verb, .person, .says], false),
    (.sanction, [.verb, .passive, .implied, .noTarget], false), (.coerce, [.verb, .passive, .implied], true),
    (.disaster, [.verb, .noActor, .noTarget], true), (.business, [.participle, .organization], false),
    (.assault, [.noun, .noActor], true), (.request, [.noun, .noActor, .unmetParty], false), (.assault, [.noun, .country, .metaphor], false),
  ] as [(EventCategory, EventSigns, Bool)])
  func grammarAsksForWhatEachKindNeeds(category: EventCategory, signs: EventSigns, isSound: Bool) {
    #expect(EventGrammar.isSound(category, signs) == isSound)
  }
}
