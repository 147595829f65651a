"""Measures Gymnasium and PyTorch on one core, as far as this Python has them. Prints one JSON object."""
import json, statistics, sys, time

REPEATS, SECONDS = int(sys.argv[1]), float(sys.argv[2])
report = {"gymnasium": None, "torch": None, "environments": [], "network": None, "dqn": None}


def calls_per_second(call):
    rates = []
    for _ in range(REPEATS + 1):
        calls, start = 0, time.perf_counter()
        while calls == 0 or time.perf_counter() - start < SECONDS:
            for _ in range(16):
                call()
            calls += 16
        rates.append(calls / (time.perf_counter() - start))
    return statistics.median(rates[1:])


def measure_environments(gymnasium, numpy):
    for name in ("Acrobot-v1", "CartPole-v1", "MountainCar-v0"):
        env = gymnasium.make(name)
        env.reset(seed=1)
        env.action_space.seed(1)
        actions = [env.action_space.sample() for _ in range(64)]
        turn = [0]

        def step():
            turn[0] = (turn[0] + 1) % 64
            _, _, terminated, truncated, _ = env.step(actions[turn[0]])
            if terminated or truncated:
                env.reset()

        report["environments"].append({"id": name, "copies": 1, "stepsPerSecond": calls_per_second(step)})
        vector = gymnasium.vector.SyncVectorEnv([lambda: gymnasium.make(name)] * 64)
        vector.reset(seed=1)
        vector.action_space.seed(1)
        batch = vector.action_space.sample()
        report["environments"].append({"id": name, "copies": 64, "stepsPerSecond": 64 * calls_per_second(lambda: vector.step(batch))})


def make_update(torch):
    def network():
        return torch.nn.Sequential(torch.nn.Linear(4, 120), torch.nn.ReLU(), torch.nn.Linear(120, 84), torch.nn.ReLU(), torch.nn.Linear(84, 2))

    online, target = network(), network()
    adam = torch.optim.Adam(online.parameters(), lr=2.5e-4)

    def update(obs, actions, rewards, following, terminated):
        with torch.no_grad():
            goal = rewards + 0.99 * target(following).max(dim=1)[0] * (1 - terminated)
        loss = torch.nn.functional.mse_loss(online(obs).gather(1, actions).squeeze(1), goal)
        adam.zero_grad()
        loss.backward()
        adam.step()

    return online, update


def measure_network(torch):
    online, update = make_update(torch)
    one = torch.rand(1, 4)
    batch = (torch.rand(128, 4), torch.randint(0, 2, (128, 1)), torch.ones(128), torch.rand(128, 4), torch.zeros(128))

    def forward():
        with torch.no_grad():
            online(one)

    report["network"] = {"forward1Microseconds": 1e6 / calls_per_second(forward), "update128Microseconds": 1e6 / calls_per_second(lambda: update(*batch))}


def measure_dqn(gymnasium, numpy, torch):
    online, update = make_update(torch)
    env, random, size = gymnasium.make("CartPole-v1"), numpy.random.default_rng(1), 10_000
    obs = numpy.zeros((size, 4), numpy.float32)
    following, actions = numpy.zeros_like(obs), numpy.zeros((size, 1), numpy.int64)
    rewards, ends = numpy.zeros(size, numpy.float32), numpy.zeros(size, numpy.float32)
    current, _ = env.reset(seed=1)
    turn = [0]

    def step():
        nonlocal current
        i = turn[0] % size
        if random.random() < 0.5:
            action = int(random.integers(2))
        else:
            with torch.no_grad():
                action = int(online(torch.as_tensor(current)).argmax())
        after, reward, terminated, truncated, _ = env.step(action)
        obs[i], following[i], actions[i], rewards[i], ends[i] = current, after, action, reward, terminated
        current = env.reset()[0] if terminated or truncated else after
        turn[0] += 1
        if turn[0] % 10 == 0:
            rows = random.integers(0, min(turn[0], size), 128)
            update(*(torch.as_tensor(part[rows]) for part in (obs, actions, rewards, following, ends)))

    report["dqn"] = {"stepsPerSecond": calls_per_second(step)}


def load(name):
    try:
        return __import__(name)
    except Exception:
        return None


numpy, gymnasium, torch = load("numpy"), load("gymnasium"), load("torch")
if gymnasium and numpy:
    report["gymnasium"] = gymnasium.__version__
    measure_environments(gymnasium, numpy)
if torch:
    report["torch"] = torch.__version__
    torch.set_num_threads(1)
    measure_network(torch)
if gymnasium and numpy and torch:
    measure_dqn(gymnasium, numpy, torch)
print(json.dumps(report))
