"""Writes what a Matroska file says of its tracks. Source: RFC 9559, 5.1.4."""

import hashlib
import struct

from maestrarr.demo.video import ebml, spoken, tracks
from maestrarr.demo.video.layouts import Layout
from maestrarr.media.facts import AudioTrack, HdrKind, Probe, SubtitleTrack, VideoTrack

_CODECS = {
    "aac": "A_AAC",
    "ac3": "A_AC3",
    "ass": "S_TEXT/ASS",
    "eac3": "A_EAC3",
    "flac": "A_FLAC",
    "h264": "V_MPEG4/ISO/AVC",
    "hdmv_pgs_subtitle": "S_HDMV/PGS",
    "hevc": "V_MPEGH/ISO/HEVC",
    "mp2": "A_MPEG/L2",
    "mp3": "A_MPEG/L3",
    "mpeg4": "V_MPEG4/ISO/ASP",
    "opus": "A_OPUS",
    "subrip": "S_TEXT/UTF8",
    "vp9": "V_VP9",
    "webvtt": "D_WEBVTT/SUBTITLES",
}
_NANOSECONDS = 1_000_000_000
_TRANSFER_CODE = {HdrKind.HDR10: 16, HdrKind.HLG: 18, HdrKind.DOLBY_VISION: 16}
# Display P3 in the corners, D65 in the middle, and 1000 down to 0.005 candela per square metre.
_MASTERING = (0.68, 0.32, 0.265, 0.69, 0.15, 0.06, 0.3127, 0.329, 1000.0, 0.005)


def track_entries(facts: Probe, layout: Layout) -> list[bytes]:
    """Write one TrackEntry for each track."""
    flags = _Flags(states_all=layout.states_every_flag)
    return [
        *(_entry(facts, track, 1, _video(track, flags)) for track in facts.video),
        *(_entry(facts, track, 2, _audio(track, flags)) for track in facts.audio),
        *(_entry(facts, track, 17, _subtitle(track, flags)) for track in facts.subtitles),
    ]


class _Flags:
    """Writes a track's flags: always, or only where they differ from what absence means."""

    def __init__(self, *, states_all: bool) -> None:
        self._states_all = states_all

    def write(self, name: int, *, value: bool, absent: bool = False) -> bytes:
        """Write one flag; `absent` is what a reader takes it for when it is not there."""
        return ebml.number(name, int(value)) if self._states_all or value != absent else b""


def dolby_vision(profile: int) -> bytes:
    """Write the 24 bytes that say how a track carries Dolby Vision.

    Source: Dolby Vision Streams Within the ISO Base Media File Format, 2.1.2, section 3.2.
    """
    level, has_rpu, has_base_layer = 6, 1, 1
    compatibility = 1 if profile == 8 else 0
    bits = profile << 9 | level << 3 | has_rpu << 2 | has_base_layer
    return struct.pack(">BBHB", 1, 0, bits, compatibility << 4) + bytes(19)


def _entry(
    facts: Probe, track: VideoTrack | AudioTrack | SubtitleTrack, kind: int, own: list[bytes]
) -> bytes:
    number = (track.index or 0) + 1
    seed = f"{facts.unique_id}/{number}".encode()
    unique = int.from_bytes(hashlib.sha256(seed).digest()[:7])
    return ebml.element(
        0xAE,
        ebml.number(0xD7, number),
        ebml.number(0x73C5, unique),
        ebml.number(0x83, kind),
        ebml.number(0x9C, 0),
        *_language(track),
        ebml.text(0x536E, track.title),
        ebml.text(0x86, _CODECS[track.codec]),
        *own,
    )


def _language(track: VideoTrack | AudioTrack | SubtitleTrack) -> list[bytes]:
    if track.language_written is None:
        return [ebml.text(0x22B59C, "und")] if isinstance(track, VideoTrack) else []
    three_letters = ebml.text(0x22B59C, tracks.bibliographic(track.language))
    is_full = len(track.language_written) > 3
    return [three_letters, ebml.text(0x22B59D, track.language_written) if is_full else b""]


def _video(track: VideoTrack, flags: _Flags) -> list[bytes]:
    stream = tracks.encoded(track)
    colour = _colour(track) if track.hdr is not HdrKind.SDR else b""
    return [
        flags.write(0x88, value=track.is_default, absent=True),
        ebml.number(0x23E383, _NANOSECONDS * stream.ticks // stream.timescale),
        _private(stream.private),
        ebml.element(0xE0, ebml.number(0xB0, track.width), ebml.number(0xBA, track.height), colour),
        _block_addition(track.dolby_vision_profile),
    ]


def _audio(track: AudioTrack, flags: _Flags) -> list[bytes]:
    private = tracks.encoded(track).private
    if track.codec == "flac":
        private = b"fLaC\x80" + len(private).to_bytes(3) + private
    delay = [ebml.number(0x56AA, 6_500_000), ebml.number(0x56BB, 80_000_000)]
    return [
        flags.write(0xB9, value=track.is_enabled, absent=True),
        flags.write(0x88, value=track.is_default, absent=True),
        # No flag at all says nothing, a zero says that this is a dub.
        ebml.number(0x55AE, int(track.is_original)) if track.is_original or track.is_dub else b"",
        flags.write(0x55AF, value=track.is_commentary),
        flags.write(0x55AC, value=track.is_visual_impaired),
        flags.write(0x55AB, value=track.is_hearing_impaired),
        *(delay if track.codec == "opus" else []),
        _private(private),
        ebml.element(
            0xE1, ebml.real(0xB5, float(track.sample_rate or 0)), ebml.number(0x9F, track.channels)
        ),
    ]


def _subtitle(track: SubtitleTrack, flags: _Flags) -> list[bytes]:
    return [
        flags.write(0x88, value=track.is_default, absent=True),
        flags.write(0x55AA, value=track.is_forced),
        flags.write(0x55AB, value=track.is_hearing_impaired),
        flags.write(0x55AF, value=track.is_commentary),
        _private(spoken.set_up(track.codec)),
    ]


def _private(data: bytes) -> bytes:
    return ebml.element(0x63A2, data) if data else b""


def _colour(track: VideoTrack) -> bytes:
    """Write the Colour element; a Dolby Vision profile 5 picture has colours of its own."""
    if track.dolby_vision_profile == 5:
        return b""
    mastering = ebml.element(
        0x55D0, *(ebml.real(0x55D1 + at, value) for at, value in enumerate(_MASTERING))
    )
    brightest = [ebml.number(0x55BC, 1000), ebml.number(0x55BD, 400), mastering]
    return ebml.element(
        0x55B0,
        ebml.number(0x55B1, 9),
        ebml.number(0x55B2, 10),
        ebml.number(0x55B9, 1),
        ebml.number(0x55BA, _TRANSFER_CODE[track.hdr]),
        ebml.number(0x55BB, 9),
        *(brightest if track.hdr is not HdrKind.HLG else []),
    )


def _block_addition(profile: int | None) -> bytes:
    if profile is None:
        return b""
    kind = b"dvvC" if profile > 7 else b"dvcC"
    return ebml.element(
        0x41E4,
        ebml.number(0x41E7, int.from_bytes(kind)),
        ebml.element(0x41ED, dolby_vision(profile)),
    )
