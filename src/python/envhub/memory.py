"""The memory that Python and the hub both map. The layout is the hub's: src/EnvHub.Python/Sharing/README.md."""
import mmap
import os
import secrets
import tempfile

import numpy as np

from envhub.errors import HubError

PROTOCOL = 1
HEADER, ALIGNMENT, MAGIC_VALUE = 256, 64, 0x4D534845
# 32-bit words of the header.
MAGIC, VERSION, TOTAL_LOW, TOTAL_HIGH, COPIES, OBSERVATION_ELEMENTS, ACTION_ELEMENTS, TEXT_BYTES = range(8)
REQUEST, COMMAND, MODIFIERS, ARGUMENT, CALLER_WAITS, REQUEST_TEXT_BYTES = range(16, 22)
REPLY, STATUS, SERVER_WAITS, REPLY_TEXT_BYTES = range(32, 36)
_LEAST_TEXT, _MOST_TEXT = 1 << 22, 1 << 30


def room_for_text(copies: int, observation_elements: int) -> int:
    """Bytes for texts: a picture of 1024 x 1024 pixels fits, and so do all copies' infos and state. Pages that are never touched cost nothing."""
    return min(max(_LEAST_TEXT, copies * (4096 + 16 * observation_elements)), _MOST_TEXT)


class Memory:
    """A new region for N copies, as arrays. It goes when the last array over it does."""

    def __init__(self, copies: int, observation_elements: int, action_elements: int, text_bytes: int):
        rows, end = (copies,), HEADER
        sections = {
            "observations": (np.float32, rows + (observation_elements,)),
            "final_observations": (np.float32, rows + (observation_elements,)),
            "rewards": (np.float64, rows),
            "terminated": (np.bool_, rows),
            "truncated": (np.bool_, rows),
            "active": (np.bool_, rows),
            "actions": (np.float32, rows + (action_elements,)) if action_elements else (np.int32, rows),
            "seeds": (np.uint64, rows),
            "text": (np.uint8, (text_bytes,)),
        }
        places = {}
        for name, (dtype, shape) in sections.items():
            count = int(np.prod(shape, dtype=np.int64))
            places[name] = (dtype, shape, count, end)
            end = -(-(end + count * np.dtype(dtype).itemsize) // ALIGNMENT) * ALIGNMENT
        self._create(end)
        for name, (dtype, shape, count, start) in places.items():
            setattr(self, name, np.frombuffer(self._map, dtype, count, start).reshape(shape))
        words = self.words
        words[VERSION], words[TOTAL_LOW], words[TOTAL_HIGH] = PROTOCOL, end & 0x7FFFFFFF | -(end & 0x80000000), end >> 32
        words[COPIES], words[OBSERVATION_ELEMENTS], words[ACTION_ELEMENTS] = copies, observation_elements, action_elements
        words[TEXT_BYTES], words[MAGIC] = text_bytes, MAGIC_VALUE

    def _create(self, size):
        folder = "/dev/shm" if os.path.isdir("/dev/shm") else tempfile.gettempdir()
        self.path = os.path.join(folder, f"envhub-{os.getpid()}-{secrets.token_hex(8)}")
        # Nobody else's environments: the file is the owner's alone.
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.ftruncate(descriptor, size)
            self._map = mmap.mmap(descriptor, size)
        except BaseException:
            self.unlink()
            raise
        finally:
            os.close(descriptor)
        self.words = memoryview(self._map)[:HEADER].cast("i")

    def unlink(self):
        """Takes the file's name away; the hub has done so where it has mapped it."""
        try:
            os.unlink(self.path)
        except OSError:
            pass

    def write_text(self, data: bytes) -> None:
        """What goes with the next question."""
        if len(data) > len(self.text):
            raise HubError(f"The state takes {len(data)} bytes; this environment's take at most {len(self.text)}. Give it a state of its own get_state().")
        self.text[: len(data)] = np.frombuffer(data, np.uint8)
        self.words[REQUEST_TEXT_BYTES] = len(data)

    def reply_text(self) -> bytes:
        return self.text[: self.words[REPLY_TEXT_BYTES]].tobytes()
