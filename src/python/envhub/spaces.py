"""Gymnasium's spaces from the hub's JSON, and their values from and to rows of float32 elements."""
from collections import OrderedDict

import numpy as np
from gymnasium import spaces

from envhub.errors import HubError


def read_space(data: dict) -> spaces.Space:
    """The space that the hub describes."""
    kind, dtype = data["type"], np.dtype(data.get("dtype") or "int64")
    if kind == "Box":
        shape = tuple(data["shape"])
        return spaces.Box(_bounds(data["low"], shape, dtype), _bounds(data["high"], shape, dtype), shape, dtype.type)
    if kind == "Discrete":
        return spaces.Discrete(data["n"], start=data.get("start", 0))
    if kind == "MultiDiscrete":
        shape = tuple(data["shape"])
        nvec = np.array(data["nvec"], np.int64).reshape(shape)
        start = np.array(data.get("start") or np.zeros(shape), np.int64).reshape(shape)
        return spaces.MultiDiscrete(nvec, dtype.type, start=start)
    if kind == "MultiBinary":
        shape = data["shape"]
        return spaces.MultiBinary(shape[0] if len(shape) == 1 else shape)
    if kind == "Tuple":
        return spaces.Tuple([read_space(part) for part in data["spaces"]])
    if kind == "Dict":
        return spaces.Dict(OrderedDict((key, read_space(part)) for key, part in data["spaces"]))
    raise HubError(f"The space {kind} has no fixed count of numbers: it cannot be served. Wrap the environment so that it has.")


def _bounds(value, shape, dtype):
    numbers = np.array([float(one) for one in value] if isinstance(value, list) else float(value), np.float64)
    if dtype.kind in "iu":
        limits = np.iinfo(dtype)
        numbers = np.clip(numbers, limits.min, limits.max)
    return np.broadcast_to(numbers.reshape(shape if isinstance(value, list) else ()), shape).astype(dtype)


class Elements:
    """How a space's values lie in a row: part after part, each row-major; an integer as the float that equals it."""

    def __init__(self, space: spaces.Space):
        self.space = space
        self.size = _size(space)

    def read(self, rows: np.ndarray):
        """The values of ``rows``, shape [..., size], always copies; batched as Gymnasium batches them where there is a leading axis."""
        return _read(self.space, rows, 0)

    def write(self, value, rows: np.ndarray) -> None:
        """Writes a value, or a batch of them, into ``rows``."""
        _write(self.space, value, rows, 0)


def _size(space):
    if isinstance(space, (spaces.Tuple, spaces.Dict)):
        return sum(_size(part) for _, part in _parts(space))
    return int(np.prod(space.shape, dtype=np.int64))


def _parts(space):
    return list(space.spaces.items()) if isinstance(space, spaces.Dict) else list(enumerate(space.spaces))


def _read(space, rows, start):
    if isinstance(space, (spaces.Tuple, spaces.Dict)):
        values = {}
        for key, part in _parts(space):
            values[key] = _read(part, rows, start)
            start += _size(part)
        return values if isinstance(space, spaces.Dict) else tuple(values.values())
    if isinstance(space, spaces.Discrete) and rows.ndim == 1:
        return int(rows[start])
    return rows[..., start : start + _size(space)].astype(space.dtype).reshape(rows.shape[:-1] + space.shape)


def _write(space, value, rows, start):
    if isinstance(space, (spaces.Tuple, spaces.Dict)):
        for key, part in _parts(space):
            _write(part, value[key], rows, start)
            start += _size(part)
        return
    value, shape = np.asarray(value), rows.shape[:-1] + space.shape
    if value.shape != shape:
        raise ValueError(f"The action has shape {value.shape}; {space} needs {shape}.")
    rows[..., start : start + _size(space)] = value.reshape(rows.shape[:-1] + (_size(space),))
