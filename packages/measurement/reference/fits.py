"""Reference numbers for the robust line: Tukey's biweight minimised by SciPy, its errors by matrix algebra.

Run: python3 packages/measurement/reference/fits.py > packages/measurement/reference/fits.json
"""

import json

import numpy as np
import scipy
from scipy.optimize import minimize

CUT = 4.685
days = np.array([0, 7, 15, 30, 44, 61, 80, 99, 121, 150], float)
deviations = np.array([1.5, 1.5, 1.2, 1.5, 1.5, 2.2, 1.5, 1.5, 1.2, 1.5])
noise = np.array([0.4, -1.1, 0.9, -0.2, 1.3, -0.8, 0.3, -1.4, 0.7, 0.1])
courses = {
    "steady": 12 + 0.02 * days + noise,
    "outlier": 12 + 0.02 * days + noise + np.where(days == 61, 25, 0),
}


def loss(parameters, x, values, near):
    u = (values - parameters[0] - parameters[1] * (days - x)) / deviations
    return float(np.sum(near * np.where(np.abs(u) < CUT, 1 - (1 - (u / CUT) ** 2) ** 3, 1.0)))


def fit(x, values, near):
    starts = [np.array([np.median(values), slope]) for slope in (-0.1, 0.0, 0.02, 0.1)]
    options = {"xatol": 1e-12, "fatol": 1e-14, "maxiter": 20000, "maxfev": 20000}
    found = min((minimize(loss, s, (x, values, near), method="Nelder-Mead", options=options) for s in starts), key=lambda r: r.fun)
    u = (values - found.x[0] - found.x[1] * (days - x)) / deviations
    weights = near * np.where(np.abs(u) < CUT, (1 - (u / CUT) ** 2) ** 2, 0) / deviations**2
    design = np.column_stack([np.ones_like(days), days - x])
    parts = np.linalg.solve(design.T @ (weights[:, None] * design), design.T * weights)
    spread = np.sqrt(np.sum((parts * deviations) ** 2, axis=1))
    return {"level": found.x[0], "slope": found.x[1], "levelDeviation": spread[0], "slopeDeviation": spread[1]}


def tricube(x):
    distance = np.abs(days - x)
    width = max(60.0, 1.2 * np.sort(distance)[4])
    return np.where(distance < width, (1 - (distance / width) ** 3) ** 3, 0)


print(
    json.dumps(
        {
            "by": f"scipy {scipy.__version__}, numpy {np.__version__}",
            "days": days.tolist(),
            "deviations": deviations.tolist(),
            "courses": {
                name: {
                    "values": values.tolist(),
                    "all": fit(150.0, values, np.ones_like(days)),
                    "near": {str(int(x)): fit(x, values, tricube(x)) for x in (0.0, 70.0, 150.0)},
                }
                for name, values in courses.items()
            },
        },
        indent=1,
    )
)
