"""The engine where it is used: in a worker of headless Chromium, from disk."""

import json
import pathlib
import subprocess
import sys
import tempfile

from measure import median, quantile
from records import ROOT, records
from session import session
from targets import Row

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from bench import Child, Window  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
RUN = "const [queries, done] = arguments; window.timeQueries(queries).then(done, (e) => done(String(e)));"


def queries(given):
    with tempfile.TemporaryDirectory() as scratch:
        page = write(pathlib.Path(scratch), given.index.resolve())
        asked = session(records(), 0)
        with Child(["chromedriver", "--port=0"], r"successfully on port (\d+)") as port:
            window = Window(port)
            try:
                window.call("url", {"url": f"file://{page}"})
                first, *again = [window.call("execute/async", {"script": RUN, "args": [asked]}) for _ in range(4)]
            finally:
                window.call("", None, "DELETE")
    if isinstance(first, str) or any(isinstance(a, str) for a in again):
        raise SystemExit(f"bench: the browser said {first if isinstance(first, str) else again}")
    found = median(quantile([t["ms"] for t in one], 0.95) for one in again)
    row = Row(
        "browser, a query after download, 95th", found, 32, 10, False, "ms", "Pagefind 32 ms",
        f"median {median(t['ms'] for one in again for t in one):.1f} ms; the first time, from disk, median {median(t['ms'] for t in first):.0f} ms",
    )
    return [row], {"first": first, "again": again[0]}


def write(folder, index):
    listed = json.loads((index / "index.json").read_text())
    (folder / "search").symlink_to(index)
    engine = bundled(ROOT / "assets/js/search/worker.js")
    client = bundled(HERE / "browser-entry.mjs")
    (folder / "page.js").write_text(f"globalThis.HubAtlasSearchEngine=function(){{{engine}\n}};\n{client}")
    names = json.dumps({"folder": "search", "manifest": listed["manifest"], "words": listed["words"]})
    (folder / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><script type="application/json" id="search-index">{names}</script><script src="page.js"></script>'
    )
    return folder / "page.html"


def bundled(entry):
    return subprocess.run(["esbuild", str(entry), "--bundle", "--minify", "--format=iife", "--charset=utf8"], capture_output=True, text=True, check=True).stdout
