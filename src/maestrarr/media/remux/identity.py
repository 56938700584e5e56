"""A copy keeps the film's own id (Matroska's SegmentUID), by which it is known again when moved."""

import os
from pathlib import Path

from maestrarr.media.edits import Write
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import CHECKSUM_BYTES, Master, checksum_of
from maestrarr.media.matroska.layout import find_parts
from maestrarr.media.window import Window


def keep_identity(source: Path, staging: Path) -> None:
    """Write the film's own id over the one that FFmpeg made up, and set the checksum right.

    Raises:
        NotReadable: the headers of one of them contradict themselves.
        OSError: the copy cannot be written to.
    """
    with Window(source) as film, Window(staging) as copy:
        own = _info(film)
        write = own and _renamed(copy, own[1].payload(ids.SEGMENT_UID))
    if write:
        descriptor = os.open(staging, os.O_WRONLY | os.O_NOFOLLOW)
        try:
            os.pwrite(descriptor, write[1], write[0])
        finally:
            os.close(descriptor)


def _renamed(copy: Window, uid: bytes) -> Write | None:
    """Say what shall stand in the copy's Info; nothing where one of them has no id."""
    found = _info(copy)
    spans = found[1].spans(ids.SEGMENT_UID) if found else []
    if found is None or not spans or spans[0][1] - spans[0][0] != len(uid):
        return None
    at, info = found
    data = bytearray(info.data)
    data[slice(*spans[0])] = uid
    if info.payload(ids.CRC32):
        data[CHECKSUM_BYTES - 4 : CHECKSUM_BYTES] = checksum_of(data)
    return at, bytes(data)


def _info(window: Window) -> tuple[int, Master] | None:
    """Read the Info element, and where its payload starts."""
    part = find_parts(window).parts.get(ids.INFO)
    if part is None:
        return None
    return part.payload, Master(window.read_whole(part.payload, part.end - part.payload))
