"""The map of models: its layout against umap-learn with cosine over the same vectors, one run of it."""

import pathlib
import subprocess
import tempfile

import numpy
from scipy.spatial import cKDTree

import builds
from measure import HERE, peer
from targets import Row
from vectors import read

K = 10
CHOSEN = 2000


def layout(given):
    """Our seconds are those of the whole part of the stage, with tiles, labels and the rest; theirs begin after compiling."""
    ours, data, _ = builds.sample_index(given.out, given.map_models)
    rows, own = read(data / "search"), places(data / "search")
    placed = rows.any(axis=1) & own.any(axis=1)
    rows, own = rows[placed], own[placed]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        numpy.save(folder / "vectors.npy", rows)
        spent = peer("umap_map", folder / "vectors.npy", folder / "places.npy")
        theirs = numpy.load(folder / "places.npy")
    trust = {"ours": trustworthiness(rows, own), "umap": trustworthiness(rows, theirs)}
    beside = f"umap-learn {spent['seconds']:.0f} s, {spent['megabytes']:,.0f} MB, one run"
    size = f"{given.map_models:,}"
    return [
        Row(f"map of {size}, trustworthiness@10, share of umap's", trust["ours"] / trust["umap"], 0.95, 1, against=beside, note=f"{trust['ours']:.3f} against {trust['umap']:.3f}, {CHOSEN:,} models"),
        Row(f"map of {size}, times as fast", spent["seconds"] / ours["map"], 5, 15, unit="×", against=beside, note=f"{ours['map']:.1f} s with its files"),
    ], {"trustworthiness": trust, "umap": spent, "ours": ours}


def places(index):
    """Where every model lies, in the order of the index; zeros for one without a place."""
    done = subprocess.run(["node", HERE / "places.mjs", index], capture_output=True, text=True, check=True)
    return numpy.array([line.split() for line in done.stdout.splitlines()], dtype=numpy.float32)


def trustworthiness(rows, places):
    """How many of a model's ten neighbors on the map are its neighbors by cosine, by how far they are off (Venna and Kaski);
    a fixed sample, each against all."""
    chosen = numpy.random.default_rng(1).choice(len(rows), min(CHOSEN, len(rows)), replace=False)
    near = cKDTree(places).query(places[chosen], K + 1)[1]
    penalty = 0
    for i, neighbors in zip(chosen, near):
        own = rows @ rows[i]
        own[i] = numpy.inf
        for j in [j for j in neighbors if j != i][:K]:
            # Ties are nobody's fault: a copy as near as another ranks as well as it.
            penalty += max(0, int((own > own[j] + 1e-6).sum()) - K)
    n = len(rows)
    return 1 - 2 / (len(chosen) * K * (2 * n - 3 * K - 1)) * penalty
