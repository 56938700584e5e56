"""Edits of MP4 and QuickTime headers made by hand, where no common writer shows what is allowed."""

import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from handmade_boxes import ENGLISH, box, full, large, movie, sound
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from witnesses import (
    FILM,
    carry_out,
    ffprobe_defaults,
    mediainfo_defaults,
    packet_hashes,
    planned,
    write,
)

from maestrarr.demo.video.mp4 import MP4_LAYOUTS, Mp4Layout, mp4
from maestrarr.media import containers, probe
from maestrarr.media.edits import (
    AlreadyRight,
    CannotEdit,
    Defaults,
    EditPlan,
    Obstacle,
    TrackSetting,
)
from maestrarr.media.mp4.tracks import MAX_TRACKS

ON, OFF = 0x7, 0x6  # with and without track_enabled; the other two bits are somebody else's


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "film.mp4"


def track_header(number: int, *, flags: int = ON, group: int = 0, version: int = 0) -> bytes:
    times = struct.pack(">QQIIQ" if version else ">IIIII", 0, 0, number, 0, 60)
    rest = struct.pack(">8xHHH2x", 0, group, 0x100) + bytes(44)
    return full(b"tkhd", times, rest, version=version, flags=flags)


def media(handler: bytes = b"soun") -> bytes:
    header = full(b"mdhd", bytes(8), struct.pack(">IIHH", 1000, 60_000, ENGLISH, 0))
    handled = full(b"hdlr", bytes(4), handler, bytes(13))
    described = full(b"stsd", struct.pack(">I", 1), sound(b"mp4a"))
    return box(b"mdia", header, handled, box(b"minf", box(b"stbl", described)))


def trak(number: int, *, handler: bytes = b"soun", **said: int) -> bytes:
    return box(b"trak", track_header(number, **said), media(handler))


VIDEO = trak(1, handler=b"vide")


def headers(path: Path) -> list[tuple[int, int]]:
    """Read each track header's flags and alternate group, independently of what is tested."""
    data, found, at = path.read_bytes(), [], 0
    while (at := data.find(b"tkhd", at) + 4) > 3:
        group_at = at + (46 if data[at] else 34)
        found.append((data[at + 3], int.from_bytes(data[group_at : group_at + 2], "big")))
    return found


def edit(path: Path, track: int) -> list[tuple[int, int]]:
    """Plan, carry out, plan again, take back; return what the track headers say after it."""
    whole = path.read_bytes()
    plan = planned(path, track)
    assert plan.is_playable_throughout
    carry_out(path, plan)
    assert [one.index for one in probe.probe(path).audio if one.is_default] == [track]
    assert containers.plan_default_audio(path, track) == AlreadyRight()
    said = headers(path)
    carry_out(path, plan.reversed())
    assert path.read_bytes() == whole
    return said


def refusal(path: Path) -> CannotEdit:
    refused = containers.plan_default_audio(path, 1)
    assert isinstance(refused, CannotEdit)
    return refused


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("brand", [b"isom", b"qt  ", b"M4V "])
def test_one_bit_of_each_track_is_set_and_no_other(version: int, brand: bytes, path: Path) -> None:
    sounds = [
        trak(number, flags=flags, group=1, version=version)
        for number, flags in ((2, ON), (3, OFF), (4, 0x1))
    ]
    path.write_bytes(movie(VIDEO, *sounds, brand=brand))

    assert edit(path, 2) == [(ON, 0), (OFF, 1), (ON, 1), (0x0, 1)]


@pytest.mark.parametrize(
    ("groups", "after"),
    [
        ((1, 1, 1), (1, 1, 1)),
        ((0, 0, 0), (1, 1, 1)),
        ((1, 2, 3), (1, 1, 1)),
        ((0, 5, 0), (5, 5, 5)),
        ((4, 5, 5), (5, 5, 5)),
        ((7, 7, 0), (1, 1, 1)),  # 7 is the video's
        ((7, 7, 7), (7, 7, 7)),
    ],
)
@pytest.mark.parametrize("version", [0, 1])
def test_alternatives_come_into_one_group(
    groups: tuple[int, ...], after: tuple[int, ...], version: int, path: Path
) -> None:
    sounds = [trak(at, group=group, version=version) for at, group in enumerate(groups, start=2)]
    path.write_bytes(movie(trak(1, handler=b"vide", group=7), *sounds))

    assert tuple(group for _, group in edit(path, 1)) == (7, *after)


def test_sounds_and_subtitles_do_not_come_into_the_same_group(path: Path) -> None:
    sounds = [trak(2), trak(3, flags=OFF)]
    texts = [trak(4, handler=b"sbtl"), trak(5, handler=b"sbtl", flags=OFF)]
    path.write_bytes(movie(VIDEO, *sounds, *texts))

    plan = containers.plan_defaults(path, Defaults(audio=2, subtitle=4))

    assert isinstance(plan, EditPlan)
    carry_out(path, plan)
    assert headers(path) == [(ON, 0), (OFF, 1), (ON, 1), (OFF, 2), (ON, 2)]


def test_a_group_is_given_to_nobody_alone(path: Path) -> None:
    path.write_bytes(movie(VIDEO, trak(2, flags=OFF)))

    assert edit(path, 1) == [(ON, 0), (ON, 0)]


def test_groups_alone_are_no_reason_to_write(path: Path) -> None:
    path.write_bytes(movie(VIDEO, trak(2, group=1), trak(3, flags=OFF, group=2)))

    assert containers.plan_default_audio(path, 1) == AlreadyRight()


def test_the_wanted_track_is_enabled_before_any_other_is_not(path: Path) -> None:
    path.write_bytes(movie(VIDEO, trak(2), trak(3, group=9), trak(4, flags=OFF)))

    plan = planned(path, 3)

    settings = [(one.track, one.setting, one.after) for one in plan.changes]
    assert settings[0] == (3, TrackSetting.DEFAULT, 1)
    assert {one[1] for one in settings[1:3]} == {TrackSetting.DEFAULT}
    assert {one[1] for one in settings[3:]} == {TrackSetting.ALTERNATE_GROUP}


@pytest.mark.parametrize("write", [box, large])
def test_boxes_of_64_bits_are_edited(write: Callable[..., bytes], path: Path) -> None:
    head = full(b"mvhd", bytes(8), struct.pack(">II", 1000, 60_000), bytes(80))
    sounds = [write(b"trak", track_header(at), media()) for at in (2, 3)]
    data = write(b"mdat", bytes(100))
    path.write_bytes(box(b"ftyp", b"isom", bytes(4)) + data + write(b"moov", head, VIDEO, *sounds))

    assert [flags for flags, _ in edit(path, 2)] == [ON, OFF, ON]


def test_a_cover_before_the_tracks_shifts_their_indexes(path: Path) -> None:
    picture = box(b"data", struct.pack(">II", 13, 0), b"\xff\xd8\xff\xe0")
    handler = full(b"hdlr", bytes(4), b"mdirappl", bytes(9))
    tags = full(b"meta", handler, box(b"ilst", box(b"covr", picture)))
    path.write_bytes(movie(box(b"udta", tags), VIDEO, trak(2), trak(3)))

    assert [one.index for one in probe.probe(path).audio] == [2, 3]
    assert [flags for flags, _ in edit(path, 3)] == [ON, OFF, ON]


def test_chapters_are_no_subtitles(path: Path) -> None:
    chapters = box(b"tref", box(b"chap", struct.pack(">I", 5)))
    video = box(b"trak", track_header(1), chapters, media(b"vide"))
    texts = [trak(4, handler=b"sbtl"), trak(5, handler=b"text", flags=OFF)]
    path.write_bytes(movie(video, trak(2), *texts, trak(6, handler=b"sbtl", flags=OFF)))

    plan = containers.plan_defaults(path, Defaults(subtitle=4))

    assert not isinstance(plan, AlreadyRight | CannotEdit)
    carry_out(path, plan)
    assert [flags for flags, _ in headers(path)] == [ON, ON, OFF, OFF, ON]
    assert isinstance(containers.plan_defaults(path, Defaults(subtitle=3)), CannotEdit)


TWO = (trak(2), trak(3))
DAMAGED = {
    "two lists": movie(VIDEO, *TWO) + movie(VIDEO, *TWO)[16:],
    "no header": movie(VIDEO, box(b"trak", media()), *TWO),
    "two headers": movie(VIDEO, box(b"trak", track_header(2), track_header(2), media())),
    "no description": movie(VIDEO, box(b"trak", track_header(4)), *TWO),
    "two descriptions": movie(VIDEO, box(b"trak", track_header(2), media(), media())),
    "no kind": movie(VIDEO, box(b"trak", track_header(4), box(b"mdia")), *TWO),
    "two kinds": movie(
        VIDEO, *TWO, box(b"trak", track_header(4), box(b"mdia", *[full(b"hdlr", bytes(20))] * 2))
    ),
    "a short header": movie(VIDEO, box(b"trak", track_header(2)[:88], media()), trak(3)),
    "a later version": movie(VIDEO, trak(2, version=2), trak(3)),
    "a number twice": movie(VIDEO, trak(2), trak(2)),
    "too many tracks": movie(*(trak(number) for number in range(1, MAX_TRACKS + 2))),
    "no list": box(b"ftyp", b"isom", bytes(4)) + box(b"mdat", bytes(64)),
    "a box that is too long": movie(VIDEO, *TWO, b"\0\0\xff\0trak"),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_what_contradicts_itself_is_refused(what: str, path: Path) -> None:
    path.write_bytes(DAMAGED[what])

    refused = refusal(path)

    assert refused.obstacle is Obstacle.DAMAGED
    assert refused.reason.startswith("Its MP4 header is damaged: ")


def test_a_compressed_header_is_an_obstacle(path: Path) -> None:
    path.write_bytes(box(b"ftyp", b"qt  ", bytes(4)) + box(b"moov", box(b"cmov", bytes(40))))

    assert refusal(path).may_be_remuxed


def test_a_film_whose_samples_are_missing_is_refused(path: Path) -> None:
    path.write_bytes(movie(VIDEO, *TWO) + box(b"mdat", bytes(1000))[:-1])

    assert refusal(path).obstacle is Obstacle.TRUNCATED


@pytest.mark.parametrize("promises", [True, False])
def test_a_fragmented_film_that_is_cut_off_is_refused(path: Path, *, promises: bool) -> None:
    defaults = full(b"trex", struct.pack(">IIIII", 1, 1, 1000, 0, 0))
    extends = box(b"mvex", *[full(b"mehd", struct.pack(">I", 60_000))] * promises, defaults)
    fragment = box(b"moof", full(b"mfhd", bytes(4))) + box(b"mdat", bytes(200))
    path.write_bytes(movie(VIDEO, trak(2), trak(3), extends) + fragment * 2)
    assert isinstance(containers.plan_default_audio(path, 1), EditPlan)

    path.write_bytes(path.read_bytes()[:-100])

    assert refusal(path).obstacle is Obstacle.TRUNCATED


@pytest.mark.parametrize("container", ["mp4", "mov"])
@pytest.mark.parametrize("layout", MP4_LAYOUTS, ids=lambda layout: layout.name)
def test_other_programs_agree_on_every_layout(
    layout: Mp4Layout, container: str, tmp_path: Path
) -> None:
    facts = replace(FILM, container=container)
    path = tmp_path / f"film.{container}"
    path.write_bytes(mp4(facts, layout))
    packets = packet_hashes(path)

    carry_out(path, planned(path, 2))

    assert ffprobe_defaults(path) == mediainfo_defaults(path) == [2]
    assert packet_hashes(path) == packets


def some_trak(number: int) -> st.SearchStrategy[bytes]:
    """Write a track in any valid way."""
    header = st.builds(
        track_header,
        st.just(number),
        flags=st.integers(0, 15),
        group=st.integers(0, 3),
        version=st.integers(0, 1),
    )
    handlers = st.sampled_from([b"soun", b"soun", b"soun", b"sbtl", b"tmcd"])
    wrap = st.sampled_from([box, large])
    edits = st.sampled_from([b"", box(b"edts", full(b"elst", bytes(16))), box(b"free", bytes(9))])
    return st.builds(
        lambda wrap, header, edits, handler: wrap(b"trak", header, edits, media(handler)),
        wrap,
        header,
        edits,
        handlers,
    )


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    traks=st.integers(1, 6).flatmap(lambda count: st.tuples(*map(some_trak, range(1, count + 1)))),
    brand=st.sampled_from([b"isom", b"qt  "]),
    is_last=st.booleans(),
    pick=st.integers(0, 5),
)
def test_any_header_is_edited_rightly(
    traks: tuple[bytes, ...],
    brand: bytes,
    is_last: bool,  # noqa: FBT001
    pick: int,
    tmp_path: Path,
) -> None:
    path, samples = tmp_path / "film.mp4", large(b"mdat", b"tkhd" * 20)
    whole = movie(*traks, brand=brand, before=samples if is_last else b"")
    before = whole if is_last else whole + samples
    path.write_bytes(before)
    sounds = [one.index for one in probe.probe(path).audio]
    if not sounds:
        return
    track = sounds[pick % len(sounds)]
    plan = containers.plan_default_audio(path, track)
    if plan == AlreadyRight():
        return

    assert isinstance(plan, EditPlan)
    for patch in plan.patches:
        had_default = any(one.is_default for one in probe.probe(path).audio)
        write(path, [patch])
        assert not had_default or any(one.is_default for one in probe.probe(path).audio)
    told = probe.probe(path).audio
    assert [one.index for one in told if one.is_default] == [track]
    assert containers.plan_default_audio(path, track) == AlreadyRight()
    after = path.read_bytes()
    changed = [at for at, byte in enumerate(after) if byte != before[at]]
    assert len(changed) <= 3 * len(sounds)
    assert samples in after
