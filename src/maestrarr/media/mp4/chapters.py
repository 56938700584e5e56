"""Chapters of an MP4: Nero's list, or QuickTime's track of texts."""

import struct
from itertools import accumulate
from typing import Final

from maestrarr.media.facts import Chapter
from maestrarr.media.mp4.boxes import Box, payload
from maestrarr.media.mp4.tracks import Track
from maestrarr.media.window import Window

MAX_CHAPTERS: Final = 1_000
MAX_TITLE_BYTES: Final = 1_024

_NERO_TICKS: Final = 10_000_000  # a second, in units of 100 nanoseconds


def nero_chapters(window: Window, box: Box) -> list[Chapter]:
    """Read Nero's `chpl` box: a time, a length and a text for each chapter."""
    data = payload(window, box, limit_bytes=MAX_CHAPTERS * 265)
    position = 9 if data[:1] == b"\1" else 5
    found: list[Chapter] = []
    while position + 9 <= len(data) and len(found) < MAX_CHAPTERS:
        ticks = int.from_bytes(data[position : position + 8], "big")
        end = position + 9 + data[position + 8]
        title = data[position + 9 : end].decode("utf-8", "replace")
        found.append(Chapter(start_seconds=ticks / _NERO_TICKS, title=title or None))
        position = end
    return found


def text_chapters(window: Window, track: Track) -> list[Chapter]:
    """Read the chapters that a track of texts holds; its few samples are read for their titles."""
    if not track.timescale:
        return []
    durations = _durations(window, track)
    sizes = _sizes(window, track)
    offsets = _offsets(window, track, sizes)
    starts = accumulate(durations, initial=0)
    return [
        Chapter(
            start_seconds=start / track.timescale,
            title=_title(window.read(offset, min(size, MAX_TITLE_BYTES))),
        )
        for start, size, offset in zip(starts, sizes, offsets, strict=False)
    ]


def _table(window: Window, track: Track, kind: bytes, columns: int) -> list[tuple[int, ...]]:
    """Read the rows of a sample table whose count stands in its second word."""
    box = track.tables.get(kind)
    if box is None:
        return []
    head = window.read(box.payload, 8)
    count = min(int.from_bytes(head[4:8], "big"), MAX_CHAPTERS)
    rows = window.read(box.payload + 8, count * 4 * columns)
    whole = len(rows) - len(rows) % (4 * columns)
    return list(struct.iter_unpack(f">{columns}I", rows[:whole]))


def _durations(window: Window, track: Track) -> list[int]:
    durations: list[int] = []
    for count, duration in _table(window, track, b"stts", 2):
        durations.extend([duration] * min(count, MAX_CHAPTERS - len(durations)))
    return durations


def _sizes(window: Window, track: Track) -> list[int]:
    box = track.tables.get(b"stsz")
    if box is None:
        return []
    fixed, count = struct.unpack(">4xII", window.read_whole(box.payload, 12))
    count = min(count, MAX_CHAPTERS)
    if fixed:
        return [fixed] * count
    rows = window.read(box.payload + 12, count * 4)
    return [size for (size,) in struct.iter_unpack(">I", rows[: len(rows) - len(rows) % 4])]


def _offsets(window: Window, track: Track, sizes: list[int]) -> list[int]:
    """Say where each sample is, from the chunks and how many samples each of them holds."""
    if b"co64" in track.tables:
        pairs = _table(window, track, b"co64", 2)
        chunks = [high << 32 | low for high, low in pairs]
    else:
        chunks = [offset for (offset,) in _table(window, track, b"stco", 1)]
    runs = _table(window, track, b"stsc", 3)
    offsets: list[int] = []
    for number, offset in enumerate(chunks, start=1):
        held = next((row[1] for row in reversed(runs) if row[0] <= number), 0)
        position = offset
        for _ in range(min(held, len(sizes) - len(offsets))):
            offsets.append(position)
            position += sizes[len(offsets) - 1]
    return offsets


def _title(sample: bytes) -> str | None:
    """Read a text sample: its length, then UTF-8, or UTF-16 behind a byte order mark."""
    text = sample[2 : 2 + int.from_bytes(sample[:2], "big")]
    is_wide = text[:2] in (b"\xfe\xff", b"\xff\xfe")
    return text.decode("utf-16" if is_wide else "utf-8", "replace") or None
