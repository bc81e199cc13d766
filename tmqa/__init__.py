"""tmqa checks machine-translated Georgian articles against their English sources."""

__version__ = "0.1.0"
