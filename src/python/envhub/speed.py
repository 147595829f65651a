"""``python -m envhub.speed [ID] [COPIES] [SECONDS]``: steps per second from Python, as one line of JSON."""
import json
import sys
import time

import envhub


def measure(id: str = "CartPole-v1", copies: int = 1024, seconds: float = 2.0) -> float:
    """Copies stepped per second with actions drawn beforehand: the best of five parts of the time, after one to warm up."""
    env = envhub.make_vec(id, num_envs=copies)
    try:
        env.action_space.seed(0)
        env.reset(seed=0)
        actions = [env.action_space.sample() for _ in range(64)]
        return max([_part(env, actions, seconds / 6) for _ in range(6)][1:])
    finally:
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
    print(json.dumps({"stepsPerSecond": round(measure(*(kind(text) for kind, text in zip(kinds, sys.argv[1:]))))}))
