"""Makes power-law.json: seeded samples, and what SciPy 1.17 and powerlaw 2.0 say of them.

    python3 Tests/StatisticsTests/Fixtures/power-law.py     needs scipy and powerlaw
"""

import json
import pathlib
import warnings

import numpy
import powerlaw
from scipy import optimize, special, stats

SHORTEST = 50


def samples():
    random = numpy.random.default_rng(20240711)
    yield "zeta 2.5", stats.zipf.rvs(2.5, size=2000, random_state=random)
    tail = numpy.floor((12 - 0.5) * (1 - random.random(900)) ** (-1 / 1.2) + 0.5).astype(int)
    yield "from 12 on", numpy.concatenate([random.integers(0, 12, 1500), tail])
    normal = numpy.rint(numpy.exp(random.normal(2, 1.5, 3000))).astype(int)
    yield "log-normal", normal


def law(tail, xmin):
    """Alpha by SciPy's minimum over the exact likelihood; the distance at every whole number that can be farthest."""
    logs = numpy.log(tail).mean()
    found = optimize.minimize_scalar(
        lambda a: numpy.log(special.zeta(a, xmin)) + a * logs, bounds=(1.0001, 60), method="bounded",
        options={"xatol": 1e-12, "maxiter": 1000})
    alpha = found.x
    values = numpy.unique(tail)
    places = numpy.unique(numpy.concatenate([values, values + 1]))
    law = special.zeta(alpha, places) / special.zeta(alpha, xmin)
    seen = 1 - numpy.searchsorted(numpy.sort(tail), places, side="left") / len(tail)
    return alpha, abs(law - seen).max()


def by_scipy(data):
    positive = data[data > 0]
    best = None
    for xmin in numpy.unique(positive)[:-1]:
        tail = positive[positive >= xmin]
        if len(tail) < SHORTEST:
            break
        alpha, distance = law(tail, xmin)
        if best is None or distance < best["distance"]:
            best = {"xmin": int(xmin), "alpha": alpha, "distance": distance, "tail": len(tail)}
    return best


def log_normal(tail, xmin):
    def pieces(mu, sigma, x):
        low, high = (numpy.log(x - 0.5) - mu) / sigma, (numpy.log(x + 0.5) - mu) / sigma
        flip = high < 0
        low, high = numpy.where(flip, -high, low), numpy.where(flip, -low, high)
        a, b = stats.norm.logsf(low), stats.norm.logsf(high)
        return a + numpy.log(-numpy.expm1(b - a)) - stats.norm.logsf((numpy.log(xmin - 0.5) - mu) / sigma)

    start = [numpy.log(tail).mean(), numpy.log(numpy.log(tail).std())]
    for _ in range(5):
        found = optimize.minimize(
            lambda p: -pieces(p[0], numpy.exp(p[1]), tail).mean(), start, method="Nelder-Mead",
            options={"xatol": 1e-10, "fatol": 1e-15, "maxiter": 20000, "maxfev": 20000})
        start = found.x
    mu, sigma = found.x[0], float(numpy.exp(found.x[1]))
    return mu, sigma, pieces(mu, sigma, tail)


def vuong(tail, xmin, alpha, logs):
    off = -alpha * numpy.log(tail) - numpy.log(special.zeta(alpha, xmin)) - logs
    ratio = off.sum() / numpy.sqrt(len(tail) * off.var())
    return ratio, float(special.erfc(abs(ratio) / numpy.sqrt(2)))


def by_powerlaw(data):
    warnings.filterwarnings("ignore")
    fit = powerlaw.Fit(
        data[data > 0].astype(float), discrete=True, estimate_discrete=False, verbose=False,
        parameter_ranges={"alpha": [1, 60]})
    return {"xmin": int(fit.xmin), "alpha": float(fit.alpha)}


def main():
    out = []
    for name, data in samples():
        values, counts = numpy.unique(data, return_counts=True)
        best = by_scipy(data)
        tail = data[data >= best["xmin"]].astype(float)
        mu, sigma, logs = log_normal(tail, best["xmin"])
        ratio, p = vuong(tail, best["xmin"], best["alpha"], logs)
        out.append({
            "name": name, "values": values.tolist(), "counts": counts.tolist(), **best, "mu": mu, "sigma": sigma,
            "ratio": ratio, "p": p, "powerlaw": by_powerlaw(data)})
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text("[\n" + ",\n".join(json.dumps(sample) for sample in out) + "\n]\n")


if __name__ == "__main__":
    main()
