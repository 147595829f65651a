"""Which actions are possible."""
import numpy as np
from gymnasium import spaces

# Where an info says which actions are possible.
MASK_KEY = "action_mask"


def mask_parts(space, mask):
    """[(flags, values per component)] of an action mask, in the hub's order: of MultiBinary two flags per bit, of other spaces one per value."""
    if isinstance(space, (spaces.Dict, spaces.Tuple)):
        items = space.spaces.items() if isinstance(space, spaces.Dict) else enumerate(space.spaces)
        parts = []
        for key, part in items:
            parts += mask_parts(part, None if mask is None else mask[key])
        return parts
    if isinstance(space, spaces.Discrete):
        counts = [int(space.n)]
    elif isinstance(space, spaces.MultiDiscrete):
        counts = space.nvec.reshape(-1).tolist()
    elif isinstance(space, spaces.MultiBinary):
        counts = [2] * int(np.prod(space.shape, dtype=np.int64))
    else:
        return []
    size = sum(counts)
    if mask is None:
        flags = np.ones(size, np.bool_)
    else:
        flags = np.concatenate([np.ravel(part) for part in mask]) if isinstance(mask, (tuple, list)) else np.ravel(mask)
        if isinstance(space, spaces.MultiBinary) and flags.size == len(counts):
            flags = np.stack([flags != 1, flags != 0], axis=1).reshape(-1)  # as Gymnasium's sample takes them: 2 leaves a bit free
    if flags.size != size:
        raise ValueError(f"info[{MASK_KEY!r}] has {flags.size} flags; {space} needs {size}, one per value of each component.")
    return [(flags.astype(np.bool_), counts)]


def write_mask(space, info, row, may_be_empty):
    """Writes an info's mask into a row of flags; without one every action is possible."""
    at = 0
    for flags, counts in mask_parts(space, info.get(MASK_KEY)):
        row[at:at + flags.size] = flags
        at += flags.size
        if not may_be_empty and not all(part.any() for part in np.split(flags, np.cumsum(counts[:-1]))):
            raise ValueError(f"info[{MASK_KEY!r}] = {info[MASK_KEY]} leaves no action that is possible, and the episode goes on.")
