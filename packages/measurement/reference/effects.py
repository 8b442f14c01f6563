"""Reference numbers for the fading effect of one person (SciPy) and for the mixed model over people (statsmodels).

Run: python3 packages/measurement/reference/effects.py > packages/measurement/reference/effects.json
"""

import json
import warnings

import numpy as np
import scipy
import statsmodels
import statsmodels.formula.api as smf
import pandas as pd
from scipy.optimize import least_squares
from scipy.stats import t as student

warnings.filterwarnings("ignore")
random = np.random.default_rng(20260514)
HOURS = np.array([-0.5, 0.25, 2.0, 4.0, 8.0])


def shape(hours, ends, constant):
    """Sum over the sessions before each moment of what is left of them."""
    since = hours[:, None] - ends[None, :]
    return np.where(since > 0, np.exp(-np.maximum(since, 0) / constant), 0.0).sum(axis=1)


def person(days, effect, constant, scatter):
    ends = 24.0 * np.arange(days)
    moments = (ends[:, None] + HOURS[None, :]).ravel()
    day = np.repeat(np.arange(days), len(HOURS))
    levels = 100 + random.normal(0, 1.5, days)[day]
    values = levels + effect * shape(moments, ends, constant) + random.normal(0, scatter, len(moments))
    return ends, moments, day, np.round(values, 3)


def one():
    ends, moments, day, values = person(10, -2.4, 5.0, 0.6)
    days = len(ends)
    dummies = np.eye(days)[day]

    def residuals(p):
        return values - dummies @ p[2:] - p[0] * shape(moments, ends, np.exp(p[1]))

    starts = [np.concatenate([[-2.0, np.log(c)], values.reshape(days, -1).mean(axis=1)]) for c in (1.0, 3.0, 10.0)]
    best = min((least_squares(residuals, s, xtol=1e-14, ftol=1e-14, gtol=1e-14) for s in starts), key=lambda r: r.cost)
    freedom = len(values) - days - 2
    variance = 2 * best.cost / freedom
    bound = student.ppf(0.975, freedom) ** 2 * variance

    def left_over(constant):
        design = np.column_stack([dummies, shape(moments, ends, constant)])
        return float(np.sum((values - design @ np.linalg.lstsq(design, values, rcond=None)[0]) ** 2))

    def end(inside, outside):
        for _ in range(200):
            middle = np.sqrt(inside * outside)
            inside, outside = (middle, outside) if left_over(middle) - 2 * best.cost <= bound else (inside, middle)
        return inside

    constant = float(np.exp(best.x[1]))
    none = float(np.sum((values - dummies @ (np.linalg.lstsq(dummies, values, rcond=None)[0])) ** 2))
    step = np.column_stack([dummies, (moments[:, None] > ends[None, :]).sum(axis=1)])
    stays = float(np.sum((values - step @ np.linalg.lstsq(step, values, rcond=None)[0]) ** 2))
    return {
        "days": days,
        "values": values.tolist(),
        "effectAtFirst": float(best.x[0] * np.exp(-HOURS[1] / constant)),
        "halfLife": constant * np.log(2),
        "interval": [end(constant, 0.1) * np.log(2), end(constant, 100.0) * np.log(2)],
        "scatter": float(np.sqrt(variance)),
        "noEffect": none / (2 * best.cost),
        "noDecay": stays / (2 * best.cost),
    }


def several():
    """The mixed model with the duration fixed, as statsmodels fits it."""
    constant, rows, people = 6.0, [], []
    for i in range(8):
        days = 5 + i % 3
        ends, moments, day, values = person(days, -2.0 + random.normal(0, 0.9), constant, 0.7)
        people.append({"days": days, "values": values.tolist()})
        s = shape(moments, ends, constant)
        rows += [{"person": i, "day": f"{i}-{d}", "s": a, "y": y} for d, a, y in zip(day, s, values)]
    table = pd.DataFrame(rows)
    out = {"constant": constant, "people": people}
    fit = smf.mixedlm("y ~ 0 + C(day) + s", table, groups="person", re_formula="0 + s").fit(reml=True, method="bfgs", gtol=1e-10)
    between = np.sqrt(fit.cov_re.iloc[0, 0])
    out["restricted"] = {"effect": fit.params["s"], "error": fit.bse["s"], "between": between, "scatter": np.sqrt(fit.scale)}
    out["restricted"] = {name: float(value) for name, value in out["restricted"].items()}
    return out


print(
    json.dumps(
        {
            "by": f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, numpy {np.__version__}",
            "hours": HOURS.tolist(),
            "one": one(),
            "several": several(),
        },
        indent=1,
    )
)
