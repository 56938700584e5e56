"""What a Matroska file says that FFmpeg would not write again, and what a copy of it lacks."""

import struct
from collections import Counter
from collections.abc import Iterator
from typing import Final

from maestrarr.media.languages import matroska_language
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import Master
from maestrarr.media.matroska.layout import Layout, elements, find_parts, read_part
from maestrarr.media.matroska.tracks import is_counted
from maestrarr.media.remux import kept
from maestrarr.media.window import MAX_READ_BYTES, Window

# What FFmpeg says in its own way, or derives from the pictures and sounds themselves.
_RENEWED: Final = frozenset(
    (
        *(ids.TRACK_NUMBER, ids.TRACK_UID, ids.FLAG_DEFAULT, ids.FLAG_LACING, ids.LANGUAGE),
        *(ids.DEFAULT_DURATION, ids.MAX_BLOCK_ADDITION_ID, ids.BLOCK_ADD_ID_VALUE),
        *(ids.BLOCK_ADD_ID_NAME, ids.DISPLAY_WIDTH, ids.DISPLAY_HEIGHT, ids.BIT_DEPTH),
        *range(ids.BITS_PER_CHANNEL, ids.CHROMA_SITING),
    )
)
_HEVC: Final = "V_MPEGH/ISO/HEVC"
_HEVC_ARRAYS: Final = 23  # where they begin in the configuration record
_FLOATS: Final = {4: struct.Struct(">f"), 8: struct.Struct(">d")}

_Leaf = tuple[tuple[int, ...], bytes]


def losses(window: Window) -> list[str]:
    """Name what FFmpeg would not write again, each once; nothing would be lost if it is empty.

    Raises:
        NotReadable: the headers contradict themselves.
    """
    return list(dict.fromkeys(_losses(window, find_parts(window))))


def missing(before: Window, after: Window) -> list[str]:
    """Name what the tracks of a file say of themselves and those of its copy do not.

    Raises:
        NotReadable: the headers of one of them contradict themselves.
    """
    pairs = zip(_entries(before), _entries(after), strict=False)
    lacking = (path[-1] for one, other in pairs for path, _ in one - other)
    return list(dict.fromkeys(f"element {element:X}" for element in lacking))


def _losses(window: Window, layout: Layout) -> Iterator[str]:
    if layout.end is not None and layout.end < window.size_bytes:
        yield "what stands behind the film"
    for part, found in layout.parts.items():
        if table := kept.PARTS.get(part):
            content = read_part(window, layout, part, limit_bytes=MAX_READ_BYTES)
            yield from [_word(part)] if content is None else _lost(content, table)
        elif part == ids.ATTACHMENTS:
            yield from _lost_attachments(window, found.payload, found.end)
        elif part not in kept.REWRITTEN:
            yield _word(part)
    standing = Counter(part.id for part in layout.before_clusters)
    yield from (_word(part) for part, times in standing.items() if part in kept.PARTS and times > 1)


def _lost(master: Master, table: kept.Table) -> Iterator[str]:
    """Walk through a part, and name what its table does not."""
    for child in master.in_order():
        inner = table.get(child.id)
        payload = master.data[child.payload : child.end]
        if inner is not None:
            yield from _lost(Master(master.data, child.payload, child.end), inner)
        elif child.id not in table and not _says_nothing(master, child.id, payload):
            yield _word(child.id)
    for element, word in kept.ONCE.items():
        if len(master.spans(element)) > 1:
            yield word
    if ids.TRACK_TYPE in table and not is_counted(
        master.number(ids.TRACK_TYPE), master.text(ids.CODEC_ID)
    ):
        yield "a track of a kind that FFmpeg does not know"


def _says_nothing(master: Master, element: int, payload: bytes) -> bool:
    if element == ids.LANGUAGE_BCP47:
        written = master.text(ids.LANGUAGE)
        spoken = matroska_language(written, master.text(ids.LANGUAGE_BCP47))
        return spoken == matroska_language(written, None)
    is_empty = element in kept.REWRITTEN or not payload
    return is_empty or payload.strip(b"\0") in kept.SAYS_NOTHING.get(element, frozenset())


def _lost_attachments(window: Window, start: int, end: int) -> Iterator[str]:
    """Look at how attachments are described, without reading their data."""
    for file in elements(window, start, end):
        if file.id == ids.ATTACHED_FILE:
            fields = (field.id for field in elements(window, file.payload, file.end))
            yield from (_word(field) for field in fields if field not in kept.ATTACHMENT)
        elif file.id not in kept.REWRITTEN:
            yield _word(file.id)


def _entries(window: Window) -> list[Counter[_Leaf]]:
    """List what each track says of itself and a copy must repeat."""
    tracks = read_part(window, find_parts(window), ids.TRACKS, limit_bytes=MAX_READ_BYTES)
    table = kept.PARTS[ids.TRACKS][ids.TRACK_ENTRY]
    entries = tracks.masters(ids.TRACK_ENTRY) if tracks and table else []
    return [Counter(_leaves(entry, table or {}, ())) for entry in entries]


def _leaves(master: Master, table: kept.Table, path: tuple[int, ...]) -> Iterator[_Leaf]:
    is_hevc = master.text(ids.CODEC_ID) == _HEVC
    for child in master.in_order():
        if child.id in _RENEWED or child.id not in table:
            continue
        inner, here = table[child.id], (*path, child.id)
        payload = master.data[child.payload : child.end]
        if inner is not None:
            yield from _leaves(Master(master.data, child.payload, child.end), inner, here)
        elif is_hevc and child.id == ids.CODEC_PRIVATE:
            yield here, _loosened(payload)
        elif value := _value(child.id, payload):
            yield here, value


def _value(element: int, payload: bytes) -> bytes:
    """Bring a value to one form: a number of any length, a text with padding; nothing for zero."""
    shape = _FLOATS.get(len(payload)) if element in ids.REALS else None
    return repr(shape.unpack(payload)[0]).encode() if shape else payload.strip(b"\0")


def _loosened(record: bytes) -> bytes:
    """Clear what an HEVC record says of whether its parameter sets are all: FFmpeg promises less.

    Source: ISO/IEC 14496-15, 8.3.3.1.2, array_completeness.
    """
    loosened, at = bytearray(record), _HEVC_ARRAYS
    for _ in range(record[at - 1] if len(record) >= at else 0):
        if at + 3 > len(record):
            break
        loosened[at] &= 0x7F
        units = int.from_bytes(record[at + 1 : at + 3], "big")
        at += 3
        for _ in range(units):
            at += 2 + int.from_bytes(record[at : at + 2], "big")
    return bytes(loosened)


def _word(element: int) -> str:
    return kept.WORDS.get(element, f"an element that is not known to be kept ({element:X})")
