"""The two ways to a hub: a process of one's own, or one that listens at an address."""
import json
import os
import socket
import subprocess
import weakref

from envhub.errors import HubError, HubGone
from envhub.executable import find_executable
from envhub.memory import PROTOCOL

_SCHEME = "unix:"
_LONGEST_GOODBYE = 20.0
_LONGEST_GREETING = 30.0


def open_link(address: str = None):
    """A link to the hub at ``address``, else at ENVHUB_ADDRESS, else to a process that is started for it.

    A link has the descriptors ``requests`` and ``replies``, lines through ``send`` and ``receive`` before the doorbell has them, ``gone`` and
    ``stranger``, the errors to raise where the other end is closed or is no hub, and ``close``.
    """
    address = address or os.environ.get("ENVHUB_ADDRESS")
    return SocketLink(address) if address else ProcessLink()


class _Link:
    def send(self, message: dict) -> None:
        try:
            self._writer.write(json.dumps(message).encode() + b"\n")
        except OSError:
            pass  # The other end is closed. What it said before may lie in the pipe still: receive finds that, or the end.

    def receive(self) -> dict:
        try:
            line = self._reader.readline()
        except OSError:
            line = b""
        if not line:
            raise self.gone()
        try:
            return json.loads(line)
        except ValueError:
            raise self.stranger(line) from None

    def close(self) -> None:
        """May be called twice."""
        self._finalizer()


class ProcessLink(_Link):
    """Starts ``envhub serve-envs``, and ends it."""

    def __init__(self):
        command = [find_executable(), "serve-envs"]
        if os.environ.get("ENVHUB_HUB"):
            command += ["--hub", os.environ["ENVHUB_HUB"]]
        try:
            # Its own session: Ctrl-C is this process's affair. It ends when its input closes, however this process ends.
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True)
        except OSError as fault:
            raise HubGone(f"{command[0]} cannot be started ({fault}). Let ENVHUB_EXECUTABLE name the hub's executable.") from None
        self._writer, self._reader = self.process.stdin, self.process.stdout
        self.requests, self.replies = self._writer.fileno(), self._reader.fileno()
        self._finalizer = weakref.finalize(self, _end_process, self.process, os.getpid())

    def gone(self) -> HubGone:
        try:
            code = self.process.wait(_LONGEST_GOODBYE)
        except subprocess.TimeoutExpired:
            code = "unknown"
        return HubGone(f"The hub's process {self.process.pid} has ended (exit code {code}); it wrote why to standard error. Make the environment again.")

    def stranger(self, line: bytes) -> HubGone:
        return HubGone(f"{self.process.args[0]} is no EnvHub: it answered {line[:80]!r}. Let ENVHUB_EXECUTABLE name the hub's executable, or unset it.")


class SocketLink(_Link):
    """Connects to ``envhub serve-envs --listen PATH``."""

    def __init__(self, address: str):
        if not address.startswith(_SCHEME) or address == _SCHEME:
            raise HubError(f"The hub's address is {address!r}; it must be unix:PATH, the path that 'envhub serve-envs --listen PATH' was given.")
        self.address, path = address, os.path.expanduser(address[len(_SCHEME):])
        if not hasattr(socket, "AF_UNIX"):
            raise HubError(f"The hub's address is {address!r}, and this Python has no Unix-domain sockets. Leave it out: a hub is started then.")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._writer, self._reader = self._socket.makefile("wb", buffering=0), self._socket.makefile("rb", buffering=0)
        self.requests = self.replies = self._socket.fileno()
        # The files hold the socket open too.
        self._finalizer = weakref.finalize(self, _close, self._writer, self._reader, self._socket)
        try:
            self._socket.connect(path)
        except OSError as fault:
            self.close()
            raise HubGone(f"No hub listens at {address} ({fault.strerror or fault}). Start one: envhub serve-envs --listen {path}") from None
        try:
            self._greet()
        except BaseException:
            self.close()
            raise

    def gone(self) -> HubGone:
        return HubGone(f"The hub at {self.address} has ended, or closed the connection; it wrote why to its standard error. Make the environment again.")

    def stranger(self, line: bytes) -> HubGone:
        return HubGone(f"What listens at {self.address} is no EnvHub: it answered {line[:80]!r}. Name the path of 'envhub serve-envs --listen PATH'.")

    def _greet(self):
        self._socket.settimeout(_LONGEST_GREETING)
        try:
            greeting = json.loads(self._reader.readline(4096) or b"null")
        except (OSError, ValueError):
            greeting = None
        if not isinstance(greeting, dict) or greeting.get("hub") != "EnvHub":
            raise HubGone(f"What listens at {self.address} is no EnvHub: it did not greet as one. Name the path of 'envhub serve-envs --listen PATH'.")
        if greeting.get("protocol") != PROTOCOL:
            raise HubError(f"The hub at {self.address} speaks protocol {greeting.get('protocol')}, this package {PROTOCOL}. Take both of one version.")
        # Making an environment may take its time.
        self._socket.settimeout(None)


def _close(*files):
    for file in files:
        try:
            file.close()
        except OSError:
            pass


def _end_process(process, owner):
    _close(process.stdin, process.stdout)
    if os.getpid() != owner:
        return  # a fork of the process that started it
    try:
        process.wait(_LONGEST_GOODBYE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
