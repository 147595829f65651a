"""One vector of copies that a hub holds, and how it is asked."""
import os
import select
import threading
import time

from envhub.errors import HubError, HubGone
from envhub.links import open_link
from envhub.memory import (
    ARGUMENT, CALLER_WAITS, COMMAND, MODIFIERS, PROTOCOL, REPLY, REPLY_TEXT_BYTES, REQUEST, SERVER_WAITS, STATUS, Memory, room_for_text,
)

STEP, RESET, RENDER, SNAPSHOT, RESTORE = 1, 2, 4, 7, 8
ONLY_ACTIVE, SEEDED = 1, 2
_LONGEST_SLEEP = 0.2


class Connection:
    """Starts or reaches the hub, makes the environment there, and asks for steps. Not for several threads at once.

    Whoever waits looks at a word in memory for ``spin_seconds``, then sleeps at a pipe or socket. By default it sleeps at once: where the two
    processes share a core, who looks keeps the other from answering, and a wake-up through a pipe takes 5 microseconds.
    """

    def __init__(self, request: dict, hub: str = None, spin_seconds: float = 0.0):
        self._spin_seconds = spin_seconds
        self._lock = threading.Lock()
        self._sequence = 0
        self._words = None
        self._owner = os.getpid()
        self._link = open_link(hub)
        self._requests, self._replies = self._link.requests, self._link.replies
        self._poll = select.poll()
        self._poll.register(self._replies, select.POLLIN)
        try:
            self.description = self._exchange(request)
            if self.description.get("protocol") != PROTOCOL:
                raise HubError("The hub speaks another protocol than this package. Take both of one version.")
            self.memory = Memory(
                request["copies"], self.description["observationElements"], self.description["actionElements"],
                room_for_text(request["copies"], self.description["observationElements"]))
            try:
                self._exchange({"map": self.memory.path, "spinMicroseconds": spin_seconds * 1e6})
            finally:
                self.memory.unlink()
        except BaseException:
            self.close()
            raise
        self._words = self.memory.words

    def call(self, command: int, modifiers: int = 0, argument: int = 0, text: bytes = None) -> None:
        """Asks and waits for the answer, which is in the memory afterwards."""
        words = self._words
        if words is None:
            raise HubGone("The environment is closed. Make a new one.")
        if os.getpid() != self._owner:
            raise HubError("The environment belongs to the process that made it, and this one was forked from that. Make one here.")
        if words[REPLY] != self._sequence:
            # An earlier wait was interrupted: its answer must not come between.
            self._wait(words)
        if text is not None:
            self.memory.write_text(text)
        words[COMMAND], words[MODIFIERS], words[ARGUMENT] = command, modifiers, argument
        self._sequence = (self._sequence + 1) & 0x7FFFFFFF
        words[REQUEST] = self._sequence
        self._fence()
        if words[SERVER_WAITS]:
            try:
                os.write(self._requests, b"!")
            except OSError:
                pass  # The hub is gone; its answer may be there all the same, and the wait looks for that first.
        self._wait(words)
        if words[STATUS]:
            raise HubError(self.memory.reply_text().decode("utf-8", "replace"))

    def __reduce__(self):
        raise TypeError("A connection to the hub cannot be pickled or copied. Pickle or copy the environment, which makes one of its own.")

    def reply_text(self) -> bytes:
        """The text of the last answer; empty for none."""
        return self.memory.reply_text() if self._words[REPLY_TEXT_BYTES] else b""

    @property
    def is_closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._words is None

    def close(self) -> None:
        """Ends the hub's process, or the connection to one that goes on. May be called twice."""
        self._words = None
        self._link.close()

    def _exchange(self, message):
        self._link.send(message)
        answer = self._link.receive()
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
                if self._poll.poll(_LONGEST_SLEEP * 1000) and not self._take_bytes():
                    if words[REPLY] == asked:
                        return
                    raise self._link.gone()
                self._fence()
        finally:
            words[CALLER_WAITS] = 0

    def _take_bytes(self):
        try:
            return os.read(self._replies, 64)
        except OSError:
            return b""

    def _fence(self):
        # Taking a lock orders memory: what was written before is seen by the hub before what is read after.
        self._lock.acquire()
        self._lock.release()
