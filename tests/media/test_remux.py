"""Whole films made anew: nothing is lost, nothing is used that is not the same, nobody waits."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tightened import compressed, tightened
from wishes import last_sound, mkvpropedit, refusal, wish
from witnesses import (
    carry_out,
    ffprobe_defaults,
    mediainfo_defaults,
    mkvmerge_defaults,
    packet_hashes,
    planned,
)
from writers import Templates, run

from maestrarr.media import containers, probe
from maestrarr.media.edits import (
    NO_TRACK,
    Defaults,
    Method,
    TrackChange,
    TrackSetting,
)
from maestrarr.media.remux import (
    Remuxed,
    Rewriter,
    Wish,
    edit_copy,
    remux,
)

KEPT_BY_FFMPEG = [
    "ffmpeg-rich.mkv",
    "ffmpeg-dispositions.mkv",
    "mkvmerge-all-default.mkv",
    "mkvmerge-old-style.mkv",
]
KEPT_BY_MKVPROPEDIT = ["ffmpeg-rich.mkv", "mkvmerge-full.mkv", "mkvmerge-many-audio.mkv"]
HOSTILE = [b"-o @film.mkv", b"new\nline.mkv", b"per%d cent.mkv", b"invalid \xff\xfe.mkv"]


def assert_same_film(path: Path, copy: Path, track: int) -> None:
    """Let other programs say that the copy is the film, but for what it begins with."""
    assert ffprobe_defaults(copy) == mediainfo_defaults(copy) == [track]
    assert mkvmerge_defaults(copy) == [track]
    assert packet_hashes(copy) == packet_hashes(path)
    assert told(copy) == told(path)
    assert attached(copy) == attached(path)


def told(path: Path) -> Any:
    """Ask ffprobe for all that a film says, side data and chapters too."""
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_chapters"]
    said = json.loads(run([*command, "-show_format", str(path)]))
    for stream in said["streams"]:
        del stream["disposition"]["default"]
    return without_the_writers_own(said)


OWN = {"filename", "size", "bit_rate", "start_pts", "encoder", "ENCODER", "DURATION", "id"}


def without_the_writers_own(said: Any) -> Any:
    if isinstance(said, list):
        return [without_the_writers_own(one) for one in said]
    if isinstance(said, dict):
        return {
            key.lower(): without_the_writers_own(value)
            for key, value in said.items()
            if key not in OWN and without_the_writers_own(value) != {}
        }
    return said


def attached(path: Path) -> list[tuple[str, str, bytes]]:
    """Let mkvextract give the attachments."""
    listed = json.loads(run(["mkvmerge", "-J", str(path)]))["attachments"]
    found = []
    for one in listed:
        out = path.with_name(f"attachment-{one['id']}")
        run(["mkvextract", "-q", str(path), "attachments", f"{one['id']}:{out}"])
        found.append((one["file_name"], one["content_type"], out.read_bytes()))
    return found


@pytest.mark.parametrize("name", KEPT_BY_FFMPEG)
def test_ffmpeg_makes_a_copy_that_is_the_same_film(
    name: str, tight_film: Callable[[str], Path]
) -> None:
    path = tight_film(name)
    whole, track = path.read_bytes(), last_sound(path)
    assert refusal(containers.plan_default_audio(path, track)).may_be_remuxed

    made = remux(wish(path, track))

    assert isinstance(made, Remuxed), made
    assert made.by is Rewriter.FFMPEG
    assert made.size_bytes == path.with_name("staged").stat().st_size
    assert probe.probe(path.with_name("staged")).unique_id == probe.probe(path).unique_id
    assert_same_film(path, path.with_name("staged"), track)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("name", KEPT_BY_MKVPROPEDIT)
def test_mkvpropedit_makes_a_copy_that_is_the_same_film(
    name: str, tight_film: Callable[[str], Path]
) -> None:
    path = tight_film(name)
    whole, track = path.read_bytes(), last_sound(path)

    made = edit_copy(mkvpropedit(), wish(path, track))

    assert isinstance(made, Remuxed), made
    assert made.by is Rewriter.MKVPROPEDIT
    assert_same_film(path, path.with_name("staged"), track)
    assert path.read_bytes() == whole


def test_dolby_vision_and_what_a_grader_saw_are_kept(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-rich.mkv")

    remux(wish(path, 1))

    picture = told(path.with_name("staged"))["streams"][0]
    kinds = {one["side_data_type"] for one in picture["side_data_list"]}
    assert "DOVI configuration record" in kinds
    assert picture["color_transfer"] == "smpte2084"
    assert probe.probe(path.with_name("staged")).video[0].dolby_vision_profile == 8


def test_a_film_under_one_checksum_is_copied_without_it(
    templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / "film.mkv"
    contents = templates.path("ffmpeg-plain.mkv").read_bytes()
    path.write_bytes(tightened(contents, is_checked=True))

    edited, made = edit_copy(mkvpropedit(), wish(path, 2)), remux(wish(path, 2))

    assert "leave the checksum over the whole film wrong" in refusal(edited).reason
    assert isinstance(made, Remuxed), made
    assert_same_film(path, path.with_name("staged"), 2)


def test_a_compressed_quicktime_header_is_written_out(templates: Templates, tmp_path: Path) -> None:
    path = tmp_path / "film.mov"
    path.write_bytes(compressed(templates.path("all-default.mov").read_bytes()))

    made = remux(wish(path, 2))

    staged = path.with_name("staged")
    assert isinstance(made, Remuxed), made
    assert made.changes == (TrackChange(1, TrackSetting.DEFAULT, 1, 0),)
    assert ffprobe_defaults(staged) == mediainfo_defaults(staged) == [2]
    assert packet_hashes(staged) == packet_hashes(path)
    assert probe.probe(staged).container == "mov"


def test_a_subtitle_is_wished_for_too(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-rich.mkv")
    staged = path.with_name("staged")

    made = remux(wish(path, 3, NO_TRACK))

    assert isinstance(made, Remuxed), made
    assert (ffprobe_defaults(staged), ffprobe_defaults(staged, "s")) == ([3], [])
    assert set(made.changes) == {
        TrackChange(1, TrackSetting.DEFAULT, 1, 0),
        TrackChange(2, TrackSetting.DEFAULT, 1, 0),
        TrackChange(4, TrackSetting.DEFAULT, 1, 0),
    }


def test_a_copy_can_be_edited_in_place_from_then_on(tight_film: Callable[[str], Path]) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    remux(wish(path, 2))
    staged = path.with_name("staged")

    plan = planned(staged, 1)
    carry_out(staged, plan)

    assert plan.method is not Method.GROW
    assert ffprobe_defaults(staged) == mediainfo_defaults(staged) == [1]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
@pytest.mark.parametrize("by", Rewriter)
def test_any_name_is_only_a_name(
    by: Rewriter, name: bytes, tight_film: Callable[[str], Path], tmp_path: Path
) -> None:
    path = tight_film("ffmpeg-plain.mkv")
    hostile = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.rename(hostile)
    wished = Wish(
        source=hostile,
        staging=hostile.with_suffix(".staged.mkv"),
        defaults=Defaults(audio=2),
    )

    made = remux(wished) if by is Rewriter.FFMPEG else edit_copy(mkvpropedit(), wished)

    assert isinstance(made, Remuxed), made
