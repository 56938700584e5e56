"""Writes what an MP4 file says of each of its tracks. Source: ISO/IEC 14496-12, 8.3 to 8.7."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from maestrarr.demo.video import boxes, spoken, tracks
from maestrarr.demo.video.elementary import Elementary
from maestrarr.demo.video.track_entries import dolby_vision
from maestrarr.media.facts import AudioTrack, HdrKind, Probe, SubtitleTrack, VideoTrack

MOVIE_TIMESCALE = 1000

_MATRIX = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_ENABLED, _IN_MOVIE = 1, 2
_ALTERNATE_GROUP = {b"vide": 0, b"soun": 1, b"sbtl": 2}
_TRANSFER_CODE = {HdrKind.HDR10: 16, HdrKind.HLG: 18, HdrKind.DOLBY_VISION: 16}
# Display P3 in units of 0.00002, then 1000 and 0.005 candela per square metre in units of 0.0001.
_MASTERING = struct.pack(
    ">8H2I", 13250, 34500, 7500, 3000, 34000, 16000, 15635, 16450, 10_000_000, 50
)
# Source: 3GPP TS 26.245, 5.16: white text of 18 points in the middle of the lowest line.
_TEXT_ENTRY = boxes.box(
    b"tx3g",
    bytes.fromhex("000000000000 0001 00000000 01ff 00000000 0000000000000000"),
    bytes.fromhex("0000 0000 0001 00 12 ffffffff"),
    boxes.box(b"ftab", bytes.fromhex("0001 0001 05"), b"Serif"),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """One sample and how many ticks of its track's clock it lasts."""

    data: bytes
    ticks: int
    is_key: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One track on its way into the file; `seconds[n]` holds what starts in second n."""

    number: int
    handler: bytes
    timescale: int
    entry: bytes
    seconds: Sequence[Sequence[Timed]]
    language: str
    title: str | None
    is_enabled: bool
    width: int = 0
    height: int = 0

    @property
    def samples(self) -> list[Timed]:
        """All of the track's samples, in order."""
        return [sample for second in self.seconds for sample in second]


def lanes(facts: Probe) -> list[Lane]:
    """Make one lane for each track that `facts` names."""
    seconds = facts.duration_seconds or 0.0
    return [
        *(_video(track, seconds) for track in facts.video),
        *(_audio(track, seconds) for track in facts.audio),
        *(_subtitle(track, seconds) for track in facts.subtitles),
    ]


def trak(lane: Lane, milliseconds: int, chunk_starts: Sequence[int]) -> bytes:
    """Write a track's box; no `chunk_starts` when its samples stand in fragments."""
    duration = sum(sample.ticks for sample in lane.samples)
    header = boxes.full_box(
        b"mdhd", struct.pack(">IIIIHH", 0, 0, lane.timescale, duration, _packed(lane.language), 0)
    )
    name = (lane.title or "").encode() + b"\0"
    handler = boxes.full_box(b"hdlr", bytes(4), lane.handler, bytes(12), name)
    titled = boxes.box(b"udta", boxes.box(b"name", name[:-1])) if lane.title else b""
    media = boxes.box(b"mdia", header, handler, _media_information(lane, chunk_starts))
    return boxes.box(b"trak", _tkhd(lane, milliseconds), media, titled)


def _tkhd(lane: Lane, milliseconds: int) -> bytes:
    is_sound = lane.handler == b"soun"
    return boxes.full_box(
        b"tkhd",
        struct.pack(">5I8x", 0, 0, lane.number, 0, milliseconds),
        struct.pack(">HHH2x", 0, _ALTERNATE_GROUP[lane.handler], 0x100 if is_sound else 0),
        _MATRIX,
        struct.pack(">II", lane.width << 16, lane.height << 16),
        flags=_IN_MOVIE | (_ENABLED if lane.is_enabled else 0),
    )


def _media_information(lane: Lane, chunk_starts: Sequence[int]) -> bytes:
    kinds = {
        b"vide": boxes.full_box(b"vmhd", bytes(8), flags=1),
        b"soun": boxes.full_box(b"smhd", bytes(4)),
        b"sbtl": boxes.full_box(b"nmhd"),
    }
    here = boxes.full_box(b"url ", flags=1)
    reference = boxes.box(b"dinf", boxes.full_box(b"dref", struct.pack(">I", 1), here))
    return boxes.box(b"minf", kinds[lane.handler], reference, _sample_table(lane, chunk_starts))


def _sample_table(lane: Lane, chunk_starts: Sequence[int]) -> bytes:
    samples = lane.samples if chunk_starts else []
    full = [len(second) for second in lane.seconds if second] if chunk_starts else []
    keys = [at for at, sample in enumerate(samples, start=1) if sample.is_key]
    runs = [(len(list(run)), ticks) for ticks, run in groupby(sample.ticks for sample in samples)]
    chunks = [(at, count, 1) for at, count in enumerate(full, start=1)]
    sizes = [len(sample.data) for sample in samples]
    return boxes.box(
        b"stbl",
        boxes.full_box(b"stsd", struct.pack(">I", 1), lane.entry),
        _table(b"stts", runs),
        _table(b"stss", [(key,) for key in keys]) if len(keys) < len(samples) else b"",
        _table(b"stsc", chunks),
        boxes.full_box(b"stsz", struct.pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
        _table(b"stco", [(start,) for start in chunk_starts]),
    )


def _table(kind: bytes, rows: Sequence[tuple[int, ...]]) -> bytes:
    numbers = [value for row in rows for value in row]
    return boxes.full_box(kind, struct.pack(f">I{len(numbers)}I", len(rows), *numbers))


def _packed(language: str) -> int:
    """Pack three letters into 15 bits. Source: ISO/IEC 14496-12, 8.4.2.3."""
    first, second, third = (ord(letter) - 0x60 for letter in tracks.terminological(language))
    return first << 10 | second << 5 | third


def _video(track: VideoTrack, seconds: float) -> Lane:
    stream = tracks.encoded(track)
    return Lane(
        number=track.index + 1,
        handler=b"vide",
        timescale=stream.timescale,
        entry=_picture_entry(track, stream.entry),
        seconds=_by_second(stream, seconds),
        language=track.language,
        title=track.title,
        is_enabled=track.is_default,
        width=track.width,
        height=track.height,
    )


def _audio(track: AudioTrack, seconds: float) -> Lane:
    stream = tracks.encoded(track)
    return Lane(
        number=track.index + 1,
        handler=b"soun",
        timescale=stream.timescale,
        entry=stream.entry,
        seconds=_by_second(stream, seconds),
        language=track.language,
        title=track.title,
        is_enabled=track.is_default,
    )


def _subtitle(track: SubtitleTrack, seconds: float) -> Lane:
    spans = list(_spans(track.language))
    return Lane(
        number=(track.index or 0) + 1,
        handler=b"sbtl",
        timescale=MOVIE_TIMESCALE,
        entry=_TEXT_ENTRY,
        seconds=[spans, *([] for _ in range(round(seconds) - 1))],
        language=track.language,
        title=track.title,
        is_enabled=track.is_default,
    )


def _spans(language: str) -> Iterator[Timed]:
    """Give the lines, with an empty sample for each pause before one."""
    now = 0
    for line in spoken.lines(language):
        yield Timed(bytes(2), line.start - now)
        text = line.text.encode()
        yield Timed(len(text).to_bytes(2) + text, line.end - line.start)
        now = line.end


def _by_second(stream: Elementary, seconds: float) -> list[list[Timed]]:
    timed = stream.timed(seconds)
    return [
        [Timed(sample.data, stream.ticks, sample.is_key) for _, sample in group]
        for _, group in groupby(timed, key=lambda moment: moment[0] // stream.timescale)
    ]


def _picture_entry(track: VideoTrack, entry: bytes) -> bytes:
    """Add to the encoder's sample entry what it left unsaid of light and of Dolby Vision."""
    kind, profile = entry[4:8], track.dolby_vision_profile
    if kind == b"hev1":
        kind = b"dvh1" if profile == 5 else b"hvc1"
    added = b""
    if track.hdr is not HdrKind.SDR and profile != 5:
        transfer = _TRANSFER_CODE[track.hdr]
        has_colour = b"colrnclx" in entry
        colour = boxes.box(b"colr", b"nclx", struct.pack(">HHHB", 9, transfer, 9, 0))
        added += b"" if has_colour else colour
    if track.hdr is HdrKind.HDR10:
        added += boxes.box(b"mdcv", _MASTERING) + boxes.box(b"clli", struct.pack(">HH", 1000, 400))
    if profile is not None:
        added += boxes.box(b"dvvC" if profile > 7 else b"dvcC", dolby_vision(profile))
    return boxes.box(kind, entry[8:], added)
