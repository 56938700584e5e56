"""DTS frames: the core, and the extensions beside and in it that make it DTS-HD or DTS:X.

Sources: ETSI TS 102 114, 5.3 (core) and 7.4 (extension substream).
"""

from typing import Final

from maestrarr.media.codecs.audio import AudioConfiguration
from maestrarr.media.frames.bits import Bits

_CORE: Final = b"\x7f\xfe\x80\x01"
_SUBSTREAM: Final = b"\x64\x58\x20\x25"
_LOSSLESS: Final = b"\x41\xa2\x95\x47"
_LOW_RATE: Final = b"\x0a\x80\x19\x21"
_OBJECTS: Final = b"\x02\x00\x08\x50"
_IMAX: Final = b"\xf1\x40\x00\xd0"
_IMAX_TOO: Final = b"\xf1\x40\x00\xd1"
_HEADER_BYTES: Final = 12
_MOST_SUBSTREAMS: Final = 4

_CHANNELS: Final = (1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6, 6, 6, 7, 8, 8)  # by amode
_LAYOUTS: Final = {
    (1, 0): "mono", (2, 0): "stereo", (2, 1): "2.1", (3, 0): "3.0", (3, 1): "3.1",
    (4, 0): "4.0", (4, 1): "4.1", (5, 0): "5.0", (5, 1): "5.1",
}  # fmt: skip
_SIDE_PAIR: Final = 8  # amode: two in front, two behind
_IN_THE_CORE: Final = {0: "DTS-ES", 2: "DTS 96/24", 6: "DTS-ES"}  # by what extends it


def read(packet: bytes) -> AudioConfiguration | None:
    """Say which kind of DTS a packet is, by FFmpeg's name; None when it is none at all."""
    core = _read_core(packet)
    start = core[1] if core else 0
    beside = _beside(packet, start)
    if core is None and not beside:
        return None
    inside, _, channels, layout = core or ("DTS", 0, 0, None)
    is_more = bool(beside)
    return AudioConfiguration(
        profile=_profile(beside) if is_more else inside,
        channels=0 if is_more else channels,
        layout=None if is_more else layout,
    )


def _read_core(packet: bytes) -> tuple[str, int, int, str | None] | None:
    """Read a core frame: what it is, where it ends, its channels and their arrangement."""
    if not packet.startswith(_CORE) or len(packet) < _HEADER_BYTES:
        return None
    bits = Bits(packet[4:_HEADER_BYTES])
    bits.skip(14)
    size_bytes, mode = bits.read(14) + 1, bits.read(6)
    bits.skip(14)
    extension, is_extended = bits.read(3), bits.read(1)
    bits.skip(1)
    has_lfe = bits.read(2) in (1, 2)
    profile = _IN_THE_CORE.get(extension, "DTS") if is_extended else "DTS"
    plain = _CHANNELS[mode] if mode < len(_CHANNELS) else 0
    layout = "quad" if mode == _SIDE_PAIR and not has_lfe else _LAYOUTS.get((plain, has_lfe))
    # What extends the core may add a channel behind: only its own header says so.
    is_whole = profile != "DTS-ES"
    return profile, size_bytes, plain + has_lfe if is_whole else 0, layout if is_whole else None


def _beside(packet: bytes, start: int) -> bytes:
    """Return the extension substreams that follow a core, or stand alone."""
    at = packet.find(_SUBSTREAM, start, start + 8)  # the core is padded to four bytes
    found = b""
    for _ in range(_MOST_SUBSTREAMS):
        if at < 0 or packet[at : at + 4] != _SUBSTREAM:
            break
        header, size_bytes = _substream_sizes(packet[at : at + 16])
        found += packet[at + header : at + size_bytes]
        at += size_bytes
    return found


def _substream_sizes(head: bytes) -> tuple[int, int]:
    """Read how long a substream's header is, and how long all of it."""
    bits = Bits(head[4:])
    bits.skip(10)
    is_long = bool(bits.read(1))
    return bits.read(12 if is_long else 8) + 1, bits.read(20 if is_long else 16) + 1


def _profile(beside: bytes) -> str:
    if _LOSSLESS in beside:
        if _IMAX in beside or _IMAX_TOO in beside:
            return "DTS-HD MA + DTS:X IMAX"
        return "DTS-HD MA + DTS:X" if _OBJECTS in beside else "DTS-HD MA"
    return "DTS Express" if _LOW_RATE in beside else "DTS-HD HRA"
