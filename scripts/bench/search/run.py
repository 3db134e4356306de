"""Search against its targets: our engines over an index, named peers beside them in the same run.

    make bench-search                                                  all of it: builds what it needs (an hour)
    run.py --index site/data/search --data .hubatlas known topical     some sections over an index that is there

`--half tune` takes the queries that weights are chosen on; without it those that are reported on. Writes
.build/bench/search.json and search.md. Nothing passes or fails: a miss is printed as MISSED, beside the load of the machine.
"""

import argparse
import os
import pathlib
import sys

from measure import PYTHON, python

if pathlib.Path(sys.prefix).resolve() != PYTHON.parent.parent.resolve():
    os.execv(python(), [str(PYTHON), *sys.argv])

import browser  # noqa: E402
import builds  # noqa: E402
import layout  # noqa: E402
import lexical  # noqa: E402
import semantic  # noqa: E402
import targets  # noqa: E402
from records import ROOT  # noqa: E402

SECTIONS = {
    "examples": lexical.examples, "known": lexical.known, "typos": lexical.typed_wrong, "topical": lexical.topics, "bytes": lexical.wire, "parity": lexical.parity,
    "similar": semantic.similar, "disk": lexical.disk, "browser": browser.queries,
    "fts5": lexical.fts5, "build": builds.lexical, "vectors": builds.vectors, "map": layout.layout,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", help=f"any of {' '.join(SECTIONS)}; all without")
    parser.add_argument("--index", type=pathlib.Path, help="the folder with index.json, as the site serves it")
    parser.add_argument("--data", type=pathlib.Path, help="the data folder that it was built from")
    parser.add_argument("--half", choices=("tune", "report"), default="report")
    parser.add_argument("--map-models", type=int, default=builds.SAMPLE, help="how many models the map is laid out of, beside umap-learn")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / ".build/bench")
    given = parser.parse_args()
    unknown = [s for s in given.sections if s not in SECTIONS]
    if unknown:
        sys.exit(f"bench: no section {unknown[0]}; there are: {' '.join(SECTIONS)}")
    if not given.index:
        given.data, given.index = builds.whole(given.out)
    rows, details = [], {}
    for name in given.sections or SECTIONS:
        print(f"\n{name} (load {os.getloadavg()[0]:.1f})", flush=True)
        own, details[name] = SECTIONS[name](given)
        rows += own
        for row in own:
            print(f"  {row.what:<58} {targets.shown(row.figure, row.unit):>12}   {row.met}   {row.against} {row.note}", flush=True)
    targets.write(rows, details, given.out, f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", lexical.models(given.index))


if __name__ == "__main__":
    main()
