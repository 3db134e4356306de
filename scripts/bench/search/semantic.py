"""Vectors: similar models and feedback against exact cosines, FAISS beside them, and the static embedder."""

import pathlib
import tempfile

import numpy

import engines
import sets
from measure import median, peer, quantile
from records import records
from targets import Row
from vectors import exact, identifiers, read, unit

SHORT = 300


def similar(given):
    rows = read(given.data / "search")
    names = identifiers(given.index)
    number = {name: i for i, name in enumerate(names)}
    models = [m for m in sets.similar() if m in number and rows[number[m]].any()]
    said = engines.node(given.index, [{"call": "similar", "model": m, "options": {"top": 10}} for m in models])
    wanted = numpy.stack([rows[number[m]] for m in models])
    own = Judged(rows, number, wanted, said, [[number[m]] for m in models])
    short, asked = feedback(given, rows, number)
    tasks = {r.id: r.task for r in records()}
    agree = own.agreement(tasks, [tasks[m] for m in models], names)
    peers = faiss(rows, wanted, short.wanted)
    beside = "; ".join(f"FAISS nprobe {p}: {peers[f'short {p}']['recall']:.3f} / {peers[f'similar {p}']['recall']:.3f}, {peers[f'similar {p}']['bytes'] / 1e6:.1f} MB" for p in (8, 32))
    loaded = [a["bytes"] / 1000 for a in said[1:]]
    fed = [a["bytes"] / 1000 for a in asked]
    found = [
        Row("similar, recall@10 within .02 of the tenth", own.recall(), 0.95, 0.98, against=beside),
        Row("feedback of short queries, recall@10 within .02", short.recall(), 0.95, 0.98, against=beside),
        Row("similar, bytes, median", median(loaded), 240, 200, False, "kB", beside, f"mean {sum(loaded) / len(loaded):.0f}, 95th {quantile(loaded, .95):.0f}; the first besides {said[0]['bytes'] / 1000 - median(loaded):.0f}"),
        Row("feedback, bytes, median", median(fed), 240, 200, False, "kB", beside, f"mean {sum(fed) / len(fed):.0f}, 95th {quantile(fed, .95):.0f}"),
        Row("similar, task agreement, below exact by", agree["exact"] - agree["ours"], 0.005, 0.005, False, "", "", f"{agree['ours']:.3f} against {agree['exact']:.3f}"),
    ]
    return found, {"faiss": peers, "agreement": agree, "trips": {"similar": max(a["trips"] for a in said), "feedback": max(a["trips"] for a in asked)}}


class Judged:
    """Answers by codes beside the exact ones. A hit that stands for near-copies counts as many times as it has them."""

    def __init__(self, rows, number, wanted, said, left_out):
        self.rows, self.number, self.wanted, self.said, self.left_out = rows, number, wanted, said, left_out
        width = 10 + max(len(own) for own in left_out)
        numbers, cosines = exact(rows, wanted, width)
        keep = [[(n, c) for n, c in zip(ns, cs) if n not in own][:10] for ns, cs, own in zip(numbers, cosines, map(set, left_out))]
        self.best = [[n for n, _ in own] for own in keep]
        self.tenth = [own[-1][1] for own in keep]

    def hits(self):
        for answer in self.said:
            spread = []
            for model, copies in zip(answer["hits"], answer["copies"]):
                spread += [self.number[model]] * (1 + copies)
            yield spread[:10]

    def recall(self):
        shares = [sum(float(self.rows[n] @ q) >= limit - 0.02 for n in own) / 10 for own, q, limit in zip(self.hits(), self.wanted, self.tenth)]
        return sum(shares) / len(shares)

    def agreement(self, tasks, right, names):
        share = lambda lists: sum(sum(tasks.get(names[n]) == task for n in own) / 10 for own, task in zip(lists, right)) / len(right)
        return {"ours": share(self.hits()), "exact": share(self.best)}


def feedback(given, rows, number):
    """Short queries: the mean of the ten hits' vectors asks for its like."""
    queries = [i["query"] for half in sets.HALVES for i in sets.topical(half)] + [i["query"] for i in sets.known_items("tune")]
    queries = [q for q in queries if 1 < len(q.split()) <= 4][:SHORT]
    calls = [c for q in queries for c in engines.search_calls([q]) + [{"call": "related", "request": {"query": q, "top": 10, "typing": False}}]]
    said = engines.node(given.index, calls)
    wanted, answers, left_out = [], [], []
    for typed, more in zip(said[::2], said[1::2]):
        hits = [number[h] for h in typed["hits"]]
        if more["hits"] and hits:
            wanted.append(unit(rows[hits].sum(axis=0)))
            answers.append(more)
            left_out.append(hits)
    return Judged(rows, number, numpy.stack(wanted), answers, left_out), answers


def faiss(rows, alike, short):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        numpy.save(folder / "vectors.npy", rows)
        numpy.savez(folder / "queries.npz", similar=alike, short=short)
        return peer("faiss_cells", folder / "vectors.npy", folder / "queries.npz")
