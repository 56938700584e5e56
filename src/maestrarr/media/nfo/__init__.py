"""NFO files, read and written: Kodi's XML and its relatives, lone addresses, and broken ones.

Nothing in a file can make the reader open another, ask the network, or expand an entity. The writer
keeps all that it does not know.
"""

from maestrarr.media.nfo.entry import (
    Actor,
    AudioStream,
    NfoEntry,
    NfoFile,
    NfoKind,
    Rating,
    Streams,
    VideoStream,
)
from maestrarr.media.nfo.reading import LARGEST_BYTES, read, read_file
from maestrarr.media.nfo.streams import streams_of
from maestrarr.media.nfo.writing import Description, write

__all__ = [
    "LARGEST_BYTES",
    "Actor",
    "AudioStream",
    "Description",
    "NfoEntry",
    "NfoFile",
    "NfoKind",
    "Rating",
    "Streams",
    "VideoStream",
    "read",
    "read_file",
    "streams_of",
    "write",
]
