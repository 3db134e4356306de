"""What an answer is worth."""

import statistics

from records import same_name

DEPTH = 10


def reciprocal_rank(hits, right):
    """1 for the first, 1/2 for the second …, 0 below the tenth. `right` tells of an id whether it is meant."""
    return next((1 / rank for rank, hit in enumerate(hits[:DEPTH], 1) if right(hit)), 0.0)


def known_items(items, answers):
    """MRR@10 by id and by name, of all and of each shape."""
    rows = []
    for item, hits in zip(items, answers, strict=True):
        name = same_name(item["id"].rpartition("/")[2])
        rows.append(
            (
                item["shape"],
                reciprocal_rank(hits, lambda h: h == item["id"]),
                reciprocal_rank(hits, lambda h: same_name(h.rpartition("/")[2]) == name),
            )
        )
    return {shape: {"id": mean(r[1] for r in own), "name": mean(r[2] for r in own), "n": len(own)} for shape, own in grouped(rows)}


def topical(items, answers, catalog):
    """P@10 by task and language, of all and of each wording. Fewer than ten hits count as wrong ones."""
    rows = []
    for item, hits in zip(items, answers, strict=True):
        good = sum(is_about(catalog.get(hit), item) for hit in hits[:DEPTH])
        rows.append((item["wording"], good / DEPTH))
    return {wording: {"precision": mean(r[1] for r in own), "n": len(own)} for wording, own in grouped(rows)}


def is_about(record, item):
    return bool(record and record.task in item["tasks"] and (item["language"] is None or item["language"] in record.tags))


def typos(clean, wrong):
    """How often the first hit of the clean query is the first, and among the first three, of the mistyped one."""
    pairs = [(c[0], w) for c, w in zip(clean, wrong, strict=True) if c]
    return {"first": mean(w[:1] == [c] for c, w in pairs), "three": mean(c in w[:3] for c, w in pairs), "n": len(pairs)}


def grouped(rows):
    kinds = dict.fromkeys(r[0] for r in rows)
    return [("all", rows), *((kind, [r for r in rows if r[0] == kind]) for kind in kinds)]


def mean(values):
    values = [float(v) for v in values]
    return statistics.fmean(values) if values else 0.0
