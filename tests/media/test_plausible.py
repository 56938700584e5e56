"""Numbers that no honest file has: unknown, whichever reader read them."""

import math
from pathlib import Path

import pytest

from lies import a_lying_film
from maestrarr.media import probe
from maestrarr.media.facts import AudioTrack, Chapter, Probe, SubtitleTrack, VideoTrack
from maestrarr.media.plausible import plausible


def test_what_a_lying_header_says_is_unknown(tmp_path: Path) -> None:
    found = probe.examine(a_lying_film(tmp_path / "lie.mkv")).probe

    assert found is not None
    (picture,), (sound,) = found.video, found.audio
    assert (picture.width, picture.height, picture.bit_depth) == (0, 0, None)
    assert (sound.channels, sound.layout, sound.number) == (0, None, None)
    assert (picture.codec, sound.codec) == ("h264", "ac3")


def test_the_second_tier_is_believed_no_more_than_our_own(tmp_path: Path) -> None:
    class Liar:
        def read(self, path: Path) -> Probe:
            picture = VideoTrack(index=0, codec="mpeg4", width=2**31, height=480)
            return Probe(container="avi", size_bytes=path.stat().st_size, video=[picture])

    film = tmp_path / "film.avi"
    film.write_bytes(b"RIFF\0\1\0\0AVI LIST" + bytes(400))

    found = probe.examine_fully(film, Liar()).probe

    assert found is not None
    assert (found.video[0].width, found.video[0].height) == (0, 480)


@pytest.mark.parametrize("rate", [math.inf, math.nan, -25.0, 0.0, 1e9])
def test_a_frame_rate_is_a_rate_or_unknown(rate: float) -> None:
    film = Probe(
        container="avi",
        size_bytes=1,
        bitrate=2**63,
        duration_seconds=rate if rate != 1e9 else math.inf,
        video=[VideoTrack(index=0, codec="h264", frame_rate=rate, bitrate=-1)],
        audio=[AudioTrack(index=1, sample_rate=2**31, bit_depth=65, channels=256, layout="256.0")],
        subtitles=[SubtitleTrack(index=2, codec="subrip", number=2**63)],
        chapters=[Chapter(start_seconds=math.inf)],
    )

    found = plausible(film)

    assert (found.bitrate, found.duration_seconds or 0.0) == (None, 0.0)
    assert (found.video[0].frame_rate, found.video[0].bitrate) == (None, None)
    sound = found.audio[0]
    assert (sound.sample_rate, sound.bit_depth, sound.channels, sound.layout) == (
        None,
        None,
        0,
        None,
    )
    assert (found.subtitles[0].number, found.chapters[0].start_seconds) == (None, 0.0)


def test_honest_facts_stay_as_they_are() -> None:
    film = Probe(
        container="matroska",
        size_bytes=1,
        duration_seconds=7_200.5,
        bitrate=80_000_000,
        video=(VideoTrack(index=0, codec="hevc", width=7_680, height=4_320, frame_rate=59.94),),
        audio=(AudioTrack(index=1, codec="truehd", channels=8, layout="7.1", sample_rate=192_000),),
        subtitles=(SubtitleTrack(index=2, codec="subrip", number=3),),
        chapters=(Chapter(start_seconds=12.5, title="One"),),
    )

    assert plausible(film) == film
