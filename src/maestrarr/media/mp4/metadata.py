"""What an MP4 says of itself as a whole: its title, its writer, its covers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maestrarr.media.mp4.boxes import Box, boxes, payload
from maestrarr.media.window import Window

MAX_TEXT_BYTES: Final = 4_096

_TITLE: Final = b"\xa9nam"
_TOOL: Final = b"\xa9too"
_ENCODER: Final = b"\xa9swr"  # QuickTime's word for it
_COVERS: Final = {13: "mjpeg", 14: "png", 27: "bmp"}  # the type of an iTunes `data` box


@dataclass(slots=True)
class Tags:
    """What the whole file says of itself."""

    title: str | None = None
    muxer: str | None = None


def read_tags(window: Window, box: Box, tags: Tags) -> list[str]:
    """Take the title and the writer out of a box of the user data.

    Returns:
        The codec of each cover found.
    """
    if box.kind == b"meta":
        return [codec for item in _items(window, box) for codec in _read_item(window, item, tags)]
    if box.kind in (_TITLE, _TOOL, _ENCODER):  # QuickTime: a length and a language stand before
        _note(tags, box.kind, payload(window, box, limit_bytes=MAX_TEXT_BYTES)[4:])
    return []


def _items(window: Window, box: Box) -> Iterator[Box]:
    """Yield the items of an iTunes list; only MP4's `meta` box has a version before its boxes."""
    is_plain = window.read(box.payload + 4, 4) == b"hdlr"
    for part in boxes(window, box.payload + (0 if is_plain else 4), box.end):
        if part.kind == b"ilst":
            yield from boxes(window, part.payload, part.end)


def _read_item(window: Window, item: Box, tags: Tags) -> Iterator[str]:
    if item.kind not in (_TITLE, _TOOL, b"covr"):
        return
    for value in boxes(window, item.payload, item.end):
        if value.kind != b"data":
            continue
        if item.kind == b"covr":
            kind = int.from_bytes(window.read(value.payload, 4), "big")
            yield _COVERS.get(kind, "mjpeg")
        else:
            _note(tags, item.kind, payload(window, value, limit_bytes=MAX_TEXT_BYTES)[8:])


def _note(tags: Tags, kind: bytes, written: bytes) -> None:
    text = written.partition(b"\0")[0].decode("utf-8", "replace") or None
    if kind == _TITLE:
        tags.title = tags.title or text
    else:
        tags.muxer = tags.muxer or text
