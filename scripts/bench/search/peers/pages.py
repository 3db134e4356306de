"""Pagefind over the same 100,000 records: `pages.py SAMPLE WORK QUERIES.json` prints build time and memory, files, bytes of queries.

One page a model, written and indexed in a memory file system. The queries run in headless Chromium from a server that counts
what it sends: scripts as gzip sends them, Pagefind's own files as they lie there, which are packed already.
"""

import functools
import gzip
import html
import http.server
import json
import pathlib
import shutil
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]
from bench import Child, Window  # noqa: E402
from measure import measured, median, quantile, weigh  # noqa: E402
from records import sampled  # noqa: E402

RUN = """
const [query, done] = arguments;
(async () => {
  const found = await window.pagefind.search(query);
  await Promise.all(found.results.slice(0, 10).map((r) => r.data()));
  done(found.results.length);
})();
"""


def main(sample, work, queries):
    site = pathlib.Path(work)
    shutil.rmtree(site, ignore_errors=True)
    write_pages(sampled(pathlib.Path(sample)), site)
    runs = []
    for _ in range(int(sys.argv[4]) if len(sys.argv) > 4 else 1):
        shutil.rmtree(site / "pagefind", ignore_errors=True)
        runs.append(measured([sys.executable, "-m", "pagefind", "--site", site, "--root-selector", "body"]))
    files, size = weigh(site / "pagefind")
    out = {"seconds": median(r.seconds for r in runs), "build megabytes": median(r.megabytes for r in runs), "files": files, "size": size}
    print(json.dumps({**out, **ask(site, json.loads(pathlib.Path(queries).read_text()))}))
    shutil.rmtree(site)


def write_pages(records, site):
    for number, record in enumerate(records):
        folder = site / f"m{number // 1000:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        facts = ", ".join([record.task or "", record.library or "", *record.tags])
        name = html.escape(record.id)
        (folder / f"{number}.html").write_text(
            f'<!doctype html><html lang="en"><title>{name}</title><body><h1>{name}</h1><p>{html.escape(facts)}</p></body></html>'
        )
    (site / "index.html").write_text(
        '<!doctype html><script type="module">import * as p from "./pagefind/pagefind.js"; await p.init(); window.pagefind = p;</script>'
    )


class Counting(http.server.SimpleHTTPRequestHandler):
    sent = []
    sizes = {}

    def do_GET(self):
        path = pathlib.Path(self.translate_path(self.path))
        if path.is_file():
            if path not in self.sizes:
                data = path.read_bytes()
                self.sizes[path] = len(gzip.compress(data, 6)) if path.suffix in {".js", ".html", ".json"} else len(data)
            self.sent.append(self.sizes[path])
        super().do_GET()

    def log_message(self, *words):
        pass


def ask(site, queries):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with Child(["chromedriver", "--port=0"], r"successfully on port (\d+)") as port:
        window = Window(port)
        try:
            window.call("url", {"url": f"http://127.0.0.1:{server.server_port}/index.html"})
            time.sleep(3)
            rows = [(sum(Counting.sent), len(Counting.sent), 0.0)]
            for query in queries:
                Counting.sent.clear()
                start = time.monotonic()
                window.call("execute/async", {"script": RUN, "args": [query]})
                rows.append((sum(Counting.sent), len(Counting.sent), time.monotonic() - start))
        finally:
            window.call("", None, "DELETE")
            server.shutdown()
    later = rows[2:]
    return {
        "code": rows[0][0], "first": rows[0][0] + rows[1][0], "later": median(r[0] for r in later),
        "later95": quantile([r[0] for r in later], 0.95), "requests": median(r[1] for r in later), "seconds per query": median(r[2] for r in later),
    }


if __name__ == "__main__":
    main(*sys.argv[1:4])
