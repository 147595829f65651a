"""Measures updates of four networks with PyTorch on one thread. Prints one JSON object: microseconds by name."""
import json, statistics, sys, time
import torch

REPEATS, SECONDS = int(sys.argv[1]), float(sys.argv[2])
torch.set_num_threads(1)
nn = torch.nn


def perceptron(units):
    return nn.Sequential(nn.Linear(4, units[0]), nn.ReLU(), nn.Linear(units[0], units[1]), nn.ReLU(), nn.Linear(units[1], 2))


def microseconds(network, shape):
    inputs, adam = torch.rand(shape), torch.optim.Adam(network.parameters(), lr=1e-4)
    targets = torch.rand_like(network(inputs))

    def update():
        loss = nn.functional.mse_loss(network(inputs), targets)
        adam.zero_grad()
        loss.backward()
        adam.step()

    times = []
    for _ in range(REPEATS + 1):
        updates, start = 0, time.perf_counter()
        while updates == 0 or time.perf_counter() - start < SECONDS:
            update()
            updates += 1
        times.append(1e6 * (time.perf_counter() - start) / updates)
    return statistics.median(times[1:])


small = nn.Sequential(nn.Conv2d(4, 32, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(2048, 128), nn.ReLU(), nn.Linear(128, 5))
nature = nn.Sequential(
    nn.Conv2d(4, 32, 8, 4), nn.ReLU(), nn.Conv2d(32, 64, 4, 2), nn.ReLU(), nn.Conv2d(64, 64, 3), nn.ReLU(), nn.Flatten(),
    nn.Linear(3136, 512), nn.ReLU(), nn.Linear(512, 6))
print(json.dumps({
    "torch": torch.__version__,
    "4-120-84-2": microseconds(perceptron((120, 84)), (128, 4)),
    "4-256-256-2": microseconds(perceptron((256, 256)), (128, 4)),
    "small convolution": microseconds(small, (64, 4, 8, 8)),
    "Nature": microseconds(nature, (32, 4, 84, 84)),
}))
