"""From MP4's track boxes to the facts of a track."""

import struct
from dataclasses import dataclass, field
from typing import Final

from maestrarr.media.codecs import video
from maestrarr.media.facts import UNDETERMINED, AudioTrack, SubtitleTrack, VideoTrack
from maestrarr.media.languages import normalise
from maestrarr.media.mp4 import entries
from maestrarr.media.mp4.boxes import Box, box_at, boxes, payload
from maestrarr.media.mp4.languages import packed_language
from maestrarr.media.window import Window

MAX_TRACKS: Final = 500
TRACK_ENABLED: Final = 1  # tkhd flag (ISO/IEC 14496-12, 8.3.2)

_MEDIA_HEADER: Final = {0: struct.Struct(">12xII"), 1: struct.Struct(">20xIQ")}
_PICTURES: Final = b"vide"
_SOUND: Final = b"soun"
_SUBTITLES: Final = frozenset((b"sbtl", b"subt", b"subp", b"clcp", b"text"))
# Each table lies far from the next, so we look no further than to what we want to know: how a
# sound is coded, and how many pictures there are. Texts may be chapters: we need all of theirs.
_LAST_TABLES: Final = {_SOUND: frozenset((b"stsd",)), _PICTURES: frozenset((b"stsz", b"stz2"))}
_DASH_ROLES: Final = "urn:mpeg:dash:role:2011"


@dataclass(slots=True)
class Track:
    """A `trak` box: what it says of itself, before anyone asks what it means.

    `tables` holds the boxes of its sample table, of which only the counts are ever read.
    """

    index: int
    box: Box
    number: int = 0
    is_enabled: bool = True
    handler: bytes = b""
    timescale: int = 0
    duration: int = 0
    language: str | None = None
    name: str | None = None
    roles: set[str] = field(default_factory=set)
    chapter_tracks: tuple[int, ...] = ()
    tables: dict[bytes, Box] = field(default_factory=dict)
    entry: Box | None = None
    description_version: int = 0
    sample_count: int = 0
    sample_seconds: float | None = None

    @property
    def seconds(self) -> float | None:
        """How long its samples last."""
        return self.duration / self.timescale if self.timescale and self.duration else None


def read_track(window: Window, box: Box, *, index: int, is_quicktime: bool) -> Track:
    """Read one `trak` box.

    Raises:
        NotReadable: its boxes contradict themselves.
    """
    track = Track(index, box)
    for part in boxes(window, box.payload, box.end):
        if part.kind == b"tkhd":
            head = window.read(part.payload, 24)
            track.is_enabled = bool(int.from_bytes(head[:4], "big") & TRACK_ENABLED)
            at = 20 if head[:1] == b"\1" else 12
            track.number = int.from_bytes(head[at : at + 4], "big")
        elif part.kind == b"mdia":
            _read_media(window, part, track, is_quicktime=is_quicktime)
        elif part.kind == b"tref":
            _read_references(window, part, track)
        elif part.kind == b"udta":
            _read_user_data(window, part, track)
    return track


def video_track(window: Window, track: Track, *, is_picture: bool) -> VideoTrack:
    """Say what a picture track is; `is_picture` when it only illustrates chapters."""
    entry = (
        entries.visual_entry(window, track.entry) if track.entry else entries.VisualEntry("unknown")
    )
    return VideoTrack(
        index=track.index,
        codec=entry.codec,
        profile=entry.setup.profile,
        level=entry.setup.level,
        width=entry.width,
        height=entry.height,
        frame_rate=None if is_picture else _frame_rate(track),
        bit_depth=entry.setup.bit_depth,
        hdr=video.hdr_kind(entry.transfer, has_dolby_vision=entry.has_dolby_vision),
        dolby_vision_profile=entry.dolby_vision_profile,
        bitrate=entry.bitrate,
        language=_normal(track),
        language_written=track.language,
        title=track.name,
        is_default=track.is_enabled,
        is_attached_picture=is_picture,
    )


def audio_track(window: Window, track: Track) -> AudioTrack:
    """Say what a sound track is."""
    entry = (
        entries.sound_entry(window, track.entry, description_version=track.description_version)
        if track.entry
        else entries.SoundEntry("unknown")
    )
    setup = entry.setup
    return AudioTrack(
        index=track.index,
        codec=entry.codec,
        profile=setup.profile,
        channels=setup.channels,
        layout=setup.layout,
        sample_rate=setup.sample_rate,
        bit_depth=setup.bit_depth,
        bitrate=setup.bitrate,
        language=_normal(track),
        language_written=track.language,
        title=track.name,
        number=track.number,
        is_default=track.is_enabled,
        is_enabled=track.is_enabled,
        is_commentary="commentary" in track.roles,
        is_visual_impaired="description" in track.roles,
        is_hearing_impaired="caption" in track.roles,
        is_dub="dub" in track.roles,
        is_forced=bool(track.roles & {"forced-subtitle", "forced_subtitle"}),
    )


def subtitle_track(window: Window, track: Track) -> SubtitleTrack:
    """Say what a subtitle track is."""
    entry = entries.text_entry(window, track.entry) if track.entry else entries.TextEntry("unknown")
    return SubtitleTrack(
        index=track.index,
        codec=entry.codec,
        language=_normal(track),
        language_written=track.language,
        title=track.name,
        number=track.number,
        is_default=track.is_enabled,
        is_forced=entry.is_forced or bool(track.roles & {"forced-subtitle", "forced_subtitle"}),
        is_commentary="commentary" in track.roles,
        is_hearing_impaired="caption" in track.roles,
    )


def is_video(track: Track) -> bool:
    """Say whether this is a picture track."""
    return track.handler == _PICTURES


def is_audio(track: Track) -> bool:
    """Say whether this is a sound track."""
    return track.handler == _SOUND


def is_subtitle(track: Track) -> bool:
    """Say whether this is a track of texts; chapters are such tracks, too."""
    return track.handler in _SUBTITLES


def _frame_rate(track: Track) -> float | None:
    """Say how many samples a second has; a fragmented film knows it by one sample only."""
    if track.sample_seconds:
        return round(1 / track.sample_seconds, 3)
    seconds = track.seconds
    return round(track.sample_count / seconds, 3) if seconds and track.sample_count else None


def _normal(track: Track) -> str:
    return normalise(track.language) if track.language else UNDETERMINED


def _read_media(window: Window, media: Box, track: Track, *, is_quicktime: bool) -> None:
    for part in boxes(window, media.payload, media.end):
        if part.kind == b"mdhd":
            _read_media_header(window, part, track, is_quicktime=is_quicktime)
        elif part.kind == b"hdlr":
            track.handler = window.read(part.payload + 8, 4)
        elif part.kind == b"elng":
            written = payload(window, part, limit_bytes=64)[4:].partition(b"\0")[0]
            track.language = written.decode("ascii", "replace") or track.language
        elif part.kind == b"minf":
            _read_sample_table(window, part, track)


def _read_media_header(window: Window, box: Box, track: Track, *, is_quicktime: bool) -> None:
    head = window.read(box.payload, 36)
    shape = _MEDIA_HEADER.get(head[0] if head else 0)
    if shape is None or len(head) < shape.size + 2:
        return
    track.timescale, track.duration = shape.unpack_from(head)
    if track.duration == (1 << 8 * (8 if head[0] else 4)) - 1:  # all ones: nobody knows
        track.duration = 0
    code = int.from_bytes(head[shape.size : shape.size + 2], "big")
    track.language = track.language or packed_language(code, is_quicktime=is_quicktime)


def _read_sample_table(window: Window, information: Box, track: Track) -> None:
    inside = boxes(window, information.payload, information.end)
    table = next((part for part in inside if part.kind == b"stbl"), None)
    if table is None:
        return
    enough = _LAST_TABLES.get(track.handler, frozenset())
    for part in boxes(window, table.payload, table.end):
        track.tables[part.kind] = part
        if part.kind in enough:
            break
    if description := track.tables.get(b"stsd"):
        track.description_version = int.from_bytes(window.read(description.payload, 1), "big")
        track.entry = box_at(window, description.payload + 8, description.end)
    if sizes := track.tables.get(b"stsz") or track.tables.get(b"stz2"):
        track.sample_count = int.from_bytes(window.read(sizes.payload + 8, 4), "big")


def _read_references(window: Window, references: Box, track: Track) -> None:
    for part in boxes(window, references.payload, references.end):
        if part.kind == b"chap":
            numbers = payload(window, part, limit_bytes=4 * MAX_TRACKS)
            whole = len(numbers) - len(numbers) % 4
            track.chapter_tracks = struct.unpack(f">{whole // 4}I", numbers[:whole])


def _read_user_data(window: Window, data: Box, track: Track) -> None:
    for part in boxes(window, data.payload, data.end):
        if part.kind == b"name":
            track.name = _text(payload(window, part)) or track.name
        elif part.kind == b"\xa9nam":  # QuickTime: a length and a language stand before
            track.name = track.name or _text(payload(window, part)[4:])
        elif part.kind == b"kind":
            scheme, _, role = payload(window, part)[4:].partition(b"\0")
            if scheme.decode("ascii", "replace") == _DASH_ROLES:
                track.roles.add(role.partition(b"\0")[0].decode("ascii", "replace"))


def _text(written: bytes) -> str | None:
    return written.partition(b"\0")[0].decode("utf-8", "replace") or None
