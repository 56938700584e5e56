"""How long a fragmented MP4 is, which its header cannot know (ISO/IEC 14496-12, 8.8 and 8.16)."""

import struct
from array import array
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from sys import byteorder
from typing import Final

from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, NotReadable
from maestrarr.media.mp4.boxes import MAX_BOXES, Box, box_at, boxes, payload
from maestrarr.media.window import MAX_READ_BYTES, Window

LAST_FRAGMENTS: Final = 8  # tracks may take turns: the last fragment alone can miss the longest

_BASE_OFFSET, _DESCRIPTION, _DEFAULT_DURATION = 0x1, 0x2, 0x8  # tfhd flags
_DATA_OFFSET, _FIRST_FLAGS, _SAMPLE_DURATION = 0x1, 0x4, 0x100  # trun flags
_SAMPLE_FIELDS: Final = (0x100, 0x200, 0x400, 0x800)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a track's samples last when a fragment does not say, and its ticks a second."""

    sample_duration: int
    timescale: int


def from_index(window: Window, box: Box) -> float | None:
    """Add up the durations of a segment index that covers the whole rest of the file.

    None when it does not: each fragment of a live recording has an index of its own.

    Raises:
        NotReadable: it promises more bytes than there are.
    """
    data = payload(window, box, limit_bytes=MAX_READ_BYTES)
    is_long = data[:1] == b"\1"
    at = 28 if is_long else 20
    if len(data) < at + 4:
        return None
    timescale = int.from_bytes(data[8:12], "big")
    first_offset = int.from_bytes(data[20:28] if is_long else data[16:20], "big")
    references = data[at + 4 : at + 4 + 12 * int.from_bytes(data[at + 2 : at + 4], "big")]
    whole = references[: len(references) - len(references) % 12]
    sizes = _numbers(whole)
    end = box.end + first_offset + sum(size & 0x7FFFFFFF for size in sizes[::3])
    if not timescale or not sizes:
        return None
    following = box_at(window, end, window.size_bytes)
    if end < window.size_bytes and following and following.kind not in (b"mfra", b"free"):
        return None
    if end > window.size_bytes:
        missing = end - window.size_bytes
        raise NotReadable(FaultKind.TRUNCATED, because("bytes_missing", missing=missing))
    begin = int.from_bytes(data[12:20] if is_long else data[12:16], "big")
    return float(begin + sum(sizes[1::3])) / timescale


def from_last_fragments(
    window: Window, start: int, tracks: dict[int, Defaults]
) -> tuple[float | None, bool]:
    """Find when the last samples end, and whether the last box is cut off.

    The fragments are found through the index at the file's end, else by hopping from `start`.
    """
    fragments, is_cut_off = _hop(window, _last_indexed(window) or start)
    seconds = [
        found
        for fragment in fragments
        if (found := _end_of_fragment(window, fragment, tracks)) is not None
    ]
    return max(seconds, default=None), is_cut_off


def _hop(window: Window, position: int) -> tuple[deque[Box], bool]:
    """Hop over box headers to the end of the file, and keep the last few fragments."""
    kept: deque[Box] = deque(maxlen=LAST_FRAGMENTS)
    for _ in range(MAX_BOXES):
        found = box_at(window, position, window.size_bytes)
        if found is None:
            break
        if found.end > window.size_bytes or not found.kind.strip(b"\0"):
            return kept, True  # zeros, too, are a download that has not come this far
        if found.kind == b"moof":
            kept.append(found)
        position = found.end
    return kept, False


def _last_indexed(window: Window) -> int | None:
    """Ask the random access index at the file's end where the last fragment begins."""
    tail = window.read(max(window.size_bytes - 16, 0), 16)
    if tail[4:8] != b"mfro":
        return None
    start = window.size_bytes - int.from_bytes(tail[12:16], "big")
    index = box_at(window, start, window.size_bytes) if start > 0 else None
    if index is None or index.kind != b"mfra":
        return None
    offsets = [
        offset
        for part in boxes(window, index.payload, index.end)
        if part.kind == b"tfra" and (offset := _last_offset(window, part))
    ]
    last = max(offsets, default=0)
    found = box_at(window, last, start) if last else None
    return last if found and found.kind == b"moof" else None


def _last_offset(window: Window, table: Box) -> int:
    """Read where a track's last indexed fragment begins."""
    head = window.read(table.payload, 16)
    if len(head) < 16:
        return 0
    lengths = int.from_bytes(head[8:12], "big")
    width = 8 if head[0] == 1 else 4
    row = 2 * width + 3 + sum(lengths >> shift & 3 for shift in (0, 2, 4))
    count = int.from_bytes(head[12:16], "big")
    if not count:
        return 0
    last = table.payload + 16 + (count - 1) * row
    return int.from_bytes(window.read(last + width, width), "big")


def sample_seconds(window: Window, start: int, tracks: dict[int, Defaults]) -> dict[int, float]:
    """Say how long one sample lasts, by track number, as the first fragment has it."""
    first = box_at(window, start, window.size_bytes)
    if first is None or first.end > window.size_bytes:
        return {}
    return {
        run.number: run.usual / run.timescale for run in _runs(window, first, tracks) if run.usual
    }


@dataclass(frozen=True, slots=True)
class _Run:
    """A track's samples in one fragment: when they begin, how long all and most of them last."""

    number: int
    timescale: int
    begin: int | None
    lasted: int
    usual: int


def _end_of_fragment(window: Window, fragment: Box, tracks: dict[int, Defaults]) -> float | None:
    """Say when the longest track of a fragment ends, in seconds from the start of the film."""
    ends = [
        (run.begin + run.lasted) / run.timescale
        for run in _runs(window, fragment, tracks)
        if run.begin is not None
    ]
    return max(ends, default=None)


def _runs(window: Window, fragment: Box, tracks: dict[int, Defaults]) -> Iterator[_Run]:
    for part in boxes(window, fragment.payload, fragment.end):
        if part.kind == b"traf" and (run := _run(window, part, tracks)) is not None:
            yield run


def _run(window: Window, part: Box, tracks: dict[int, Defaults]) -> _Run | None:
    """Read a `traf` box; None when its track is unknown."""
    number, every, begin, lasted, usual = 0, 0, None, 0, 0
    for box in boxes(window, part.payload, part.end):
        if box.kind == b"tfhd":
            head = payload(window, box, limit_bytes=64)
            number = int.from_bytes(head[4:8], "big")
            default = tracks[number].sample_duration if number in tracks else 0
            every = _fragment_default(head) or default
        elif box.kind == b"tfdt":
            head = window.read(box.payload, 12)
            begin = int.from_bytes(head[4:12] if head[:1] == b"\1" else head[4:8], "big")
        elif box.kind == b"trun":
            samples = payload(window, box, limit_bytes=MAX_READ_BYTES)
            run_lasted, usual = _run_durations(samples, every)
            lasted += run_lasted
    timescale = tracks[number].timescale if number in tracks else 0
    return _Run(number, timescale, begin, lasted, usual) if timescale else None


def _fragment_default(head: bytes) -> int:
    """Read default_sample_duration out of a track fragment header; 0 when it has none."""
    flags = int.from_bytes(head[1:4], "big")
    if not flags & _DEFAULT_DURATION:
        return 0
    at = 8 + 8 * bool(flags & _BASE_OFFSET) + 4 * bool(flags & _DESCRIPTION)
    return int.from_bytes(head[at : at + 4], "big")


def _run_durations(run: bytes, every: int) -> tuple[int, int]:
    """Say how long a run's samples last together, and how long most of them do."""
    flags, count = int.from_bytes(run[1:4], "big"), int.from_bytes(run[4:8], "big")
    if not flags & _SAMPLE_DURATION:
        return count * every, every
    at = 8 + 4 * bool(flags & _DATA_OFFSET) + 4 * bool(flags & _FIRST_FLAGS)
    fields = sum(1 for bit in _SAMPLE_FIELDS if flags & bit)
    rows = run[at : at + 4 * fields * count]
    durations = _numbers(rows[: len(rows) - len(rows) % (4 * fields)])[::fields]
    [(usual, _)] = Counter(durations).most_common(1) or [(0, 0)]
    return sum(durations), usual


def _numbers(data: bytes) -> "array[int]":
    """Read big-endian 32-bit numbers."""
    numbers = array("I" if array("I").itemsize == 4 else "L", data)
    if byteorder == "little":
        numbers.byteswap()
    return numbers


def track_defaults(window: Window, extends: Box, timescales: dict[int, int]) -> dict[int, Defaults]:
    """Read the `trex` boxes of a movie extends box, by track number."""
    found = {number: Defaults(0, scale) for number, scale in timescales.items()}
    for part in boxes(window, extends.payload, extends.end):
        if part.kind == b"trex":
            head = window.read(part.payload, 16)
            number, _, duration = struct.unpack_from(">III", head.ljust(16, b"\0"), 4)
            found[number] = Defaults(duration, timescales.get(number, 0))
    return found
