"""Copies in the hub's own process: what a worker does, one call at a time. Calls from several threads come one after the other, under Python's lock."""
import gc
import json
import traceback

from .packages import prepare
from .protocol import ARGUMENT, COMMAND, MODIFIERS, Refusal


def answered(question):
    """The answer as a line of JSON; a refusal and a fault as a worker tells them."""
    try:
        return json.dumps(question())
    except Refusal as refusal:
        return json.dumps({"error": str(refusal)})
    except BaseException:  # SystemExit too: the process is the hub's
        return json.dumps({"error": traceback.format_exc()})


class Session:
    """One environment's copies."""

    def __init__(self, request):
        self.request, self.envs, self.server = json.loads(request), [], None

    def describe(self):
        def question():
            prepare(self.request)
            from .environment import describe_environment, first_copy, tells_masks
            self.envs.append(first_copy(self.request))
            return describe_environment(self.envs[0], tells_masks(self.request, self.envs[0]))
        return answered(question)

    def map(self, path):
        def question():
            from .environment import make
            from .server import Server
            from .sharing import Memory
            memory = Memory(path)
            self.envs += [make(self.request) for _ in range(memory.copies - 1)]
            self.server = Server(self.envs, memory)
            # What exists now lives as long as the task: the collector need not look at it again.
            gc.collect()
            gc.freeze()
            return {"mapped": True}
        return answered(question)

    def answer(self):
        """Does what the words in the memory ask."""
        words = self.server.memory.words
        try:
            self.server.answer(words[COMMAND], words[MODIFIERS], words[ARGUMENT])
        except BaseException as fault:  # SystemExit too: the process is the hub's
            self.server.tell(fault)

    def stepper(self):
        """A function that makes a step of all copies; a fault is left in the memory."""
        step, tell = self.server.step_all, self.server.tell

        def guarded():
            try:
                step()
            except BaseException as fault:
                tell(fault)

        return guarded

    def close(self):
        for env in self.envs:
            try:
                env.close()
            except BaseException:
                traceback.print_exc()  # the others are to be closed too
        if self.server is not None:
            # It holds the server that it belongs to, and what is frozen is never looked at again: so the memory would stay.
            self.server.step_all = None
        self.envs, self.server = [], None
