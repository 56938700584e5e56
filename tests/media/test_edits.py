"""Edits of files as real programs write them, judged by the programs that others use."""

import shutil
from pathlib import Path

import av
import pytest
from witnesses import (
    carry_out,
    ffprobe_defaults,
    mediainfo_defaults,
    mkvinfo_complaints,
    packet_hashes,
    planned,
    witnesses_of,
    write,
)
from writers import FFMPEG_MKV, MKVMERGE, MP4, OTHERS, OURS, Templates, Variant, run

from maestrarr.media import containers, probe
from maestrarr.media.edits import (
    NO_TRACK,
    AlreadyRight,
    CannotEdit,
    Defaults,
    EditPlan,
    Method,
    Obstacle,
    TrackChange,
    TrackSetting,
)

WITHOUT_SOUND = {"mkvmerge-dolby-vision.mkv", "mkvmerge-compressed.mkv", "ffmpeg-dolby-vision.mkv"}
WITH_SOUND = [variant for variant in OURS if variant.name not in WITHOUT_SOUND]
SOUND_SOURCES = (".ac3}", ".m4a}", ".eac3}", ".flac}", ".opus}", ".dts}", ".mp3}")
WITH_A_CHOICE = [
    variant
    for variant in [*MKVMERGE, *MP4]
    if sum(word.endswith(SOUND_SOURCES) for word in variant.command) > 1
]
BYTES_OF_A_FLIP = 6  # a flag and a checksum


def copied(templates: Templates, name: str, folder: Path) -> Path:
    """Give a file of that kind that may be changed."""
    return Path(shutil.copyfile(templates.path(name), folder / name))


def sounds(path: Path) -> list[int]:
    return [track.index for track in probe.probe(path).audio]


@pytest.mark.parametrize("variant", WITH_SOUND, ids=lambda variant: variant.name)
def test_each_audio_track_in_turn_becomes_the_only_default_one(
    variant: Variant, templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, variant.name, tmp_path)
    whole, packets = path.read_bytes(), packet_hashes(path)
    done: list[EditPlan] = []

    for track in reversed(sounds(path)):
        plan = containers.plan_default_audio(path, track)
        if isinstance(plan, EditPlan):
            carry_out(path, plan)
            done.append(plan)
        assert_only_default(path, track)
        assert containers.plan_default_audio(path, track) == AlreadyRight()

    assert packet_hashes(path) == packets
    for plan in reversed(done):
        carry_out(path, plan.reversed())
    assert path.read_bytes() == whole


@pytest.mark.sweep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("variant", WITH_SOUND, ids=lambda variant: variant.name)
def test_each_audio_track_can_be_chosen_first_and_then_the_next(
    variant: Variant, templates: Templates, tmp_path: Path
) -> None:
    packets = packet_hashes(templates.path(variant.name))
    tracks = sounds(templates.path(variant.name))

    for first, second in zip(tracks, tracks[1:] + tracks[:1], strict=True):
        path = copied(templates, variant.name, tmp_path)
        for track in (first, second):
            plan = containers.plan_default_audio(path, track)
            if isinstance(plan, EditPlan):
                carry_out(path, plan)
            assert_only_default(path, track)
            assert packet_hashes(path) == packets


def assert_only_default(path: Path, track: int) -> None:
    for name, ask in witnesses_of(path).items():
        assert (name, ask(path)) == (name, [track])
    if path.suffix in (".mkv", ".webm"):
        assert mkvinfo_complaints(path) == []
    ours = probe.probe(path).audio
    assert [one.index for one in ours if one.is_default and one.is_enabled] == [track]


@pytest.mark.parametrize("variant", WITH_SOUND, ids=lambda variant: variant.name)
def test_nothing_but_the_flags_of_sounds_is_told_differently(
    variant: Variant, templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, variant.name, tmp_path)
    before = probe.probe(path)
    plan = containers.plan_default_audio(path, before.audio[-1].index)
    if isinstance(plan, EditPlan):
        carry_out(path, plan)

    after = probe.probe(path)

    words = ("video", "subtitles", "chapters", "attachments", "duration_seconds", "title", "muxer")
    for word in words:
        assert getattr(after, word) == getattr(before, word)
    facts = ("index", "codec", "channels", "language", "title", "number", "is_commentary")
    assert [[getattr(track, fact) for fact in facts] for track in after.audio] == [
        [getattr(track, fact) for fact in facts] for track in before.audio
    ]


@pytest.mark.parametrize(
    ("name", "track"),
    [("mkvmerge-many-audio.mkv", 6), ("ffmpeg-plain.mkv", 1), ("ffmpeg-all-default.mkv", 2)],
)
def test_mkvtoolnix_goes_on_with_what_we_edited(
    name: str, track: int, templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, name, tmp_path)
    carry_out(path, planned(path, track))

    run(["mkvmerge", "-q", "-o", str(tmp_path / "again.mkv"), str(path)])
    run(["mkvpropedit", "-q", str(path), "--edit", "track:a1", "--set", "flag-default=1"])

    assert track in ffprobe_defaults(path)
    assert sounds(tmp_path / "again.mkv") == sounds(path)


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".mov"])
def test_what_the_newest_ffmpeg_writes_is_edited(
    suffix: str, templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / f"film{suffix}"
    remux_with_every_sound_default(templates.path("ffmpeg-all-default.mkv"), path)
    packets = packet_hashes(path)

    carry_out(path, planned(path, 2))

    assert_only_default(path, 2)
    assert packet_hashes(path) == packets


def remux_with_every_sound_default(source: Path, target: Path) -> None:
    """Copy a film by the libraries that we bring along, which are newer than the programs here."""
    with av.open(source) as film, av.open(target, "w") as copy:
        streams = {one.index: copy.add_stream_from_template(one) for one in film.streams}
        for stream in copy.streams.audio:
            stream.disposition = av.stream.Disposition.default
        for packet in film.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                copy.mux(packet)


def test_mediainfo_would_notice_a_wrong_checksum(templates: Templates, tmp_path: Path) -> None:
    path = copied(templates, "ffmpeg-plain.mkv", tmp_path)
    plan = planned(path, 1)

    write(path, [patch for patch in plan.patches if patch != plan.patches[0]])

    with pytest.raises(AssertionError, match="CRC_Error_Pos"):
        mediainfo_defaults(path)


@pytest.mark.parametrize(
    ("name", "track", "method"),
    [
        ("mkvmerge-none-default.mkv", 1, Method.FLIP),
        ("mkvmerge-many-audio.mkv", 5, Method.GROW),
        ("ffmpeg-plain.mkv", 1, Method.REARRANGE),
        ("ffmpeg-all-default.mkv", 2, Method.REARRANGE),
        ("mkvpropedit-moved-tracks.mkv", 1, Method.REARRANGE),
        ("fragmented.mp4", 1, Method.FLIP),
    ],
)
def test_room_is_found_where_it_is(
    name: str, track: int, method: Method, templates: Templates
) -> None:
    assert planned(templates.path(name), track).method is method


@pytest.mark.parametrize("variant", WITH_A_CHOICE, ids=lambda variant: variant.name)
def test_once_edited_only_flags_are_set(
    variant: Variant, templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, variant.name, tmp_path)
    tracks = sounds(path)
    first = containers.plan_default_audio(path, tracks[1])
    if isinstance(first, EditPlan):
        carry_out(path, first)

    plan = planned(path, tracks[0])

    assert plan.method is Method.FLIP
    assert plan.is_playable_throughout
    assert sum(len(patch.new) for patch in plan.patches) <= BYTES_OF_A_FLIP


@pytest.mark.parametrize(
    "variant",
    [one for one in FFMPEG_MKV if one.name not in WITHOUT_SOUND],
    ids=lambda variant: variant.name,
)
def test_flags_can_be_taken_from_every_track_of_a_writer_that_leaves_no_room(
    variant: Variant, templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, variant.name, tmp_path)
    for track in sounds(path):
        assert not isinstance(containers.plan_default_audio(path, track), CannotEdit)


def test_what_stays_the_same_between_two_changes_is_not_written(templates: Templates) -> None:
    plan = planned(templates.path("mkvmerge-many-audio.mkv"), 5)

    reach = plan.patches[-1].end - plan.patches[0].offset
    assert reach > 8_000  # FLAC's own header stands between the tracks
    assert sum(len(patch.new) for patch in plan.patches) < 1_000


def test_a_plan_says_what_changes_track_by_track(templates: Templates) -> None:
    plan = planned(templates.path("mkvmerge-disabled.mkv"), 1)

    assert set(plan.changes) == {
        TrackChange(1, TrackSetting.ENABLED, 0, 1),
        TrackChange(2, TrackSetting.DEFAULT, 1, 0),
    }
    assert sorted(map(str, plan.changes)) == [
        "track 1: enabled no → yes",
        "track 2: default yes → no",
    ]


def test_tracks_that_say_that_they_are_no_alternatives_are_made_some(
    templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, "all-default.mp4", tmp_path)

    plan = planned(path, 2)
    carry_out(path, plan)

    groups = [one for one in plan.changes if one.setting is TrackSetting.ALTERNATE_GROUP]
    assert [(one.track, one.before, one.after) for one in groups] == [(2, 2, 1), (3, 3, 1)]
    assert str(groups[0]) == "track 2: alternate group 2 → 1"


@pytest.mark.parametrize("name", ["mkvmerge-full.mkv", "ffmpeg-dispositions.mkv", "chapters.mp4"])
def test_a_subtitle_can_be_the_default_one_or_none(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    path = copied(templates, name, tmp_path)
    sound, text = probe.probe(path).audio[-1].index, probe.probe(path).subtitles[-1].index
    before = [one.is_forced for one in probe.probe(path).subtitles]

    for wanted, expected in ((text, [text]), (NO_TRACK, [])):
        assert wanted is not None
        plan = containers.plan_defaults(path, Defaults(audio=sound, subtitle=wanted))
        if isinstance(plan, EditPlan):
            carry_out(path, plan)
        assert ffprobe_defaults(path, "s") == expected
        assert_only_default(path, sound)

    assert [one.is_forced for one in probe.probe(path).subtitles] == before


@pytest.mark.parametrize("name", ["mkvmerge-full.mkv", "chapters.mp4"])
@pytest.mark.parametrize("track", [0, 99, NO_TRACK])
def test_what_is_no_audio_track_is_refused(name: str, track: int, templates: Templates) -> None:
    refused = containers.plan_default_audio(templates.path(name), track)

    assert isinstance(refused, CannotEdit)
    assert refused.obstacle is Obstacle.NO_SUCH_TRACK
    assert f"Track {track} is no audio track of this file" in refused.reason
    assert not refused.may_be_remuxed


@pytest.mark.parametrize("variant", OTHERS, ids=lambda variant: variant.name)
def test_other_containers_are_unsupported(variant: Variant, templates: Templates) -> None:
    refused = containers.plan_default_audio(templates.path(variant.name), 1)

    assert isinstance(refused, CannotEdit)
    assert refused.obstacle is Obstacle.UNSUPPORTED


@pytest.mark.parametrize(
    ("name", "track"),
    [("mkvmerge-full.mkv", 2), ("ffmpeg-plain.mkv", 1), ("moov-at-end.mp4", 1)],
)
def test_a_file_whose_end_is_missing_is_refused(
    name: str, track: int, templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(templates.path(name).read_bytes()[:-1000])

    refused = containers.plan_default_audio(path, track)

    assert isinstance(refused, CannotEdit)
    assert refused.obstacle is Obstacle.TRUNCATED


@pytest.mark.parametrize("name", ["ffmpeg-plain.mkv", "faststart.mp4"])
def test_a_download_whose_end_is_still_zeros_is_refused(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / name
    whole = templates.path(name).read_bytes()
    path.write_bytes(whole[:600] + bytes(len(whole) - 600))

    assert isinstance(containers.plan_default_audio(path, 1), CannotEdit)


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no such file.mkv"):
        refused = containers.plan_default_audio(path, 1)

        assert isinstance(refused, CannotEdit)
        assert refused.obstacle is Obstacle.UNREADABLE
