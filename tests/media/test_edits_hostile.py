"""Edits of damaged headers, and of headers of every shape that Matroska allows."""

import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from damage import mutate, seeded
from handmade_elements import element, number, seek_head, tight, unknown, void
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from witnesses import carry_out, header_of, planned, write
from writers import Templates

from maestrarr.media import containers, probe
from maestrarr.media.edits import AlreadyRight, CannotEdit, EditPlan, Obstacle
from maestrarr.media.matroska import ids
from maestrarr.media.window import Window

MUTATED = [
    "mkvmerge-full.mkv",
    "mkvmerge-all-default.mkv",
    "mkvmerge-many-audio.mkv",
    "ffmpeg-dispositions.mkv",
    "ffmpeg-all-default.mkv",
    "ffmpeg-no-crc.mkv",
    "ffmpeg-piped.mkv",
    "faststart.mp4",
    "fragmented-sidx.mp4",
    "all-default.mov",
]
SHORT, LONG = 60, 1_000

generated = settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def edit_what_was_damaged(path: Path, contents: bytes, track: int) -> None:
    """Plan an edit of these bytes; if there is one, it keeps every promise of a plan.

    One of them is that all of the file's headers can be read.
    """
    path.write_bytes(contents)
    plan = containers.plan_default_audio(path, track)
    if not isinstance(plan, EditPlan):
        assert plan == AlreadyRight() or (isinstance(plan, CannotEdit) and plan.reason)
        return
    assert plan == planned(path, track)
    with Window(path) as window:
        read = containers.reader(containers.recognise(window))
        assert read
        assert read(window).fault is None
    had_default = bool(defaults(path))
    for patch in plan.patches:
        write(path, [patch])
        if plan.is_playable_throughout and had_default:
            assert defaults(path)
    assert len(path.read_bytes()) == len(contents)
    assert header_of(path, plan) == plan.header.after
    assert containers.plan_default_audio(path, track) == AlreadyRight()
    assert defaults(path) == [track]
    carry_out(path, plan.reversed())
    assert path.read_bytes() == contents


def defaults(path: Path) -> list[int]:
    return [one.index for one in probe.probe(path).audio if one.is_default and one.is_enabled]


def edit_mutations(name: str, templates: Templates, folder: Path, times: int) -> None:
    whole, chance = templates.path(name).read_bytes(), seeded(f"edit {name} {times}")
    for _ in range(times):
        contents = mutate(whole, chance)
        edit_what_was_damaged(folder / name, contents, chance.randint(0, 4))


@pytest.mark.parametrize("name", MUTATED)
def test_60_mutations_of_a_file_are_edited_rightly_or_not_at_all(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    edit_mutations(name, templates, tmp_path, SHORT)


@pytest.mark.sweep
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", MUTATED)
def test_1000_mutations_of_each_of_ten_files_are_edited_rightly_or_not_at_all(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    edit_mutations(name, templates, tmp_path, LONG)


@pytest.mark.parametrize("name", MUTATED)
def test_no_byte_of_a_picture_or_sound_is_written(name: str, templates: Templates) -> None:
    path = templates.path(name)
    begin, end = samples(path.read_bytes(), path.suffix)

    for track in (one.index for one in probe.probe(path).audio):
        plan = containers.plan_default_audio(path, track)
        if isinstance(plan, EditPlan):
            assert all(patch.end <= begin or end <= patch.offset for patch in plan.patches)


def samples(data: bytes, suffix: str) -> tuple[int, int]:
    """Say where the first and the last byte of pictures and sound stand."""
    if suffix == ".mkv":
        return data.index(ids.CLUSTER.to_bytes(4, "big")), len(data)
    first, last = data.index(b"mdat"), data.rindex(b"mdat")
    return first, last - 4 + int.from_bytes(data[last - 4 : last], "big")


@dataclass(frozen=True)
class Shape:
    """A Matroska header as some writer might write it."""

    entries: tuple[bytes, ...]
    before: tuple[int, ...]
    behind: tuple[int, ...]
    size_bytes: int
    has_checksum: bool
    has_seek_head: bool
    is_live: bool
    is_last: bool


def flag(kind: int) -> st.SearchStrategy[bytes]:
    """Write a flag in any valid way, or leave it out."""
    values = st.sampled_from([0, 1])
    return st.one_of(
        st.just(b""),
        st.just(element(kind, b"", size_bytes=1)),
        st.builds(number, st.just(kind), values, st.integers(1, 8)),
        st.builds(lambda value: element(kind, bytes([value])), values),
    )


def entry(place: int) -> st.SearchStrategy[bytes]:
    """Write a track in any valid way."""
    voids = st.sampled_from([0, 0, 2, 3, 9]).map(void)
    kinds = st.sampled_from([1, 2, 2, 2, 2, 17, 16])
    foreign = st.binary(max_size=20).map(lambda data: element(0x5FFF, data))
    parts = st.tuples(flag(ids.FLAG_DEFAULT), flag(ids.FLAG_ENABLED), voids, foreign, voids)
    return st.builds(
        _entry,
        st.just(place),
        kinds,
        parts.flatmap(st.permutations),
        st.integers(2, 8),
        st.booleans(),
    )


def _entry(place: int, kind: int, parts: list[bytes], width: int, has_checksum: bool) -> bytes:  # noqa: FBT001
    head = number(ids.TRACK_NUMBER, place) + parts[0] + number(ids.TRACK_TYPE, kind)
    payload = head + tight(ids.CODEC_ID, b"A_AC3") + b"".join(parts[1:])
    return element(ids.TRACK_ENTRY, _summed(payload, has_checksum), size_bytes=width)


def _summed(payload: bytes, has_checksum: bool) -> bytes:  # noqa: FBT001
    checksum = tight(ids.CRC32, zlib.crc32(payload).to_bytes(4, "little"))
    return checksum + payload if has_checksum else payload


SPACES = st.lists(st.integers(2, 30), max_size=2).map(tuple)
SHAPES = st.builds(
    Shape,
    entries=st.integers(1, 6).flatmap(lambda count: st.tuples(*map(entry, range(1, count + 1)))),
    before=SPACES,
    behind=SPACES,
    size_bytes=st.integers(2, 8),
    has_checksum=st.booleans(),
    has_seek_head=st.booleans(),
    is_live=st.booleans(),
    is_last=st.booleans(),
)
CLUSTERS = (
    element(ids.CLUSTER, number(ids.CLUSTER_TIMESTAMP, 0) + element(ids.SIMPLE_BLOCK, b"\x81" * 50))
    * 2
)


def built(shape: Shape) -> bytes:
    """Write the film that a shape stands for."""
    listed = b"".join(shape.entries)
    tracks = element(ids.TRACKS, _summed(listed, shape.has_checksum), size_bytes=shape.size_bytes)
    info = element(ids.INFO, element(ids.TITLE, b"A film"))
    before, behind = b"".join(map(void, shape.before)), b"".join(map(void, shape.behind))
    length = len(seek_head((ids.INFO, 0), (ids.TRACKS, 0))) if shape.has_seek_head else 0
    parts = (
        [before, info, CLUSTERS, tracks, behind]
        if shape.is_last
        else [before, info, tracks, behind, CLUSTERS]
    )
    places = {part: length + sum(map(len, parts[:at])) for at, part in enumerate(parts)}
    head = seek_head((ids.INFO, places[info]), (ids.TRACKS, places[tracks])) if length else b""
    body = head + b"".join(parts)
    ebml = element(ids.EBML, element(ids.DOC_TYPE, b"matroska"))
    segment = unknown if shape.is_live else lambda kind, data: element(kind, data, size_bytes=8)
    return ebml + segment(ids.SEGMENT, body)


@generated
@given(shape=SHAPES, pick=st.integers(0, 5))
def test_any_header_is_edited_rightly_or_has_no_room(
    shape: Shape, pick: int, tmp_path: Path
) -> None:
    path, whole = tmp_path / "film.mkv", built(shape)
    path.write_bytes(whole)
    sounds = [track.index for track in probe.probe(path).audio]
    if not sounds:
        return
    track = sounds[pick % len(sounds)]
    plan = containers.plan_default_audio(path, track)
    if isinstance(plan, CannotEdit):
        assert plan.obstacle is Obstacle.LAYOUT
        return

    edit_what_was_damaged(path, whole, track)

    if isinstance(plan, EditPlan):
        carry_out(path, plan)
    after = path.read_bytes()
    assert after[after.index(CLUSTERS) :][: len(CLUSTERS)] == CLUSTERS
    assert after.index(CLUSTERS) == whole.index(CLUSTERS)
    assert essence(after) == essence(whole)


MASTERS = {ids.SEGMENT, ids.TRACKS, ids.TRACK_ENTRY, ids.SEEK_HEAD, ids.SEEK}
LEFT_OUT = {ids.VOID, ids.CRC32, ids.FLAG_DEFAULT, ids.FLAG_ENABLED, ids.SEEK_POSITION}


def essence(data: bytes) -> object:
    """Read all that an edit must keep, checking sums and sought places on the way."""
    segment = data.index(ids.SEGMENT.to_bytes(4, "big"))
    inside = segment + 4 + (9 - data[segment + 4].bit_length())
    for wanted, position in promised(data[inside:]):
        assert data[inside + position :].startswith(wanted)
    return tree(data, 0, len(data))


def tree(data: bytes, at: int, end: int) -> list[object]:
    """Parse elements, independently of the code that is tested."""
    found: list[object] = []
    while at < end:
        name_end = at + 9 - data[at].bit_length()
        size_end = name_end + 9 - data[name_end].bit_length()
        kind = int.from_bytes(data[at:name_end], "big")
        width = size_end - name_end
        size = int.from_bytes(data[name_end:size_end], "big") - (1 << 7 * width)
        stop = end if size == (1 << 7 * width) - 1 else size_end + size
        assert stop <= end
        if kind == ids.CRC32:
            assert data[size_end:stop] == zlib.crc32(data[stop:end]).to_bytes(4, "little")
        if kind not in LEFT_OUT:
            found.append(
                (kind, tree(data, size_end, stop) if kind in MASTERS else data[size_end:stop])
            )
        at = stop
    return found


def promised(body: bytes) -> list[tuple[bytes, int]]:
    """Read what the SeekHead says stands where, if there is one."""
    if not body.startswith(ids.SEEK_HEAD.to_bytes(4, "big")):
        return []
    marks = (b"\x53\xab\x10\x00\x00\x04", b"\x53\xac\x88")
    return [
        (body[at + 6 : at + 10], int.from_bytes(body[at + 13 : at + 21], "big"))
        for at in range(200)
        if body[at : at + 6] == marks[0] and body[at + 10 : at + 13] == marks[1]
    ]
