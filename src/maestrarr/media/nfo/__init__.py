"""NFO files, read: Kodi's XML and its relatives, lone addresses, and what is left of broken ones.

Nothing in a file can make the reader open another, ask the network, or expand an entity.
"""

from maestrarr.media.nfo.entry import Actor, NfoEntry, NfoFile, NfoKind, Rating
from maestrarr.media.nfo.reading import LARGEST_BYTES, read, read_file

__all__ = [
    "LARGEST_BYTES",
    "Actor",
    "NfoEntry",
    "NfoFile",
    "NfoKind",
    "Rating",
    "read",
    "read_file",
]
