"""The worker's rooms; worker.py is their door."""
