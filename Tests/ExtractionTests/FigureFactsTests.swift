// Which figures are facts, each case with a sentence of our own.
import DispatchModel
import Testing

/// Figures as facts: parts and lengths count, rates are measures, one dollar is what a rate is for.
struct FigureFactsTests {
  @Test(arguments: [
    HardCase(
      name: "a part of a whole is news too", text: "Le groupe supprimera 5.000 emplois, dont 1.800 postes au Japon.",
      holds: ["figure 5000.0", "figure 1800.0"]),
    HardCase(
      name: "a length is news", text: "Le gazoduc, long de 4.128 kilomètres, traversera le Sahara.", holds: ["figure 4128.0 km"]),
    HardCase(
      name: "a rate has its unit", text: "Le canal laissera passer 31 navires par jour.", holds: ["figure 31.0 navires/jour"]),
    HardCase(
      name: "what a rate is for is no figure", text: "Le naira s'échangeait à 1.488 nairas pour un dollar à Lagos.", holds: ["figure 1488.0 NGN"],
      lacks: ["figure 1.0 USD"]),
    HardCase(
      name: "dollars without a dateline are the country's own", text: "Le Canada paiera. Ottawa a débloqué 46 millions $ pour le Canada.",
      holds: ["figure 46000000.0 CAD"]),
  ])
  func aFigureIsAFact(_ expected: HardCase) throws { try expected.check() }
}
