"""SQLite FTS5 with bm25 over the same records: `fts5.py QUERIES.json` prints the ten ids of every query, OR of its words."""

import json
import pathlib
import re
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from records import records, spaced  # noqa: E402

queries = json.loads(pathlib.Path(sys.argv[1]).read_text())
database = sqlite3.connect(":memory:")
database.execute("CREATE VIRTUAL TABLE models USING fts5(name, facts, content='', detail=full)")
rows = records()
start = time.monotonic()
database.executemany(
    "INSERT INTO models (rowid, name, facts) VALUES (?, ?, ?)",
    ((i, spaced(r.id), " ".join([r.task or "", r.library or "", *(t for t in r.tags if ":" not in t or t.startswith("license:"))])) for i, r in enumerate(rows)),
)
built = time.monotonic() - start
answers, times = [], []
for query in queries:
    words = re.findall(r"\w+", query)
    start = time.monotonic()
    found = database.execute(
        "SELECT rowid FROM models WHERE models MATCH ? ORDER BY rank LIMIT 10", (" OR ".join(f'"{w}"' for w in words),)
    ).fetchall()
    times.append(time.monotonic() - start)
    answers.append([rows[i].id for (i,) in found])
print(json.dumps({"hits": answers, "build": built, "milliseconds": 1000 * sorted(times)[len(times) // 2]}))
