"""Steps Gymnasium's own vector environments with actions drawn beforehand and prints steps per second of all copies together."""
import json
import sys
import time

import gymnasium
import numpy

copies, seconds = int(sys.argv[1]), float(sys.argv[2])


def rate(mode):
    vector = gymnasium.make_vec("CartPole-v1", num_envs=copies, vectorization_mode=mode,
                                vector_kwargs={"autoreset_mode": gymnasium.vector.AutoresetMode.SAME_STEP})
    vector.reset(seed=1)
    actions = numpy.random.default_rng(1).integers(0, 2, (64, copies))
    for i in range(64):
        vector.step(actions[i])
    start, rounds = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        for i in range(16):
            vector.step(actions[rounds % 64])
            rounds += 1
    elapsed = time.perf_counter() - start
    vector.close()
    return copies * rounds / elapsed


if __name__ == "__main__":
    print(json.dumps({"gymnasium": gymnasium.__version__, "sync": rate("sync"), "async": rate("async")}))
