"""What the configuration records of video codecs say: profile, level, depth, Dolby Vision."""

from dataclasses import dataclass
from typing import Final

from maestrarr.media.codecs.sps import h264_bit_depth, hevc_transfer
from maestrarr.media.facts import HdrKind

TRANSFER_PQ: Final = 16  # ITU-T H.273, table 3: SMPTE ST 2084
TRANSFER_HLG: Final = 18  # ARIB STD-B67

_UNSPECIFIED: Final = 2

H264_PROFILES: Final = {
    44: "CAVLC 4:4:4",
    66: "Baseline",
    77: "Main",
    88: "Extended",
    100: "High",
    110: "High 10",
    118: "Multiview High",
    122: "High 4:2:2",
    128: "Stereo High",
    244: "High 4:4:4 Predictive",
}
_H264_CONSTRAINED: Final = 0x40  # constraint_set1_flag
_H264_DEEP: Final = frozenset({100, 110, 118, 122, 128, 244})  # the SPS tells their bit depth
HEVC_PROFILES: Final = {1: "Main", 2: "Main 10", 3: "Main Still Picture", 4: "Rext"}
AV1_PROFILES: Final = {0: "Main", 1: "High", 2: "Professional"}


@dataclass(frozen=True, slots=True)
class VideoConfiguration:
    """What a decoder is told before the first picture; None is what a record leaves open."""

    profile: str | None = None
    level: str | None = None
    bit_depth: int | None = None


def configuration(codec: str, record: bytes) -> VideoConfiguration:
    """Read a codec's configuration record: avcC, hvcC, av1C, or none that we know.

    Sources: ISO/IEC 14496-15, 5.3.3.1 and 8.3.3.1; AV1 in ISOBMFF, 2.3.
    """
    reader = {"h264": _avc, "hevc": _hevc, "av1": _av1}.get(codec)
    return reader(record) if reader and len(record) >= 4 else VideoConfiguration()


def vp9_configuration(profile: int, level: int, bit_depth: int) -> VideoConfiguration:
    """Say what VP9's configuration means, which MP4 and Matroska write in different shapes."""
    return VideoConfiguration(
        f"Profile {profile}", f"{level // 10}.{level % 10}" if level else None, bit_depth or None
    )


def transfer_curve(codec: str, record: bytes, written: int | None) -> int | None:
    """Say which transfer curve of ITU-T H.273 holds: the container's word, else the SPS's."""
    if written not in (None, 0, _UNSPECIFIED):
        return written
    return hevc_transfer(record) if codec == "hevc" and len(record) >= 23 else None


def hdr_kind(
    transfer: int | None, *, has_dolby_vision: bool = False, has_hdr10_plus: bool = False
) -> HdrKind:
    """Say how a video track carries more than standard brightness."""
    if has_dolby_vision:
        return HdrKind.DOLBY_VISION
    if transfer == TRANSFER_PQ:
        return HdrKind.HDR10_PLUS if has_hdr10_plus else HdrKind.HDR10
    return HdrKind.HLG if transfer == TRANSFER_HLG else HdrKind.SDR


def dolby_vision_profile(record: bytes) -> int | None:
    """Read the profile out of a Dolby Vision configuration record (dvcC, dvvC).

    Source: Dolby Vision Streams Within the ISO Base Media File Format, 3.2.
    """
    return record[2] >> 1 if len(record) >= 4 and record[0] in (1, 2, 3) else None


def level_name(codec: str, level: int) -> str | None:
    """Say a level as people do: FFmpeg's 41 is H.264's 4.1, its 150 is HEVC's 5.0."""
    if level <= 0:
        return None
    if codec == "h264":
        return f"{level // 10}.{level % 10}"
    if codec == "hevc":
        return f"{level // 30}.{level % 30 // 3}"
    if codec == "av1":
        return f"{2 + (level >> 2)}.{level & 3}"
    return None


def _avc(record: bytes) -> VideoConfiguration:
    profile_id, constraints, level = record[1:4]
    profile = H264_PROFILES.get(profile_id)
    if profile_id == 66 and constraints & _H264_CONSTRAINED:
        profile = "Constrained Baseline"
    bit_depth = h264_bit_depth(record) if profile_id in _H264_DEEP else 8
    return VideoConfiguration(profile, level_name("h264", level), bit_depth)


def _hevc(record: bytes) -> VideoConfiguration:
    if len(record) < 23:
        return VideoConfiguration()
    profile = HEVC_PROFILES.get(record[1] & 0x1F)
    bit_depth = (record[17] & 7) + 8
    return VideoConfiguration(profile, level_name("hevc", record[12]), bit_depth)


def _av1(record: bytes) -> VideoConfiguration:
    profile, level = record[1] >> 5, record[1] & 0x1F
    is_deep, is_deeper = record[2] & 0x40, record[2] & 0x20
    bit_depth = (12 if is_deeper else 10) if is_deep else 8
    # Level 0 is 2.0; 31 means "no level".
    return VideoConfiguration(
        AV1_PROFILES.get(profile),
        None if level == 31 else f"{2 + (level >> 2)}.{level & 3}",
        bit_depth,
    )
