"""Files and folders become articles; whatever can't be read becomes a problem that says why."""

from crisis_reader.sources.records import Loaded

__all__ = ["Loaded"]
