"""Vectors: similar models and feedback against exact cosines, FAISS beside them.

A hit stands for its group of near-copies, so it counts as all of them that may be shown: first itself, then the others as they
are in the index, each by its own exact vector. What the engine leaves out on purpose the exact ten leave out, too: of similar
models the copies of the model (they are listed apart), of feedback all groups of which a hit is shown.
"""

import pathlib
import tempfile

import numpy

import engines
import sets
from measure import median, peer, quantile
from records import records
from targets import Row
from vectors import exact, models, read, unit

SHORT = 300
#: What a reader has before the first question by meaning. The centroids are told apart.
KEPT = ["manifest", "words", "c0000"]


def similar(given):
    rows, index = read(given.data / "search"), models(given.index)
    own = alike(given, rows, index)
    short = feedback(given, rows, index)
    tasks = {r.id: r.task for r in records()}
    agree = own.agreement(lambda n: tasks.get(index.ids[n]))
    peers = faiss(rows, own.wanted, short.wanted)
    beside = "; ".join(f"FAISS nprobe {p}: {peers[f'short {p}']['recall']:.3f} / {peers[f'similar {p}']['recall']:.3f}, {peers[f'similar {p}']['bytes'] / 1e6:.1f} MB" for p in (8, 32))
    centroids = engines.node(given.index, [{"call": "similar", "model": own.said[0]["hits"][0]}])[0]["kinds"]["c"] / 1000
    found = [
        Row("similar, recall@10 within .02 of the tenth", own.recall(), 0.95, 0.98, against=beside),
        Row("feedback of short queries, recall@10 within .02", short.recall(), 0.95, 0.98, against=beside),
        weight("similar, bytes, median", own, f"the first loads {centroids:.0f} kB of centroids besides", beside),
        weight("feedback, bytes, median", short, "after its query's own files", beside),
        Row("similar, task agreement, below exact by", agree["exact"] - agree["ours"], 0.005, 0.005, False, "", "", f"{agree['ours']:.3f} against {agree['exact']:.3f}"),
    ]
    return found, {"faiss": peers, "agreement": agree, "centroids": centroids, "trips": {k: max(a["trips"] for a in j.said) for k, j in (("similar", own), ("feedback", short))}}


def weight(what, judged, note, beside):
    size = [a["bytes"] / 1000 for a in judged.said]
    return Row(what, median(size), 240, 200, False, "kB", beside, f"mean {sum(size) / len(size):.0f}, 95th {quantile(size, .95):.0f}; {note}")


def alike(given, rows, index):
    """Similar models of models, each asked by a reader who has asked nothing before but knows the model's number, as a page
    that shows it does."""
    wanted = [m for m in sets.similar() if m in index.number and rows[index.number[m]].any()]
    numbers = [index.number[m] for m in wanted]
    calls = [c for n in numbers for c in ({"call": "fresh", "kept": KEPT}, {"call": "similar", "model": n, "options": {"top": 10}})]
    copies = [[o for o in index.group(n) if index.keys[o] == index.keys[n]] for n in numbers]
    return Judged(rows, index, rows[numbers], engines.node(given.index, calls), copies, numbers)


def feedback(given, rows, index):
    """Short queries: the mean of the vectors of their full matches among ten hits asks for its like, as the engine does it."""
    queries = [i["query"] for half in sets.HALVES for i in sets.topical(half)] + [i["query"] for i in sets.known_items("tune")]
    queries = [q for q in queries if 1 < len(q.split()) <= 4][:SHORT]
    calls = [c for q in queries for c in [{"call": "fresh", "kept": KEPT}, *engines.search_calls([q]), {"call": "related", "request": {"query": q, "top": 10, "typing": False}}]]
    said = engines.node(given.index, calls)
    wanted, answers, left_out = [], [], []
    for typed, more in zip(said[::2], said[1::2]):
        hits = [index.number[h] for h in typed["hits"]]
        seeds = [h for h, full in zip(hits, typed["full"]) if full] or hits
        if more["hits"] and rows[seeds].any():
            wanted.append(unit(rows[seeds].sum(axis=0)))
            answers.append(more)
            left_out.append([m for h in hits for m in index.group(h)])
    return Judged(rows, index, numpy.stack(wanted), answers, left_out)


class Judged:
    """Answers by codes beside the exact ones. `asked` are the models that were asked for, if any."""

    def __init__(self, rows, index, wanted, said, left_out, asked=None):
        self.rows, self.index, self.wanted, self.said, self.asked = rows, index, wanted, said, asked
        self.left_out = [set(own) for own in left_out]
        self.best, self.tenth = [], []
        for query, own in zip(wanted, self.left_out):
            numbers, cosines = exact(rows, query[None], 10 + len(own))
            keep = [(n, c) for n, c in zip(numbers[0], cosines[0]) if n not in own][:10]
            self.best.append([n for n, _ in keep])
            self.tenth.append(keep[-1][1])

    def hits(self):
        for answer, left_out in zip(self.said, self.left_out):
            spread = []
            for model, alike in zip(answer["hits"], answer["alike"]):
                first = self.index.number[model]
                others = [n for n in self.index.group(first) if n != first and n not in left_out]
                if len(others) != alike:
                    raise SystemExit(f"bench: {model} is said to stand for {alike} others, but its group has {len(others)}")
                spread += [first, *others]
            yield spread[:10]

    def recall(self):
        shares = [sum(float(self.rows[n] @ q) >= limit - 0.02 for n in own) / 10 for own, q, limit in zip(self.hits(), self.wanted, self.tenth)]
        return sum(shares) / len(shares)

    def agreement(self, task):
        share = lambda lists: sum(sum(task(n) == task(own) for n in ten) / 10 for ten, own in zip(lists, self.asked)) / len(self.asked)
        return {"ours": share(self.hits()), "exact": share(self.best)}


def faiss(rows, alike, short):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        numpy.save(folder / "vectors.npy", rows)
        numpy.savez(folder / "queries.npz", similar=alike, short=short)
        return peer("faiss_cells", folder / "vectors.npy", folder / "queries.npz")
