"""Text tracks become files that say the same, whatever a track leaves open."""

import subprocess
from pathlib import Path

import pytest

from maestrarr.demo.video import spoken
from maestrarr.media import subtitles
from maestrarr.media.subtitles import Cue, Lines, NotRead
from makers import make_mkv, sound, words

SETUP = "[Script Info]\r\nScriptType: v4.00+\r\n"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "Film.mkv"
    make_mkv(path, audio=[sound("en")], subtitles=[words("fr"), words("ja", codec="ass")])
    return path


def test_what_was_spoken_is_read_out_of_a_film_in_one_go(film: Path) -> None:
    found = subtitles.read(film, {2: "subrip", 3: "ass"})

    assert subtitles.written(found[2]).decode() == spoken.as_srt("fr")
    events = subtitles.written(found[3]).decode().partition("[Events]\n")[2].splitlines()
    assert events[1] == "Dialogue: 0,0:00:00.20,0:00:00.90,Default,,0,0,0,,今日は潮が遅い。"


def test_an_mp4_film_says_the_same(film: Path, tmp_path: Path) -> None:
    made = tmp_path / "Film.mp4"
    which = ["-map", "0:a", "-map", "0:2", "-c", "copy", "-c:s", "mov_text"]
    subprocess.run(["ffmpeg", "-v", "error", "-i", film, *which, made], check=True)

    assert subtitles.written(subtitles.read(made, {1: "mov_text"})[1]).decode() == spoken.as_srt(
        "fr"
    )


@pytest.mark.parametrize(
    ("content", "index", "why"),
    [(None, 9, "no such track"), (b"This is no film.", 2, "Invalid data")],
)
def test_what_cannot_be_read_is_said(
    film: Path, content: bytes | None, index: int, why: str
) -> None:
    if content is not None:
        film.write_bytes(content)

    with pytest.raises(NotRead, match=why):
        subtitles.read(film, {index: "subrip"})


@pytest.mark.parametrize(
    ("codec", "setup", "cues", "expected"),
    [
        pytest.param(
            "subrip",
            "",
            [Cue(3_723_004, None, "b"), Cue(0, 400, "a\r\n\r\nc"), Cue(500, 600, "  ")],
            "1\n00:00:00,000 --> 00:00:00,400\na\nc\n\n2\n01:02:03,004 --> 01:02:05,004\nb\n",
            id="in order, without empty lines, with an end",
        ),
        pytest.param(
            "mov_text",
            "",
            [Cue(0, None, "a"), Cue(900, 1_000, "b")],
            "1\n00:00:00,000 --> 00:00:00,900\na\n\n2\n00:00:00,900 --> 00:00:01,000\nb\n",
            id="until the next line",
        ),
        pytest.param(
            "ass",
            SETUP,
            [
                Cue(900, 1_000, "1,0,D,,0,0,0,,b, b"),
                Cue(0, 90, "0,1,D,,0,0,0,,a\nc"),
                Cue(0, 1, "x"),
            ],
            "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
            "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
            "Dialogue: 1,0:00:00.00,0:00:00.09,D,,0,0,0,,a\\Nc\n"
            "Dialogue: 0,0:00:00.90,0:00:01.00,D,,0,0,0,,b, b\n",
            id="events put back in order, what is no event left out",
        ),
    ],
)
def test_a_track_is_written_whole(codec: str, setup: str, cues: list[Cue], expected: str) -> None:
    assert subtitles.written(Lines(codec, setup, cues)).decode() == expected
