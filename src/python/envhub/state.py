"""What makes environments of the hub copies of themselves: their state as bytes, and a new object that takes it."""
from envhub.connection import RESTORE, SNAPSHOT
from envhub.errors import HubError


class Stateful:
    """``get_state`` and ``set_state``; through them ``pickle``, ``copy.deepcopy`` and ``cloudpickle``.

    A copy is an environment of its own in the hub (a process more, unless ``hub`` or ENVHUB_ADDRESS names one that listens), made with
    the same arguments, whose state and generators stand where the first one's stood: both go on alike, bit for bit.
    """

    # Attributes that stand for the connection: each object has its own.
    _connected = ()

    def get_state(self) -> bytes:
        """The state of every copy with its generator and last observation: opaque, equal where the states are, and valid for environments of the
        same id, settings, number of copies and autoreset mode, also in another process. Python's wrappers around this object have their
        own state, such as a step count; copying the outermost wrapper copies that too.
        """
        self._hub.call(SNAPSHOT)
        return self._hub.reply_text()

    def set_state(self, state: bytes) -> None:
        """Goes back to what ``get_state`` gave. What does not fit is refused with HubError, and then nothing has changed."""
        if not isinstance(state, (bytes, bytearray, memoryview)):
            raise HubError(f"The state is of type {type(state).__name__}; it must be the bytes that get_state() gave.")
        self._hub.call(RESTORE, text=bytes(state))

    def __reduce__(self):
        own = {name: value for name, value in self.__dict__.items() if name not in self._connected}
        return _remake, (type(self), self._arguments), (own, self.get_state())

    def __setstate__(self, state):
        own, inside = state
        self.__dict__.update(own)
        self.set_state(inside)


def _remake(kind, arguments):
    # Not through the constructor: a class that derives from ours may have another.
    env = kind.__new__(kind)
    env._connect(arguments)
    return env
