"""Real films rewritten so that their headers leave no room at all, as a thrifty writer would."""

import struct
import zlib
from collections.abc import Iterator

from handmade_boxes import box
from handmade_elements import element, tight

from maestrarr.media.matroska import ids

LEFT_OUT = {ids.VOID, ids.SEEK_HEAD, ids.CUES, ids.CRC32}
SAYS_LITTLE = {ids.VOID, ids.CRC32, ids.FLAG_DEFAULT, ids.FLAG_ENABLED, ids.FLAG_LACING}


def children(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Read the elements in a payload; one of unknown size lasts to its end."""
    at = 0
    while at < len(data):
        size_at = at + 9 - data[at].bit_length()
        payload = size_at + 9 - data[size_at].bit_length()
        width = payload - size_at
        size = int.from_bytes(data[size_at:payload], "big") - (1 << 7 * width)
        is_unknown = size == (1 << 7 * width) - 1
        stop = len(data) if is_unknown else payload + size
        yield int.from_bytes(data[at:size_at], "big"), data[payload:stop]
        at = stop


def tightened(film: bytes, *, is_checked: bool = False) -> bytes:
    """Rewrite a Matroska film without any space, index or flag that need not be there.

    All of its tracks are default ones then, so that picking one has to say no to the others.
    `is_checked` puts one checksum over the whole film.
    """
    (_, head), (_, body) = list(children(film))[:2]
    parts = [part for part in children(body) if part[0] not in LEFT_OUT]
    parts.sort(key=lambda part: part[0] == ids.CLUSTER)
    inside = b"".join(
        element(kind, _tracks(data) if kind == ids.TRACKS else data, size_bytes=8)
        if kind == ids.CLUSTER or len(data) > 16_000
        else tight(kind, _tracks(data) if kind == ids.TRACKS else _plain(kind, data))
        for kind, data in parts
    )
    if is_checked:
        inside = tight(ids.CRC32, zlib.crc32(inside).to_bytes(4, "little")) + inside
    return element(ids.EBML, head) + element(ids.SEGMENT, inside, size_bytes=8)


def _plain(kind: int, data: bytes) -> bytes:
    """Leave checksums and space out of a part."""
    if kind == ids.CLUSTER:
        return data
    kept = ((name, inner) for name, inner in children(data) if name not in LEFT_OUT)
    return b"".join(element(name, inner) for name, inner in kept)


def _tracks(data: bytes) -> bytes:
    entries = (inner for name, inner in children(data) if name == ids.TRACK_ENTRY)
    return b"".join(tight(ids.TRACK_ENTRY, _entry(inner)) for inner in entries)


def _entry(data: bytes) -> bytes:
    kept = ((name, inner) for name, inner in children(data) if name not in SAYS_LITTLE)
    return b"".join(element(name, inner, size_bytes=_width(inner)) for name, inner in kept)


def _width(inner: bytes) -> int:
    return 1 if len(inner) < 127 else 2 if len(inner) < 16_383 else 3


def compressed(movie: bytes) -> bytes:
    """Compress the header of a QuickTime film that stands at its end, as QuickTime once did."""
    at = movie.rindex(b"moov") - 4
    header = movie[at:]
    packed = struct.pack(">I", len(header)) + zlib.compress(header)
    return movie[:at] + box(b"moov", box(b"cmov", box(b"dcom", b"zlib"), box(b"cmvd", packed)))
