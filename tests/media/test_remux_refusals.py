"""Remuxes that are not begun, not finished, or not used: the film is never touched."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from flagged_films import sound
from handmade_elements import cluster, element, film, info, number, tight
from tightened import tightened
from wishes import mkvpropedit, refusal, wish
from writers import Templates

from maestrarr.media.edits import AlreadyRight, CannotEdit, Defaults, Obstacle
from maestrarr.media.matroska import ids
from maestrarr.media.remux import Bounds, Watch, Wish, edit_copy, remux


def children() -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True))


def test_what_needs_no_copy_gets_none(templates: Templates, tmp_path: Path) -> None:
    staging = tmp_path / "staged"
    expected = {
        ("ffmpeg-plain.mkv", 1): Obstacle.NOT_NEEDED,
        ("faststart.mp4", 3): Obstacle.NOT_NEEDED,
        ("film.avi", 1): Obstacle.UNSUPPORTED,
        ("cues.srt", 1): Obstacle.UNREADABLE,
        ("mkvmerge-full.mkv", 99): Obstacle.NO_SUCH_TRACK,
    }

    for (name, track), obstacle in expected.items():
        asked = Wish(source=templates.path(name), staging=staging, defaults=Defaults(audio=track))
        assert refusal(remux(asked)).obstacle is obstacle
    right = Wish(
        source=templates.path("ffmpeg-plain.mkv"), staging=staging, defaults=Defaults(audio=2)
    )
    assert remux(right) == AlreadyRight()
    assert not staging.exists()


def test_a_track_that_is_not_there_is_refused(templates: Templates, tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    contents = templates.path("ffmpeg-plain.mkv").read_bytes()
    path.write_bytes(tightened(contents, is_checked=True))

    assert refusal(remux(wish(path, 9))).obstacle is Obstacle.NO_SUCH_TRACK
    assert refusal(remux(wish(path, 1, 2))).obstacle is Obstacle.NO_SUCH_TRACK


TEXT = tight(ids.TRACK_ENTRY, number(ids.TRACK_NUMBER, 9) + number(ids.TRACK_TYPE, 17))
CHAPTER = element(ids.CHAPTER_ATOM, number(ids.CHAPTER_TIME_START, 0))
HIDDEN = element(ids.CHAPTER_ATOM, number(ids.CHAPTER_FLAG_HIDDEN, 1))
DISPLAY = element(ids.CHAPTER_DISPLAY, tight(ids.CHAP_STRING, b"Begin"))
ENCRYPTED = element(
    ids.CONTENT_ENCODINGS,
    element(ids.CONTENT_ENCODING, element(ids.CONTENT_ENCRYPTION, number(0x47E1, 5))),
)


def tag(*parts: bytes) -> bytes:
    return element(ids.TAGS, element(ids.TAG, b"".join(parts)))


def edition(*parts: bytes) -> bytes:
    return element(ids.EDITION_ENTRY, b"".join(parts))


LOSSES = {
    "times that are no whole milliseconds": element(ids.INFO, number(ids.TIMESTAMP_SCALE, 9, 3)),
    "links to other films": element(ids.INFO, tight(ids.NEXT_UID, bytes(range(16)))),
    "several editions of its chapters": element(ids.CHAPTERS, edition(CHAPTER) * 2),
    "ordered chapters": element(ids.CHAPTERS, edition(number(ids.EDITION_FLAG_ORDERED, 1))),
    "chapters inside of chapters": element(
        ids.CHAPTERS, edition(element(ids.CHAPTER_ATOM, CHAPTER))
    ),
    "hidden chapters": element(ids.CHAPTERS, edition(HIDDEN)),
    "chapter names in several languages": element(
        ids.CHAPTERS, edition(element(ids.CHAPTER_ATOM, DISPLAY * 2))
    ),
    "tags inside of tags": tag(
        element(ids.SIMPLE_TAG, element(ids.SIMPLE_TAG, tight(ids.TAG_NAME, b"X")))
    ),
    "tags of what the film is part of": tag(
        element(ids.TARGETS, number(ids.TARGET_TYPE_VALUE, 60))
    ),
    "descriptions of attachments": element(
        ids.ATTACHMENTS,
        element(ids.ATTACHED_FILE, tight(ids.FILE_DESCRIPTION, b"a font")),
    ),
    "an element that is not known to be kept (5FFF)": element(0x5FFF, b"news"),
}
TRACK_LOSSES = {
    "tracks that are switched off": number(ids.FLAG_ENABLED, 0),
    "a language that takes more than three letters to say": tight(ids.LANGUAGE_BCP47, b"pt-BR"),
    "its encryption": ENCRYPTED,
    "a track that is made of others": element(ids.TRACK_OPERATION, number(0xE3, 1)),
}


@pytest.mark.parametrize("what", LOSSES)
def test_ffmpeg_is_not_asked_to_lose_something(what: str, tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    entries = tight(ids.TRACKS, sound(1) + sound(2))
    first = LOSSES[what]
    parts = [first] if first.startswith(ids.INFO.to_bytes(4, "big")) else [info(), first]
    path.write_bytes(film(*parts, entries, cluster(0, 0)))

    refused = refusal(remux(wish(path, 1)))

    assert refused == CannotEdit(Obstacle.WOULD_LOSE, f"A copy by FFmpeg would lose {what}.")
    assert not path.with_name("staged").exists()


@pytest.mark.parametrize("what", TRACK_LOSSES)
def test_ffmpeg_is_not_asked_to_lose_what_a_track_says(what: str, tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    entries = tight(ids.TRACKS, sound(1) + sound(2) + sound(3, TRACK_LOSSES[what]))
    path.write_bytes(film(info(), entries, cluster(0, 0)))

    refused = refusal(remux(wish(path, 1)))

    assert refused == CannotEdit(Obstacle.WOULD_LOSE, f"A copy by FFmpeg would lose {what}.")


def test_a_track_of_another_kind_would_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    path.write_bytes(film(info(), tight(ids.TRACKS, sound(1) + sound(2) + TEXT), cluster(0, 0)))

    assert "a kind that FFmpeg does not know" in refusal(remux(wish(path, 1))).reason


def test_bytes_behind_the_film_would_be_lost(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    path.write_bytes(path.read_bytes() + b"a note of mine")

    assert "what stands behind the film" in refusal(remux(wish(path, 2))).reason


def test_a_file_that_is_too_large_is_not_copied(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")

    refused = refusal(remux(wish(path, 2), Bounds(limit_bytes=100_000)))

    assert refused.obstacle is Obstacle.TOO_LARGE
    assert refused.reason == "It is larger than the 0.0001 GB up to which files are copied."


def test_a_copy_that_would_fill_the_disk_is_not_begun(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-piped.mkv")
    free = psutil.disk_usage(str(path.parent)).free
    whole = path.read_bytes()
    at = whole.index(ids.SEGMENT.to_bytes(4, "big")) + 5
    size = int.from_bytes(whole[at : at + 7], "big")
    with path.open("r+b") as file:  # as much nothing behind the film as the disk has room for
        file.seek(at)
        file.write((size + 9 + free).to_bytes(7, "big"))
        file.seek(0, os.SEEK_END)
        file.write(b"\xec\x01" + free.to_bytes(7, "big"))
        file.truncate(len(whole) + 9 + free)

    refused = refusal(remux(wish(path, 2), Bounds(limit_bytes=2**62)))

    assert refused.obstacle is Obstacle.NO_SPACE
    assert "twice its size" in refused.reason


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="This system has no /dev/full.")
def test_a_disk_that_fills_up_meanwhile_is_told(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    full = Wish(source=path, staging=Path("/dev/full"), defaults=Defaults(audio=2))

    refused = refusal(remux(full))

    assert refused.obstacle is Obstacle.FAILED
    assert "No space left" in refused.reason


def test_a_copy_that_takes_too_long_is_given_up(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")

    before = children()

    refused = refusal(remux(wish(path, 2), Bounds(limit_seconds=0.05)))

    assert refused.obstacle is Obstacle.TOO_SLOW
    assert refused.reason == "A copy of it takes longer than the 0.05 s that it may take."
    assert children() == before


def test_a_copy_that_is_called_off_is_given_up(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    whole, before = path.read_bytes(), children()

    refused = refusal(remux(wish(path, 2), watch=Watch(is_cancelled=lambda: True)))

    assert refused.obstacle is Obstacle.STOPPED
    assert children() == before
    assert path.read_bytes() == whole


def test_a_child_that_dies_is_told(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    before = children()

    def kill() -> bool:
        for child in children() - before:
            child.kill()
        return False

    refused = refusal(remux(wish(path, 2), watch=Watch(is_cancelled=kill)))

    assert refused == CannotEdit(Obstacle.FAILED, "FFmpeg crashed over it.")


def test_progress_is_told(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    heard: list[float] = []

    edit_copy(mkvpropedit(), wish(path, 2), watch=Watch(progress=heard.append))

    assert all(0 <= one <= 1 for one in heard)
    assert heard == sorted(heard)


def a_program(folder: Path, text: str) -> Path:
    """Write a program that takes mkvpropedit's place."""
    path = folder / "mkvpropedit"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("text", "obstacle", "reason"),
    [
        ("exit 0", Obstacle.NOT_THE_SAME, "does not say the same of itself"),
        ("echo 'Error: no.'; exit 2", Obstacle.FAILED, "cannot edit it: Error: no."),
        ("sleep 60", Obstacle.TOO_SLOW, "takes longer than the 0.5 s"),
        (': > "$2"', Obstacle.FAILED, "FFmpeg cannot copy it"),
    ],
)
def test_a_program_that_fails_spoils_only_the_copy(
    text: str,
    obstacle: Obstacle,
    reason: str,
    tight_film: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    whole = path.read_bytes()
    bounds = Bounds(limit_seconds=0.5 if "sleep" in text else 60)

    refused = refusal(edit_copy(a_program(tmp_path, text), wish(path, 2), bounds))

    assert (refused.obstacle, reason in refused.reason) == (obstacle, True), refused
    assert path.read_bytes() == whole
