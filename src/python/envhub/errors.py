"""What goes wrong between Python and the hub."""
import gymnasium


class HubError(gymnasium.error.Error):
    """The hub refused, or is not there. ``code`` is the hub's code, e.g. EH1102; empty where the message is this package's own."""

    def __init__(self, message: str):
        super().__init__(message)
        first = message.split(" ", 1)[0]
        self.code = first if len(first) == 6 and first.startswith("EH") and first[2:].isdigit() else ""


class HubGone(HubError):
    """The hub's process ended, or was never reached."""
