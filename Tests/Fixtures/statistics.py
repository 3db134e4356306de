#!/usr/bin/env python3
"""Makes statistics.json, which Statistics (Swift) and assets/js/chart/statistics.js are both held to: SciPy 1.17, NumPy.

    python3 Tests/Fixtures/statistics.py > Tests/Fixtures/statistics.json
"""
import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(20250321)


def loess(x, y, span, places):
    """Cleveland 1979, first degree, tricube weights: each place its own weighted polyfit."""
    k = min(len(x), max(2, int(np.floor(span * len(x)))))
    out = []
    for at in places:
        near = np.argsort(np.abs(x - at), kind="stable")[:k]
        far = np.max(np.abs(x[near] - at))
        w = (1 - np.minimum(1, np.abs(x[near] - at) / far) ** 3) ** 3
        slope, intercept = np.polyfit(x[near], y[near], 1, w=np.sqrt(w))
        out.append([at, intercept + slope * at])
    return out


def front(x, y):
    """Every pair compared with every other; of equal pairs the first."""
    kept = []
    for i in range(len(x)):
        beaten = any(
            (x[j] <= x[i] and y[j] >= y[i] and (x[j] < x[i] or y[j] > y[i])) or (x[j] == x[i] and y[j] == y[i] and j < i)
            for j in range(len(x)) if j != i)
        if not beaten:
            kept.append(i)
    return sorted(kept, key=lambda i: x[i])


def box(values):
    q1, median, q3 = np.quantile(values, [0.25, 0.5, 0.75])
    reach = 1.5 * (q3 - q1)
    inside = [v for v in values if q1 - reach <= v <= q3 + reach]
    return {"low": min(inside), "q1": q1, "median": median, "q3": q3, "high": max(inside),
            "outliers": sorted(v for v in values if v not in inside)}


def pairs(x, y, span):
    x, y = np.array(x, float), np.array(y, float)
    pearson, spearman = stats.pearsonr(x, y), stats.spearmanr(x, y)
    interval = pearson.confidence_interval(0.95)
    line = stats.linregress(x, y)
    t, n = stats.t.ppf(0.975, len(x) - 2), len(x)
    error = np.sqrt(np.sum((y - line.intercept - line.slope * x) ** 2) / (n - 2))
    sxx = np.sum((x - x.mean()) ** 2)
    places = [float(x.min()), float(x.mean()), float(x.max()) + 0.5]
    band = [[at, line.intercept + line.slope * at, t * error * np.sqrt(1 / n + (at - x.mean()) ** 2 / sxx)] for at in places]
    return {
        "x": x.tolist(), "y": y.tolist(),
        "pearson": {"r": pearson.statistic, "p": pearson.pvalue, "low": interval.low, "high": interval.high},
        "spearman": {"r": spearman.statistic, "p": spearman.pvalue},
        "line": {"slope": line.slope, "intercept": line.intercept, "p": line.pvalue, "half": t * line.stderr, "band": band},
        "loess": {"span": span, "at": loess(x, y, span, np.linspace(x.min() + 0.01, x.max() - 0.013, 5).tolist())},
        "front": front(x, y), "box": box(y.tolist()),
    }


def cloud(n, slope, digits):
    x = np.round(rng.uniform(-1, 2.1, n), digits)
    return pairs(x, np.round(slope * x + rng.normal(18, 9, n), digits), 0.6)


print(json.dumps({
    "tails": [[t, df, 2 * stats.t.sf(t, df)] for t, df in [(0.3, 1), (1.233, 14.33), (2, 10), (3.5, 4485), (12, 60), (40, 5)]],
    "quantiles": [[df, stats.t.ppf(0.975, df)] for df in [1, 2, 7.5, 30, 1000, 4485]],
    "pairs": [cloud(12, 13.8, 2), cloud(60, -4, 1), cloud(200, 13.8, 2), pairs([1, 1, 2, 3, 5, 8], [2, 7, 7, 1, 8, 2], 1.0)],
}, indent=1, default=float))
