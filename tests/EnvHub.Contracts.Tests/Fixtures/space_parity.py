"""Builds each space that a JSON line describes, samples it, and prints what Gymnasium makes of it as a JSON line."""
import json
import math
import sys

import numpy as np
from gymnasium import spaces
from gymnasium.spaces import utils

SEED, SAMPLES = 123, 3


def bounds(values, shape, dtype):
    if not isinstance(values, list):
        return {"inf": np.inf, "-inf": -np.inf}.get(values, values)
    if any(isinstance(v, str) for v in values):
        return np.array([float(v) for v in values]).reshape(shape)
    return np.array(values, dtype=dtype).reshape(shape)


def build(s):
    kind = s["type"]
    if kind == "Box":
        dtype = np.dtype(s["dtype"])
        low, high = bounds(s["low"], s["shape"], dtype), bounds(s["high"], s["shape"], dtype)
        low, high = (np.full(s["shape"], b) if isinstance(b, bool) else b for b in (low, high))
        return spaces.Box(low, high, tuple(s["shape"]), dtype)
    if kind == "Discrete":
        return spaces.Discrete(s["n"], start=s["start"], dtype=np.dtype(s["dtype"]).type)
    if kind == "MultiDiscrete":
        nvec, start = np.array(s["nvec"]).reshape(s["shape"]), np.array(s["start"]).reshape(s["shape"])
        return spaces.MultiDiscrete(nvec, dtype=s["dtype"], start=start)
    if kind == "MultiBinary":
        return spaces.MultiBinary(s["shape"])
    if kind == "Text":
        return spaces.Text(s["maxLength"], min_length=s["minLength"], charset=s["characters"])
    if kind == "Tuple":
        return spaces.Tuple([build(p) for p in s["spaces"]])
    if kind == "OneOf":
        return spaces.OneOf([build(p) for p in s["spaces"]])
    if kind == "Dict":
        return spaces.Dict([(key, build(p)) for key, p in s["spaces"]])
    if kind == "Sequence":
        return spaces.Sequence(build(s["space"]), stack=s["stack"])
    return spaces.Graph(build(s["nodeSpace"]), build(s["edgeSpace"]) if s["edgeSpace"] else None)


def number(v):
    if isinstance(v, (bool, np.bool_)):
        return int(v)
    if isinstance(v, (int, np.integer)):
        return int(v)
    v = float(v)
    return v if math.isfinite(v) else str(v)


def plain(space, x):
    """The value as nested lists, arrays flat, each item of a sequence by itself."""
    if isinstance(space, spaces.Tuple):
        return [plain(s, v) for s, v in zip(space.spaces, x)]
    if isinstance(space, spaces.Dict):
        return [plain(s, x[k]) for k, s in space.spaces.items()]
    if isinstance(space, spaces.OneOf):
        return [int(x[0]), plain(space.spaces[x[0]], x[1])]
    if isinstance(space, spaces.Sequence):
        return [plain(space.feature_space, v) for v in x]
    if isinstance(space, spaces.Graph):
        links = None if x.edge_links is None else [number(v) for v in x.edge_links.flatten()]
        edges = None if x.edges is None else [plain(space.edge_space, v) for v in x.edges]
        return [[plain(space.node_space, v) for v in x.nodes], edges, links]
    if isinstance(space, spaces.Text):
        return str(x)
    if isinstance(space, spaces.Discrete):
        return int(x)
    return [number(v) for v in np.asarray(x).flatten()]


def back(space, flat):
    """The value of a flattened form; none where Gymnasium fails: a Text beside floats indexes its characters with one."""
    try:
        return plain(space, utils.unflatten(space, flat))
    except TypeError:
        return None


def masked(m):
    """A mask as Gymnasium takes it, from its kind and value."""
    if m is None:
        return None
    kind, value = m
    if kind == "list":
        return tuple(masked(v) for v in value)
    if kind == "pair":
        return tuple(masked(v) for v in value)
    if kind == "keys":
        return {k: masked(v) for k, v in value}
    if kind == "int":
        return value
    if kind == "lengths":
        return np.array(value)
    return np.array(value, dtype=np.int8 if kind == "mask" else np.float64)


def sample(space, options):
    """A sample. A NumPy before 2 that promotes as NumPy 2 does fails where Gymnasium clips to uint64's largest value: not there, then."""
    if getattr(space, "dtype", None) != np.uint64 or not hasattr(np, "_set_promotion_state"):
        return space.sample(**options)
    state = np._get_promotion_state()
    np._set_promotion_state("legacy")
    try:
        return space.sample(**options)
    finally:
        np._set_promotion_state(state)


for line in sys.stdin if len(sys.argv) < 2 else open(sys.argv[1], encoding="utf-8"):
    case = json.loads(line)
    space = build(case["space"])
    if "jsonable" in case:
        space.seed(case["seed"])
        print(json.dumps(space.to_jsonable([space.sample() for _ in range(case["jsonable"])])))
        continue
    space.seed(SEED)
    row = {"samples": [], "flat": [], "back": [], "contains": []}
    options = {} if "mask" not in case else {case["option"]: masked(case["mask"])}
    for _ in range(SAMPLES):
        x = sample(space, options)
        row["samples"].append(plain(space, x))
        row["contains"].append(bool(space.contains(x)))
        if space.is_np_flattenable:
            flat = utils.flatten(space, x)
            row["flat"].append([number(v) for v in flat])
            row["back"].append(back(space, flat))
    print(json.dumps(row))
