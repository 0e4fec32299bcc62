internal import Terminal

/// Groups of countries that newsrooms filter by.
struct Region: Hashable, Sendable {
  var id: String
  var name: Phrase
  /// ISO 3166-1 alpha-2 codes.
  var codes: [String]

  /// Members as of 2025, from the bodies' own public lists of members (europa.eu, asean.org, au.int, ecowas.int, gcc-sg.org,
  /// g20.org, nato.int, brics.br); Maghreb, Sahel, Proche-Orient, Grands Lacs, Balkans and Caucase in newsrooms' common use.
  static let all: [Region] = [
    region("maghreb", Phrase("Maghreb", "Maghreb"), "DZ LY MA MR TN"),
    region("sahel", Phrase("Sahel", "Sahel"), "BF ML MR NE TD"),
    region("cedeao", Phrase("CEDEAO", "ECOWAS"), "BJ CI CV GH GM GN GW LR NG SL SN TG"),
    region("grands-lacs", Phrase("Grands Lacs", "Great Lakes"), "BI CD RW TZ UG"),
    region("corne", Phrase("Corne de l'Afrique", "Horn of Africa"), "DJ ER ET SO SD SS"),
    region("proche-orient", Phrase("Proche-Orient", "Levant"), "EG IL JO LB PS SY"),
    region("golfe", Phrase("Golfe", "Gulf"), "AE BH KW OM QA SA"),
    region("ue", Phrase("Union européenne", "European Union"), "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"),
    region("balkans", Phrase("Balkans", "Balkans"), "AL BA HR ME MK RS XK"),
    region("caucase", Phrase("Caucase", "Caucasus"), "AM AZ GE"),
    region("otan", Phrase("Otan", "NATO"), "AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US"),
    region("brics", Phrase("BRICS", "BRICS"), "AE BR CN EG ET ID IN IR RU ZA"),
    region("g7", Phrase("G7", "G7"), "CA DE FR GB IT JP US"),
    region("asean", Phrase("Asean", "ASEAN"), "BN ID KH LA MM MY PH SG TH TL VN"),
    region("amerique-latine", Phrase("Amérique latine", "Latin America"), "AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE"),
  ]

  private static func region(_ id: String, _ name: Phrase, _ codes: String) -> Region {
    Region(id: id, name: name, codes: codes.split(separator: " ").map(String.init))
  }
}
