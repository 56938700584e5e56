"""A plan that was carried out only in part: its old bytes give the file back, whatever was lost."""

import random
import shutil
from itertools import product
from pathlib import Path

import pytest
from damage import seeded
from witnesses import FILM, ffprobe_defaults, packet_hashes, planned, write
from writers import Templates

from maestrarr.demo.video.layouts import Layout
from maestrarr.demo.video.matroska import matroska
from maestrarr.media import probe
from maestrarr.media.edits import EditPlan, Method

SECTOR_BYTES = 512
MOST_STATES = 256
EDITS = [
    ("mkvmerge-none-default.mkv", 2),
    ("mkvmerge-full.mkv", 3),
    ("mkvmerge-many-audio.mkv", 6),
    ("ffmpeg-plain.mkv", 1),
    ("ffmpeg-all-default.mkv", 2),
    ("ffmpeg-no-crc.mkv", 1),
    ("mkvpropedit-moved-tracks.mkv", 1),
    ("all-default.mp4", 3),
    ("fragmented-sidx.mp4", 1),
    ("all-default.mov", 1),
    ("slides.mkv", 2),
]
FLIPS = [
    ("mkvmerge-full.mkv", 3),
    ("mkvmerge-many-audio.mkv", 6),
    ("all-default.mp4", 3),
    ("moov-at-end.mp4", 3),
    ("all-default.mov", 1),
]


def a_copy(templates: Templates, name: str, folder: Path) -> Path:
    path = folder / name
    if name == "slides.mkv":
        order = ("seek", 60, "info", "tracks", "clusters", "cues", "tags")
        path.write_bytes(matroska(FILM, Layout(name="slides", order=order, has_checksums=True)))
        return path
    return Path(shutil.copyfile(templates.path(name), path))


def restore(contents: bytes, plan: EditPlan) -> bytes:
    """Do what a journal does after a crash: put the old bytes back where old or new ones stand."""
    restored = bytearray(contents)
    for patch in plan.patches:
        assert all(
            byte in (patch.old[at], patch.new[at])
            for at, byte in enumerate(restored[patch.offset : patch.end])
        )
        restored[patch.offset : patch.end] = patch.old
    return bytes(restored)


@pytest.mark.parametrize(("name", "track"), EDITS)
def test_after_any_number_of_patches_the_file_can_be_given_back(
    name: str, track: int, templates: Templates, tmp_path: Path
) -> None:
    path = a_copy(templates, name, tmp_path)
    whole, plan = path.read_bytes(), planned(path, track)

    for patch in plan.patches:
        write(path, [patch])
        assert restore(path.read_bytes(), plan) == whole


@pytest.mark.parametrize(("name", "track"), EDITS)
def test_whichever_sectors_reached_the_disk_the_file_can_be_given_back(
    name: str, track: int, templates: Templates, tmp_path: Path
) -> None:
    path = a_copy(templates, name, tmp_path)
    whole, plan = path.read_bytes(), planned(path, track)
    write(path, plan.patches)
    edited = path.read_bytes()
    sectors = [
        (start, start + SECTOR_BYTES)
        for start in range(0, len(whole), SECTOR_BYTES)
        if whole[start : start + SECTOR_BYTES] != edited[start : start + SECTOR_BYTES]
    ]

    for state in some_states(len(sectors), seeded(name)):
        torn = bytearray(whole)
        for (start, end), has_arrived in zip(sectors, state, strict=True):
            if has_arrived:
                torn[start:end] = edited[start:end]
        assert restore(bytes(torn), plan) == whole


def some_states(count: int, chance: random.Random) -> list[tuple[bool, ...]]:
    """Give every way in which so many sectors may have arrived, or many when there are too many."""
    if 2**count <= MOST_STATES:
        return list(product((False, True), repeat=count))
    return [tuple(chance.random() < 0.5 for _ in range(count)) for _ in range(MOST_STATES)]


@pytest.mark.parametrize(("name", "track"), FLIPS)
def test_flags_are_set_in_an_order_that_always_leaves_a_default_sound(
    name: str, track: int, templates: Templates, tmp_path: Path
) -> None:
    path = a_copy(templates, name, tmp_path)
    if name.endswith(".mkv"):  # only when all flags stand there can they be set one by one
        write(path, planned(path, track).patches)
        track = probe.probe(path).audio[0].index
    packets, plan = packet_hashes(path), planned(path, track)
    assert plan.method is Method.FLIP
    assert plan.is_playable_throughout

    for patch in plan.patches:
        write(path, [patch])
        assert track in ffprobe_defaults(path)
        assert packet_hashes(path) == packets


@pytest.mark.parametrize(("name", "track"), EDITS)
def test_what_does_not_leave_a_playable_file_at_any_time_does_not_say_so(
    name: str, track: int, templates: Templates, tmp_path: Path
) -> None:
    plan = planned(a_copy(templates, name, tmp_path), track)

    assert plan.is_playable_throughout == (plan.method is Method.FLIP)
