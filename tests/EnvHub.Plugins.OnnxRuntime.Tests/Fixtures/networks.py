"""Writes the ONNX files that these tests play, and what PyTorch and Gymnasium say of them (networks.json).

Debian 12: apt-get install python3-torch, and Gymnasium, e.g. of 'envhub python setup', in PYTHONPATH; then, in this folder:

    NPY_DISABLE_CPU_FEATURES="AVX512F AVX512CD AVX512_SKX" /usr/bin/python3 networks.py

Debian's NumPy 1.24 takes other sines than all later ones where the processor has AVX-512; without it, it takes theirs.
"""
import json

import gymnasium
import numpy
import torch
from torch import nn


class QNetwork(nn.Module):
    """The network of CleanRL's dqn.py: two hidden layers of 120 and 84 units."""

    def __init__(self, inputs, actions):
        super().__init__()
        self.network = nn.Sequential(nn.Linear(inputs, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, actions))

    def forward(self, x):
        return self.network(x)


class ActorCritic(nn.Module):
    """Two outputs, as agents of policy gradients have."""

    def __init__(self):
        super().__init__()
        self.actor = nn.Sequential(nn.Linear(6, 16), nn.Tanh(), nn.Linear(16, 3))
        self.critic = nn.Linear(6, 1)

    def forward(self, x):
        return self.actor(x), self.critic(x)


class Torque(nn.Module):
    """Actions of a continuous space; some beyond its bounds."""

    def __init__(self):
        super().__init__()
        self.network = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))

    def forward(self, x):
        return 4 * self.network(x)


class Table(nn.Module):
    """Action values of numbered states."""

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(16, 4)

    def forward(self, x):
        return self.table(x)


class Images(nn.Module):
    """Bytes [N, C, H, W] in, action values out; scaled within."""

    def __init__(self, channels):
        super().__init__()
        self.network = nn.Sequential(nn.Conv2d(channels, 4, 8, stride=8), nn.ReLU(), nn.Flatten(), nn.Linear(400, 3))

    def forward(self, x):
        return self.network(x.float() / 255)


class Greedy(nn.Module):
    """The actions alone."""

    def __init__(self, values):
        super().__init__()
        self.values = values

    def forward(self, x):
        return self.values(x).argmax(1)


def export(network, name, example, inputs, outputs, any_rows=True):
    axes = {port: {0: "batch"} for port in inputs + outputs} if any_rows else None
    torch.onnx.export(network, example, f"{name}.onnx", input_names=inputs, output_names=outputs, dynamic_axes=axes)


def balance(network):
    """Teaches the rule "push to where the pole falls", which solves CartPole-v1."""
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    scale = torch.tensor([1.0, 1.0, 0.1, 1.0])
    for _ in range(600):
        x = torch.randn(256, 4) * scale
        falls = 3 * x[:, 2] + x[:, 3] + 0.1 * x[:, 0] + 0.2 * x[:, 1]
        loss = nn.functional.cross_entropy(network(x), (falls > 0).long())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def episodes(network, count):
    """The first episodes without a close call: where two actions are worth nearly the same, another order of sums may decide."""
    environment, played, seed = gymnasium.make("CartPole-v1"), [], 0
    while len(played) < count:
        observation, _ = environment.reset(seed=seed)
        actions, closest, done = [], float("inf"), False
        while not done:
            values = network(torch.tensor(observation)[None])[0]
            closest = min(closest, float(abs(values[0] - values[1])))
            observation, _, terminated, truncated, _ = environment.step(int(values.argmax()))
            done = terminated or truncated
            actions.append(int(values.argmax()))
        if closest > 3e-3:
            played.append({"seed": seed, "closest": closest, "actions": "".join(map(str, actions))})
        seed += 1
    return played


def rows(tensor):
    return [float(x) for x in tensor.detach().numpy().reshape(-1)]


@torch.no_grad()
def main():
    torch.manual_seed(1)
    facts = {"torch": torch.__version__, "gymnasium": gymnasium.__version__}
    network = QNetwork(4, 2)
    with torch.enable_grad():
        balance(network)
    export(network, "cartpole", torch.zeros(1, 4), ["observation"], ["q"])
    export(network, "cartpole-one-row", torch.zeros(1, 4), ["x"], ["y"], any_rows=False)
    export(Greedy(network), "cartpole-actions", torch.zeros(1, 4), ["observation"], ["action"])
    facts["cartpole"] = episodes(network, 5)

    def record(name, x, *outputs):
        facts[name] = {"inputs": rows(x.float()), "outputs": rows(outputs[0])}

    network, x = ActorCritic(), torch.randn(9, 6)
    export(network, "acrobot", torch.zeros(1, 6), ["obs"], ["logits", "value"])
    record("acrobot", x, *network(x))

    network, x = Torque(), torch.randn(9, 3) * 3
    export(network, "pendulum", torch.zeros(1, 3), ["obs"], ["action"])
    record("pendulum", x, network(x))

    network, x = Table(), torch.arange(16)
    export(network, "frozenlake", torch.zeros(1, dtype=torch.long), ["state"], ["q_values"])
    record("frozenlake", x, network(x))

    network = Images(4)
    # Bytes that the test makes by the same rule.
    x = (numpy.arange(3 * 4 * 84 * 84, dtype=numpy.uint64) * 2654435761 >> 13) % 256
    x = torch.from_numpy(x.astype(numpy.uint8).reshape(3, 4, 84, 84))
    export(network, "catch", torch.zeros(1, 4, 84, 84, dtype=torch.uint8), ["observation"], ["q"])
    facts["catch"] = {"outputs": rows(network(x))}

    network = nn.Sequential(nn.Linear(4, 2))
    export(network, "scaled", torch.zeros(1, 4), ["observation"], ["q"])
    x = torch.randn(5, 4)
    record("scaled", x, network((x - 0.5) / torch.tensor([1.0, 2.0, 4.0, 8.0])))
    with open("networks.json", "w") as file:
        json.dump(facts, file, indent=1)
        file.write("\n")


main()
