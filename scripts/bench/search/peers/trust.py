"""Trustworthiness@10 of places: `trust.py VECTORS.npy PLACES.npy…` prints one figure a file of places.

How many of a point's ten neighbors on the map are its neighbors by cosine, by how far they are off (Venna and Kaski); for 2,000
points, each against all.
"""

import json
import sys

import numpy
from scipy.spatial import cKDTree

K = 10
vectors = numpy.load(sys.argv[1]).astype(numpy.float32)
chosen = numpy.random.default_rng(1).choice(len(vectors), min(2000, len(vectors)), replace=False)
figures = []
for file in sys.argv[2:]:
    places = numpy.load(file)
    near = cKDTree(places).query(places[chosen], K + 1)[1]
    penalty = 0.0
    for i, neighbors in zip(chosen, near):
        own = vectors @ vectors[i]
        own[i] = numpy.inf
        for j in [j for j in neighbors if j != i][:K]:
            # Ties are nobody's fault: a copy as near as another ranks as well as it.
            rank = int((own > own[j] + 1e-6).sum())
            penalty += max(0, rank - K)
    n = len(vectors)
    figures.append(1 - 2 / (len(chosen) * K * (2 * n - 3 * K - 1)) * penalty)
print(json.dumps({"trustworthiness": figures}))
