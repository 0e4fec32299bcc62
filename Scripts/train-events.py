#!/usr/bin/env python3
"""Learns the weights of the judge of events (Sources/Extraction/Facts/Events/EventJudge.swift) from dispatches whose events are known.

    Scripts/train-events.py [--bench .build/debug/telex-bench] [--scorer ../shared/gold/score.py] [--write] SET...

A SET is a folder of the gold's form: NAME.txt or NAME.marked with marks, NAME.json with facts. `telex-bench events` gives every event
that the words may tell, with its signs; the scorer says which of them a careful reader noted. A logistic regression over the category,
the signs and their pairs is fitted (L2, Newton's method). Prints precision, recall and F1 over five folds of whole
dispatches and the expected calibration error; --write puts the weights learned on all of them into
Sources/Extraction/Languages/fr/event-weights.tsv. What was told before is a sign, so that a second run after a build sees the choices
of the first: run until the figures stand.
"""
import argparse, collections, importlib.util, json, math, pathlib, subprocess, sys, tempfile
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent.parent
TABLE = HERE / "Sources/Extraction/Languages/fr/event-weights.tsv"
HEADER = """# Weights of the judge of events: event.SIGN, event.CATEGORY, event.CATEGORY.SIGN, event.bias, event.word with category and word; event.least and event.leastSound are the
# least probabilities at which an event is told; event.shift moves the odds to what is right after doubles are dropped. Learned by Scripts/train-events.py on the project's gold, SampleData/blind without f1xx and h1xx, and 30 real articles that are not ours to give; own data.
"""
FOLDS = 5
SHIFT = 0.27  # EventJudge.confidence


def load(scorer):
    spec = importlib.util.spec_from_file_location("score", scorer)
    module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)
    return module


def dispatches(folder, score):
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.marked")]):
        truth = path.with_suffix(".json")
        if truth.exists():
            yield path.stem, score.strip_marks(path.read_text(encoding="utf-8"))[0], json.loads(truth.read_text(encoding="utf-8"))


def features(event):
    signs = event["signs"].split()
    return ["bias", event["category"], *signs, *(f"{event['category']}.{s}" for s in signs), f"{event['category']}\t{event['key']}"]


def party(p): return {"id": p["id"], "country": p["country"] or None}


def samples(telex, folders, score):
    """For each dispatch the possible events with their features and whether each is right, and how many events the gold has."""
    result = []
    known = [d for folder in folders for d in dispatches(folder, score)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, raw, truth in known: file.write(json.dumps({"id": name, "published": truth["published"], "text": raw}) + "\n")
        file.flush()
        lines = subprocess.run([telex, "events", file.name], check=True, capture_output=True, text=True).stdout.splitlines()
    for (name, raw, truth), line in zip(known, lines):
        wanted = [f for f in truth["facts"] if f["kind"] == "event"]
        spans = []
        for f in wanted: start = raw.find(f["evidence"]); spans.append((start, start + len(f["evidence"])))
        events = json.loads(line)["events"]
        pairs = []
        for i, event in enumerate(events):
            found = {"kind": "event", "category": event["category"], "actors": [party(p) for p in event["actors"]], "targets": [party(p) for p in event["targets"]],
                     "status": event["status"], "when": event["when"] or None}
            for j, fact in enumerate(wanted):
                worth = score.fact_score(fact, found, spans[j], (event["start"], event["end"]))
                # A guessed actor is right only where the reader named one.
                if worth > 0 and not fact["actors"] and ("implied" in event["signs"] or "inherited" in event["signs"]): worth = 0
                if worth > 0: pairs.append((worth, i, j))
        right, taken, triggers = set(), set(), set()
        for worth, i, j in sorted(pairs, reverse=True):
            if j not in taken and events[i]["trigger"] not in triggers: right.add(i); taken.add(j); triggers.add(events[i]["trigger"])
        # Another reading of the same word that would do as well is not wrong.
        spare = {i for worth, i, j in pairs if i not in right and any(events[i]["trigger"] == events[r]["trigger"] for r in right)}
        result.append((name, [(features(e), i in right, i in spare, e["trigger"]) for i, e in enumerate(events)], len(wanted)))
    return result


def fit(data, penalty, rounds=12):
    """Weights by name: the maximum of the penalised likelihood, by Newton's method."""
    names, rows, right = {}, [], []
    often = collections.Counter(f for _, events, _ in data for found, _, _, _ in events for f in set(found))
    for _, events, _ in data:
        for found, is_right, spare, _ in events:
            found = [f for f in found if often[f] >= 3]
            if not spare: rows.append([names.setdefault(f, len(names)) for f in found]); right.append(is_right)
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows): x[i, row] = 1
    y, w = np.array(right, dtype=float), np.zeros(len(names))
    ridge = np.full(len(names), penalty)
    ridge[names["bias"]] = 1e-3
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (y - p) - ridge * w)
        w += step
        if np.abs(step).max() < 1e-4: break
    return {name: float(w[number]) for name, number in names.items()}


def chosen(events, weights, least):
    """What the judge would tell: the best reading of each word, where it is likely enough."""
    best = {}
    for found, right, spare, trigger in events:
        p = 1 / (1 + math.exp(-max(-30, min(30, sum(weights.get(f, 0) for f in found)))))
        if trigger not in best or p > best[trigger][0]: best[trigger] = (p, right or spare)
    return [(p, right) for p, right in best.values() if p >= least]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="+", type=pathlib.Path)
    options.add_argument("--bench", default=str(HERE / ".build/debug/telex-bench"))
    options.add_argument("--scorer", default=str(HERE.parent / "shared/gold/score.py"))
    options.add_argument("--penalty", type=float, default=6)
    options.add_argument("--least", type=float)
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    data = samples(options.bench, options.sets, load(options.scorer))
    wanted = sum(n for _, _, n in data)
    print(f"{len(data)} dispatches, {wanted} events, {sum(len(e) for _, e, _ in data)} possible ones, {sum(r for _, e, _ in data for _, r, _, _ in e)} right")
    folds = [fit([d for i, d in enumerate(data) if i % FOLDS != k], options.penalty) for k in range(FOLDS)]
    best = (0, 0.3)
    for percent in range(20, 65, 5):
        told = [x for i, (_, events, _) in enumerate(data) for x in chosen(events, folds[i % FOLDS], percent / 100)]
        right = sum(r for _, r in told)
        p, r = right / max(1, len(told)), right / wanted
        f = 2 * p * r / max(1e-9, p + r)
        print(f"least {percent / 100:.2f}: P {p:.3f} R {r:.3f} F1 {f:.3f}, {len(told)} told")
        if f > best[0]: best = (f, percent / 100)
    least = options.least or best[1]
    told = [x for i, (_, events, _) in enumerate(data) for x in chosen(events, folds[i % FOLDS], least)]
    bins = collections.defaultdict(list)
    for p, right in told: bins[int(p * 10)].append((p, right))
    for letter in sorted({name[0] for name, _, _ in data}):
        part = [x for i, (name, events, _) in enumerate(data) if name[0] == letter for x in chosen(events, folds[i % FOLDS], least)]
        right, gold = sum(r for _, r in part), sum(n for name, _, n in data if name[0] == letter)
        p, r = right / max(1, len(part)), right / max(1, gold)
        print(f"{letter}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}")
    print(f"expected calibration error at {least:.2f}: {sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins.values()) / max(1, len(told)):.3f}")
    if options.write:
        weights = fit(data, options.penalty)
        rows = [f"event.word\t{weight:.3f}\t{name}" if "\t" in name else f"event.{name}\t{weight:.3f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.02]
        TABLE.write_text(HEADER + f"event.least\t{least:.2f}\nevent.leastSound\t{max(0.15, least - 0.06):.2f}\nevent.shift\t{SHIFT}\n" + "\n".join(rows) + "\n", encoding="utf-8")
        print(f"{TABLE}: {len(rows)} weights")
    return 0


if __name__ == "__main__":
    sys.exit(main())
