/// Names of months in the languages of feeds, folded; names of days and small words that dates hold.
///
/// Months as in Unicode CLDR's calendars (wide and abbreviated), plus the abbreviations of wire copy (`AOU`, `FEV`).
enum DateWords {
  static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      for name in row.split(separator: " ") { table[fold(name)] = index + 1 }
    }
    return table
  }()

  private static let rows = [
    """
    jan january janv janvier januar jänner ene enero gen gennaio januari janeiro styczeń stycznia sty ocak январь января янв \
    ιαν ιανουαρίου ιανουάριος január leden ledna siječnja ianuarie tammikuu tammikuuta
    """,
    """
    feb february fév fev févr février februar feber febrero febbraio febbr februari fevereiro luty lutego lut şubat февраль \
    февраля фев φεβ φεβρουαρίου φεβρουάριος február únor února veljače februarie helmikuu helmikuuta
    """,
    """
    mar march mars märz mrz marzo maart mrt março marzec marca mart март марта μάρ μαρ μαρτ μαρτίου μάρτιος március márc \
    březen března ožujka martie maaliskuu maaliskuuta
    """,
    """
    apr april avr avril abr abril aprile aprilie kwiecień kwietnia kwi nisan апрель апреля апр απρ απριλίου απρίλιος április \
    ápr duben dubna travnja huhtikuu huhtikuuta
    """,
    "may mai mayo maggio mag mei maio maj maja mayıs май мая μάι μαι μαΐου μάιος μαϊ május květen května svibnja toukokuu toukokuuta",
    """
    jun june juin juni junio giugno giu junho czerwiec czerwca cze haziran июнь июня июн ιούν ιουν ιουνίου ιούνιος ιον \
    június jún červen června lipnja iunie kesäkuu kesäkuuta
    """,
    """
    jul july juil juillet juli julio luglio lug julho lipiec lipca lip temmuz июль июля июл ιούλ ιουλ ιουλίου ιούλιος ιολ \
    július júl červenec července srpnja iulie heinäkuu heinäkuuta
    """,
    """
    aug august aoû aou août aout agosto ago augustus sierpień sierpnia sie ağustos август августа авг αύγ αυγ αυγούστου \
    αύγουστος augusztus srpen srpna kolovoza elokuu elokuuta
    """,
    """
    sep sept september septembre septiembre settembre set setembro wrzesień września wrz eylül сентябрь сентября сен σεπ \
    σεπτ σεπτεμβρίου σεπτέμβριος szeptember szept září rujna septembrie syyskuu syyskuuta
    """,
    """
    oct october octobre oktober okt octubre ottobre ott outubro out październik października paź ekim октябрь октября окт \
    οκτ οκτωβρίου οκτώβριος október říjen října listopada octombrie lokakuu lokakuuta
    """,
    """
    nov november novembre noviembre novembro listopad lis kasım ноябрь ноября ноя νοέ νοε νοεμβρίου νοέμβριος νοεμ november \
    studenog noiembrie marraskuu marraskuuta
    """,
    """
    dec december déc décembre dezember dez diciembre dic dicembre dezembro grudzień grudnia gru aralık декабрь декабря дек \
    δεκ δεκεμβρίου δεκέμβριος december prosinec prosince decembrie joulukuu joulukuuta
    """,
  ]

  private static let noise: Set<String> = Set(
    """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday lun mar mer jeu ven sam dim \
    lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di \
    mi do fr sa so lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi domenica mié sáb \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terca quarta quinta sexta feira κυρ δευ τρι τετ πεμ παρ σαβ \
    κυριακη δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота \
    воскресенье pon wt sr czw pt sob nie at a le the of de del den der am um on il à er t st nd rd th of uhr year г \
    년 월 일 年 月 日 요일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 분 초 分 秒 heures
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { fold($0) }
  ).subtracting(["am"])

  /// Whether the word decides nothing about the date.
  static func isNoise(_ word: String) -> Bool { noise.contains(word) }

  /// Lower case, without the accents that writers leave out.
  static func fold(_ word: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      if let plain = plain[scalar] { out.append(plain) } else { out.append(scalar) }
    }
    return String(out)
  }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "é": "e", "è": "e", "ê": "e", "û": "u", "ù": "u", "ü": "u", "ä": "a", "à": "a", "á": "a", "â": "a", "ç": "c", "ö": "o",
    "ó": "o", "í": "i", "ì": "i", "ú": "u", "ã": "a", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ΐ": "ι", "ϊ": "ι", "ό": "ο",
    "ύ": "υ", "ώ": "ω", "ş": "s", "ğ": "g", "ı": "i", "ő": "o", "ű": "u", "ś": "s", "ź": "z", "ř": "r", "ň": "n",
  ]
}
