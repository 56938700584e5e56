"""What is wrong with a Matroska file's headers, found without telling what they say."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.matroska import extras, ids
from maestrarr.media.matroska.ebml import Master
from maestrarr.media.matroska.layout import Layout, read_part
from maestrarr.media.window import MAX_READ_BYTES, Window

MAX_TAGS_BYTES: Final = 4 * 1024 * 1024

_Inner: TypeAlias = Mapping[int, "_Inner"]  # the elements in one that are made of others again

_TRACK: Final[_Inner] = {
    ids.VIDEO: {ids.COLOUR: {}},
    ids.AUDIO: {},
    ids.CONTENT_ENCODINGS: {ids.CONTENT_ENCODING: {}},
    ids.BLOCK_ADDITION_MAPPING: {},
}
_PARTS: Final[tuple[tuple[int, int, _Inner], ...]] = (
    (ids.INFO, MAX_READ_BYTES, {}),
    (ids.TAGS, MAX_TAGS_BYTES, {ids.TAG: {ids.TARGETS: {}, ids.SIMPLE_TAG: {}}}),
    (
        ids.CHAPTERS,
        MAX_READ_BYTES,
        {ids.EDITION_ENTRY: {ids.CHAPTER_ATOM: {ids.CHAPTER_DISPLAY: {}}}},
    ),
)


def missing_end(window: Window, layout: Layout) -> NotReadable | None:
    """Say so when the end of the file was not written, or not copied."""
    if layout.is_cut_off(window):
        missing = (layout.end or 0) - window.size_bytes
        return NotReadable(FaultKind.TRUNCATED, because("bytes_missing", missing=missing))
    if layout.has_zeros:
        return NotReadable(FaultKind.TRUNCATED, because("zeros_for_index"))
    return None


def refuse_what_is_damaged(window: Window, layout: Layout, tracks: Iterable[Master]) -> None:
    """See that every header which `reader` would read is whole, and that the file's end is there.

    Raises:
        NotReadable: one contradicts itself, or the end is missing.
    """
    for part, limit_bytes, inner in _PARTS:
        if found := read_part(window, layout, part, limit_bytes=limit_bytes):
            _take_apart(found, inner)
    for track in tracks:
        _take_apart(track, _TRACK)
    extras.read_attachments(window, layout)
    if fault := missing_end(window, layout):
        raise fault


def _take_apart(outer: Master, inner: _Inner) -> None:
    for element in inner.keys() & outer.children.keys():
        for one in outer.masters(element):
            _take_apart(one, inner[element])
