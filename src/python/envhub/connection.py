"""One hub process that holds one vector of copies, and how it is asked."""
import json
import os
import select
import subprocess
import threading
import time
import weakref

from envhub.errors import HubError, HubGone
from envhub.executable import find_executable
from envhub.memory import (
    ARGUMENT, CALLER_WAITS, COMMAND, MODIFIERS, PROTOCOL, REPLY, REPLY_TEXT_BYTES, REQUEST, SERVER_WAITS, STATUS, Memory,
)

STEP, RESET, RENDER = 1, 2, 4
ONLY_ACTIVE, SEEDED = 1, 2
_LONGEST_SLEEP = 0.2
_LONGEST_GOODBYE = 5.0
# A picture of 1024 x 1024 pixels fits; pages that are never touched cost nothing.
_TEXT_BYTES = 1 << 22


class Connection:
    """Starts the hub's process, makes the environment there, and asks for steps. Not for several threads at once.

    Whoever waits looks at a word in memory for ``spin_seconds``, then sleeps at a pipe. By default it sleeps at once: where the two
    processes share a core, who looks keeps the other from answering, and a wake-up through a pipe takes 5 microseconds.
    """

    def __init__(self, request: dict, spin_seconds: float = 0.0):
        self._spin_seconds = spin_seconds
        self._lock = threading.Lock()
        self._sequence = 0
        self._start()
        try:
            self.description = self._exchange(request)
            if self.description.get("protocol") != PROTOCOL:
                raise HubError("The hub speaks another protocol than this package. Take both of one version.")
            self.memory = Memory(
                request["copies"], self.description["observationElements"], self.description["actionElements"],
                max(_TEXT_BYTES, 256 * request["copies"]))
            try:
                self._exchange({"map": self.memory.path, "spinMicroseconds": spin_seconds * 1e6})
            finally:
                self.memory.unlink()
        except BaseException:
            self.close()
            raise
        self._words = self.memory.words

    def call(self, command: int, modifiers: int = 0, argument: int = 0) -> None:
        """Asks and waits for the answer, which is in the memory afterwards."""
        words = self._words
        if words is None:
            raise HubGone("The environment is closed. Make a new one.")
        if words[REPLY] != self._sequence:
            # An earlier wait was interrupted: its answer must not come between.
            self._wait(words)
        words[COMMAND], words[MODIFIERS], words[ARGUMENT] = command, modifiers, argument
        self._sequence = (self._sequence + 1) & 0x7FFFFFFF
        words[REQUEST] = self._sequence
        self._fence()
        if words[SERVER_WAITS]:
            try:
                os.write(self._requests, b"!")
            except OSError:
                raise self._gone() from None
        self._wait(words)
        if words[STATUS]:
            raise HubError(self.memory.reply_text().decode("utf-8", "replace"))

    def reply_text(self) -> bytes:
        """The text of the last answer; empty for none."""
        return self.memory.reply_text() if self._words[REPLY_TEXT_BYTES] else b""

    def close(self) -> None:
        """Ends the hub's process. May be called twice."""
        self._words = None
        self._finalizer()

    def _start(self):
        command = [find_executable(), "serve-envs"]
        if os.environ.get("ENVHUB_HUB"):
            command += ["--hub", os.environ["ENVHUB_HUB"]]
        try:
            # Its own session: Ctrl-C is this process's affair. It ends when its input closes, however this process ends.
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True)
        except OSError as fault:
            raise HubGone(f"{command[0]} cannot be started ({fault}). Let ENVHUB_EXECUTABLE name the hub's executable.") from None
        self._process = process
        self._requests, self._replies = process.stdin.fileno(), process.stdout.fileno()
        self._poll = select.poll()
        self._poll.register(self._replies, select.POLLIN)
        self._finalizer = weakref.finalize(self, _end, process)

    def _exchange(self, message):
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
        except OSError:
            raise self._gone() from None
        line = self._process.stdout.readline()
        if not line:
            raise self._gone()
        answer = json.loads(line)
        if "error" in answer:
            raise HubError(answer["error"])
        return answer

    def _wait(self, words):
        asked = self._sequence
        end = time.perf_counter() + self._spin_seconds
        while True:
            for _ in range(20):
                if words[REPLY] == asked:
                    return
            if time.perf_counter() >= end:
                break
        words[CALLER_WAITS] = 1
        try:
            self._fence()
            while words[REPLY] != asked:
                if self._poll.poll(_LONGEST_SLEEP * 1000) and not os.read(self._replies, 64):
                    if words[REPLY] == asked:
                        return
                    raise self._gone()
                self._fence()
        finally:
            words[CALLER_WAITS] = 0

    def _fence(self):
        # Taking a lock orders memory: what was written before is seen by the hub before what is read after.
        self._lock.acquire()
        self._lock.release()

    def _gone(self):
        try:
            code = self._process.wait(_LONGEST_GOODBYE)
        except subprocess.TimeoutExpired:
            code = "unknown"
        return HubGone(f"The hub's process {self._process.pid} has ended (exit code {code}); it wrote why to standard error. Make the environment again.")


def _end(process):
    for pipe in (process.stdin, process.stdout):
        try:
            pipe.close()
        except OSError:
            pass
    try:
        process.wait(_LONGEST_GOODBYE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
