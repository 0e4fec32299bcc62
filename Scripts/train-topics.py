#!/usr/bin/env python3
"""Learns the weights of the judge of topics (Sources/Extraction/Mentions/TopicJudge.swift) from dispatches whose topics are known.

    Scripts/train-topics.py [--bench .build/debug/telex-bench] [--scorer ../shared/gold/score.py] [--write] SET...

A SET is a folder of the gold's form: NAME.txt or NAME.marked with marks, NAME.json with `topics`. `telex-bench topics` gives what speaks
for each dispatch's topics. For each topic a logistic regression with an L1 penalty is fitted, which leaves few words a weight. Prints
precision, recall and F1 over five folds of whole dispatches; --write puts the weights learned on all of them into
Sources/Extraction/Languages/fr/topic-weights.tsv. Needs numpy, scipy and scikit-learn.
"""
import argparse, collections, importlib.util, json, pathlib, subprocess, tempfile
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

HERE = pathlib.Path(__file__).resolve().parent.parent
TABLE = HERE / "Sources/Extraction/Languages/fr/topic-weights.tsv"
HEADER = """# Weights of the judge of topics: kind, weight, topic, and the topic whose keywords are meant (share) or the word (body, head: the headline). `least` is the probability
# from which a topic beside the likeliest is given. Learned by Scripts/train-topics.py on the project's gold, SampleData/blind without f1xx and h1xx, and 30 real articles that are not ours to give; own data.
"""
HEADLINE, MOST, FOLDS = 0.7, 3, 5  # TopicSigns.headlineValue, Topics.most


def load(scorer):
    spec = importlib.util.spec_from_file_location("score", scorer)
    module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module)
    return module


def samples(bench, folders, score):
    """The topics and the features of each dispatch."""
    known = []
    for folder in folders:
        for path in sorted([*folder.glob("*.txt"), *folder.glob("*.marked")]):
            truth = path.with_suffix(".json")
            if truth.exists(): known.append((path.stem, score.strip_marks(path.read_text(encoding="utf-8"))[0], json.loads(truth.read_text(encoding="utf-8"))))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, raw, truth in known: file.write(json.dumps({"id": name, "published": truth["published"], "text": raw}) + "\n")
        file.flush()
        lines = subprocess.run([bench, "topics", file.name], check=True, capture_output=True, text=True).stdout.splitlines()
    result = []
    for (name, raw, truth), line in zip(known, lines):
        signs = json.loads(line)
        features = {("share", s["topic"]): s["share"] for s in signs["shares"]}
        features |= {("body", w): signs["value"] for w in signs["body"]} | {("head", w): HEADLINE for w in signs["head"]}
        result.append((set(truth["topics"]), features))
    return result


class Judge:
    def __init__(self, data, topics, strength, often):
        counts = collections.Counter(f for _, features in data for f in features)
        self.columns = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= often or f[0] == "share"))}
        self.topics, self.models = topics, []
        x = self.matrix(data)
        for topic in topics:
            y = np.array([topic in truth for truth, _ in data])
            self.models.append(LogisticRegression(C=strength, penalty="l1", solver="liblinear", max_iter=500, random_state=1).fit(x, y))

    def matrix(self, data):
        rows = [[(self.columns[f], v) for f, v in features.items() if f in self.columns] for _, features in data]
        ends = np.cumsum([0] + [len(r) for r in rows])
        return csr_matrix(([v for r in rows for _, v in r], [c for r in rows for c, _ in r], ends), shape=(len(rows), len(self.columns)))

    def told(self, data, least):
        chances = np.column_stack([m.predict_proba(self.matrix(data))[:, 1] for m in self.models])
        for row in chances:
            order = np.argsort(-row)[:MOST]
            yield {self.topics[k] for n, k in enumerate(order) if n == 0 or row[k] >= least}

    def rows(self):
        for topic, model in zip(self.topics, self.models):
            yield f"bias\t{model.intercept_[0]:.3f}\t{topic}"
            for (kind, word), column in self.columns.items():
                weight = model.coef_[0][column]
                if abs(weight) >= 0.02: yield f"{kind}\t{weight:.3f}\t{topic}\t{word}"


def figures(pairs):
    hits = sum(len(a & b) for a, b in pairs); told = sum(len(b) for _, b in pairs); wanted = sum(len(a) for a, _ in pairs)
    return f"P {hits / max(1, told):.3f} R {hits / max(1, wanted):.3f} F1 {2 * hits / max(1, told + wanted):.3f}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="+", type=pathlib.Path)
    options.add_argument("--bench", default=str(HERE / ".build/debug/telex-bench"))
    options.add_argument("--scorer", default=str(HERE.parent / "shared/gold/score.py"))
    options.add_argument("--strength", type=float, default=1, help="the inverse of the penalty")
    options.add_argument("--often", type=int, default=3, help="in how many dispatches a word must stand")
    options.add_argument("--least", type=float, default=0.3)
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    data = samples(options.bench, options.sets, load(options.scorer))
    topics = sorted({t for truth, _ in data for t in truth})
    for least in (0.25, 0.3, 0.35):
        pairs = []
        for fold in range(FOLDS):
            judge = Judge([d for i, d in enumerate(data) if i % FOLDS != fold], topics, options.strength, options.often)
            part = [d for i, d in enumerate(data) if i % FOLDS == fold]
            pairs += list(zip([truth for truth, _ in part], judge.told(part, least)))
        print(f"least {least:.2f}: {figures(pairs)}")
    if options.write:
        rows = [f"least\t{options.least}", *Judge(data, topics, options.strength, options.often).rows()]
        TABLE.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
        print(f"{TABLE}: {len(rows)} weights")


if __name__ == "__main__":
    main()
