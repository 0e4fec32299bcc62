#!/usr/bin/env python3
"""How far the confidence of facts and mentions can be believed, and the table that makes it honest.

    Scripts/calibrate.py [--telex .build/debug/telex] [--scorer ../shared/gold/score.py] [--write] [PATTERN…]

Reads the raw dispatches of SampleData/gold and SampleData/blind (not f1xx and h1xx, which no rule and no figure is made on; PATTERN:
other marked files) with `telex extract --explain`, judges every fact and mention with the scorer, and prints for each
kind how often it was right, how sure it was, and the expected calibration error (ten bins) of what telex says now and of the
smoothed precision of each rule learned on the other four of five folds. With --write the rules' precision on all dispatches goes to
Sources/Extraction/Languages/fr/confidence.tsv, which the extractor reads, with a row for each family of rules (`statement.A3`, `statement`)
that a rule too rare for a row of its own falls back to.
"""
import argparse, collections, importlib.util, json, pathlib, subprocess, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent
TABLE = HERE / "Sources/Extraction/Languages/fr/confidence.tsv"
HEADER = """# How often each rule of facts and mentions was right on the gold and blind dispatches (without f1xx and h1xx), smoothed towards its family's mean, at most
# 0.99: the confidence that what it finds gets. A rule without a row has its family's, `statement.A3` for `statement.A3.adjective`,
# `statement` for all. Made by Scripts/calibrate.py --write; own data.
"""
FOLDS, PRIOR, LEAST = 5, 4, 5


def judged(telex, names, scorer):
    """(fold, kind, rule, confidence, right) of every fact and mention."""
    spec = importlib.util.spec_from_file_location("score", scorer)
    score = importlib.util.module_from_spec(spec); spec.loader.exec_module(score)
    result = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            (pathlib.Path(folder) / (name.stem + ".txt")).write_text(score.strip_marks(name.read_text(encoding="utf-8"))[0], encoding="utf-8")
        for fold, name in enumerate(names):
            raw, marks = score.strip_marks(name.read_text(encoding="utf-8"))
            truth = json.loads(name.with_suffix(".json").read_text(encoding="utf-8"))
            day = ["--date", truth["published"]] if truth.get("published") else []
            text = subprocess.run([telex, "extract", *day, "--explain", "--format", "jsonl", f"{folder}/{name.stem}.txt"], check=True, capture_output=True, text=True).stdout
            reading = json.loads(text)
            spans = {m[:3] for m in marks}
            for m in reading["mentions"]:
                result.append((fold % FOLDS, "mention " + m["type"], "mention." + m["rule"], m["confidence"], (m["start"], m["end"], m["type"]) in spans))
            for kind in ("office", "statement", "figure", "casualties", "event"):
                wanted = [f for f in truth["facts"] if f["kind"] == kind]
                found = [f for f in reading["facts"] if f["kind"] == kind]
                def place(f): start = raw.find(f["evidence"]); return start, start + len(f["evidence"])
                def span(f): return f["evidence"]["start"], f["evidence"]["end"]
                right = {j for _, j, _ in score.greedy(wanted, found, lambda g, p: score.fact_score(g, p, place(g), span(p)))}
                for j, f in enumerate(found):
                    result.append((fold % FOLDS, "fact " + kind, f["rule"], f["confidence"], j in right))
    return result


def calibration_error(pairs):
    """Expected calibration error over ten bins of (confidence, right)."""
    bins = collections.defaultdict(list)
    for confidence, right in pairs: bins[min(9, int(confidence * 10))].append((confidence, right))
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / max(1, len(pairs))


def families(rule):
    """statement.A3.quoted, statement.A3, statement."""
    parts = rule.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]


def precision(samples):
    """The smoothed precision of each rule that occurs often enough and of each family."""
    table, groups = {}, collections.defaultdict(list)
    for _, _, rule, _, right in samples:
        for family in families(rule): groups[family].append(right)
    for family, right in sorted(groups.items(), key=lambda item: item[0].count(".")):
        above = families(family)[1:]
        mean = next((table[a] for a in above if a in table), sum(right) / len(right))
        if len(right) >= LEAST or not above: table[family] = (sum(right) + PRIOR * mean) / (len(right) + PRIOR)
    return table


def sure(table, rule):
    return next((table[family] for family in families(rule) if family in table), 0.5)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--telex", default=str(HERE / ".build/debug/telex"))
    parser.add_argument("patterns", nargs="*", default=["SampleData/gold/*.marked", "SampleData/blind/[bcdejk]1*.marked"])
    parser.add_argument("--scorer", type=pathlib.Path, default=HERE.parent / "shared/gold/score.py")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    samples = judged(options.telex, sorted(name for pattern in options.patterns for name in HERE.glob(pattern)), options.scorer)
    learned = collections.defaultdict(list)
    for fold in range(FOLDS):
        table = precision([s for s in samples if s[0] != fold])
        for s in samples:
            if s[0] == fold: learned[s[1]].append((sure(table, s[2]), s[4]))
    print(f"{'':22}{'number':>8}{'right':>8}{'sure':>8}{'ECE now':>10}{'ECE folds':>11}")
    for kind in sorted({s[1] for s in samples}):
        now = [(s[3], s[4]) for s in samples if s[1] == kind]
        right, said = sum(r for _, r in now) / len(now), sum(c for c, _ in now) / len(now)
        print(f"{kind:22}{len(now):8}{right:8.3f}{said:8.3f}{calibration_error(now):10.3f}{calibration_error(learned[kind]):11.3f}")
    if options.write:
        # How sure an event is its own judge says (Scripts/train-events.py).
        table = precision([s for s in samples if s[1] != "fact event"])
        rows = sorted(table.items())
        TABLE.write_text(HEADER + "".join(f"{rule}\t{min(p, 0.99):.2f}\n" for rule, p in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
