"""Finds the hub's executable."""
import os
import shutil
from pathlib import Path

from envhub.errors import HubGone

_NAME = "envhub.exe" if os.name == "nt" else "envhub"
_BUILT = Path("artifacts", "bin", "EnvHub.Cli", "release", _NAME)


def find_executable() -> str:
    """ENVHUB_EXECUTABLE, else ``envhub`` on the path, else the build of the repository that this package lies in."""
    named = os.environ.get("ENVHUB_EXECUTABLE")
    if named:
        if os.path.isfile(named):
            return named
        raise HubGone(f"ENVHUB_EXECUTABLE is {named!r}, where there is no file. Let it name the hub's executable, or unset it.")
    found = shutil.which("envhub")
    # A script of that name that belongs to Python is not the hub.
    if found and not _is_script(found):
        return found
    built = _in_repository()
    if built:
        return str(built)
    raise HubGone(
        "The hub's executable was not found: ENVHUB_EXECUTABLE is not set, there is no 'envhub' on the path, and no "
        f"{_BUILT} in a folder above {Path(__file__).parent}. Build the hub ('dotnet build -c Release'), then set ENVHUB_EXECUTABLE "
        "to its executable or put its folder on the path."
    )


def _in_repository():
    return next((folder / _BUILT for folder in Path(__file__).resolve().parents if (folder / _BUILT).is_file()), None)


def _is_script(path):
    with open(path, "rb") as file:
        return b"python" in file.read(64).split(b"\n", 1)[0]
