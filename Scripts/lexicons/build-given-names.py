#!/usr/bin/env python3
"""Builds Sources/Extraction/Languages/shared/given-names.tsv: given names of the world in Latin letters, with their gender.

Sources: hunspell-fr-classical (Debian; MPL 2.0): entries marked po:prn. Faker (PyPI; MIT): first names of its locales.
given-names-curated.txt beside this script: names as French wires transliterate them.
`wordfreq` decides which of Faker's names are left out because they are first of all ordinary French words.

    apt-get install hunspell-fr-classical; pip install faker wordfreq; Scripts/lexicons/build-given-names.py
"""
import importlib, pathlib, pkgutil, re, unicodedata
import faker.providers.person as person
from wordfreq import zipf_frequency

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "Sources/Extraction/Languages/shared/given-names.tsv"
HEADER = """\
# Given names in Latin letters, with gender where it is known.
# From hunspell-fr-classical (Dicollecte; MPL 2.0), Faker (MIT) and an own list, by Scripts/lexicons/build-given-names.py.
#: kind=forms
"""
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ſƏəȘșȚț]{2,}")


def latin(name):
    return NAME.fullmatch(name) is not None


def main():
    names = {}
    trusted = set()

    def add(name, gender, sure=True):
        if not latin(name): return
        names.setdefault(name, set()).update(gender)
        if sure: trusted.add(name)

    for line in open("/usr/share/hunspell/fr.dic", encoding="utf-8"):
        if "po:prn" in line:
            word = line.split("/")[0].split()[0]
            add(word, {"is:mas": "m", "is:fem": "f", "is:epi": "mf"}.get(next((t for t in line.split() if t.startswith("is:")), ""), ""))
    for line in open(HERE / "given-names-curated.txt", encoding="utf-8"):
        if line[:2] in ("m:", "f:"):
            for word in line[2:].split():
                for part in word.split("-"): add(part, line[0])
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if "first_name" not in attribute or callable(getattr(provider, attribute)): continue
            gender = "f" if "female" in attribute else "m" if "male" in attribute else ""
            if isinstance(getattr(provider, attribute), property): continue
            for item in getattr(provider, attribute) or []:
                for word in item if isinstance(item, tuple) else [item]:
                    if isinstance(word, str) and " " not in word:
                        for part in word.split("-"): add(part, gender, sure=False)
    kept = []
    for name, genders in names.items():
        if name not in trusted:
            fr = zipf_frequency(name.lower(), "fr")
            if len(name) < 4 and fr > 3.5 or fr > 4.8: continue
        kept.append((name, ";".join(["Given"] + sorted(genders, reverse=True) * (len(genders) < 2))))
    kept.sort(key=lambda k: (unicodedata.normalize("NFKD", k[0]), k[0]))
    with open(OUT, "w", encoding="utf-8") as out:
        out.write(HEADER)
        for name, codes in kept: out.write(f"{name}\t\t{codes}\n")
    print(len(kept), "names,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
