#!/usr/bin/env python3
"""Trains the judge of unknown names: train-names.py TELEX-BENCH WINER_DIR [GOLD_DIR] [--folds N]

Segments and features come from `telex-bench names`, so that training sees what reading sees. Labels: the segment is exactly a
person, place or organization of WiNER-fr (development part, texts CC BY 2.5, annotations CC BY 4.0) or of the project's own dispatches
(`SampleData/gold` and `blind`, without the held-out f1xx and h1xx); `other`
where a mark covers part of it; else none. A multinomial logistic regression (AdaGrad), weights rounded to one byte.
Writes Sources/Extraction/Models/names.model; with --folds only prints cross-validated figures. Needs numpy.
"""
import json, pathlib, re, struct, subprocess, sys, tempfile
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
BITS, LABELS = 16, ["none", "person", "place", "organization", "other"]
MARK = re.compile(r"⟦([^|⟦⟧]+)\|([a-z]+)\|([^|⟦⟧]+)⟧")
WINER = {"Person": 1, "Location": 2, "Organization": 3}
GOLD = {"person": 1, "place": 2, "organization": 3}


def winer(folder):
    for ann in sorted(pathlib.Path(folder).glob("*.ann")):
        spans = {}
        for line in ann.read_text(encoding="utf-8").splitlines():
            if line.startswith("T"):
                kind, start, *_, end = line.split("\t")[1].replace(";", " ").split()
                spans[(int(start), int(end))] = WINER.get(kind, 4)
        yield str(ann.with_suffix(".txt")), spans, 1.0


def gold(folder, out, names):
    for path in sorted(pathlib.Path(folder).glob(names + ".marked")):
        raw, spans, at, last = [], {}, 0, 0
        text = path.read_text(encoding="utf-8")
        for m in MARK.finditer(text):
            raw.append(text[last:m.start()]); at += m.start() - last
            spans[(at, at + len(m[1]))] = GOLD.get(m[2], 4)
            raw.append(m[1]); at += len(m[1]); last = m.end()
        raw.append(text[last:])
        target = pathlib.Path(out) / (path.stem + ".txt")
        target.write_text("".join(raw), encoding="utf-8")
        yield str(target), spans, 4.0


def samples(bench, documents):
    result = subprocess.run([bench, "names", *[d[0] for d in documents]], capture_output=True, check=True)
    lines = result.stdout.decode("utf-8").splitlines()
    for (path, spans, weight), line in zip(documents, lines):
        rows = []
        for start, end, *features in json.loads(line)["samples"]:
            label = spans.get((start, end))
            if label is None:
                label = 4 if any(s < end and start < e for s, e in spans) else 0
            rows.append((np.array(features), label, weight))
        yield rows


def train(rows, epochs=8, rate=0.25, decay=1e-6):
    weights = np.zeros((1 << BITS, len(LABELS)), dtype=np.float32)
    squares = np.full_like(weights, 1e-3)
    total, rounds = np.zeros_like(weights), 0
    order = np.arange(len(rows)); random = np.random.default_rng(7)
    for epoch in range(epochs):
        random.shuffle(order)
        for i in order:
            features, label, weight = rows[i]
            z = weights[features].sum(axis=0); z -= z.max(); p = np.exp(z); p /= p.sum(); p[label] -= 1
            g = weight * p
            squares[features] += g * g
            weights[features] -= rate * g / np.sqrt(squares[features]) + decay * weights[features]
        if epoch > 0:
            total += weights; rounds += 1
    # The mean over the later rounds: averaged weights generalise better (Freund & Schapire 1999, for the perceptron).
    return total / max(1, rounds) if rounds else weights


def quantised(weights):
    scale = float(np.abs(weights).max()) / 127 or 1.0
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8), scale


def main():
    bench, winer_dir = sys.argv[1:3]
    folds = int(sys.argv[sys.argv.index("--folds") + 1]) if "--folds" in sys.argv else 0
    with tempfile.TemporaryDirectory() as folder:
        documents = [*winer(winer_dir), *gold(ROOT / "SampleData/gold", folder, "*"), *gold(ROOT / "SampleData/blind", folder, "[bcdejk]1*")]
        rows = list(samples(bench, documents))
    print(len(documents), "documents,", sum(map(len, rows)), "segments")
    for fold in range(folds):
        learned = train([r for i, d in enumerate(rows) if i % folds != fold for r in d], epochs=5)
        hits = np.zeros((5, 3))
        for i, d in enumerate(rows):
            if i % folds == fold:
                for features, label, _ in d:
                    guess = int(learned[features].sum(axis=0).argmax())
                    hits[label, 1] += 1; hits[guess, 2] += 1; hits[label, 0] += guess == label
        print("fold", fold, {LABELS[k]: round(2 * hits[k, 0] / max(1, hits[k, 1] + hits[k, 2]), 3) for k in range(5)}, flush=True)
    if not folds:
        weights, scale = quantised(train([r for d in rows for r in d]))
        target = ROOT / "Sources/Extraction/Models/names.model"
        target.write_bytes(b"TLXNAM01" + struct.pack("<f", scale) + weights.tobytes())
        print(target, target.stat().st_size, "bytes")


main()
