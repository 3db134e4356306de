"""Building: the index of 100,000 records against Pagefind, scikit-learn and umap-learn over the same records, side by side."""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy

from engines import HUBATLAS
from measure import RUNS, measured, median, peer, weigh
from records import LIST, ROOT, sample, sampled
from session import session
from targets import Row
from vectors import read

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


def built(data, site):
    """The index made anew from a catalog that is there: seconds of each part, memory of the whole, what was written."""
    for made in ("search", "stages.json", "report"):
        path = data / made
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    spent = measured([HUBATLAS, "build", "--verbose", "--data-dir", data, "--out", site])
    parts = {m[1]: float(m[2]) for m in re.finditer(r"search: (\w+) ([\d.]+) s", spent.output)}
    if not parts:
        raise SystemExit(f"bench: the build did not say how long search took:\n{spent.output[-2000:]}")
    return {**parts, "megabytes": spent.megabytes}


def hundred_thousand(out, runs=RUNS):
    """Builds of the 100,000, each part's median; kept for the sections that ask again."""
    kept = out / "hundred-thousand.json"
    if kept.exists():
        return json.loads(kept.read_text())
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="hubatlas-bench-") as scratch:
        data = collected(sample(SAMPLE, out / "sample"), out / "sample-data")
        built(data, pathlib.Path(scratch) / "site")
        all_runs = [built(data, pathlib.Path(scratch) / "site") for _ in range(runs)]
    medians = {key: median(r[key] for r in all_runs) for key in all_runs[0]}
    kept.write_text(json.dumps(medians))
    return medians


def lexical(given):
    ours = hundred_thousand(given.out)
    files, size = weigh(given.out / "sample-data/search")
    folder = sample(SAMPLE, given.out / "sample")
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="hubatlas-bench-") as scratch:
        queries = pathlib.Path(scratch) / "queries.json"
        queries.write_text(json.dumps(session(sampled(folder))))
        theirs = peer("pages", folder, pathlib.Path(scratch) / "pages", queries, RUNS)
    beside = f"Pagefind {theirs['seconds']:.1f} s, {theirs['build megabytes']:,.0f} MB, {theirs['files']:,} files"
    rows = [
        Row("lexical build of 100,000, times as fast", theirs["seconds"] / ours["lexical"], 4, 10, unit="×", against=beside, note=f"{ours['lexical']:.1f} s"),
        Row("lexical build, share of the memory", ours["megabytes"] / theirs["build megabytes"], 1 / 4, 1 / 10, False, "", beside, f"{ours['megabytes']:,.0f} MB for the whole build, vectors and pages too"),
        Row("lexical build, share of the files", files / theirs["files"], 1 / 100, 1 / 200, False, "", beside, f"{files} files, {size / 1e6:.1f} MB, with vectors and map"),
    ]
    return rows, {"ours": ours, "pagefind": theirs}


def vectors(given):
    ours = hundred_thousand(given.out)
    theirs = [peer("svd", sample(SAMPLE, given.out / "sample")) for _ in range(RUNS)]
    seconds, megabytes = median(t["seconds"] for t in theirs), median(t["megabytes"] for t in theirs)
    beside = f"scikit-learn {seconds:.1f} s, {megabytes:,.0f} MB"
    rows = [
        Row("vectors of 100,000, times as fast", seconds / ours["vectors"], 3, 10, unit="×", against=beside, note=f"{ours['vectors']:.1f} s"),
        Row("vectors of 100,000, share of the memory", ours["megabytes"] / megabytes, 1 / 3, 1 / 3, False, "", beside, f"{ours['megabytes']:,.0f} MB for the whole build"),
    ]
    return rows, {"ours": ours, "scikit-learn": theirs}


def places(given):
    """The map: time, and how well it keeps neighbors, judged by the same vectors for both."""
    ours = hundred_thousand(given.out)
    data = given.out / "sample-data"
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="hubatlas-bench-") as scratch:
        folder = pathlib.Path(scratch)
        read_places = subprocess.run(["node", str(pathlib.Path(__file__).parent / "places.mjs"), str(data / "search")], capture_output=True, text=True, check=True)
        here = numpy.array(json.loads(read_places.stdout), dtype=numpy.float32)
        rows = read(data / "search")
        placed = numpy.nonzero(~numpy.isnan(here[:, 0]) & (numpy.abs(rows).sum(axis=1) > 0))[0]
        numpy.save(folder / "vectors.npy", rows[placed])
        numpy.save(folder / "ours.npy", here[placed])
        theirs = peer("umap_map", folder / "vectors.npy", folder / "theirs.npy")
        trust = peer("trust", folder / "vectors.npy", folder / "ours.npy", folder / "theirs.npy")["trustworthiness"]
    beside = f"umap-learn {theirs['seconds']:.1f} s, trustworthiness {trust[1]:.4f}"
    found = [
        Row("map of 100,000, trustworthiness@10, share of the peer's", trust[0] / trust[1], 0.95, 0.95, against=beside, note=f"{trust[0]:.4f}"),
        Row("map of 100,000, times as fast", theirs["seconds"] / ours["map"], 5, 15, unit="×", against=beside, note=f"{ours['map']:.1f} s, graph from the vectors; one run of the peer"),
    ]
    return found, {"ours": {**ours, "trustworthiness": trust[0]}, "umap": {**theirs, "trustworthiness": trust[1]}, "points": len(placed)}
