"""A reader's session, one for every engine: names of models and tasks in words, nothing that an engine could not find."""

import random

from records import SEED, spaced
from sets import first_of_name, topical

LENGTH = 30


def session(records, seed=0):
    """30 queries: 20 names of popular models among the records, as typed, and 10 topics of the tuning set."""
    chance = random.Random(f"{SEED} session {seed}")
    names = list(first_of_name(sorted(records, key=lambda r: (-r.reach, r.id))[:5000]))
    queries = [spaced(r.name) for r in chance.sample(names, 20)] + [t["query"] for t in chance.sample(topical("tune"), 10)]
    chance.shuffle(queries)
    return queries
