"""What can go wrong with fetching, each with what to do about it; caught within the room.

The rest of the program sees a ``Problem`` with the same words.
"""

from crisis_reader.errors import CrisisReaderError


class FetchError(CrisisReaderError):
    """An address could not be fetched; the message says why and what to do."""


class PrivateAddressError(FetchError):
    """It leads to this machine or to a private network."""


class UntrustedError(FetchError):
    """Its certificate does not show that it is who it says."""


class TooSlowError(FetchError):
    """Its time is up."""


class TooLargeError(FetchError):
    """It sent, or unpacks to, more than is read."""


class RefusedError(FetchError):
    """Who runs the site does not want it fetched, or not now."""
