"""``python -m envhub.speed [ID] [COPIES] [SECONDS]``: steps per second from Python in both autoreset modes, as one line of JSON."""
import json
import sys
import time

from gymnasium.vector import AutoresetMode

import envhub

_PARTS = 6


def measure(id: str = "CartPole-v1", copies: int = 1024, seconds: float = 2.0) -> dict:
    """Copies stepped per second with actions drawn beforehand, by mode: the best of five parts of the time, in turns, after one to warm up."""
    envs = {mode: envhub.make_vec(id, num_envs=copies, autoreset_mode=mode) for mode in (AutoresetMode.NEXT_STEP, AutoresetMode.SAME_STEP)}
    try:
        actions = None
        for env in envs.values():
            env.action_space.seed(0)
            env.reset(seed=0)
            actions = actions or [env.action_space.sample() for _ in range(64)]
        parts = [{mode: _part(env, actions, seconds / _PARTS) for mode, env in envs.items()} for _ in range(_PARTS)]
        return {mode: max(part[mode] for part in parts[1:]) for mode in envs}
    finally:
        for env in envs.values():
            env.close()


def _part(env, actions, seconds):
    begin, steps = time.perf_counter(), 0
    while (passed := time.perf_counter() - begin) < seconds:
        for action in actions:
            env.step(action)
        steps += len(actions) * env.num_envs
    return steps / passed


if __name__ == "__main__":
    kinds = (str, int, float)
    rates = measure(*(kind(text) for kind, text in zip(kinds, sys.argv[1:])))
    print(json.dumps({"nextStep": round(rates[AutoresetMode.NEXT_STEP]), "sameStep": round(rates[AutoresetMode.SAME_STEP])}))
