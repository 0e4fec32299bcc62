// Languages that Telex does not read: their names where these are written as in French, and nothing that is not so.
import DispatchModel
import Extraction
import Foundation
import Testing

@Suite struct ForeignTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    /// All that may be found, by the words of the text.
    let names: Set<String>

    var testDescription: String { language }
  }

  static let samples = [
    Sample(
      language: "es",
      text: """
        El presidente anuncia un plan de empleo

        MADRID, 12 mar (EFE) - El presidente del Gobierno, Manuel Ortega Ruiz, anunció este martes en Madrid un plan de 1.200 millones de euros \
        para crear empleo en Andalucía y Extremadura. El ministro de Trabajo dijo que las medidas entrarán en vigor en abril. La oposición \
        pidió elecciones en mayo. «No vamos a aceptar esto», declaró Lucía Herrero, portavoz del partido.
        """,
      names: ["MADRID", "12 mar", "EFE", "Manuel Ortega Ruiz", "Madrid", "Extremadura", "Lucía Herrero"]),
    Sample(
      language: "de",
      text: """
        Kanzler kündigt neue Hilfen für die Wirtschaft an

        Berlin (dpa) - Der Bundeskanzler hat am Dienstag in Berlin neue Hilfen für die Wirtschaft angekündigt. Das Paket soll nach Angaben von \
        Finanzminister Karl Lindemann rund drei Milliarden Euro umfassen und im Mai in Kraft treten. «Wir lassen niemanden allein», sagte er. \
        In Hamburg demonstrierten Hunderte Menschen gegen die Pläne der Regierung. Die Polizei nahm vier Männer fest.
        """,
      names: ["Berlin", "dpa", "Karl Lindemann", "Hamburg"]),
    Sample(
      language: "it",
      text: """
        Il governo approva la riforma della scuola

        ROMA, 14 MAR (ANSA) - Il Consiglio dei ministri ha approvato oggi la riforma della scuola presentata dal ministro Giulia Ferraro. La \
        legge, che sarà discussa in Parlamento a maggio, prevede 20.000 assunzioni. «È un passo importante», ha detto il presidente del \
        Consiglio a Milano. I sindacati hanno annunciato uno sciopero per venerdì a Napoli e a Torino.
        """,
      names: ["ROMA", "14 MAR", "ANSA", "Giulia Ferraro", "Milano", "Napoli", "Torino"]),
    Sample(
      language: "pt",
      text: """
        Governo anuncia investimento em ferrovias

        LISBOA (Lusa) - O ministro das Infraestruturas, Rui Tavares Leal, anunciou hoje em Lisboa um investimento de 400 milhões de euros na \
        linha do Norte. As obras começam em março e devem terminar em dois anos. Uma pessoa morreu num acidente em Coimbra, segundo a polícia.
        """,
      names: ["LISBOA", "Lusa", "Rui Tavares Leal", "Lisboa", "Coimbra"]),
    Sample(
      language: "tr",
      text: """
        Cumhurbaşkanı yeni ekonomi paketini açıkladı

        ANKARA (AA) - Cumhurbaşkanı Ahmet Yıldırım, salı günü Ankara'da yeni ekonomi paketini açıkladı. Paketin 1 Mayıs'ta yürürlüğe gireceğini \
        belirten Yıldırım, "Kimseyi geride bırakmayacağız" dedi. İstanbul ve İzmir'de yüzlerce kişi hükümetin kararlarını protesto etti. Polis \
        dört kişiyi gözaltına aldı. Enflasyon yüzde 12 olarak açıklandı.
        """,
      names: ["ANKARA", "AA", "Ahmet Yıldırım", "Yıldırım", "Ankara", "İstanbul", "İzmir"]),
    Sample(
      language: "ru",
      text: """
        Правительство утвердило план развития Дальнего Востока

        МОСКВА, 12 марта. /ТАСС/. Правительство утвердило план развития Дальнего Востока, сообщил во вторник министр экономики Иван Соколов. На \
        эти цели выделят 3 млрд рублей. «Мы не остановимся», — сказал он. Во Владивостоке прошла встреча с губернатором.
        """,
      names: ["МОСКВА", "ТАСС", "Иван Соколов"]),
    Sample(
      language: "ar",
      text: """
        الحكومة توافق على خطة جديدة للمياه

        القاهرة (أ ش أ) - وافقت الحكومة المصرية يوم الثلاثاء على خطة جديدة للمياه بقيمة ثلاثة مليارات جنيه. وقال الوزير أحمد سالم إن التنفيذ \
        سيبدأ في شهر مايو. وأضاف أن المشروع يشمل خمس محافظات. وقتل ثلاثة أشخاص في حادث قرب أسوان.
        """,
      names: []),
  ]

  @Test(arguments: samples)
  func nothingIsFoundThatIsNotThere(sample: Sample) throws {
    let date = try #require(CalendarDate(iso: "2024-03-12"))
    let reading = try Extractor().read(Dispatch(identity: "t", text: sample.text), date: date)
    #expect(reading.language == sample.language)
    #expect(reading.facts.isEmpty)
    let found = Set(reading.mentions.map(\.text))
    #expect(found.subtracting(sample.names).isEmpty, "\(found.subtracting(sample.names))")
    #expect(reading.mentions.filter { $0.type == .figure || $0.type == .event || $0.type == .law }.isEmpty)
  }
}
