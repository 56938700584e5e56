"""What first frames say that headers do not: real encoders' frames, and what is added by hand."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from damage import mutate, seeded
from writers import Templates, run

from bitstreams import (
    HDR10,
    LOSSLESS,
    OBJECTS,
    av1_unit,
    dependent,
    dts_substream,
    eac3_frames,
    encoded,
    hdr10_plus_message,
    sei_unit,
    truehd_with_objects,
    with_hdr10_plus,
    with_objects,
    write_film,
)
from maestrarr.media.facts import AudioTrack
from maestrarr.media.ffmpeg import FfmpegReader
from maestrarr.media.frames import SOUND_READERS, dolby, dts
from maestrarr.media.frames.bits import Bits
from maestrarr.media.frames.hdr10plus import has_hdr10_plus
from maestrarr.media.frames.sightings import Sighting

SURROUND_BACK = 0b0000001000000000  # of a chanmap: the pair at the back
LENGTHS_OF_FOUR = bytes(21) + b"\x03"  # an HEVC record says that sizes take four bytes
SLICE = b"\x02\x01\x80"


@pytest.fixture(scope="module")
def eac3() -> list[bytes]:
    return list(eac3_frames(encoded("eac3", "eac3")))


@pytest.fixture(scope="module")
def core(templates: Templates) -> bytes:
    """Give one frame of DTS, padded as extensions stand behind it."""
    stream = templates.path("dts.dts").read_bytes()
    size = (int.from_bytes(stream[4:12], "big") >> 36 & 0x3FFF) + 1
    return stream[:size] + bytes(-size % 4)


def looked(path: Path) -> list[Sighting]:
    with FfmpegReader() as ffmpeg:
        return ffmpeg.look(path)


def sound_by_ffmpeg(path: Path) -> AudioTrack:
    with FfmpegReader() as ffmpeg:
        return ffmpeg.read(path).audio[0]


def test_plain_frames_say_their_channels(eac3: list[bytes]) -> None:
    found = dolby.ac3(eac3[0])

    assert found is not None
    assert (found.profile, found.channels, found.layout) == (None, 6, "5.1")


def test_objects_are_seen_as_ffmpeg_sees_them(eac3: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    write_film(path, ("eac3", b"".join(map(with_objects, eac3))))

    assert looked(path) == [Sighting(index=0, profile=dolby.ATMOS, channels=6, layout="5.1")]
    assert sound_by_ffmpeg(path).profile == dolby.ATMOS


def test_frames_that_depend_add_their_channels(eac3: list[bytes]) -> None:
    first, second = eac3[:2]

    found = dolby.ac3(first + dependent(second, SURROUND_BACK))
    other = dolby.ac3(first + second)

    assert found is not None
    assert other is not None
    assert (found.channels, found.layout) == (8, "7.1")
    assert (other.channels, other.layout) == (6, "5.1")
    assert dolby.ac3(dependent(first, SURROUND_BACK)) is None


@pytest.mark.parametrize(
    ("layout", "channels"),
    [("mono", 1), ("stereo", 2), ("3.0", 3), ("quad", 4), ("5.0", 5), ("2.1", 3), ("5.1", 6)],
)
@pytest.mark.parametrize("codec", ["ac3", "eac3"])
def test_channels_are_counted_as_encoded(
    codec: str, layout: str, channels: int, tmp_path: Path
) -> None:
    path = tmp_path / f"sound.{codec}"
    sine = ["-f", "lavfi", "-i", f"anullsrc=channel_layout={layout}:sample_rate=48000"]
    run(["ffmpeg", "-v", "error", *sine, "-t", "0.1", "-c:a", codec, "-f", codec, str(path)])

    found = dolby.ac3(path.read_bytes())

    assert found is not None
    assert (found.channels, found.layout) == (channels, layout)


def test_lossless_sound_says_whether_it_has_objects(templates: Templates, tmp_path: Path) -> None:
    plain, atmos = tmp_path / "plain.thd", tmp_path / "atmos.mkv"
    command = ["ffmpeg", "-v", "error", "-i", str(templates.path("ac3.ac3"))]
    run([*command, "-c:a", "truehd", "-strict", "-2", "-f", "truehd", str(plain)])
    write_film(atmos, ("truehd", truehd_with_objects(plain.read_bytes())))
    write_film(tmp_path / "plain.mkv", ("truehd", plain.read_bytes()))

    assert looked(tmp_path / "plain.mkv") == [Sighting(index=0, channels=6, layout="5.1")]
    expected = Sighting(index=0, profile=dolby.TRUEHD_ATMOS, channels=6, layout="5.1")
    assert looked(atmos) == [expected]
    assert sound_by_ffmpeg(atmos).profile == dolby.TRUEHD_ATMOS


@pytest.mark.parametrize(
    ("parts", "profile"),
    [
        ((LOSSLESS, bytes(40)), "DTS-HD MA"),
        ((LOSSLESS, bytes(40), OBJECTS), "DTS-HD MA + DTS:X"),
        ((LOSSLESS, bytes(8), b"\xf1\x40\x00\xd0"), "DTS-HD MA + DTS:X IMAX"),
        ((b"\x65\x5e\x31\x5e", bytes(40)), "DTS-HD HRA"),
        ((b"\x0a\x80\x19\x21", bytes(40)), "DTS Express"),
    ],
)
@pytest.mark.parametrize("has_core", [True, False])
def test_what_stands_beside_a_core_makes_it_more(
    has_core: bool,  # noqa: FBT001
    parts: tuple[bytes, ...],
    profile: str,
    core: bytes,
) -> None:
    found = dts.read((core if has_core else b"") + dts_substream(*parts))

    assert found is not None
    assert found.profile == profile


def test_a_core_alone_is_plain(core: bytes) -> None:
    found = dts.read(core)

    assert found is not None
    assert (found.profile, found.channels, found.layout) == ("DTS", 6, "5.1")


def test_a_word_that_stands_behind_the_substream_says_nothing(core: bytes) -> None:
    found = dts.read(core + dts_substream(bytes(40)) + LOSSLESS)

    assert found is not None
    assert found.profile == "DTS-HD HRA"


def test_hdr10_plus_is_seen_as_others_see_it(tmp_path: Path) -> None:
    plain = encoded("libx265", "hevc", preset="ultrafast", **{"x265-params": HDR10})
    write_film(tmp_path / "plain.mkv", ("hevc", plain))
    write_film(tmp_path / "plus.mkv", ("hevc", with_hdr10_plus(plain)))

    assert looked(tmp_path / "plain.mkv") == []
    assert looked(tmp_path / "plus.mkv") == [Sighting(index=0, has_hdr10_plus=True)]
    said = run(["mediainfo", "--Inform=Video;%HDR_Format%", str(tmp_path / "plus.mkv")])
    assert said.decode().strip().startswith("SMPTE ST 2094 App 4")


@pytest.mark.parametrize("before", [b"", b"\x46\x01\x10"])
def test_hdr10_plus_is_read_with_start_codes_and_with_sizes(before: bytes) -> None:
    units = [unit for unit in (before, sei_unit(hdr10_plus_message()), SLICE) if unit]
    plain = b"".join(b"\0\0\0\1" + unit for unit in units)
    sized = b"".join(len(unit).to_bytes(4, "big") + unit for unit in units)

    assert has_hdr10_plus("hevc", plain, b"")
    assert has_hdr10_plus("hevc", sized, LENGTHS_OF_FOUR)
    assert not has_hdr10_plus("h264", plain, b"")


def test_only_what_stands_before_the_slice_counts() -> None:
    units = [SLICE, sei_unit(hdr10_plus_message())]

    assert not has_hdr10_plus("hevc", b"".join(b"\0\0\1" + unit for unit in units), b"")


@pytest.mark.parametrize(
    "message", [b"\xb5\x00\x3b\x00\x00\x09", b"\xb5\x00\x3c\x00\x01\x01", b"\xb5", b""]
)
def test_other_messages_are_others(message: bytes) -> None:
    assert not has_hdr10_plus("hevc", b"\0\0\1" + sei_unit(message), b"")
    assert not has_hdr10_plus("av1", av1_unit(5, b"\x04" + message), b"")


@pytest.mark.parametrize("is_sized", [True, False])
def test_hdr10_plus_of_av1_is_a_metadata_unit(is_sized: bool) -> None:  # noqa: FBT001
    delimiter = av1_unit(2, b"")
    metadata = av1_unit(5, b"\x04" + hdr10_plus_message(), is_sized=is_sized)

    assert has_hdr10_plus("av1", delimiter + metadata, b"")
    assert not has_hdr10_plus("av1", delimiter, b"")


def test_a_look_at_every_kind_of_file_ends(templates: Templates) -> None:
    for name in ("faststart.mp4", "film.ts", "ffmpeg-plain.mkv", "film.avi"):
        for sighting in looked(templates.path(name)):
            assert sighting.channels
            assert sighting.profile is None


def test_bits_end_in_zeros() -> None:
    bits = Bits(b"\xff")

    assert [bits.read(4), bits.read(8), bits.read(4), bits.read(9)] == [15, 240, 0, 0]


@pytest.mark.parametrize("codec", sorted(SOUND_READERS))
def test_damaged_frames_of_sound_are_read_or_not(codec: str, eac3: list[bytes]) -> None:
    chance = seeded(f"frames {codec}")
    whole = {"dts": b"\x7f\xfe\x80\x01" + dts_substream(LOSSLESS, bytes(60))}
    sound = whole.get(codec, eac3[0] + with_objects(eac3[1]))

    assert_survives(SOUND_READERS[codec], sound, chance)


@pytest.mark.parametrize("codec", ["hevc", "av1"])
def test_damaged_pictures_are_read_or_not(codec: str) -> None:
    whole = {
        "hevc": b"\0\0\1" + sei_unit(hdr10_plus_message()) + b"\0\0\1" + SLICE,
        "av1": av1_unit(2, b"") + av1_unit(5, b"\x04" + hdr10_plus_message()),
    }[codec]

    for record in (b"", LENGTHS_OF_FOUR):
        assert_survives(
            lambda data, record=record: has_hdr10_plus(codec, data, record),  # type: ignore[misc]
            whole,
            seeded(f"frames {codec}"),
        )


def assert_survives(read: Callable[[bytes], object], whole: bytes, chance: random.Random) -> None:
    for _ in range(500):
        read(mutate(whole, chance))
    for end in range(len(whole)):
        read(whole[:end])
