"""The records that search is measured on: the real list beside the checkout, as little of each as the sets need."""

import functools
import json
import math
import pathlib
import random
import re
import subprocess
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[3]
LIST = ROOT / "../shared/data/hub-models-2024-07-11.ndjson.zst"
SEED = 20240711


class Record:
    """A model as the list has it."""

    __slots__ = ("id", "owner", "name", "tags", "task", "library", "downloads", "likes", "reach")

    def __init__(self, raw):
        self.id = raw["id"]
        self.owner, _, self.name = self.id.rpartition("/")
        self.tags = raw.get("tags", [])
        self.task = raw.get("pipeline_tag")
        self.library = raw.get("library_name")
        self.downloads = raw.get("downloads", 0)
        self.likes = raw.get("likes", 0)
        self.reach = math.log10(1 + self.downloads + 30 * self.likes)


@functools.lru_cache(maxsize=1)
def records():
    """Every record, most popular first; ties by id, so that two runs draw the same sets."""
    found = [Record(json.loads(line)) for line in lines()]
    found.sort(key=lambda r: (-r.reach, r.id))
    return found


def lines():
    if not LIST.exists():
        raise SystemExit(f"bench: search is measured on {LIST.name}, which belongs into ../shared/data beside the checkout")
    with subprocess.Popen(["zstd", "-dcq", LIST], stdout=subprocess.PIPE, text=True) as unpacked:
        yield from unpacked.stdout


def sample(count, folder):
    """A folder for `hub_replay.py` with `count` records drawn from the whole list, in its order; the folder is made once."""
    target = folder / LIST.name
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        everything = list(lines())
        chosen = sorted(random.Random(SEED).sample(range(len(everything)), min(count, len(everything))))
        packed = subprocess.run(["zstd", "-q", "-c"], input="".join(everything[i] for i in chosen).encode(), capture_output=True, check=True)
        target.write_bytes(packed.stdout)
    return folder


def sampled(folder):
    """The records of `sample`."""
    text = subprocess.run(["zstd", "-dcq", folder / LIST.name], capture_output=True, check=True).stdout
    return [Record(json.loads(line)) for line in text.splitlines()]


def spaced(name):
    """A name as someone types it: lower case, separators as spaces. `spaced("Meta-Llama-3_8B")` → "meta llama 3 8b"."""
    return " ".join(re.split(r"[-_/\s]+", folded(name))).strip()


def same_name(name):
    """What two copies of a model share: `same_name("Meta-Llama-3 8B") == same_name("meta_llama.3-8b")`."""
    return re.sub(r"[^0-9a-z]+", "", folded(name)) or folded(name)


def folded(text):
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
