#!/usr/bin/env python3
"""Writes Languages/{fr,en}/currencies.tsv from CLDR (Debian package unicode-cldr-core; Unicode licence).

    Scripts/build_currencies.py [CLDR_COMMON_FOLDER]

Every present currency by its display names, singular and plural; the bare noun (`dollar`, `dinar`) with the countries that use one
of that name, for the reader to choose by the dispatch's countries. Names that CLDR lacks are in EXTRA below. Rerun after an update
of CLDR; the order is stable.
"""
import pathlib, sys
import xml.etree.ElementTree as ET

COMMON = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/cldr/common")
OUT = pathlib.Path(__file__).resolve().parent.parent / "Sources/Extraction/Languages"
# The currency a bare noun means where no country decides.
DEFAULT = {"dollar": "USD", "franc": "CHF", "livre": "GBP", "pound": "GBP", "rouble": "RUB", "ruble": "RUB", "won": "KRW",
           "real": "BRL", "réal": "BRL", "yuan": "CNY", "couronne": "SEK", "krona": "SEK", "krone": "NOK", "rupee": "INR", "roupie": "INR",
           "dinar": "DZD", "dirham": "MAD", "peso": "MXN", "riyal": "SAR", "rial": "IRR", "shilling": "KES"}
# Further phrases: plain codes, and nouns whose plural CLDR does not give.
EXTRA = {
    "fr": {"USD": ["dollar US", "dollars US", "dollar américain", "dollars américains", "billet vert"],
           "GBP": ["livre sterling", "livres sterling", "sterling"],
           "CNY": ["yuan", "yuans", "renminbi", "renminbis", "yuan chinois", "yuans chinois"], "BRL": ["real", "reais", "réal", "réaux"],
           "ILS": ["shekel", "shekels", "nouveaux shekels"], "TRY": ["livre turque", "livres turques"],
           "UAH": ["hryvnia", "hryvnias"], "ETB": ["birr", "birrs"], "NGN": ["naira", "nairas"], "GHS": ["cedi", "cedis"],
           "ZAR": ["rand", "rands"], "THB": ["baht", "bahts"], "MGA": ["ariary", "ariarys"], "MRU": ["ouguiya", "ouguiyas"],
           "AED": ["dirham émirati", "dirhams émiratis"], "AOA": ["kwanza", "kwanzas"], "KHR": ["riel", "riels"],
           "KZT": ["tenge", "tenges"], "VND": ["dong", "dongs"], "GEL": ["lari", "laris"], "RON": ["leu", "lei"], "BGN": ["lev", "leva"],
           "AFN": ["afghani", "afghanis"], "CHF": ["franc suisse", "francs suisses"], "BTC": ["bitcoin", "bitcoins"]},
    "en": {"USD": ["U.S. dollar", "U.S. dollars", "greenback"], "GBP": ["pound sterling", "pounds sterling", "sterling"],
           "CNY": ["yuan", "renminbi"], "BTC": ["bitcoin", "bitcoins"], "RUB": ["rouble", "roubles", "ruble", "rubles"], "TRY": ["lira", "liras"],
           "ILS": ["shekel", "shekels"], "JPY": ["yen"], "KRW": ["won"], "BRL": ["real", "reais"], "ZAR": ["rand"], "THB": ["baht"],
           "IDR": ["rupiah"], "MYR": ["ringgit"], "PLN": ["zloty", "zlotys"], "HUF": ["forint", "forints"], "ETB": ["birr"],
           "GHS": ["cedi", "cedis"], "UAH": ["hryvnia", "hryvnias"], "CHF": ["Swiss franc", "Swiss francs"], "EUR": ["euro", "euros"]},
}
HEAD = """# Currencies: phrase, kind, value. full: an ISO 4217 code. noun: the code that it means by itself, then country:code for every
# country that has a currency of that name. From CLDR (currencies and currencyData; Unicode licence) by Scripts/build_currencies.py,
# which also holds the additions of our own.
#: match=folded
"""
XOF = ["BJ", "BF", "CI", "GW", "ML", "NE", "SN", "TG"]
XAF = ["CM", "CF", "CG", "GA", "GQ", "TD"]


def regions():
    """ISO country → its present currency."""
    root = ET.parse(COMMON / "supplemental/supplementalData.xml").getroot()
    found = {}
    for region in root.findall(".//currencyData/region"):
        current = [c.get("iso4217") for c in region.findall("currency") if c.get("to") is None and c.get("tender") != "false"]
        if current: found[region.get("iso3166")] = current[0]
    return found


def names(language):
    """Code → its names, singular and plural, as CLDR has them."""
    root = ET.parse(COMMON / f"main/{language}.xml").getroot()
    return {c.get("type"): sorted({d.text for d in c.findall("displayName")}) for c in root.findall(".//numbers/currencies/currency")}


def write(language, head_first):
    by_country = regions(); present = set(by_country.values()); rows, nouns = {}, {}
    for code, all_names in sorted(names(language).items()):
        if code not in present: continue
        for name in all_names:
            if "(" in name or code in ("XOF", "XAF"): continue
            words = name.split()
            rows.setdefault(name, ("full", code))
            noun = words[0] if head_first else words[-1]
            if noun[0].islower() and noun not in ("nouveau", "nouveaux", "new", "convertible"): nouns.setdefault(noun, set()).add(code)
    for noun, codes in sorted(nouns.items()):
        base = noun.rstrip("s")
        default = next((d for d in (DEFAULT.get(noun), DEFAULT.get(base)) if d in codes), min(codes))
        if len(codes) == 1: rows.setdefault(noun, ("full", default)); continue
        users = sorted(f"{country}:{code}" for country, code in by_country.items() if code in codes)
        rows[noun] = ("noun", " ".join([default] + users))
    for code, phrases in EXTRA[language].items():
        for phrase in phrases: rows[phrase] = ("full", code)
    cfa = ["XOF"] + sorted([f"{c}:XOF" for c in XOF] + [f"{c}:XAF" for c in XAF])
    for phrase in ["franc CFA", "francs CFA", "FCFA", "F CFA", "F.CFA", "CFA franc", "CFA francs"]: rows[phrase] = ("noun", " ".join(cfa))
    lines = [f"{phrase}\t{kind}\t{value}\n" for phrase, (kind, value) in sorted(rows.items())]
    (OUT / language).mkdir(exist_ok=True)
    (OUT / language / "currencies.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")
    signs = ["# Signs and codes of currencies, as written: phrase, kind, value, what the number before is multiplied by.\n",
             "# noun and full as in currencies.tsv. ISO 4217 codes from CLDR (Unicode licence), signs and wire abbreviations our own;\n",
             "# written by Scripts/build_currencies.py.\n#: match=exact\n"]
    dollar = rows.get("dollars", ("full", "USD"))[1]
    def row(phrase, kind, value, factor=1): signs.append(f"{phrase}\t{kind}\t{value}\t{factor}\n")
    for code in sorted(present): row(code, "full", code)
    for phrase, kind, value in [("€", "full", "EUR"), ("£", "full", "GBP"), ("¥", "full", "JPY"), ("₽", "full", "RUB"), ("₹", "full", "INR"),
                                ("₴", "full", "UAH"), ("₺", "full", "TRY"), ("₩", "full", "KRW"), ("₪", "full", "ILS"), ("₦", "full", "NGN"),
                                ("$", "noun", dollar), ("US$", "full", "USD"), ("$US", "full", "USD"), ("$ US", "full", "USD"),
                                ("$CA", "full", "CAD"), ("C$", "full", "CAD"), ("$ CA", "full", "CAD"), ("A$", "full", "AUD"), ("$A", "full", "AUD")]:
        row(phrase, kind, value)
    if language == "fr":
        franc, dinar, dirham = (rows[k][1] for k in ("francs", "dinars", "dirhams"))
        row("F", "weak", franc); row("FF", "full", "FRF"); row("FS", "full", "CHF")
        for phrase, value, factor in [("MDH", dirham, 10**6), ("MMDH", dirham, 10**9), ("DH", dirham, 1), ("Dh", dirham, 1), ("MDhs", dirham, 10**6),
                                      ("MD", dinar, 10**6), ("MDT", dinar, 10**6), ("DA", dinar, 1), ("DT", dinar, 1)]:
            row(phrase, "noun" if value != dinar else "noun", value, factor)
    for sign, kind, value in [("€", "full", "EUR"), ("$", "noun", dollar), ("£", "full", "GBP"), ("USD", "full", "USD"), ("EUR", "full", "EUR")]:
        for prefix, factor in [("k", 10**3), ("K", 10**3), ("M", 10**6), ("m", 10**6), ("Md", 10**9), ("Mds", 10**9), ("Mrd", 10**9), ("bn", 10**9), ("B", 10**9)]:
            row(prefix + sign, kind, value, factor)
            if sign in "€$£": row(prefix + " " + sign, kind, value, factor)
    (OUT / language / "currency-signs.tsv").write_text("".join(signs), encoding="utf-8")


write("fr", head_first=True)
write("en", head_first=False)
