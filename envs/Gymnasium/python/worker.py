"""Holds copies of one Gymnasium environment and steps them for the hub. Needs gymnasium and numpy only.

The hub starts this file, says in two lines of JSON what to make and where the shared memory lies, and from then on asks through that
memory. The layout and the doorbell are described in src/EnvHub.Python/Sharing/README.md. What an environment prints goes to stderr.
"""
from envhub_worker.main import main

if __name__ == "__main__":
    main()
