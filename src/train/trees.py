"""Boosted trees as the product evaluates them (judge/trees.hpp), trained with CatBoost."""

import dataclasses
import json
import struct
import tempfile
from pathlib import Path

import catboost
import numpy as np

SEED = 1


@dataclasses.dataclass
class Trees:
    features: np.ndarray  # trees × depth
    borders: np.ndarray   # trees × depth
    leaves: np.ndarray    # trees × 2^depth × outputs, int16
    scale: float          # of a leaf
    bias: np.ndarray      # outputs

    def predict(self, rows: np.ndarray) -> np.ndarray:
        """Logits, rows × outputs."""
        sums = np.zeros((len(rows), self.leaves.shape[2]), np.int64)
        for features, borders, leaves in zip(self.features, self.borders, self.leaves):
            index = np.zeros(len(rows), np.int64)
            for level, (feature, border) in enumerate(zip(features, borders)):
                index |= (rows[:, feature] > np.float32(border)).astype(np.int64) << level
            sums += leaves[index]
        return self.bias + self.scale * sums

    def write(self, path: Path):
        """As src/train/models.cpp reads it."""
        count, depth = self.features.shape
        with open(path, "wb") as file:
            file.write(struct.pack("<IIIf", count, depth, self.leaves.shape[2], self.scale))
            file.write(self.bias.astype("<f4").tobytes())
            splits = np.zeros(count * depth, [("feature", "<u4"), ("border", "<f4")])
            splits["feature"], splits["border"] = self.features.ravel(), self.borders.ravel()
            file.write(splits.tobytes())
            file.write(self.leaves.astype("<i2").tobytes())


def read(path: Path) -> Trees:
    """What Trees.write() wrote."""
    data = path.read_bytes()
    count, depth, outputs, scale = struct.unpack_from("<IIIf", data)
    bias = np.frombuffer(data, "<f4", outputs, 16)
    splits = np.frombuffer(data, [("feature", "<u4"), ("border", "<f4")], count * depth, 16 + bias.nbytes)
    leaves = np.frombuffer(data, "<i2", offset=16 + bias.nbytes + splits.nbytes)
    return Trees(splits["feature"].reshape(count, depth), splits["border"].reshape(count, depth),
                 leaves.reshape(count, 1 << depth, outputs), scale, bias)


def _quantised(model: dict, depth: int, outputs: int) -> Trees:
    trees = model["oblivious_trees"]
    features = np.zeros((len(trees), depth), int)
    borders = np.full((len(trees), depth), np.inf, np.float32)  # a shallower tree asks what is never so
    values = np.zeros((len(trees), 1 << depth, outputs))
    for i, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or []):
            features[i, level] = split["float_feature_index"]
            borders[i, level] = split["border"]
        leaves = np.array(tree["leaf_values"]).reshape(-1, outputs)
        values[i, :len(leaves)] = leaves
    scale, bias = model["scale_and_bias"]
    values *= scale
    # Sums are of 16 bits as well.
    step = np.abs(values).max(axis=1).sum(axis=0).max() / 32700
    return Trees(features, borders, np.round(values / step).astype(np.int16), float(np.float32(step)),
                 np.broadcast_to(np.asarray(bias, float), outputs).copy())


def fit(rows, target, weight, *, classes=None, count, depth, rate, threads=2) -> Trees:
    """classes: how many for a softmax; None for P(target), which may be a share."""
    common = dict(iterations=count, depth=depth, learning_rate=rate, random_seed=SEED, l2_leaf_reg=3,
                  border_count=64, rsm=0.3, bootstrap_type="Bernoulli", subsample=0.6,
                  boosting_type="Plain", leaf_estimation_iterations=1, leaf_estimation_method="Gradient" if classes else "Newton",
                  score_function="L2", allow_writing_files=False, verbose=False, thread_count=threads)
    if classes is None:
        booster = catboost.CatBoost({**common, "loss_function": "CrossEntropy"})
    else:
        booster = catboost.CatBoost({**common, "loss_function": "MultiClass", "classes_count": classes})
    booster.fit(catboost.Pool(rows, target, weight=weight))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        booster.save_model(str(file), format="json")
        return _quantised(json.loads(file.read_text()), depth, classes or 1)
