"""How long a file is whose writer did not say: up to the end of its last block."""

from typing import Final

from maestrarr.media.facts import NotReadable
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import MAX_CHILDREN, Master, header
from maestrarr.media.window import Window

SEARCHED_BYTES: Final = (256 * 1024, 8 * 1024 * 1024)  # from the end, in two steps

_CLUSTER_BYTES: Final = ids.CLUSTER.to_bytes(4, "big")


def last_timestamp(window: Window, start: int) -> int | None:
    """Find when the last block ends, in ticks of the file's own scale.

    None when no Cluster starts in the last 8 MiB.
    """
    for searched in SEARCHED_BYTES:
        begin = max(start, window.size_bytes - searched)
        tail = window.read(begin, window.size_bytes - begin)
        position = tail.rfind(_CLUSTER_BYTES)
        while position >= 0:
            ticks = _end_of_cluster(tail, position)
            if ticks is not None:
                return ticks
            position = tail.rfind(_CLUSTER_BYTES, 0, position)
        if begin == start:
            return None
    return None


def _end_of_cluster(tail: bytes, position: int) -> int | None:
    """Read the Cluster at `position`; None when these four bytes were only chance."""
    try:
        _, size, position = header(tail, position)
        end = len(tail) if size is None else min(position + size, len(tail))
        return _last_block(tail, position, end)
    except NotReadable:
        return None


def _last_block(tail: bytes, position: int, end: int) -> int | None:
    begin, latest = None, 0
    for _ in range(MAX_CHILDREN):
        if position >= end:
            break
        element, size, payload = header(tail, position)
        if size is None or (begin is None and payload + size > end):
            break
        position = payload + size
        if element == ids.CLUSTER_TIMESTAMP:
            begin = int.from_bytes(tail[payload : payload + min(size, 8)], "big")
        elif element == ids.SIMPLE_BLOCK:
            latest = max(latest, _block_time(tail, payload))
        elif element == ids.BLOCK_GROUP and position <= end:
            group = Master(tail, payload, position)
            for start, _ in group.spans(ids.BLOCK)[:1]:
                block_end = _block_time(tail, start) + group.number(ids.BLOCK_DURATION)
                latest = max(latest, block_end)
        elif element not in _KNOWN_IN_CLUSTER:
            break
    return None if begin is None else begin + latest


_KNOWN_IN_CLUSTER: Final = frozenset({ids.CRC32, ids.VOID, 0xA7, 0xAB, 0x5854, ids.BLOCK_GROUP})


def _block_time(data: bytes, payload: int) -> int:
    """Read a block's time in its Cluster: two signed bytes after the track's number."""
    length = 9 - data[payload].bit_length() if payload < len(data) else 1
    return int.from_bytes(data[payload + length : payload + length + 2], "big", signed=True)
