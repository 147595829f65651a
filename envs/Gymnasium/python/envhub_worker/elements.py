"""Observations and actions as float elements."""
import numpy as np
from gymnasium import spaces

from .protocol import Refusal

# float32 holds every integer up to here, and beyond not every one.
LAST_EXACT = 1 << 24


def farthest(space):
    """The integer of the space that is farthest from 0, as far as its bounds say; 0 where it has no integers."""
    if isinstance(space, spaces.Discrete):
        ends = [space.start, space.start + space.n - 1]
    elif isinstance(space, spaces.MultiDiscrete):
        start = getattr(space, "start", 0) + np.zeros_like(space.nvec)
        ends = [*start.reshape(-1), *(start + space.nvec - 1).reshape(-1)]
    elif isinstance(space, spaces.Box) and np.issubdtype(space.dtype, np.integer) and space.low.size:
        ends = [space.low.min(), space.high.max()]
    else:
        ends = []
    return max((abs(int(end)) for end in ends), default=0)


def leaves(space, what):
    """How many elements the space's values take, and [(path of keys, leaf space, first element, end)] in order."""
    found, end = [], 0
    # The one kind of value that goes to and fro as an integer.
    whole_action = space if what == "action space" and isinstance(space, spaces.Discrete) else None

    def walk(part, path):
        nonlocal end
        if isinstance(part, spaces.Dict):
            for key, inner in part.spaces.items():
                walk(inner, path + (key,))
        elif isinstance(part, spaces.Tuple):
            for index, inner in enumerate(part.spaces):
                walk(inner, path + (index,))
        elif isinstance(part, (spaces.Discrete, spaces.MultiDiscrete)) and farthest(part) > LAST_EXACT and part is not whole_action:
            raise Refusal(f"The {what} {part} has integers beyond {LAST_EXACT}, which float32, the hub's type, does not tell apart. "
                          "Split them into several smaller ones (MultiDiscrete) in a wrapper.")
        elif isinstance(part, (spaces.Box, spaces.Discrete, spaces.MultiDiscrete, spaces.MultiBinary)):
            start, end = end, end + int(np.prod(part.shape, dtype=np.int64))
            found.append((path, part, start, end))
        else:
            raise Refusal(f"The {what} {part} has no fixed count of numbers: it cannot go to a learner. Wrap the environment so that it has.")

    walk(space, ())
    return end, found


def observation_writer(space, row):
    """A function that writes an observation into a row of elements and refuses a wrong shape, and integers that would change."""
    _, parts = leaves(space, "observation space")
    targets = [(path, part, row[start:end].reshape(part.shape)) for path, part, start, end in parts]
    may_change = any(farthest(part) > LAST_EXACT for _, part, _, _ in parts)

    def write(observation):
        for path, part, target in targets:
            value = observation
            for key in path:
                value = value[key]
            if np.shape(value) != part.shape:
                raise ValueError(f"The observation{''.join(f'[{key!r}]' for key in path)} has shape {np.shape(value)}; {part} has {part.shape}.")
            target[...] = value
            if may_change:
                demand_unchanged(np.asarray(value), target)

    return write


def demand_unchanged(values, elements):
    """Refuses integers that float32 does not hold."""
    if values.dtype.kind not in "iu":
        return
    with np.errstate(invalid="ignore"):  # beyond the type's range; the comparison tells
        changed = np.flatnonzero(elements.astype(values.dtype) != values)
    if changed.size:
        raise ValueError(f"The observation holds {values.reshape(-1)[changed[0]]}; float32, the hub's type, has no such integer. Scale or split it in a wrapper.")


def action_reader(space):
    """A function that makes an action from a row of elements."""
    _, parts = leaves(space, "action space")
    ranges = {path: (part, start, end) for path, part, start, end in parts}

    def build(part, path):
        if isinstance(part, spaces.Dict):
            inner = {key: build(sub, path + (key,)) for key, sub in part.spaces.items()}
            return lambda row: {key: read(row) for key, read in inner.items()}
        if isinstance(part, spaces.Tuple):
            reads = [build(sub, path + (index,)) for index, sub in enumerate(part.spaces)]
            return lambda row: tuple(read(row) for read in reads)
        leaf, start, end = ranges[path]
        if isinstance(leaf, spaces.Discrete):
            return lambda row: leaf.dtype.type(row[start])
        return lambda row: row[start:end].astype(leaf.dtype).reshape(leaf.shape)

    return build(space, ())
