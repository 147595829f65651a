@rule("class", "Wrappers and vector environments rely on what gymnasium.Env brings.", "Derive the class from gymnasium.Env.", after=())
def check_class():
    with made() as env:
        if not isinstance(env, gymnasium.Env):
            yield f"{type(env).__name__} does not derive from gymnasium.Env"
        elif isinstance(env, gymnasium.Wrapper):
            yield Warn(f"{type(env).__name__} is a wrapper: what is inside is not examined")


@rule("spaces", "A learner is shaped by the spaces before the first step.", "Set self.observation_space and self.action_space to Gymnasium spaces in __init__.", after=("class",))
def check_spaces():
    with made() as env:
        for name in ("observation_space", "action_space"):
            space = getattr(env, name, None)
            if not isinstance(space, spaces.Space):
                yield f"{name} is {space!r:.80}, no gymnasium.spaces.Space"


@rule("spaces-agree", "A learner's network is shaped by one environment's spaces and then used with another's.", "Let the spaces depend on the arguments alone.", after=("class", "spaces"))
def check_spaces_agree():
    with made(2) as (one, other):
        for name in ("observation_space", "action_space"):
            if getattr(one, name) != getattr(other, name):
                yield f"two environments of the same arguments have the {name}s {getattr(one, name)} and {getattr(other, name)}"


@rule("space-structure", "A malformed space gives no valid sample; a component that cannot vary tells nothing.", "Correct the space's bounds, counts and shapes.", after=("class", "spaces"))
def check_space_structure():
    with made() as env:
        for root in ("observation_space", "action_space"):
            space = getattr(env, root)
            if isinstance(space, (spaces.Dict, spaces.Tuple)) and len(space.spaces) == 0:
                yield f"{root} is empty"
            for name, leaf in leaves(space, root):
                yield from structure(name, leaf)


def structure(name, space):
    if isinstance(space, spaces.Box):
        if space.low.shape != space.shape or space.high.shape != space.shape:
            yield f"{name}: shape {space.shape}, but low {space.low.shape} and high {space.high.shape}"
        elif numpy.any(space.high < space.low):
            yield f"{name}: a lower bound exceeds its upper bound"
        elif numpy.any(space.low == space.high):
            yield Warn(f"{name}: a component has one value only")
    elif isinstance(space, spaces.Discrete):
        if space.n <= 0 or space.shape != ():
            yield f"{name}: n is {space.n}, shape {space.shape}; n must be above 0 and the shape ()"
    elif isinstance(space, spaces.MultiDiscrete):
        if space.shape != space.nvec.shape or numpy.any(space.nvec <= 0):
            yield f"{name}: shape {space.shape}, nvec {space.nvec}; each count must be above 0"
    elif isinstance(space, spaces.MultiBinary):
        if any(size <= 0 for size in space.shape):
            yield f"{name}: shape {space.shape}; each size must be above 0"


@rule("space-limits", "Learners scale by the bounds: open sides cannot be scaled, and policies start around 0 with a spread of 1.", "State finite bounds where they are known; for actions, wrap with RescaleAction.", after=("class", "spaces"))
def check_space_limits():
    with made() as env:
        for root in ("observation_space", "action_space"):
            for name, box in leaves(getattr(env, root), root):
                if not isinstance(box, spaces.Box):
                    continue
                if numpy.any(numpy.isinf(box.low)) or numpy.any(numpy.isinf(box.high)):
                    yield Warn(f"{name}: open on a side")
                elif root == "action_space" and not (numpy.all(box.low == -1) and numpy.all(box.high == 1)):
                    yield Warn(f"{name}: not [-1, 1]")


@rule("exact-numbers", "Learners get float32: about seven digits, and of integers all up to 2^24; the hub refuses those that would change.", "Observe float32, scaled where values are large; split a large integer into several.", after=("class", "spaces"))
def check_exact_numbers():
    with made() as env:
        for name, leaf in leaves(env.observation_space, "observation_space"):
            if isinstance(leaf, spaces.Discrete):
                ends = (leaf.start, leaf.start + leaf.n - 1)
            elif isinstance(leaf, spaces.MultiDiscrete):
                start = getattr(leaf, "start", 0) + numpy.zeros_like(leaf.nvec)
                ends = (start.min(), (start + leaf.nvec - 1).max())
            elif isinstance(leaf, spaces.Box) and leaf.dtype.kind in "iu" and leaf.low.size:
                ends = (leaf.low.min(), leaf.high.max())
            else:
                ends = (0,)
            if leaf.dtype == numpy.float64:
                yield Warn(f"{name} is float64, which is rounded to float32")
            elif max(abs(int(end)) for end in ends) > 1 << 24:
                yield Warn(f"{name} has integers from {ends[0]} to {ends[1]}, of which float32 holds not every one")


