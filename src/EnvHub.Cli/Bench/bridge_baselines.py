"""Steps Gymnasium's own environments with actions drawn beforehand and prints steps per second of all copies together.

With a third argument it is the second of two processes that step at the same time: what this machine gains from its cores.
"""
import json
import subprocess
import sys
import time

import gymnasium
import numpy

copies, seconds = int(sys.argv[1]), float(sys.argv[2])


def make(mode, autoreset="SAME_STEP"):
    vector = gymnasium.make_vec("CartPole-v1", num_envs=copies, vectorization_mode=mode,
                                vector_kwargs={"autoreset_mode": gymnasium.vector.AutoresetMode[autoreset]})
    vector.reset(seed=1)
    actions = numpy.random.default_rng(1).integers(0, 2, (64, copies))
    for i in range(64):
        vector.step(actions[i])
    return vector, actions


def rate(vector, actions):
    start, rounds = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        for i in range(16):
            vector.step(actions[rounds % 64])
            rounds += 1
    elapsed = time.perf_counter() - start
    vector.close()
    return copies * rounds / elapsed


def rate_of_one():
    env = gymnasium.make("CartPole-v1", disable_env_checker=True)
    env.reset(seed=1)
    actions = numpy.random.default_rng(1).integers(0, 2, 1024).tolist()
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        for action in actions:
            _, _, terminated, truncated, _ = env.step(action)
            if terminated or truncated:
                env.reset()
        steps += len(actions)
    return steps / (time.perf_counter() - start)


def rate_of_two():
    other = subprocess.Popen([sys.executable, __file__, *sys.argv[1:3], "second"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    mine = make("sync")
    other.stdout.readline()
    other.stdin.write("go\n")
    other.stdin.flush()
    return rate(*mine) + float(other.communicate()[0])


if __name__ == "__main__":
    if len(sys.argv) > 3:
        second = make("sync")
        print("ready", flush=True)
        sys.stdin.readline()
        print(rate(*second))
    else:
        print(json.dumps({"gymnasium": gymnasium.__version__, "one": rate_of_one(), "sync": rate(*make("sync")),
                          "syncNextStep": rate(*make("sync", "NEXT_STEP")),
                          "async": rate(*make("async")), "twoSync": rate_of_two()}))
