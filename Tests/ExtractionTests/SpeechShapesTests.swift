// The shapes in which wires attribute words, each with a sentence of our own.
import DispatchModel
import Testing

/// Statements: where the words begin and end, and which verbs attribute them.
struct SpeechShapesTests {
  @Test(arguments: [
    HardCase(
      name: "a short adverbial quotation is part of its clause",
      text: "Le ministre kényan des Finances, John Mwangi, a assuré que le taux baisserait « avant la fin de l'année ».",
      holds: ["statement John Mwangi: le taux baisserait « avant la fin de l'année »"]),
    HardCase(
      name: "up to three quoted words are part of the object",
      text: "La ministre australienne Penny Woods a demandé la libération \"rapide\" des otages.",
      holds: ["statement Penny Woods: la libération \"rapide\" des otages"]),
    HardCase(
      name: "what one calls something stays alone",
      text: "Le président kényan John Mwangi a jugé cette décision \"regrettable\".",
      holds: ["statement John Mwangi: regrettable"]),
    HardCase(
      name: "one exhorts somebody to act",
      text: "La sénatrice américaine Joan Whitley a exhorté le Congrès à interdire ces fusils.",
      holds: ["statement Joan Whitley: interdire ces fusils"]),
    HardCase(
      name: "one promises not to act any more",
      text: "Le président indonésien Joko Santoso a promis de ne plus délivrer de permis.",
      holds: ["statement Joko Santoso: ne plus délivrer de permis"]),
    HardCase(
      name: "a denial in the present with a noun",
      text: "Le porte-parole du ministère rwandais de la Défense, Olivier Nkunda, dément toute présence militaire sur le sol congolais.",
      holds: ["statement Olivier Nkunda: toute présence militaire sur le sol congolais"]),
    HardCase(
      name: "the body that speaks stands in apposition",
      text: "Trois marins souffrent de brûlures, a précisé l'armateur, Halvorsen Tankers, dans un communiqué.",
      holds: ["statement Halvorsen Tankers: Trois marins souffrent de brûlures"]),
    HardCase(
      name: "an estimate is words for a number",
      text: "Le gouverneur philippin Al Bichara a chiffré les besoins à 80 millions d'euros.",
      holds: ["statement Al Bichara: les besoins à 80 millions d'euros"]),
    HardCase(
      name: "a threat with a short quotation",
      text: "La ministre chinoise des Affaires étrangères, Li Mei, a menacé de répondre « plus durement » à l'alliance.",
      holds: ["statement Li Mei: répondre « plus durement » à l'alliance"]),
    HardCase(
      name: "what is said of the subject stands before it",
      text: "Présente à la cérémonie, la ministre kényane Alice Mwangi a indiqué que la ligne ouvrirait.",
      holds: ["statement Alice Mwangi: la ligne ouvrirait"]),
    HardCase(
      name: "a participle behind et tells something else",
      text: "Le commissaire français Pierre Maurel a dit regretter le verdict et menacé de ressortir une liste noire.",
      holds: ["statement Pierre Maurel: regretter le verdict"], lacks: ["statement Pierre Maurel: regretter le verdict et"]),
  ])
  func wordsAreAttributed(_ expected: HardCase) throws { try expected.check() }
}
