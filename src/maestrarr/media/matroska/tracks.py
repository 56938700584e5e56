"""From Matroska's TrackEntry to the facts of a track."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from maestrarr.media.codecs import audio, names, video
from maestrarr.media.facts import AudioTrack, SubtitleTrack, VideoTrack
from maestrarr.media.languages import matroska_language
from maestrarr.media.matroska import ids
from maestrarr.media.matroska.ebml import Master

MAX_TRACKS: Final = 500

AUDIO: Final = 2  # TrackType (RFC 9559, 5.1.4.1.3)
SUBTITLE: Final = 17
_VIDEO: Final = 1
_METADATA: Final = 33
_SCOPE_PRIVATE: Final = 2
_DOLBY_VISION_TYPES: Final = frozenset(
    int.from_bytes(name, "big") for name in (b"dvcC", b"dvvC", b"dvwC")
)
_ITU_T_T35: Final = 4  # HDR10+ travels as a registered user message
_NANOSECONDS: Final = 1_000_000_000


@dataclass(slots=True)
class Tracks:
    """The tracks of a file by kind; `count` is the index that the next stream gets."""

    video: list[VideoTrack] = field(default_factory=list)
    audio: list[AudioTrack] = field(default_factory=list)
    subtitles: list[SubtitleTrack] = field(default_factory=list)
    count: int = 0


def read_tracks(tracks: Master, bitrates: Mapping[int, int]) -> Tracks:
    """Read every TrackEntry; `bitrates` says what the Tags tell, by TrackUID.

    Tracks are counted as FFmpeg does: it leaves out those of kinds that it does not know.
    """
    found = Tracks()
    for start, end in tracks.spans(ids.TRACK_ENTRY)[:MAX_TRACKS]:
        entry = Master(tracks.data, start, end)
        kind = entry.number(ids.TRACK_TYPE)
        if not is_counted(kind, entry.text(ids.CODEC_ID)):
            continue
        bitrate = bitrates.get(entry.number(ids.TRACK_UID))
        if kind == _VIDEO:
            found.video.append(_video(entry, found.count, bitrate))
        elif kind == AUDIO:
            found.audio.append(_audio(entry, found.count, bitrate))
        elif kind == SUBTITLE:
            found.subtitles.append(_subtitle(entry, found.count))
        found.count += 1
    return found


def is_counted(kind: int, codec_id: str | None) -> bool:
    """Say whether FFmpeg counts a track of this type and codec among the streams."""
    return kind in (_VIDEO, AUDIO, SUBTITLE, _METADATA) and bool(codec_id)


def _video(entry: Master, index: int, bitrate: int | None) -> VideoTrack:
    private = _codec_private(entry)
    codec = names.matroska_codec(entry.text(ids.CODEC_ID) or "", private, 0)
    setup = _vp9(private) if codec == "vp9" else video.configuration(codec, private)
    picture = entry.master(ids.VIDEO) or Master(b"")
    colour = picture.master(ids.COLOUR) or Master(b"")
    transfer = video.transfer_curve(codec, private, colour.number_or_none(ids.TRANSFER))
    dolby_vision, has_hdr10_plus = _block_additions(entry)
    every = entry.number(ids.DEFAULT_DURATION)
    return VideoTrack(
        index=index,
        codec=codec,
        profile=setup.profile,
        level=setup.level,
        width=picture.number(ids.PIXEL_WIDTH),
        height=picture.number(ids.PIXEL_HEIGHT),
        frame_rate=round(_NANOSECONDS / every, 3) if every else None,
        bit_depth=setup.bit_depth or colour.number(ids.BITS_PER_CHANNEL) or None,
        hdr=video.hdr_kind(
            transfer,
            has_dolby_vision=dolby_vision is not None,
            has_hdr10_plus=has_hdr10_plus,
        ),
        dolby_vision_profile=dolby_vision,
        bitrate=bitrate,
        language=_language(entry),
        language_written=_language_written(entry),
        title=entry.text(ids.NAME),
        is_default=entry.flag(ids.FLAG_DEFAULT, default=True),
    )


def _audio(entry: Master, index: int, bitrate: int | None) -> AudioTrack:
    private = _codec_private(entry)
    sound = entry.master(ids.AUDIO) or Master(b"")
    bit_depth = sound.number(ids.BIT_DEPTH) or None
    codec = names.matroska_codec(entry.text(ids.CODEC_ID) or "", private, bit_depth or 0)
    setup = audio.aac(private) if codec == "aac" else audio.AudioConfiguration()
    channels = setup.channels or sound.number(ids.CHANNELS, 1)
    core_rate = sound.real(ids.SAMPLING_FREQUENCY, 8000.0)
    original = entry.number_or_none(ids.FLAG_ORIGINAL)
    return AudioTrack(
        index=index,
        codec=codec,
        profile=setup.profile,
        channels=channels,
        layout=audio.layout_name(channels),
        sample_rate=_whole(sound.real(ids.OUTPUT_SAMPLING_FREQUENCY, core_rate)),
        bit_depth=bit_depth if audio.has_bit_depth(codec) else None,
        bitrate=bitrate,
        language=_language(entry),
        language_written=_language_written(entry),
        title=entry.text(ids.NAME),
        number=entry.number_or_none(ids.TRACK_NUMBER),
        is_default=entry.flag(ids.FLAG_DEFAULT, default=True),
        is_enabled=entry.flag(ids.FLAG_ENABLED, default=True),
        is_original=original == 1,
        is_commentary=entry.flag(ids.FLAG_COMMENTARY),
        is_visual_impaired=entry.flag(ids.FLAG_VISUAL_IMPAIRED),
        is_hearing_impaired=entry.flag(ids.FLAG_HEARING_IMPAIRED),
        is_dub=original == 0,
        is_forced=entry.flag(ids.FLAG_FORCED),
    )


def _subtitle(entry: Master, index: int) -> SubtitleTrack:
    return SubtitleTrack(
        index=index,
        codec=names.matroska_codec(entry.text(ids.CODEC_ID) or "", b"", 0),
        language=_language(entry),
        language_written=_language_written(entry),
        title=entry.text(ids.NAME),
        number=entry.number_or_none(ids.TRACK_NUMBER),
        is_default=entry.flag(ids.FLAG_DEFAULT, default=True),
        is_forced=entry.flag(ids.FLAG_FORCED),
        is_original=entry.flag(ids.FLAG_ORIGINAL),
        is_commentary=entry.flag(ids.FLAG_COMMENTARY),
        is_hearing_impaired=entry.flag(ids.FLAG_HEARING_IMPAIRED),
    )


def _language(entry: Master) -> str:
    return matroska_language(entry.text(ids.LANGUAGE), entry.text(ids.LANGUAGE_BCP47))


def _language_written(entry: Master) -> str | None:
    return entry.text(ids.LANGUAGE_BCP47) or entry.text(ids.LANGUAGE)


def _codec_private(entry: Master) -> bytes:
    """Return the decoder's configuration, unless it is itself compressed or encrypted."""
    if encodings := entry.master(ids.CONTENT_ENCODINGS):
        for encoding in encodings.masters(ids.CONTENT_ENCODING):
            if encoding.number(ids.CONTENT_ENCODING_SCOPE, 1) & _SCOPE_PRIVATE:
                return b""
    return entry.payload(ids.CODEC_PRIVATE)


def _block_additions(entry: Master) -> tuple[int | None, bool]:
    """Say which Dolby Vision profile stands beside the picture, and whether HDR10+ does."""
    dolby_vision, has_hdr10_plus = None, False
    for mapping in entry.masters(ids.BLOCK_ADDITION_MAPPING):
        kind = mapping.number(ids.BLOCK_ADD_ID_TYPE)
        if kind in _DOLBY_VISION_TYPES:
            dolby_vision = video.dolby_vision_profile(mapping.payload(ids.BLOCK_ADD_ID_EXTRA_DATA))
        has_hdr10_plus |= kind == _ITU_T_T35
    return dolby_vision, has_hdr10_plus


def _vp9(private: bytes) -> video.VideoConfiguration:
    """Read VP9's list of features: an id, a length of one, a value (WebM's VP9 CodecPrivate)."""
    said = dict(zip(private[::3], private[2::3], strict=False))
    if 1 not in said:
        return video.VideoConfiguration()
    return video.vp9_configuration(said[1], said.get(2, 0), said.get(3, 0))


def _whole(hertz: float) -> int | None:
    """Round a rate that a damaged file may have made infinite or no number at all."""
    return round(hertz) if 0 < hertz < 10_000_000 else None
