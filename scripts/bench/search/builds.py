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


def built(data, site):
    """The index made anew from a catalog that is there: seconds of its stage (terms, vectors, map: all of it), memory of the whole build."""
    for made in ("search", "stages.json", "report"):
        path = data / made
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    spent = measured([HUBATLAS, "build", "--verbose", "--data-dir", data, "--out", site])
    told = re.search(r"\] Index · .* · (?:(\d+) min )?([\d.]+) s · peak", spent.output, re.MULTILINE)
    if not told:
        raise SystemExit(f"bench: the build did not say how long the index took:\n{spent.output[-2000:]}")
    return {"index": 60 * int(told[1] or 0) + float(told[2]), "megabytes": spent.megabytes}


def hundred_thousand(out, runs=RUNS):
    """Builds of the 100,000, medians; kept for the sections that ask again, for an hour."""
    kept = out / "hundred-thousand.json"
    if kept.exists() and time.time() - kept.stat().st_mtime < 3600:
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
        Row("lexical build of 100,000, times as fast", theirs["seconds"] / ours["index"], 4, 10, unit="×", against=beside, note=f"{ours['index']:.1f} s, vectors and map too"),
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
        Row("vectors of 100,000, times as fast", seconds / ours["index"], 3, 10, unit="×", against=beside, note=f"{ours['index']:.1f} s for the whole index, terms and map too"),
        Row("vectors of 100,000, share of the memory", ours["megabytes"] / megabytes, 1 / 3, 1 / 3, False, "", beside, f"{ours['megabytes']:,.0f} MB for the whole build"),
    ]
    return rows, {"ours": ours, "scikit-learn": theirs}
