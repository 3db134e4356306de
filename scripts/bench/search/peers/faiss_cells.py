"""FAISS IVF2048,SQ8 over our own vectors: `faiss_cells.py VECTORS.npy QUERIES.npy` prints recall and bytes touched.

Recall is by the same rule as ours (cosine within .02 of the exact tenth, computed in full precision); bytes are those of the
probed lists, with their 8-byte numbers.
"""

import json
import pathlib
import sys
import time

import faiss
import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from vectors import close_recall, exact  # noqa: E402

vectors = numpy.load(sys.argv[1], mmap_mode="r").astype(numpy.float32)
sets = numpy.load(sys.argv[2])
start = time.monotonic()
index = faiss.index_factory(vectors.shape[1], "IVF2048,SQ8", faiss.METRIC_INNER_PRODUCT)
index.cp.seed = 1
index.train(vectors[numpy.random.default_rng(0).choice(len(vectors), min(100_000, len(vectors)), replace=False)])
index.add(vectors)
built = time.monotonic() - start
sizes = numpy.array([index.invlists.list_size(i) for i in range(index.nlist)])
out = {"build": built}
for name in sets.files:
    queries = sets[name].astype(numpy.float32)
    _, oracle = exact(vectors, queries, 10)
    for probes in (8, 32):
        index.nprobe = probes
        _, found = index.search(queries, 10)
        _, cells = index.quantizer.search(queries, probes)
        true = [vectors[f[f >= 0]] @ q for f, q in zip(found, queries)]
        out[f"{name} {probes}"] = {"recall": float(close_recall(true, oracle[:, 9])), "bytes": float((sizes[cells].sum(axis=1) * (vectors.shape[1] + 8)).mean())}
print(json.dumps(out))
