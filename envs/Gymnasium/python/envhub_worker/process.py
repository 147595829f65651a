"""This process and its end: with the hub, and with what environments have started."""
import os
import signal
import sys
import time

from .protocol import HEARTBEAT, HEARTBEAT_SECONDS


def take_pipes():
    """Keeps the pipes to the hub out of the environments' reach: their output goes to stderr, their input is empty."""
    requests, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, replies


def watch_hub(words, parent):
    """Beats the heart, and ends this process when the hub is gone, even while an environment is stuck."""
    while True:
        if os.getppid() != parent:
            os._exit(1)
        if words:
            words[0][HEARTBEAT] = (words[0][HEARTBEAT] + 1) & 0x7FFFFFFF
        time.sleep(HEARTBEAT_SECONDS)


def signal_on_death(number):
    """Has Linux send this process a signal when the thread that started it ends, even where a library holds Python's lock."""
    import ctypes
    ctypes.CDLL(None).prctl(1, number)  # PR_SET_PDEATHSIG


def die_with_hub(parent):
    """Ends this process together with the hub, and whatever environments have started together with this process."""
    if not sys.platform.startswith("linux"):
        return
    signal_on_death(signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)
    worker = os.getpid()
    if os.fork():
        return
    # A guard, in the same group: it waits for this process's end, however that comes, and ends the group.
    os.closerange(0, 3)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    signal_on_death(signal.SIGTERM)
    while os.getppid() == worker:
        signal.sigtimedwait([signal.SIGTERM], 1)
    os.killpg(0, signal.SIGKILL)
