"""Building: the index of 100,000 records against Pagefind and scikit-learn over the same records, side by side."""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from engines import HUBATLAS
from measure import RUNS, measured, median, peer, weigh
from records import LIST, ROOT, sample, sampled
from session import session
from targets import Row

SAMPLE = 100_000
#: Benches write here: on a disk the writing back of many small files would be measured.
MEMORY = pathlib.Path("/dev/shm") if pathlib.Path("/dev/shm").is_dir() else None


@contextlib.contextmanager
def replaying(folder):
    """The test server over a folder of lists; its address."""
    command = [sys.executable, ROOT / "../shared/tools/hub_replay.py", "--data", folder, "--port", "0", "--kinds", "models", "--plan", "unlimited"]
    with subprocess.Popen([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        address = next((m[1] for line in server.stdout if (m := re.search(r"ready on (http://\S+)", line))), None)
        if not address:
            raise SystemExit("bench: the replaying server did not start")
        yield address
        server.terminate()


def collected(folder, data):
    """A data folder with everything that a folder of lists holds; made once."""
    if not (data / "collected").exists():
        shutil.rmtree(data, ignore_errors=True)
        with replaying(folder) as address:
            measured([HUBATLAS, "collect", "models", "--endpoint", address, "--data-dir", data])
        (data / "collected").touch()
    return data


def whole(out):
    """The index of the whole list: (data folder, index folder)."""
    data = collected(LIST.parent, out / "whole")
    measured([HUBATLAS, "build", "--data-dir", data, "--out", out / "site"])
    return data, out / "site/data/search"


PART = re.compile(r" Index: (\w+) ([\d.]+) s, at most (\d+) MB$", re.MULTILINE)
STAGE = re.compile(r"\] Index · .* · (?:(\d+) min )?([\d.]+) (ms|s) · peak", re.MULTILINE)


def built(data, site):
    """The index made anew from a catalog that is there, twice: in the build of a whole site, whose memory is told, and by itself.

    `index` are the seconds of the stage by itself, the others those of its parts: "records" reads them and cuts their texts,
    "terms" writes terms and long lists, "embedding" fits and makes the vectors, "cells" writes cells and finds neighbors, "documents" writes records, details and facets, "map" lays out and draws.
    `index megabytes` is the most that the stage by itself had at once, `terms megabytes` the most until its terms were written.
    """
    for made in ("search", "stages.json", "report"):
        remove(data / made)
    whole = measured([HUBATLAS, "build", "--data-dir", data, "--out", site]).megabytes
    remove(data / "search")
    log = data / "hubatlas.log"
    before = log.stat().st_size
    alone = measured([HUBATLAS, "search", "whisper", "--data-dir", data])
    told = log.read_bytes()[before:].decode()
    stage, parts = STAGE.search(told), PART.findall(told)
    if not stage or [p[0] for p in parts] != ["records", "terms", "embedding", "cells", "documents", "map"]:
        raise SystemExit(f"bench: the log does not say how long the index took:\n{told[-2000:]}")
    return {
        "index": 60 * int(stage[1] or 0) + float(stage[2]) / (1000 if stage[3] == "ms" else 1),
        "index megabytes": alone.megabytes, "whole megabytes": whole, "terms megabytes": float(parts[1][2]),
        **{name: float(seconds) for name, seconds, _ in parts},
        # What TF-IDF and truncated SVD do of texts, and the reading of the records besides.
        "vectors": sum(float(p[1]) for p in parts if p[0] in ("records", "embedding")),
    }


def remove(path):
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def sample_index(out, count=SAMPLE, runs=RUNS):
    """Builds of some of the records, medians, and the data folder; kept for the sections that ask again, for an hour."""
    folder = out / f"sample-{count}"
    kept = folder / "built.json"
    if not kept.exists() or time.time() - kept.stat().st_mtime > 3600:
        with tempfile.TemporaryDirectory(dir=MEMORY, prefix="hubatlas-bench-") as scratch:
            data = collected(sample(count, folder / "list"), folder / "data")
            measured([HUBATLAS, "build", "--data-dir", data, "--out", pathlib.Path(scratch) / "site"])
            all_runs = [built(data, pathlib.Path(scratch) / "site") for _ in range(runs)]
        kept.write_text(json.dumps({key: median(r[key] for r in all_runs) for key in all_runs[0]}))
    return json.loads(kept.read_text()), folder / "data", folder / "list"


def lexical(given):
    """What Pagefind does (read the records, write terms and what results show) against our parts that do the same."""
    ours, data, folder = sample_index(given.out)
    files, size = weigh(data / "search")
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="hubatlas-bench-") as scratch:
        queries = pathlib.Path(scratch) / "queries.json"
        queries.write_text(json.dumps(session(sampled(folder))))
        theirs = peer("pages", folder, pathlib.Path(scratch) / "pages", queries, RUNS)
    beside = f"Pagefind {theirs['seconds']:.1f} s, {theirs['build megabytes']:,.0f} MB, {theirs['files']:,} files"
    own = ours["records"] + ours["terms"] + ours["documents"]
    rows = [
        Row("lexical build of 100,000, times as fast", theirs["seconds"] / own, 4, 10, unit="×", against=beside, note=f"{own:.1f} s: records {ours['records']:.1f}, terms {ours['terms']:.1f}, documents {ours['documents']:.1f}; the whole stage {ours['index']:.1f} s with embedding {ours['embedding']:.1f}, cells {ours['cells']:.1f} and map {ours['map']:.1f}"),
        Row("lexical build, share of the memory", ours["index megabytes"] / theirs["build megabytes"], 1 / 4, 1 / 10, False, "", beside, f"{ours['index megabytes']:,.0f} MB for the whole stage, {ours['terms megabytes']:,.0f} until terms are written; the build of a site {ours['whole megabytes']:,.0f}"),
        Row("lexical build, share of the files", files / theirs["files"], 1 / 100, 1 / 200, False, "", beside, f"{files} files, {size / 1e6:.1f} MB, with vectors and map"),
    ]
    return rows, {"ours": ours, "pagefind": theirs}


def vectors(given):
    ours, _, folder = sample_index(given.out)
    theirs = [peer("svd", folder) for _ in range(RUNS)]
    seconds, megabytes = median(t["seconds"] for t in theirs), median(t["megabytes"] for t in theirs)
    beside = f"scikit-learn {seconds:.1f} s, {megabytes:,.0f} MB"
    rows = [
        Row("vectors of 100,000, times as fast", seconds / ours["vectors"], 3, 10, unit="×", against=beside, note=f"{ours['vectors']:.1f} s from the catalog to vectors: {ours['records']:.1f} to read and cut the records, which theirs has in memory, {ours['embedding']:.1f} to make them; cells, codes and the graph of neighbors, which theirs does not make, take {ours['cells']:.1f} more"),
        Row("vectors of 100,000, share of the memory", ours["index megabytes"] / megabytes, 1 / 3, 1 / 3, False, "", beside, f"{ours['index megabytes']:,.0f} MB for the whole index stage"),
    ]
    return rows, {"ours": ours, "scikit-learn": theirs}
