"""Labelled queries made by rule and seed. What weights are chosen on is `tune`, what is reported is `report`; no target
is in both."""

import collections
import pathlib
import random
import string

from records import SEED, records, same_name, spaced

HERE = pathlib.Path(__file__).resolve().parent
POPULAR = 20_000
LETTERS = string.ascii_lowercase
HALVES = ("tune", "report")


# Known items: someone has a model in mind and types what they remember of its name.

SHAPES = {"spaces": 120, "dropped": 120, "glued": 60, "owner": 40, "tail": 60}


def known_items(half):
    """400 of `{"query", "id", "shape"}`. The target is the most popular model of its name, since nothing in the query tells
    its copies apart; "tail" draws from all names alike, the others from those of the popular."""
    everything = records()
    named = [r for r in first_of_name(everything) if len(same_name(r.name)) >= 3]
    inside = {r.id for r in everything[:POPULAR]}
    popular = [r for r in named if r.id in inside]
    chance = random.Random(f"{SEED} known items")
    chance.shuffle(popular)
    tail = chance.sample(named, 2 * SHAPES["tail"])
    # Alternate targets go to alternate halves.
    mine = iter(popular[HALVES.index(half) :: 2])
    own_tail = tail[HALVES.index(half) :: 2]
    makers = {"spaces": as_spaces, "dropped": Dropper(everything[:POPULAR]).drop, "glued": glue, "owner": with_owner}
    items = []
    for shape, make in makers.items():
        wanted = SHAPES[shape]
        while wanted:
            record = next(mine)
            query = make(record, chance)
            if query:
                items.append({"query": query, "id": record.id, "shape": shape})
                wanted -= 1
    return items + [{"query": spaced(r.name), "id": r.id, "shape": "tail"} for r in own_tail]


def first_of_name(ranked):
    seen = set()
    for record in ranked:
        key = same_name(record.name)
        if key not in seen:
            seen.add(key)
            yield record


def as_spaces(record, chance):
    return spaced(record.name)


def with_owner(record, chance):
    return f"{spaced(record.owner)} {spaced(record.name)}" if record.owner else None


def glue(record, chance):
    words = spaced(record.name).split()
    if len(words) < 2:
        return None
    # Nobody glues two numbers.
    places = [i for i in range(len(words) - 1) if not (words[i][-1].isdigit() and words[i + 1][0].isdigit())]
    if not places:
        return None
    at = chance.choice(places)
    return " ".join(words[:at] + [words[at] + words[at + 1]] + words[at + 2 :])


class Dropper:
    """One word left out, where the target is still the most popular model that has all the others."""

    def __init__(self, ranked):
        self.having = collections.defaultdict(list)
        for rank, record in enumerate(ranked):
            for word in set(spaced(record.id).split()):
                self.having[word].append(rank)
        self.ranked = ranked

    def drop(self, record, chance):
        words = spaced(record.name).split()
        if len(words) < 3:
            return None
        at = chance.randrange(len(words))
        left = words[:at] + words[at + 1 :]
        common = set.intersection(*(set(self.having[w]) for w in left))
        return " ".join(left) if common and self.ranked[min(common)].id == record.id else None


# Typos: one letter of one word is wrong.


def typos(half, one_word, count):
    """`{"query", "clean", "id"}`: names of the popular, with one mistake in a word of four letters or more."""
    chance = random.Random(f"{SEED} typos {one_word}")
    names = [r for r in first_of_name(records()[:POPULAR]) if (len(spaced(r.name).split()) == 1) == one_word]
    chance.shuffle(names)
    found = []
    for record in names[HALVES.index(half) :: 2]:
        clean = spaced(record.name)
        words = clean.split()
        places = [i for i, w in enumerate(words) if len(w) >= 4 and w.isalpha() and w.isascii()]
        if places:
            at = chance.choice(places)
            wrong = words[:at] + [mistyped(words[at], chance)] + words[at + 1 :]
            found.append({"query": " ".join(wrong), "clean": clean, "id": record.id})
        if len(found) == count:
            break
    return found


def mistyped(word, chance):
    """One letter changed, added, lost, or swapped with the next."""
    while True:
        at = chance.randrange(len(word))
        kind = chance.choice(("changed", "added", "lost", "swapped"))
        letter = chance.choice(LETTERS)
        wrong = {
            "changed": word[:at] + letter + word[at + 1 :],
            "added": word[:at] + letter + word[at:],
            "lost": word[:at] + word[at + 1 :],
            "swapped": word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        }[kind]
        if wrong != word:
            return wrong


# Topical: someone has a task and perhaps a language in mind, and no model.


def topical(half):
    """Our own queries of `sets/topical-*.tsv`: `{"query", "tasks", "language", "wording"}`."""
    found = []
    for line in (HERE / f"sets/topical-{half}.tsv").read_text().splitlines():
        if not line.startswith("#"):
            wording, tasks, language, query = line.split("\t")
            found.append({"query": query, "tasks": tasks.split(","), "language": None if language == "-" else language, "wording": wording})
    return found


# Similar: a model is known, its like is wanted.


def similar(count=300):
    """Ids of models with a task, drawn from the 50,000 most popular."""
    pool = [r.id for r in records()[:50_000] if r.task]
    return random.Random(f"{SEED} similar").sample(pool, count)
