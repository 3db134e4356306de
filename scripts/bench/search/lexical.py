"""Typed queries: what is found, what it costs, whether both engines say the same."""

import json
import tempfile

import engines
import judge
import session as sessions
import sets
from measure import median, peer, quantile
from records import ROOT, records
from targets import Row


def models(index):
    return json.loads((index / "index.json").read_text())["models"]


def found(given, queries, **more):
    return engines.ids(engines.node(given.index, engines.search_calls(queries, **more)))


def known(given):
    items = sets.known_items(given.half)
    entered = judge.known_items(items, found(given, [i["query"] for i in items]))
    typing = judge.known_items(items, found(given, [i["query"] for i in items], typing=True))
    note = f"while typing {typing['all']['id']:.3f} / {typing['all']['name']:.3f}"
    rows = [
        Row("known item, MRR@10, same id", entered["all"]["id"], 0.93, 0.95, against="BM25F alone .787", note=note),
        Row("known item, MRR@10, same name", entered["all"]["name"], 0.95, 0.97, against="BM25F alone .901"),
    ]
    return rows, {"entered": entered, "typing": typing}


#: What must come first, whatever else is tuned: query and id.
EXAMPLES = {"lama 3 instuct": "meta-llama/Meta-Llama-3-8B-Instruct", "whisper large v3": "openai/whisper-large-v3", "bert-base-uncased": "google-bert/bert-base-uncased"}


def examples(given):
    answers = [found(given, EXAMPLES, typing=typing) for typing in (False, True)]
    wrong = [f"{q}: {hits[:1]}" for hits_of in answers for (q, right), hits in zip(EXAMPLES.items(), hits_of) if hits[:1] != [right]]
    total = 2 * len(EXAMPLES)
    return [Row("examples with the right model first", 1 - len(wrong) / total, 1, 1, note="; ".join(wrong))], {"wrong": wrong}


def typed_wrong(given):
    out, rows = {}, []
    for one_word, label, floor, aim in ((False, "two words and more", 0.9, 0.95), (True, "one word", 0.47, 0.65)):
        items = sets.typos(given.half, one_word, 400)
        answers = found(given, [i["clean"] for i in items] + [i["query"] for i in items])
        score = judge.typos(answers[: len(items)], answers[len(items) :])
        out[label] = score
        rows.append(Row(f"one typo, clean first hit among three, {label}", score["three"], floor, aim, note=f"as first {score['first']:.3f}, n {score['n']}"))
    return rows, out


def topics(given):
    items = sets.topical(given.half)
    catalog = {r.id: r for r in records()}
    score = judge.topical(items, found(given, [i["query"] for i in items]), catalog)
    both = judge.topical(items, with_related(given, [i["query"] for i in items]), catalog)
    note = f"tag's words {score['tag']['precision']:.3f}, other words {score['other']['precision']:.3f}; without feedback {score['all']['precision']:.3f}"
    row = Row("topical, P@10 by task and language", both["all"]["precision"], 0.5, 0.6, against="lexical .315, + feedback .356", note=note)
    return [row], {"search": score, "with feedback": both}


def with_related(given, queries):
    """The ten that a reader has before them once feedback has come: full matches, then what is related, then the rest."""
    calls = [c for q in queries for c in engines.search_calls([q]) + [{"call": "related", "request": {"query": q, "top": 10, "typing": False}}]]
    said = engines.node(given.index, calls)
    pages = []
    for typed, more in zip(said[::2], said[1::2]):
        full = [h for h, is_full in zip(typed["hits"], typed["full"]) if is_full]
        pages.append(list(dict.fromkeys(full + more["hits"] + typed["hits"]))[:10])
    return pages


#: First queries, each of a reader who has nothing yet.
FIRST = 60


def wire(given):
    """What typed queries load. The page asks for a quick answer first (`quick`: ten rows in two dependent trips), then for the
    whole of it: trips are those of the first, bytes those of both. An engine that knows no quick answer gives the whole at once."""
    each = [sessions.session(records(), seed) for seed in range(7)]
    opening = list(dict.fromkeys(q for queries in each for q in queries))[:FIRST]
    first = asked(given, [[q] for q in opening])
    later = [a for own in grouped(asked(given, each), each) for a in own[1:]]
    kilobytes = lambda rows: [r["bytes"] / 1000 for r in rows]
    quick = median(a["quick"]["bytes"] / 1000 for a in first)
    rows = [
        Row("first typed query, all data", median(kilobytes(first)), 150, 110, False, "kB", "Pagefind at 100,000: 837 kB + 87 kB code", f"{len(first)} queries; quick answer {quick:.0f} kB in {median(a['quick']['trips'] for a in first):.0f} trips, at most {max(a['quick']['trips'] for a in first)}; {median(a['files'] for a in first):.0f} files; 95th {quantile(kilobytes(first), .95):.0f} kB; mean {by_kind(first)}"),
        Row("later typed query, median", median(kilobytes(later)), 70, 50, False, "kB", "Pagefind at 100,000: 57 kB", f"95th {quantile(kilobytes(later), .95):.0f} kB; mean {by_kind(later)}"),
        Row("later typed query, files, median", median(a["files"] for a in later), 12, 12, False, "files", "Pagefind: 6", f"95th {quantile([a['files'] for a in later], .95):.0f}"),
        Row("later typed query, dependent trips, median", median(a["quick"]["trips"] for a in later), 2, 2, False, "trips", "", f"greatest {max(a['quick']['trips'] for a in later)}; share above two {sum(a['quick']['trips'] > 2 for a in later) / len(later):.3f}"),
    ]
    return rows, {"first": [trimmed(a) for a in first], "later": [trimmed(a) for a in later]}


def asked(given, visits):
    """Lists of queries, each list by a new reader: what the whole answer to each query cost, `quick` of it until ten rows stood there."""
    calls = []
    for queries in visits:
        calls.append({"call": "fresh"})
        for query in queries:
            calls += engines.search_calls([query], typing=True, quick=True) + engines.search_calls([query], typing=True)
    said = engines.node(given.index, calls)
    return [together(quick, rest) for quick, rest in zip(said[::2], said[1::2])]


def together(quick, rest):
    kinds = {k: quick["kinds"].get(k, 0) + rest["kinds"].get(k, 0) for k in {*quick["kinds"], *rest["kinds"]}}
    return {**{k: quick[k] + rest[k] for k in ("bytes", "files", "trips", "ms")}, "kinds": kinds, "quick": quick}


def grouped(answers, visits):
    left = iter(answers)
    return [[next(left) for _ in queries] for queries in visits]


def trimmed(answer):
    return {k: round(answer[k], 2) for k in ("bytes", "files", "trips", "ms")} | {"kinds": answer["kinds"]}


def by_kind(answers):
    """Mean kilobytes of each kind of file."""
    sums = {}
    for kinds in (a["kinds"] for a in answers):
        for kind, size in kinds.items():
            sums[kind] = sums.get(kind, 0) + size
    return ", ".join(f"{kind} {size / len(answers) / 1000:.1f}" for kind, size in sorted(sums.items(), key=lambda e: -e[1]))


def parity(given):
    """The same ten ids from Swift and from JavaScript, over every set."""
    queries = [i["query"] for i in sets.known_items(given.half)] + [i["query"] for i in sets.topical(given.half)]
    queries += [i["query"] for one in (False, True) for i in sets.typos(given.half, one, 200)]
    ours = found(given, queries)
    theirs = engines.ids(engines.swift(given.data, [{"query": q, "top": 10} for q in queries]))
    apart = [{"query": q, "javascript": a, "swift": b} for q, a, b in zip(queries, ours, theirs, strict=True) if a != b]
    row = Row("same ten ids in Swift and JavaScript", 1 - len(apart) / len(queries), 1, 1, note=f"{len(apart)} of {len(queries)} differ")
    return [row], {"apart": apart[:50]}


def disk(given):
    listed = json.loads((given.index / "index.json").read_text())
    size = sum(f["bytes"] for f in listed["files"]) + (given.index / "index.json").stat().st_size
    kinds = {}
    for file in listed["files"]:
        kinds[file["name"][0]] = kinds.get(file["name"][0], 0) + file["bytes"]
    note = ", ".join(f"{k} {v / listed['models']:.1f}" for k, v in sorted(kinds.items(), key=lambda e: -e[1]))
    row = Row("whole index on disk, base64 included, a model", size / listed["models"], 160, 100, False, "B", note=f"{len(listed['files'])} files; by kind: {note}")
    return [row], {"bytes": size, "files": len(listed["files"]), "kinds": kinds}


def fts5(given):
    """A hundred of the known items put to SQLite's FTS5."""
    items = sets.known_items(given.half)[::4]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump([i["query"] for i in items], file)
        file.flush()
        said = peer("fts5", file.name)
    theirs = judge.known_items(items, said.pop("hits"))
    ours = judge.known_items(items, found(given, [i["query"] for i in items]))
    print(f"  SQLite FTS5 bm25: {theirs['all']['id']:.3f} / {theirs['all']['name']:.3f}; ours on the same hundred: {ours['all']['id']:.3f} / {ours['all']['name']:.3f}")
    return [], {"fts5": {**said, "scores": theirs}, "ours": ours}
