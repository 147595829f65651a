"""The memory that hub and worker share, and how they wait for each other."""
import mmap
import os
import select
import threading
import time

import numpy as np

from .protocol import (ACTION_ELEMENTS, ALIGNMENT, CALLER_WAITS, COPIES, HEADER, LONGEST_SLEEP, MAGIC, MASK_FLAGS, OBSERVATION_ELEMENTS, PROTOCOL, REPLY,
                       REPLY_TEXT_BYTES, REQUEST, SERVER_WAITS, TEXT_BYTES, VERSION, Refusal)


class Memory:
    """The shared region, as arrays."""

    def __init__(self, path):
        with open(path, "r+b") as file:
            self.map = mmap.mmap(file.fileno(), 0)
        os.unlink(path)
        self.words = memoryview(self.map)[:HEADER].cast("i")
        if self.words[MAGIC] != 0x4D534845 or self.words[VERSION] != PROTOCOL:
            raise Refusal(f"{path} is not shared memory of protocol {PROTOCOL}. Take hub and worker of one version.")
        self.copies, elements = self.words[COPIES], self.words[OBSERVATION_ELEMENTS]
        action_elements, self.text_bytes = self.words[ACTION_ELEMENTS], self.words[TEXT_BYTES]
        self._end = HEADER
        rows = (self.copies,)
        self.observations = self._take(np.float32, rows + (elements,))
        self.finals = self._take(np.float32, rows + (elements,))
        self.rewards = self._take(np.float64, rows)
        self.terminated = self._take(np.bool_, rows)
        self.truncated = self._take(np.bool_, rows)
        self.active = self._take(np.bool_, rows)
        self.actions = self._take(np.float32, rows + (action_elements,)) if action_elements else self._take(np.int32, rows)
        self.seeds = self._take(np.uint64, rows)
        flags = rows + (self.words[MASK_FLAGS],)
        self.masks, self.final_masks = self._take(np.bool_, flags), self._take(np.bool_, flags)
        # Single numbers go quicker through these.
        self.first_reward, self.first_terminated, self.first_truncated = map(memoryview, (self.rewards, self.terminated, self.truncated))
        self.first_action = memoryview(self.actions)
        self.text = self._take(np.uint8, (self.text_bytes,))

    def _take(self, dtype, shape):
        count = int(np.prod(shape, dtype=np.int64))
        array = np.frombuffer(self.map, dtype, count, self._end).reshape(shape)
        self._end = (self._end + array.nbytes + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT
        return array

    def write_text(self, data):
        data = (data if isinstance(data, bytes) else data.encode("utf-8", "replace"))[:self.text_bytes]
        self.text[:len(data)] = np.frombuffer(data, np.uint8)
        self.words[REPLY_TEXT_BYTES] = len(data)


class Doorbell:
    """Waits for the hub to ask and tells it that the answer is there."""

    def __init__(self, words, requests, replies, spin_seconds):
        self.words, self.requests, self.replies, self.spin_seconds = words, requests, replies, spin_seconds
        self.last = 0
        self.lock = threading.Lock()
        self.poll = select.poll()
        self.poll.register(requests, select.POLLIN)

    def fence(self):
        # Taking a lock orders memory: what was written before is seen by the other side before what is read after.
        self.lock.acquire()
        self.lock.release()

    def wait(self):
        """Returns once the hub has asked; ends the process once the hub is gone."""
        words, last = self.words, self.last
        if self.spin_seconds:
            end = time.perf_counter() + self.spin_seconds
            while time.perf_counter() < end:
                if words[REQUEST] != last or words[REQUEST] != last or words[REQUEST] != last or words[REQUEST] != last:
                    self.last = words[REQUEST]
                    return
        words[SERVER_WAITS] = 1
        self.fence()
        while words[REQUEST] == last:
            if self.poll.poll(LONGEST_SLEEP * 1000) and not os.read(self.requests, 64):
                os._exit(0)
        words[SERVER_WAITS] = 0
        self.last = words[REQUEST]

    def answer(self):
        words = self.words
        self.fence()
        words[REPLY] = self.last
        self.fence()
        if words[CALLER_WAITS]:
            os.write(self.replies, b"!")
