"""What the configuration records of audio codecs say: profile, channels, rate, depth."""

from dataclasses import dataclass
from typing import Final

ATMOS: Final = "Dolby Digital Plus + Dolby Atmos"  # FFmpeg's name for E-AC-3 with objects

_LAYOUTS: Final = {
    1: "mono",
    2: "stereo",
    3: "2.1",
    4: "4.0",
    5: "5.0",
    6: "5.1",
    7: "6.1",
    8: "7.1",
}
_AC3_LAYOUTS: Final = ("stereo", "mono", "stereo", "3.0", "3.0(back)", "4.0", "quad", "5.0")
_AC3_CHANNELS: Final = (2, 1, 2, 3, 3, 4, 4, 5)
_AC3_WITH_LFE: Final = {
    "mono": "1.1",
    "stereo": "2.1",
    "3.0": "3.1",
    "4.0": "4.1",
    "5.0": "5.1",
}
_AC3_RATES: Final = (48_000, 44_100, 32_000)
_AC3_BITRATES: Final = (
    *(32, 40, 48, 56, 64, 80, 96, 112, 128, 160),
    *(192, 224, 256, 320, 384, 448, 512, 576, 640),
)
_EAC3_EXTRA_CHANNELS: Final = (2, 2, 1, 1, 2, 2, 2, 1, 1)  # of chan_loc, lowest bit first
_DTS_CHANNELS: Final = (1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2, 2, 1, 2, 1, 2)  # lowest bit first
_AAC_RATES: Final = (
    *(96_000, 88_200, 64_000, 48_000, 44_100, 32_000),
    *(24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350),
)
_AAC_CHANNELS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 8, 11: 7, 12: 8, 14: 8}
_AAC_PROFILES: Final = {1: "Main", 2: "LC", 3: "SSR", 4: "LTP", 5: "HE-AAC", 29: "HE-AACv2"}
_AAC_ESCAPED_RATE: Final = 15

_LOSSLESS: Final = frozenset(("flac", "alac", "truehd", "mlp", "wavpack", "tta"))


@dataclass(frozen=True, slots=True)
class AudioConfiguration:
    """What a decoder is told before the first sample; 0 or None is what a record leaves open."""

    profile: str | None = None
    channels: int = 0
    layout: str | None = None
    sample_rate: int | None = None
    bit_depth: int | None = None
    bitrate: int | None = None


def layout_name(channels: int) -> str | None:
    """Name the usual arrangement of so many channels; None when there is no usual one."""
    return _LAYOUTS.get(channels)


def has_bit_depth(codec: str) -> bool:
    """Say whether samples of this codec have a depth; lossy ones do not, whatever is written."""
    return codec.startswith("pcm_") or codec in _LOSSLESS


def plain_layout(name: str) -> str | None:
    """Bring FFmpeg's `5.1(side)` and `5 channels` to the names that we use for both tiers."""
    return None if " " in name else name.replace("(side)", "") or None


def aac(record: bytes) -> AudioConfiguration:
    """Read an AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1)."""
    if len(record) < 2:
        return AudioConfiguration()
    bits = int.from_bytes(record[:8].ljust(8, b"\0"), "big")
    kind, left = bits >> 59, 59
    if kind == 31:
        left -= 6
        kind = 32 + (bits >> left & 63)
    left -= 4
    rate_index = bits >> left & 15
    if rate_index == _AAC_ESCAPED_RATE:
        left -= 24
        rate = bits >> left & 0xFFFFFF
    else:
        rate = _AAC_RATES[rate_index] if rate_index < len(_AAC_RATES) else 0
    left -= 4
    channels = _AAC_CHANNELS.get(bits >> left & 15, 0)
    if kind in (5, 29):  # spectral band replication: the sound has another rate than its core
        left -= 4
        index = bits >> left & 15
        rate = _AAC_RATES[index] if index < len(_AAC_RATES) else rate
        channels = 2 if kind == 29 and channels == 1 else channels
    return AudioConfiguration(_AAC_PROFILES.get(kind), channels, None, rate or None)


def ac3(record: bytes) -> AudioConfiguration:
    """Read a dac3 box (ETSI TS 102 366, F.4)."""
    if len(record) < 3:
        return AudioConfiguration()
    bits = int.from_bytes(record[:3], "big")
    rate, mode, has_lfe, code = bits >> 22, bits >> 11 & 7, bits >> 10 & 1, bits >> 5 & 31
    return AudioConfiguration(
        channels=_AC3_CHANNELS[mode] + has_lfe,
        layout=ac3_layout(mode, has_lfe=bool(has_lfe)),
        sample_rate=_AC3_RATES[rate] if rate < 3 else None,
        bitrate=_AC3_BITRATES[code] * 1000 if code < len(_AC3_BITRATES) else None,
    )


def eac3(record: bytes) -> AudioConfiguration:
    """Read a dec3 box; objects (Atmos) are told by its extension (ETSI TS 102 366, F.6; 103 420).

    Only the first independent substream counts: the others are other programmes.
    """
    if len(record) < 5:
        return AudioConfiguration()
    head = int.from_bytes(record[:2], "big")
    bits = int.from_bytes(record[2:6].ljust(4, b"\0"), "big")
    rate, mode, has_lfe, dependent = bits >> 30, bits >> 17 & 7, bits >> 16 & 1, bits >> 9 & 15
    channels = _AC3_CHANNELS[mode] + has_lfe
    layout = ac3_layout(mode, has_lfe=bool(has_lfe))
    extra = _eac3_extra(bits & 0x1FF) if dependent else 0
    tail = record[6:] if dependent else record[5:]
    has_objects = len(tail) >= 2 and bool(tail[0] & 1)
    return AudioConfiguration(
        profile=ATMOS if has_objects else None,
        channels=channels + extra,
        layout=layout_name(channels + extra) if extra else layout,
        sample_rate=_AC3_RATES[rate] if rate < 3 else None,
        bitrate=(head >> 3) * 1000 or None,
    )


def dts(record: bytes) -> AudioConfiguration:
    """Read a ddts box (ETSI TS 102 114, E.2.2.3)."""
    if len(record) < 20:
        return AudioConfiguration()
    locations = int.from_bytes(record[13:20], "big") >> 8 & 0xFFFF
    channels = sum(count for bit, count in enumerate(_DTS_CHANNELS) if locations >> bit & 1)
    return AudioConfiguration(
        channels=channels,
        layout=layout_name(channels),
        sample_rate=int.from_bytes(record[:4], "big") or None,
        bitrate=int.from_bytes(record[8:12], "big") or None,
    )


def flac(record: bytes) -> AudioConfiguration:
    """Read a FLAC STREAMINFO block, with `fLaC` and the block's header before it or not."""
    info = record[8:] if record[:4] == b"fLaC" else record[4:]
    if len(info) < 18:
        return AudioConfiguration()
    bits = int.from_bytes(info[10:18], "big")
    channels = (bits >> 41 & 7) + 1
    return AudioConfiguration(None, channels, None, bits >> 44 or None, (bits >> 36 & 31) + 1)


def opus(record: bytes) -> AudioConfiguration:
    """Read an Opus head or a dOps box: only the channels matter, the rate is always 48 kHz."""
    position = 9 if record[:8] == b"OpusHead" else 1
    channels = record[position] if len(record) > position else 0
    return AudioConfiguration(channels=channels, sample_rate=48_000)


def alac(record: bytes) -> AudioConfiguration:
    """Read an ALACSpecificConfig."""
    if len(record) < 24:
        return AudioConfiguration()
    rate = int.from_bytes(record[20:24], "big") or None
    return AudioConfiguration(None, record[9], None, rate, record[5])


def ac3_layout(mode: int, *, has_lfe: bool) -> str:
    """Name the arrangement of an AC-3 frame by its acmod."""
    plain = _AC3_LAYOUTS[mode]
    return _AC3_WITH_LFE.get(plain, plain) if has_lfe else plain


def _eac3_extra(locations: int) -> int:
    return sum(
        channels for bit, channels in enumerate(_EAC3_EXTRA_CHANNELS) if locations >> bit & 1
    )
