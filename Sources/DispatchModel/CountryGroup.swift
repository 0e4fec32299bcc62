/// Countries that people filter by together: a region, a league, a club of states.
///
/// Membership as of 2026, from the bodies' own pages; regions as newsrooms use them. Our own table.
public struct CountryGroup: Hashable, Sendable, Identifiable {
  public let id: String
  private let french: String
  private let english: String
  /// ISO codes of the members.
  public let members: [String]

  public func name(in language: String) -> String { language.hasPrefix("fr") ? french : english }

  public static let all: [CountryGroup] = [
    group("maghreb", "Maghreb", "Maghreb", "DZ LY MA MR TN EH"),
    group("sahel", "Sahel", "Sahel", "BF ML MR NE TD"),
    group("proche-orient", "Proche-Orient", "Near East", "EG IL JO LB PS SY"),
    group("moyen-orient", "Moyen-Orient", "Middle East", "AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE"),
    group("golfe", "Golfe", "Gulf states", "AE BH KW OM QA SA"),
    group("ligue-arabe", "Ligue arabe", "Arab League", "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE"),
    group("afrique-ouest", "Afrique de l'Ouest", "West Africa", "BF BJ CI CV GH GM GN GW LR ML MR NE NG SL SN TG"),
    group("afrique-centrale", "Afrique centrale", "Central Africa", "AO CD CF CG CM GA GQ ST TD"),
    group("afrique-est", "Afrique de l'Est", "East Africa", "BI DJ ER ET KE KM MG MU RW SC SD SO SS TZ UG"),
    group("afrique-australe", "Afrique australe", "Southern Africa", "AO BW LS MW MZ NA SZ ZA ZM ZW"),
    group("grands-lacs", "Grands Lacs", "Great Lakes", "BI CD KE RW TZ UG"),
    group("ue", "Union européenne", "European Union", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"),
    group("balkans", "Balkans", "Balkans", "AL BA BG GR HR ME MK RO RS SI XK"),
    group("baltes", "Pays baltes", "Baltic states", "EE LT LV"),
    group("nordiques", "Pays nordiques", "Nordic countries", "DK FI IS NO SE FO GL"),
    group("caucase", "Caucase", "Caucasus", "AM AZ GE"),
    group("asie-centrale", "Asie centrale", "Central Asia", "KG KZ TJ TM UZ"),
    group("asie-sud", "Asie du Sud", "South Asia", "AF BD BT IN LK MV NP PK"),
    group("asean", "Asean", "Asean", "BN ID KH LA MM MY PH SG TH TL VN"),
    group("asie-est", "Asie de l'Est", "East Asia", "CN HK JP KP KR MN MO TW"),
    group("amerique-centrale", "Amérique centrale", "Central America", "BZ CR GT HN NI PA SV"),
    group("amerique-sud", "Amérique du Sud", "South America", "AR BO BR CL CO EC GY PE PY SR UY VE"),
    group("caraibes", "Caraïbes", "Caribbean", "AG BB BS CU DM DO GD HT JM KN LC TT VC GP MQ"),
    group("pacifique", "Pacifique", "Pacific", "AU FJ FM KI MH NC NR NZ PF PG PW SB TO TV VU WS"),
    group("brics", "Brics", "BRICS", "AE BR CN EG ET ID IN IR RU ZA"),
    group("g7", "G7", "G7", "CA DE FR GB IT JP US"),
    group("g20", "G20", "G20", "AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA"),
    group("otan", "Otan", "NATO", "AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US"),
  ]

  private static func group(_ id: String, _ french: String, _ english: String, _ members: String) -> CountryGroup {
    CountryGroup(id: id, french: french, english: english, members: members.split(separator: " ").map(String.init))
  }
}
