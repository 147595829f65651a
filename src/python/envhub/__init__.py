"""EnvHub's environments in Python: ``gymnasium.make("envhub/CartPole-v1")`` and ``gymnasium.make_vec("envhub/CartPole-v1", num_envs=1024)``."""
import gymnasium as _gymnasium

from envhub.env import EnvHubEnv
from envhub.errors import HubError, HubGone
from envhub.registration import NAMESPACE, register_all, register_known
from envhub.runs import Run, Trial, load_run
from envhub.vector_env import EnvHubVectorEnv

__all__ = ["EnvHubEnv", "EnvHubVectorEnv", "HubError", "HubGone", "Run", "Trial", "load_run", "make", "make_vec", "register_all"]

register_known()


def make(id: str, **kwargs):
    """``gymnasium.make`` of a hub's id, with or without ``envhub/``."""
    return _gymnasium.make(_full(id), **kwargs)


def make_vec(id: str, num_envs: int = 1, **kwargs):
    """``gymnasium.make_vec`` of a hub's id, with or without ``envhub/``."""
    return _gymnasium.make_vec(_full(id), num_envs=num_envs, **kwargs)


def _full(id):
    return id if id.startswith(f"{NAMESPACE}/") else f"{NAMESPACE}/{id}"
