#!/usr/bin/env python3
"""Writes Sources/DispatchModel/CountryTable.swift: ISO 3166-1 countries with their names in French and English.

Source: Unicode CLDR (Debian package unicode-cldr-core), licence Unicode-DFS-2016: common/main/{fr,en}.xml for the names,
common/supplemental/supplementalData.xml for alpha-3 codes and continents. The last column, other names in use, is our own.
"""
import pathlib, xml.etree.ElementTree as ET

CLDR = pathlib.Path("/usr/share/unicode/cldr/common")
OUT = pathlib.Path(__file__).resolve().parent.parent / "Sources/DispatchModel/CountryTable.swift"
# Codes of CLDR that are no countries: exceptional reservations and groupings.
NOT = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "CQ"}
SHORT = {  # what people call them, where CLDR is longer or older
    "fr": {"CD": "RD Congo", "CG": "Congo", "HK": "Hong Kong", "MO": "Macao", "MM": "Birmanie", "PS": "Palestine", "CZ": "République tchèque",
           "SZ": "Eswatini", "BY": "Biélorussie", "GB": "Royaume-Uni", "US": "États-Unis", "TR": "Turquie", "MD": "Moldavie"},
    "en": {"CD": "DR Congo", "CG": "Congo", "HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar", "PS": "Palestine", "CZ": "Czech Republic",
           "GB": "United Kingdom", "US": "United States", "TR": "Turkey", "CI": "Ivory Coast"},
}
OTHER = {
    "US": "USA|Etats-Unis d'Amérique|America", "GB": "UK|Grande-Bretagne|Angleterre|Britain", "CD": "RDC|République démocratique du Congo|Congo-Kinshasa|DRC",
    "CG": "République du Congo|Congo-Brazzaville", "MM": "Myanmar|Burma", "BY": "Bélarus|Belarus", "TR": "Türkiye", "CI": "Côte d'Ivoire",
    "CZ": "Tchéquie|Czechia", "PS": "Territoires palestiniens|Palestinian Territories|Cisjordanie|Gaza", "KR": "Corée du Sud|South Korea", "KP": "Corée du Nord|North Korea",
    "AE": "Émirats arabes unis|EAU|UAE|Emirates", "SA": "Arabie saoudite|KSA", "CF": "Centrafrique|RCA|CAR", "SZ": "Swaziland", "MK": "Macédoine|Macedonia",
    "VA": "Vatican|Saint-Siège|Holy See", "EH": "Sahara occidental|Western Sahara|RASD", "NL": "Hollande|Holland|Pays-Bas", "CV": "Cap-Vert|Cape Verde",
    "TL": "Timor oriental|East Timor", "RU": "Fédération de Russie|Russia", "IR": "Perse", "BA": "Bosnie|Bosnia", "CN": "RPC|PRC", "TW": "Formose",
    "MD": "Moldova", "LA": "Laos", "VN": "Viêt Nam|Vietnam", "BN": "Brunei", "FK": "Malouines|Falklands", "ST": "Sao Tomé", "GW": "Guinée-Bissau", "GQ": "Guinée équatoriale",
}


def territories(language):
    names = {}
    for node in ET.parse(CLDR / f"main/{language}.xml").findall("./localeDisplayNames/territories/territory"):
        code = node.get("type")
        if len(code) == 2 and code.isalpha() and code not in NOT:
            names.setdefault(code, {})[node.get("alt") or ""] = node.text
    return names


fr, en = territories("fr"), territories("en")
supplemental = ET.parse(CLDR / "supplemental/supplementalData.xml")
alpha3 = {n.get("type"): n.get("alpha3") for n in supplemental.findall("./codeMappings/territoryCodes")}
rows = []
for code in sorted(fr):
    name_fr = SHORT["fr"].get(code, fr[code][""]).replace("’", "'")
    name_en = SHORT["en"].get(code, en[code][""]).replace("’", "'")
    others = [*fr[code].values(), *en[code].values(), *OTHER.get(code, "").split("|")]
    unique = []
    for name in (n.replace("’", "'") for n in others if n):
        if name not in (name_fr, name_en, *unique):
            unique.append(name)
    rows.append("\t".join([code, alpha3.get(code) or "", name_fr, name_en, "|".join(unique)]))
OUT.write_text('''// Made by Scripts/build-country-table.py from Unicode CLDR (Unicode-DFS-2016); do not edit by hand.

extension Country {
  /// A country a line: code, alpha-3, French name, English name, other names in use apart by `|`.
  static let table = """
''' + "\n".join("    " + r for r in rows) + '\n    """\n}\n')
print(len(rows), "countries")
