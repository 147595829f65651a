"""What hub and worker have agreed on; see src/EnvHub.Python/Sharing/README.md."""

PROTOCOL = 1
HEADER, ALIGNMENT = 256, 64
# 32-bit words of the header.
MAGIC, VERSION, COPIES, OBSERVATION_ELEMENTS, ACTION_ELEMENTS, TEXT_BYTES, MASK_FLAGS = 0, 1, 4, 5, 6, 7, 8
REQUEST, COMMAND, MODIFIERS, ARGUMENT, CALLER_WAITS = 16, 17, 18, 19, 20
REPLY, STATUS, SERVER_WAITS, REPLY_TEXT_BYTES, FAULTY_COPY, HEARTBEAT = 32, 33, 34, 35, 36, 37
STEP, RESET, INFO, RENDER, GENERATOR, CLOSE = 1, 2, 3, 4, 5, 6
ONLY_ACTIVE, SEEDED = 1, 2
HEARTBEAT_SECONDS, LONGEST_SLEEP = 0.5, 0.2


class Refusal(Exception):
    """Something that the hub's user can mend; told without a traceback."""
