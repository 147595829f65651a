"""Numbers of NumPy and SciPy for the tests of comparisons: python3 comparisons.py > scipy-comparisons.json"""
import json
import warnings

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(13)


def matrix(runs, tasks, ties):
    scores = rng.normal(0.8, 0.4, (runs, tasks)) + rng.normal(0, 0.1, tasks)
    return np.round(scores, 1 if ties else 6)


def improvement(x, y):
    return float(np.mean([stats.mannwhitneyu(x[:, t], y[:, t]).statistic / (len(x) * len(y)) for t in range(x.shape[1])]))


def bca(pairs, seed, draws, level):
    """The interval of the mean difference; draws as NumPy's integers give them, the rest by SciPy's definitions."""
    pairs = np.asarray(pairs)
    n, generator = len(pairs), np.random.default_rng(seed)
    estimate = pairs.mean()
    drawn = np.array([pairs[generator.integers(0, n, n)].mean() for _ in range(draws)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        own = stats.bootstrap((pairs,), np.mean, method="BCa", n_resamples=20000, random_state=1, confidence_level=level).confidence_interval
    z0 = stats.norm.ppf(((drawn < estimate).sum() + (drawn <= estimate).sum()) / (2 * draws))
    jack = np.array([np.delete(pairs, i).mean() for i in range(n)])
    u = (n - 1) * (jack.mean() - jack)
    a = (u**3).sum() / n**3 / (6 * ((u**2).sum() / n**2) ** 1.5)
    ends = [stats.norm.cdf(z0 + (z0 + z) / (1 - a * (z0 + z))) for z in (stats.norm.ppf((1 - level) / 2), stats.norm.ppf((1 + level) / 2))]
    low, high = np.quantile(drawn, ends)
    return {"pairs": pairs.tolist(), "seed": seed, "draws": draws, "level": level, "estimate": estimate, "low": low, "high": high,
            "scipyLow": own.low, "scipyHigh": own.high}


comparisons = []
for runs, others, tasks, ties in ((5, 5, 1, False), (5, 7, 2, True), (10, 10, 3, True), (30, 20, 5, False), (3, 3, 100, True)):
    x, y = matrix(runs, tasks, ties), matrix(others, tasks, ties)
    thresholds = [0.0, 0.5, 0.8, 1.0, 1.3]
    comparisons.append({"x": x.tolist(), "y": y.tolist(), "improvement": improvement(x, y), "back": improvement(y, x), "thresholds": thresholds,
                        "profile": [float((x > tau).mean()) for tau in thresholds]})
skew = np.round(rng.exponential(2, 20) - 1, 6)
print(json.dumps({
    "meta": {"numpy": np.__version__, "scipy": scipy.__version__, "command": "python3 comparisons.py > scipy-comparisons.json"},
    "comparisons": comparisons,
    "proportions": [{"successes": k, "trials": n, "level": level, "low": ci.low, "high": ci.high}
                    for n in (1, 5, 10, 30) for k in sorted({0, 1, n // 2, n - 1, n}) for level in (0.9, 0.95)
                    for ci in [stats.binomtest(k, n).proportion_ci(level, "wilson")]],
    "normal": [{"value": v, "below": stats.norm.cdf(v)} for v in (-9.0, -4.0, -3.0, -2.999, -1.5, -0.3, 0.0, 0.01, 1.0, 2.9, 3.1, 6.0)],
    "quantiles": [{"probability": p, "value": stats.norm.ppf(p)} for p in (1e-13, 1e-6, 0.001, 0.025, 0.0751, 0.3, 0.5, 0.6, 0.9251, 0.975, 0.9999)],
    "bca": [bca(np.round(rng.normal(1, 2, 5), 6), 3, 400, 0.95), bca(skew, 4, 1000, 0.9), bca(np.round(skew[:10] * 10) / 10, 5, 500, 0.95)],
}, indent=None, separators=(",", ":")))
