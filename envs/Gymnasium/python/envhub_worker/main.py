"""The order of things. Gymnasium is imported once it is known what for, so that what is wrong with it is told."""
import gc
import json
import os
import signal
import sys
import threading
import traceback

from .packages import prepare
from .process import die_with_hub, take_pipes, watch_hub
from .protocol import Refusal


def read_line(requests):
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(requests, 1)
        if not byte:
            sys.exit(0)
        line += byte
    return json.loads(line)


def tell(replies, answer):
    os.write(replies, json.dumps(answer).encode() + b"\n")


def run(requests, replies, beating):
    request = read_line(requests)
    prepare(request)
    import gymnasium

    from .environment import describe_environment, first_copy, make, tells_masks
    from .server import Server
    from .sharing import Doorbell, Memory
    if "list" in request:
        tell(replies, {"ids": sorted(gymnasium.registry)})
        return
    envs = [first_copy(request)]
    tell(replies, describe_environment(envs[0], tells_masks(request, envs[0])))
    shared = read_line(requests)  # the hub closes the pipe if it wanted to know the spec alone
    memory = Memory(shared["map"])
    beating.append(memory.words)
    envs += [make(request) for _ in range(memory.copies - 1)]
    server = Server(envs, memory)
    # What exists now lives as long as the process: the collector need not look at it again.
    gc.collect()
    gc.freeze()
    tell(replies, {"mapped": True})
    server.serve(Doorbell(memory.words, requests, replies, shared.get("spinMicroseconds", 0) / 1e6))
    for env in envs:
        try:
            env.close()
        except Exception:
            traceback.print_exc()  # the others are to be closed too


def main():
    parent = os.getppid()
    die_with_hub(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the hub ends its workers itself
    requests, replies = take_pipes()
    beating = []
    threading.Thread(target=watch_hub, args=(beating, parent), daemon=True).start()
    try:
        run(requests, replies, beating)
    except Refusal as refusal:
        tell(replies, {"error": str(refusal)})
    except Exception:
        tell(replies, {"error": traceback.format_exc()})
