"""What codecs are called, and what their configuration records say."""

import pytest

from maestrarr.media.codecs import audio, names, video
from maestrarr.media.facts import HdrKind


@pytest.mark.parametrize(
    ("codec_id", "private", "codec"),
    [
        ("V_MPEGH/ISO/HEVC", b"", "hevc"),
        ("A_AAC/MPEG4/LC/SBR", b"", "aac"),
        ("A_DTS/LOSSLESS", b"", "dts"),
        ("V_MS/VFW/FOURCC", bytes(16) + b"xvid" + bytes(20), "mpeg4"),
        ("V_MS/VFW/FOURCC", bytes(16) + b"\0ABC" + bytes(20), "?abc"),
        ("A_MS/ACM", b"\x55\0", "mp3"),
        ("A_MS/ACM", b"\x01\0", "pcm_s24le"),
        ("A_PCM/INT/LIT", b"", "pcm_s24le"),
        ("A_PCM/INT/BIG", b"", "pcm_s24be"),
        ("S_HDMV/PGS", b"", "hdmv_pgs_subtitle"),
        ("S_VOBSUB", b"", "dvd_subtitle"),
        ("X_SOMETHING/NEW", b"", "x_something/new"),
    ],
)
def test_a_matroska_codec_has_ffmpegs_name(codec_id: str, private: bytes, codec: str) -> None:
    assert names.matroska_codec(codec_id, private, 24) == codec


def test_eight_bits_of_sound_are_unsigned() -> None:
    assert names.matroska_codec("A_PCM/INT/LIT", b"", 8) == "pcm_u8"


@pytest.mark.parametrize(
    ("transfer", "said", "kind"),
    [
        (1, {}, HdrKind.SDR),
        (None, {}, HdrKind.SDR),
        (16, {}, HdrKind.HDR10),
        (18, {}, HdrKind.HLG),
        (16, {"has_hdr10_plus": True}, HdrKind.HDR10_PLUS),
        (1, {"has_hdr10_plus": True}, HdrKind.SDR),
        (16, {"has_dolby_vision": True, "has_hdr10_plus": True}, HdrKind.DOLBY_VISION),
    ],
)
def test_the_transfer_curve_tells_the_kind_of_hdr(
    transfer: int | None, said: dict[str, bool], kind: HdrKind
) -> None:
    assert video.hdr_kind(transfer, **said) is kind


@pytest.mark.parametrize(
    ("record", "profile"),
    [
        (b"\1\0\x0a\x35", 5),
        (b"\1\0\x10\x35", 8),
        (b"\1\0\x0e\x35", 7),
        (b"", None),
        (bytes(24), None),
    ],
)
def test_dolby_visions_profile_is_read(record: bytes, profile: int | None) -> None:
    assert video.dolby_vision_profile(record) == profile


@pytest.mark.parametrize(
    ("codec", "record", "profile", "level", "bit_depth"),
    [
        ("h264", "014d4028", "Main", "4.0", 8),
        ("h264", "0142c01e", "Constrained Baseline", "3.0", 8),
        ("h264", "0142001e", "Baseline", "3.0", 8),
        ("h264", "01640029", "High", "4.1", None),
        ("hevc", "0102" + "00" * 10 + "99f000fcfdfafa00000f00", "Main 10", "5.1", 10),
        ("hevc", "0102", None, None, None),
        ("av1", "810d4000", "Main", "5.1", 10),
        ("av1", "811f0000", "Main", None, 8),
        ("mpeg2video", "00000000", None, None, None),
    ],
)
def test_a_configuration_says_profile_level_and_depth(
    codec: str, record: str, profile: str | None, level: str | None, bit_depth: int | None
) -> None:
    found = video.configuration(codec, bytes.fromhex(record))

    assert (found.profile, found.level, found.bit_depth) == (profile, level, bit_depth)


@pytest.mark.parametrize(
    ("record", "profile", "channels", "rate"),
    [
        ("1190", "LC", 2, 48_000),
        ("1210", "LC", 2, 44_100),
        ("11b0", "LC", 6, 48_000),
        ("2b8a0800", "HE-AAC", 1, 44_100),
        ("eb8a0800", "HE-AACv2", 2, 44_100),
        ("12", None, 0, None),
    ],
)
def test_an_aac_configuration_says_what_is_heard(
    record: str, profile: str | None, channels: int, rate: int | None
) -> None:
    found = audio.aac(bytes.fromhex(record))

    assert (found.profile, found.channels, found.sample_rate) == (profile, channels, rate)


def test_seven_one_in_dolby_digital_plus_comes_from_a_dependent_substream() -> None:
    head = (1024 << 3).to_bytes(2, "big")
    rear_pair = 0b10
    substream = (16 << 25 | 7 << 17 | 1 << 16 | 1 << 9 | rear_pair).to_bytes(4, "big")

    found = audio.eac3(head + substream)

    assert (found.channels, found.layout, found.bitrate) == (8, "7.1", 1_024_000)


def test_a_dts_box_counts_its_speakers() -> None:
    centre_front_surround_lfe = 0b1111
    layout = (centre_front_surround_lfe << 8).to_bytes(7, "big")
    record = (
        (48_000).to_bytes(4, "big") + bytes(4) + (1_509_000).to_bytes(4, "big") + b"\x18" + layout
    )

    found = audio.dts(record)

    assert (found.channels, found.layout, found.sample_rate) == (6, "5.1", 48_000)
    assert found.bitrate == 1_509_000


@pytest.mark.parametrize(
    ("name", "plain"), [("5.1(side)", "5.1"), ("stereo", "stereo"), ("9 channels", None)]
)
def test_layouts_have_one_name_in_both_tiers(name: str, plain: str | None) -> None:
    assert audio.plain_layout(name) == plain
