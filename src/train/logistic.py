"""Logistic regression on weighted soft labels, by Newton's method."""

import dataclasses

import numpy as np

RIDGE = 1.0
MAX_STEPS = 30
SAMPLE_ROWS = 150_000
SEED = 20251004


@dataclasses.dataclass
class Model:
    bias: float
    weights: np.ndarray

    def logit(self, rows: np.ndarray) -> np.ndarray:
        return np.clip(rows.astype(np.float64) @ self.weights + self.bias, -30, 30)

    def loss(self, rows: np.ndarray, body: np.ndarray, weight: np.ndarray) -> float:
        logit = self.logit(rows)
        return float((weight * (np.logaddexp(0, logit) - body * logit)).sum() / weight.sum())


def fit(rows: np.ndarray, body: np.ndarray, weight: np.ndarray) -> Model:
    """body: the share of each row that is body; weight: how much the row counts, 0 for not at all."""
    chosen, weight = _sample(weight)
    rows, body = rows[chosen].astype(np.float64), body[chosen]
    mean = np.average(rows, axis=0, weights=weight)
    deviation = np.sqrt(np.average((rows - mean) ** 2, axis=0, weights=weight)) + 1e-6
    scaled = np.hstack([(rows - mean) / deviation, np.ones((len(rows), 1))])
    ridge = np.append(np.full(rows.shape[1], RIDGE), 0)
    beta = np.zeros(scaled.shape[1])
    for _ in range(MAX_STEPS):
        share = 1 / (1 + np.exp(-np.clip(scaled @ beta, -30, 30)))
        gradient = scaled.T @ (weight * (share - body)) + ridge * beta
        curvature = weight * np.maximum(share * (1 - share), 1e-6)
        step = np.linalg.solve((scaled * curvature[:, None]).T @ scaled + np.diag(ridge), gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = beta[:-1] / deviation
    return Model(float(beta[-1] - (weights * mean).sum()), weights)


def _sample(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """About SAMPLE_ROWS rows, light ones less often and then heavier, and their new weights."""
    low, high = 0.0, float(weight.max())
    for _ in range(50):
        heavy = (low + high) / 2
        if np.minimum(1, weight / heavy).sum() > SAMPLE_ROWS:
            low = heavy
        else:
            high = heavy
    chance = np.minimum(1, weight / high)
    chosen = np.random.default_rng(SEED).random(len(weight)) < chance
    return chosen, weight[chosen] / chance[chosen]
