"""Boxes, the binary tree that MP4 and QuickTime are written in (ISO/IEC 14496-12, 4.2)."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.window import Window

MAX_BOXES: Final = 20_000  # in one box, and on the top level

_HEADER: Final = struct.Struct(">I4s")
_LARGE: Final = struct.Struct(">Q")


class Box(NamedTuple):
    """A box of the file: its kind, where it starts, where its payload starts and ends."""

    kind: bytes
    start: int
    payload: int
    end: int


def damaged(what: str) -> NotReadable:
    """Make the error for a box that contradicts itself."""
    return NotReadable(FaultKind.DAMAGED, because("damaged_mp4", technical=what))


def box_at(window: Window, start: int, end: int) -> Box | None:
    """Read the header of the box at `start`; None where fewer than eight bytes are left.

    Size 1 means that a 64-bit size follows, size 0 that the box lasts until `end`.

    Raises:
        NotReadable: the box is shorter than its own header.
    """
    head = window.read(start, 16)
    if len(head) < 8 or start + 8 > end:
        return None
    size, kind = _HEADER.unpack_from(head)
    payload = start + 8
    if size == 1:
        if len(head) < 16:
            return None
        (size,) = _LARGE.unpack_from(head, 8)
        payload = start + 16
    elif size == 0:
        size = end - start
    if start + size < payload:
        raise damaged("a box is shorter than its own header")
    return Box(kind, start, payload, start + size)


def boxes(window: Window, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes inside another one, whose payload is between two positions.

    Raises:
        NotReadable: one of them is longer than the box around it, or they are too many.
    """
    for _ in range(MAX_BOXES):
        found = box_at(window, start, end)
        if found is None:
            return
        if found.end > end:
            raise damaged(f"a box is longer than the {end - start} bytes left for it")
        yield found
        start = found.end
    raise damaged("there is no end of its boxes")


def payload(window: Window, box: Box, *, limit_bytes: int = 64 * 1024) -> bytes:
    """Read a box's payload, or its first bytes when it is longer than anyone writes."""
    return window.read(box.payload, min(box.end - box.payload, limit_bytes))
