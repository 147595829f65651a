"""The hub's environments in Gymnasium's registry, as ``envhub/<id>``."""
import json
import os
import subprocess
from pathlib import Path

import gymnasium

from envhub.errors import HubError
from envhub.executable import find_executable

NAMESPACE = "envhub"


def register_known() -> None:
    """Registers the environments that come with the hub. Starts nothing: their ids and limits are in environments.json."""
    _register(json.loads(Path(__file__).with_name("environments.json").read_text(encoding="utf-8")))


def register_all() -> list:
    """Asks the hub what its plugins bring, registers it all, and returns the new ids: for plugins of one's own."""
    command = [find_executable(), "list", "environments", "--json"]
    if os.environ.get("ENVHUB_HUB"):
        command += ["--hub", os.environ["ENVHUB_HUB"]]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode:
        raise HubError(f"'{' '.join(command)}' failed: {answer.stderr.strip()}")
    return _register(json.loads(answer.stdout))


def _register(environments):
    new = []
    for environment in environments:
        name = f"{NAMESPACE}/{environment['id']}"
        if name in gymnasium.registry or "/" in environment["id"]:
            continue
        gymnasium.register(
            id=name, entry_point="envhub.env:EnvHubEnv", vector_entry_point="envhub.vector_env:EnvHubVectorEnv",
            max_episode_steps=environment["maxEpisodeSteps"], reward_threshold=environment["rewardThreshold"],
            kwargs={"hub_id": environment["id"]})
        new.append(name)
    return new
