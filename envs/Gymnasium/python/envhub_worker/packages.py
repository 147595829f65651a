"""What environments need to be imported."""
import importlib
import sys

from .protocol import Refusal

# Environments that their package registers when it is imported.
PACKAGES = {"ALE": "ale_py", "MiniGrid": "minigrid", "BabyAI": "minigrid", "MinAtar": "minatar"}

# Modules that pip knows by another name.
PIP_NAMES = {"Box2D": "box2d", "PIL": "pillow", "cv2": "opencv-python", "skimage": "scikit-image", "sklearn": "scikit-learn", "yaml": "pyyaml"}


def prepare(request):
    """Imports what the environment needs."""
    sys.path[:0] = request.get("path") or []
    try:
        import gymnasium.wrappers  # noqa: F401
        import numpy  # noqa: F401
    except ImportError as fault:
        raise Refusal(f"{sys.executable} cannot import gymnasium and numpy ({fault}). Run 'envhub python setup', or name another interpreter.")
    package = PACKAGES.get(request.get("id", "").partition("/")[0])
    if package:
        try:
            importlib.import_module(package)
        except ImportError:
            pass  # gymnasium.make then says what is not registered


def told(fault, own_module=""):
    """The fault in a line; with what to type where a package is missing."""
    text, cause = f"{type(fault).__name__}: {fault}", fault
    while cause is not None and not isinstance(cause, ModuleNotFoundError):
        cause = cause.__cause__ or cause.__context__
    module = (cause.name or "").partition(".")[0] if cause is not None else ""
    if module and module != own_module:
        text += f"\nPython lacks the module {module}. Where it is a package, type: envhub python setup --with {PIP_NAMES.get(module, module)}"
    return text
