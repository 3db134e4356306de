#!/usr/bin/env python3
"""Makes groups.json, which tests of groups are held to: statsmodels 0.15, SciPy 1.17, NumPy 2.4.

    python3 Tests/StatisticsTests/Fixtures/groups.py > Tests/StatisticsTests/Fixtures/groups.json
"""
import json
import math

import numpy as np
import statsmodels.api as sm
from scipy import stats

rng = np.random.default_rng(20261122)


def ancova(values, covariate, second):
    """One slope and a step by ordinary least squares, then a slope of its own for the second group (F of nested models)."""
    y, x, g = np.array(values), np.array(covariate), np.array(second, float)
    one = sm.OLS(y, np.column_stack([np.ones_like(x), x, g])).fit()
    two = sm.OLS(y, np.column_stack([np.ones_like(x), x, g, x * g])).fit()
    return {
        "slope": one.params[1], "slopeP": one.pvalues[1], "step": one.params[2], "stepError": one.bse[2],
        "stepP": one.pvalues[2], "rSquared": one.rsquared, "slopesDifferP": two.compare_f_test(one)[1],
    }


def hedges(a, b):
    """The difference over the pooled standard deviation, corrected as Hedges' own approximation does (1981)."""
    spread = math.sqrt(((len(a) - 1) * np.var(a, ddof=1) + (len(b) - 1) * np.var(b, ddof=1)) / (len(a) + len(b) - 2))
    return (np.mean(a) - np.mean(b)) / spread * (1 - 3 / (4 * (len(a) + len(b)) - 9))


def case(sizes, slope, step, bend, digits):
    x = np.round(rng.uniform(-1, 2, sum(sizes)), digits)
    second = np.arange(sum(sizes)) >= sizes[0]
    y = np.round(20 + slope * x + (step + bend * x) * second + rng.normal(0, 6, sum(sizes)), digits)
    a, b = y[~second], y[second]
    welch = stats.ttest_ind(a, b, equal_var=False)
    interval = welch.confidence_interval(0.95)
    thirds = [y[0::3], y[1::3], y[2::3] + step]
    h = stats.kruskal(*thirds)
    u = stats.mannwhitneyu(a, b, method="asymptotic")
    return {
        "values": y.tolist(), "covariate": x.tolist(), "second": second.tolist(), "ancova": ancova(y, x, second),
        "welch": {"t": welch.statistic, "df": welch.df, "p": welch.pvalue, "low": interval.low, "high": interval.high,
                  "g": hedges(a, b)},
        "kruskal": {"groups": [t.tolist() for t in thirds], "h": h.statistic, "p": h.pvalue,
                    "eta": max(0.0, (h.statistic - 3 + 1) / (len(y) - 3))},
        "mann": {"u": u.statistic, "p": u.pvalue, "r": 2 * u.statistic / (len(a) * len(b)) - 1},
    }


print(json.dumps([case((25, 9), 14, -3, 0, 1), case((60, 40), 0, 0, 0, 0), case((12, 30), 6, 8, 9, 2)], default=float))
