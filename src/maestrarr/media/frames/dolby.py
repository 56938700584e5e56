"""Frames of Dolby's codecs: AC-3, E-AC-3 and TrueHD, and the objects (Atmos) that they carry."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maestrarr.media.codecs import audio
from maestrarr.media.codecs.audio import ATMOS, AudioConfiguration
from maestrarr.media.frames.bits import Bits

TRUEHD_ATMOS: Final = "Dolby TrueHD + Dolby Atmos"  # FFmpeg's names for both

_SYNC: Final = b"\x0b\x77"
_HEADER_BYTES: Final = 80  # none is longer
_MOST_FRAMES: Final = 16  # in one packet: eight independent ones, each with its dependents
_AC3_FRAMES: Final = 11  # bsid from here on is E-AC-3
_DEPENDENT: Final = 1
_CONVERTED: Final = 2
_MAIN: Final = 0

# Of chanmap, highest bit first: how many channels each is (ETSI TS 102 366, E.1.3.1.8).
_PLACES: Final = (1, 1, 1, 1, 1, 2, 2, 1, 1, 2, 2, 2, 1, 2, 1, 1)
# What an independent frame carries, as such bits, by its acmod.
_PLACES_OF_MODE: Final = (0xA000, 0x4000, 0xA000, 0xE000, 0xA100, 0xE100, 0xB800, 0xF800)
_LFE: Final = 0x0001

_TRUEHD_SYNC: Final = b"\xf8\x72\x6f\xba"
_MLP_SYNC: Final = b"\xf8\x72\x6f\xbb"
_MAJOR_BYTES: Final = 18
_RATES: Final = {0: 48_000, 1: 96_000, 2: 192_000, 8: 44_100, 9: 88_200, 10: 176_400}
# Channels per bit of a TrueHD assignment, lowest bit first.
_TRUEHD_PLACES: Final = (2, 1, 1, 2, 2, 2, 2, 1, 1, 2, 2, 1, 1)


@dataclass(frozen=True, slots=True)
class _Frame:
    """An AC-3 or E-AC-3 frame; `places` are its channels as bits of a chanmap."""

    kind: int
    substream: int
    mode: int
    has_lfe: bool
    places: int
    has_objects: bool
    size_bytes: int


def ac3(packet: bytes) -> AudioConfiguration | None:
    """Read the frames of one packet: the first programme, and the frames that depend on it.

    Source: ETSI TS 102 366, 4.3, 4.4 and E.1; ETSI TS 103 420, 8.3.1 (objects in E-AC-3).
    """
    frames = list(_frames(packet))
    if not frames or frames[0].kind == _DEPENDENT:
        return None
    own = [frames[0], *_dependents(frames[1:])]
    places = 0
    for frame in own:
        places |= frame.places
    channels = sum(count for bit, count in enumerate(_PLACES) if places >> 15 - bit & 1)
    first = frames[0]
    is_whole = len(own) == 1
    layout = audio.ac3_layout(first.mode, has_lfe=first.has_lfe) if is_whole else None
    return AudioConfiguration(
        profile=ATMOS if any(frame.has_objects for frame in own) else None,
        channels=channels,
        layout=layout or audio.layout_name(channels),
    )


def truehd(packet: bytes) -> AudioConfiguration | None:
    """Read a major sync; None when the packet has none.

    A fourth substream with sixteen channels is how objects travel.

    Source: Dolby TrueHD (MLP) high-level bitstream description, 4.2.
    """
    head = packet[4 : 4 + _MAJOR_BYTES]
    if len(head) < _MAJOR_BYTES:
        return None
    if head.startswith(_MLP_SYNC):
        return AudioConfiguration()
    if not head.startswith(_TRUEHD_SYNC):
        return None
    form = int.from_bytes(head[4:8], "big")
    six, eight = form >> 15 & 0x1F, form & 0x1FFF
    channels = _truehd_channels(eight) or _truehd_channels(six)
    has_objects = head[16] >> 4 == 4 and bool(head[17] & 0x80)
    return AudioConfiguration(
        profile=TRUEHD_ATMOS if has_objects else None,
        channels=channels,
        layout=audio.layout_name(channels),
        sample_rate=_RATES.get(form >> 28),
    )


def _truehd_channels(assignment: int) -> int:
    return sum(count for bit, count in enumerate(_TRUEHD_PLACES) if assignment >> bit & 1)


def _dependents(frames: list[_Frame]) -> Iterator[_Frame]:
    """Yield the frames that belong to the programme before them, up to the next programme."""
    for frame in frames:
        if frame.kind != _DEPENDENT:
            return
        yield frame


def _frames(packet: bytes) -> Iterator[_Frame]:
    at = 0
    for _ in range(_MOST_FRAMES):
        if packet[at : at + 2] != _SYNC or len(packet) < at + 7:
            return
        head = packet[at : at + _HEADER_BYTES]
        frame = _extended(head) if head[5] >> 3 >= _AC3_FRAMES else _plain(head)
        yield frame
        if not frame.size_bytes:
            return
        at += frame.size_bytes


def _plain(head: bytes) -> _Frame:
    """Read an AC-3 frame; its length is not needed, for nothing depends on the next."""
    bits = Bits(head[6:])
    mode = bits.read(3)
    if mode & 1 and mode != 1:
        bits.skip(2)
    if mode & 4:
        bits.skip(2)
    if mode == 2:
        bits.skip(2)
    has_lfe = bool(bits.read(1))
    places = _PLACES_OF_MODE[mode] | (_LFE if has_lfe else 0)
    return _Frame(_MAIN, 0, mode, has_lfe, places, has_objects=False, size_bytes=0)


def _extended(head: bytes) -> _Frame:
    """Read an E-AC-3 frame up to its additional information, where objects are announced."""
    bits = Bits(head[2:])
    kind, substream, words = bits.read(2), bits.read(3), bits.read(11)
    rate = bits.read(2)
    spare = bits.read(2)  # the rate's other half, or how many blocks there are
    blocks = 3 if rate == 3 else spare
    mode, has_lfe = bits.read(3), bool(bits.read(1))
    bits.skip(5)  # bsid
    for _ in range(1 if mode else 2):  # dialogue levels, and how much to compress
        bits.skip(5)
        bits.skip_if_set(8)
    places = _PLACES_OF_MODE[mode] | (_LFE if has_lfe else 0)
    if kind == _DEPENDENT and bits.read(1):
        places = bits.read(16)
    if bits.read(1):
        _skip_mixing(bits, kind, mode, blocks, has_lfe=has_lfe)
    if bits.read(1):
        _skip_informative(bits, mode, rate)
    if kind == _MAIN and blocks != 3:
        bits.skip(1)
    if kind == _CONVERTED and (blocks == 3 or bits.read(1)):
        bits.skip(6)
    has_objects = bool(bits.read(1)) and bits.read(6) >= 1 and bool(bits.read(8) & 1)
    return _Frame(kind, substream, mode, has_lfe, places, has_objects, 2 * (words + 1))


def _skip_mixing(bits: Bits, kind: int, mode: int, blocks: int, *, has_lfe: bool) -> None:
    """Pass over how a programme is mixed down, and mixed with others (E.1.2.2, mixmdat)."""
    if mode > 2:
        bits.skip(2)
    if mode & 1 and mode > 2:
        bits.skip(6)
    if mode & 4:
        bits.skip(6)
    if has_lfe:
        bits.skip_if_set(5)
    if kind != _MAIN:
        return
    bits.skip_if_set(6)
    if not mode:
        bits.skip_if_set(6)
    bits.skip_if_set(6)
    _skip_definition(bits, bits.read(2))
    for _ in range(2 - mode if mode < 2 else 0):
        bits.skip_if_set(14)
    if bits.read(1):
        for _ in range((1, 2, 3, 6)[blocks] if blocks else 0):
            bits.skip_if_set(5)
        if not blocks:
            bits.skip(5)


def _skip_definition(bits: Bits, kind: int) -> None:
    if kind == 3:
        bits.skip(8 * (bits.read(5) + 2))
    else:
        bits.skip((0, 5, 12)[kind])


def _skip_informative(bits: Bits, mode: int, rate: int) -> None:
    """Pass over what a programme is about (E.1.2.2, infomdat)."""
    bits.skip(5)
    if mode == 2:
        bits.skip(4)
    if mode >= 6:
        bits.skip(2)
    for _ in range(1 if mode else 2):
        bits.skip_if_set(8)
    if rate < 3:
        bits.skip(1)
