"""What powerlaw makes of values given as lines "value count": seconds, alpha, xmin, and Vuong's ratio to the log-normal."""

import json
import sys
import time
import warnings

import numpy
import powerlaw

warnings.filterwarnings("ignore")
pairs = [line.split() for line in open(sys.argv[1])]
data = numpy.repeat([float(value) for value, _ in pairs], [int(count) for _, count in pairs])
start = time.monotonic()
# Exact maximum likelihood, as ours: its approximation for whole numbers is another answer.
fit = powerlaw.Fit(data[data > 0], discrete=True, estimate_discrete=False, verbose=False)
ratio, p = fit.distribution_compare("power_law", "lognormal", normalized_ratio=True)
seconds = time.monotonic() - start
print(json.dumps({"seconds": seconds, "alpha": float(fit.alpha), "xmin": int(fit.xmin), "ratio": float(ratio), "p": float(p)}))
