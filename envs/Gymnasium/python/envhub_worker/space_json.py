"""Spaces as JSON."""
import math

import numpy as np

from .protocol import Refusal


def number(value):
    value = value.item() if hasattr(value, "item") else value
    return value if isinstance(value, int) or math.isfinite(value) else str(value)


def numbers(array):
    flat = array.reshape(-1)
    if flat.size and (flat == flat[0]).all():
        return number(flat[0])
    return [number(value) for value in flat]


def box_json(space):
    return {"shape": list(space.shape), "dtype": str(space.dtype), "low": numbers(space.low), "high": numbers(space.high)}


def discrete_json(space):
    return {"n": int(space.n), "start": int(space.start), "dtype": str(space.dtype)}


def multi_discrete_json(space):
    starts = getattr(space, "start", 0) + np.zeros_like(space.nvec)
    return {"shape": list(space.shape), "nvec": space.nvec.reshape(-1).tolist(), "start": starts.reshape(-1).tolist(), "dtype": str(space.dtype)}


def text_json(space):
    return {"minLength": int(space.min_length), "maxLength": int(space.max_length), "characters": "".join(space.character_list)}


def graph_json(space):
    return {"nodeSpace": describe(space.node_space), "edgeSpace": describe(space.edge_space) if space.edge_space else None}


KINDS = {
    "Box": box_json,
    "Discrete": discrete_json,
    "MultiDiscrete": multi_discrete_json,
    "MultiBinary": lambda space: {"shape": list(space.shape)},
    "Text": text_json,
    "Tuple": lambda space: {"spaces": [describe(part) for part in space.spaces]},
    "Dict": lambda space: {"spaces": [[key, describe(part)] for key, part in space.spaces.items()]},
    "Sequence": lambda space: {"space": describe(space.feature_space), "stack": bool(space.stack)},
    "Graph": graph_json,
    "OneOf": lambda space: {"spaces": [describe(part) for part in space.spaces]},
}


def describe(space):
    """The space as JSON; one that derives from Gymnasium's counts as that."""
    for base in type(space).__mro__:
        if base.__module__.startswith("gymnasium.spaces") and base.__name__ in KINDS:
            return {"type": base.__name__, **KINDS[base.__name__](space)}
    raise Refusal(f"{space} is not one of Gymnasium's spaces.")
