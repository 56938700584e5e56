"""Lays an MP4 file out: index first or last, in fragments, or with 64-bit sizes.

Source: ISO/IEC 14496-12 (boxes), 8.8 (fragments).
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from maestrarr.demo.video import boxes
from maestrarr.demo.video.mp4_tracks import MOVIE_TIMESCALE, Lane, lanes, trak
from maestrarr.media.facts import Chapter, Probe

_MATRIX = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_BASE_IS_MOOF = 0x020000
_TRUN_FLAGS = 0x000701  # data offset; duration, size and flags of each sample
_KEY_SAMPLE, _OTHER_SAMPLE = 0x02000000, 0x01010000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mp4Layout:
    """How one writer lays a file out; `is_large` gives the media data a 64-bit size."""

    name: str
    has_index_first: bool = False
    is_fragmented: bool = False
    is_large: bool = False


INDEX_LAST = Mp4Layout(name="moov at the end")
FASTSTART = Mp4Layout(name="faststart", has_index_first=True)
FRAGMENTED = Mp4Layout(name="fragmented", is_fragmented=True)
LARGE = Mp4Layout(name="64-bit", is_large=True)
MP4_LAYOUTS = (INDEX_LAST, FASTSTART, FRAGMENTED, LARGE)


def mp4(facts: Probe, layout: Mp4Layout = INDEX_LAST) -> bytes:
    """Make the bytes of a file of which all that `facts` says is true."""
    head = _ftyp(facts.container)
    film = lanes(facts)
    if layout.is_fragmented:
        return head + _moov(facts, film, []) + b"".join(_fragments(film))
    chunks = [
        (lane, b"".join(sample.data for sample in lane.seconds[second]))
        for second in range(max(len(lane.seconds) for lane in film))
        for lane in film
        if second < len(lane.seconds) and lane.seconds[second]
    ]
    data = _mdat(b"".join(chunk for _, chunk in chunks), is_large=layout.is_large)
    first = len(head) + (16 if layout.is_large else 8)
    index = _moov(facts, film, _chunk_starts(film, chunks, first))
    if not layout.has_index_first:
        return head + data + index
    index = _moov(facts, film, _chunk_starts(film, chunks, first + len(index)))
    return head + index + data


def _ftyp(container: str) -> bytes:
    brand = b"qt  " if container == "mov" else b"isom"
    return boxes.box(b"ftyp", brand, struct.pack(">I", 0x200), brand, b"iso2", b"mp41")


def _mdat(data: bytes, *, is_large: bool) -> bytes:
    if not is_large:
        return boxes.box(b"mdat", data)
    return struct.pack(">I4sQ", 1, b"mdat", 16 + len(data)) + data


def _chunk_starts(
    film: Sequence[Lane], chunks: Sequence[tuple[Lane, bytes]], first: int
) -> list[list[int]]:
    """Say, for each lane, at which byte of the file each of its chunks starts."""
    starts: dict[int, list[int]] = {lane.number: [] for lane in film}
    for lane, chunk in chunks:
        starts[lane.number].append(first)
        first += len(chunk)
    return list(starts.values())


def _moov(facts: Probe, film: Sequence[Lane], starts: Sequence[Sequence[int]]) -> bytes:
    milliseconds = round((facts.duration_seconds or 0) * MOVIE_TIMESCALE)
    header = boxes.full_box(
        b"mvhd",
        struct.pack(">4I", 0, 0, MOVIE_TIMESCALE, milliseconds),
        struct.pack(">IH10x", 1 << 16, 0x100),
        _MATRIX,
        bytes(24),
        struct.pack(">I", len(film) + 1),
    )
    chunked = starts or [[] for _ in film]
    traks = [trak(lane, milliseconds, own) for lane, own in zip(film, chunked, strict=True)]
    extended = b"" if starts else _mvex(film, milliseconds)
    return boxes.box(b"moov", header, *traks, extended, _udta(facts))


def _mvex(film: Sequence[Lane], milliseconds: int) -> bytes:
    defaults = [
        boxes.full_box(b"trex", struct.pack(">5I", lane.number, 1, 0, 0, 0)) for lane in film
    ]
    whole = boxes.full_box(b"mehd", struct.pack(">I", milliseconds))
    return boxes.box(b"mvex", whole, *defaults)


def _udta(facts: Probe) -> bytes:
    parts = [_title(facts.title)] if facts.title else []
    parts += [_chapters(facts.chapters)] if facts.chapters else []
    return boxes.box(b"udta", *parts) if parts else b""


def _title(title: str) -> bytes:
    """Write the film's title as iTunes does."""
    data = boxes.box(b"data", struct.pack(">II", 1, 0), title.encode())
    handler = boxes.full_box(b"hdlr", bytes(4), b"mdirappl", bytes(9))
    return boxes.full_box(b"meta", handler, boxes.box(b"ilst", boxes.box(b"\xa9nam", data)))


def _chapters(chapters: Sequence[Chapter]) -> bytes:
    """Write chapters as Nero did: starts in units of 100 nanoseconds."""
    rows = []
    for chapter in chapters:
        title = (chapter.title or "").encode()
        start = round(chapter.start_seconds * 10_000_000)
        rows.append(struct.pack(">QB", start, len(title)) + title)
    return boxes.full_box(b"chpl", struct.pack(">IB", 0, len(rows)), *rows, version=1)


def _fragments(film: Sequence[Lane]) -> Iterator[bytes]:
    """Give one fragment for each second: its index and its data."""
    clocks = dict.fromkeys((lane.number for lane in film), 0)
    for second in range(max(len(lane.seconds) for lane in film)):
        present = [lane for lane in film if second < len(lane.seconds) and lane.seconds[second]]
        size = len(_moof(second, present, clocks, 0))
        samples = [sample for lane in present for sample in lane.seconds[second]]
        yield _moof(second, present, clocks, size + 8)
        yield boxes.box(b"mdat", *(sample.data for sample in samples))
        for lane in present:
            clocks[lane.number] += sum(sample.ticks for sample in lane.seconds[second])


def _moof(second: int, present: Sequence[Lane], clocks: dict[int, int], first: int) -> bytes:
    """Write a fragment's index; `first` is where its data starts, from its own first byte."""
    trafs = []
    for lane in present:
        samples = lane.seconds[second]
        rows = [
            (sample.ticks, len(sample.data), _KEY_SAMPLE if sample.is_key else _OTHER_SAMPLE)
            for sample in samples
        ]
        numbers = [value for row in rows for value in row]
        head = boxes.full_box(b"tfhd", struct.pack(">I", lane.number), flags=_BASE_IS_MOOF)
        clock = boxes.full_box(b"tfdt", struct.pack(">Q", clocks[lane.number]), version=1)
        run = struct.pack(f">II{len(numbers)}I", len(rows), first, *numbers)
        trafs.append(
            boxes.box(b"traf", head, clock, boxes.full_box(b"trun", run, flags=_TRUN_FLAGS))
        )
        first += sum(len(sample.data) for sample in samples)
    count = boxes.full_box(b"mfhd", struct.pack(">I", second + 1))
    return boxes.box(b"moof", count, *trafs)
