"""MP4's boxes: a size, four letters, and what is inside. Source: ISO/IEC 14496-12, 4.2."""

import struct
from collections.abc import Iterator

_TO_THE_ENTRIES = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd")


def box(kind: bytes, *parts: bytes) -> bytes:
    """Wrap `parts` into one box."""
    inside = b"".join(parts)
    return struct.pack(">I4s", 8 + len(inside), kind) + inside


def full_box(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    """Wrap `parts` into a box that starts with a version and 24 bits of flags."""
    return box(kind, struct.pack(">I", version << 24 | flags), *parts)


def children(inside: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the kind and the inside of each box that stands in `inside`."""
    at = 0
    while at + 8 <= len(inside):
        size, kind = struct.unpack_from(">I4s", inside, at)
        header = 8
        if size == 1:
            size, header = struct.unpack_from(">Q", inside, at + 8)[0], 16
        yield kind, inside[at + header : at + size]
        at += size


def first_entry(file: bytes) -> bytes:
    """Cut out the first sample entry box of an MP4 file's first track."""
    inside = file
    for wanted in _TO_THE_ENTRIES:
        inside = next(found for kind, found in children(inside) if kind == wanted)
    return inside[8:]
