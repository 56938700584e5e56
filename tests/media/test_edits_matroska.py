"""Edits of Matroska headers made by hand, where no common writer shows what is allowed."""

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from flagged_films import VIDEO, defaults, edit, refusal, sound, tracks
from handmade_elements import (
    checked,
    cluster,
    element,
    film,
    info,
    number,
    seek_head,
    tight,
    unknown,
    void,
)
from witnesses import (
    FILM,
    ffprobe_defaults,
    mediainfo_defaults,
    mkvmerge_defaults,
    packet_hashes,
    planned,
)

from maestrarr.demo.video.layouts import Layout
from maestrarr.demo.video.matroska import matroska
from maestrarr.media import containers, probe
from maestrarr.media.edits import AlreadyRight, Method, Obstacle
from maestrarr.media.matroska import ids

MORE = (*range(12, 16), *range(18, 30))  # bytes of space
EMPTY_FLAG = element(ids.FLAG_DEFAULT, b"", size_bytes=1)
LONG_FLAG = number(ids.FLAG_DEFAULT, 1, 8)
NO_DEFAULT = number(ids.FLAG_DEFAULT, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "film.mkv"


@pytest.mark.parametrize(
    ("first", "second", "method"),
    [
        (NO_DEFAULT, NO_DEFAULT, Method.FLIP),
        (NO_DEFAULT, LONG_FLAG, Method.FLIP),
        (LONG_FLAG, LONG_FLAG, Method.FLIP),
        (NO_DEFAULT, b"", Method.REARRANGE),
        (NO_DEFAULT, EMPTY_FLAG, Method.REARRANGE),
        (NO_DEFAULT + number(ids.FLAG_ENABLED, 0), b"", Method.REARRANGE),
        (b"", NO_DEFAULT + number(ids.FLAG_ENABLED, 0), None),
        (number(ids.FLAG_ENABLED, 0), NO_DEFAULT, Method.FLIP),
        (element(ids.FLAG_ENABLED, b"", size_bytes=1), NO_DEFAULT, None),
        (EMPTY_FLAG, NO_DEFAULT, None),
    ],
)
def test_a_flag_is_set_however_it_is_written(
    first: bytes, second: bytes, method: Method | None, path: Path
) -> None:
    path.write_bytes(film(info(), tracks(VIDEO, sound(2, first), sound(3, second)), cluster(0, 0)))

    if method is None:
        assert containers.plan_default_audio(path, 1) == AlreadyRight()
    else:
        assert edit(path, 1) is method


@pytest.mark.parametrize("flags", [(b"", b""), (NO_DEFAULT, b""), (b"", NO_DEFAULT)])
@pytest.mark.parametrize("write", [checked, tight])
@pytest.mark.parametrize("chosen", [1, 2])
def test_checksums_inside_and_outside_are_set_right(
    flags: tuple[bytes, bytes], write: Callable[[int, bytes], bytes], chosen: int, path: Path
) -> None:
    sounds = [sound(2, flags[0], void(9)), sound(3, flags[1], void(9))]
    entries = [write(ids.TRACK_ENTRY, one[2:]) for one in sounds]
    path.write_bytes(film(checked(ids.TRACKS, VIDEO + b"".join(entries)), info(), cluster(0, 0)))
    if defaults(path) != [chosen]:
        edit(path, chosen)

    assert_checksums_fit(path)


def assert_checksums_fit(path: Path) -> None:
    """Check every checksum of Tracks, independently of the code that is tested."""
    data = path.read_bytes()
    inside = data[data.index(ids.TRACKS.to_bytes(4, "big")) + 5 :]
    length = data[data.index(inside) - 1] & 0x7F
    assert inside[:2] == b"\xbf\x84"
    assert inside[2:6] == zlib.crc32(inside[6:length]).to_bytes(4, "little")
    for entry in re.finditer(rb"\xae(.)\xbf\x84(....)", inside[:length], re.DOTALL):
        covered = inside[entry.end() : entry.start() + 2 + (entry[1][0] & 0x7F)]
        assert entry[2] == zlib.crc32(covered).to_bytes(4, "little")


def test_a_flag_that_stands_beside_the_checksum_is_still_set_first(path: Path) -> None:
    yes = number(ids.FLAG_DEFAULT, 1)
    head = number(ids.TRACK_NUMBER, 1) + number(ids.TRACK_TYPE, 2) + tight(ids.CODEC_ID, b"A_AC3")
    entries = tight(ids.TRACK_ENTRY, NO_DEFAULT + head) + sound(2, yes) + sound(3, yes)
    path.write_bytes(film(checked(ids.TRACKS, entries), info(), cluster(0, 0)))

    plan = planned(path, 0)

    assert len(plan.patches) == 3
    assert [one for one in plan.patches if len(one.new) == 1] == list(plan.patches[1:])
    assert edit(path, 0) is Method.FLIP
    assert_checksums_fit(path)


@pytest.mark.parametrize("space", [0, *range(2, 40)])
def test_any_space_behind_is_used_or_refused(space: int, path: Path) -> None:
    entries = tracks(VIDEO, sound(2), sound(3), sound(4))
    path.write_bytes(film(info(), entries, void(space), cluster(0, 0)))

    if space < 6:
        assert refusal(path, 2).may_be_remuxed
        return
    assert edit(path, 2) is Method.GROW

    is_explicit = path.read_bytes().count(bytes([ids.FLAG_DEFAULT, 0x81])) == 3
    assert is_explicit == (space >= 9)
    assert (edit(path, 1) is Method.FLIP) == is_explicit


def test_several_voids_behind_are_one_space(path: Path) -> None:
    entries = tracks(VIDEO, sound(2), sound(3), sound(4))
    path.write_bytes(film(info(), entries, void(3), void(2), void(4), cluster(0, 0)))

    assert edit(path, 3) is Method.GROW


@pytest.mark.parametrize(
    "space",
    [0, *range(2, 12), 16, 17, *(pytest.param(each, marks=pytest.mark.sweep) for each in MORE)],
)
@pytest.mark.parametrize("info_at", [1, 2])
def test_tracks_slide_into_any_space_before_them(space: int, info_at: int, path: Path) -> None:
    order: list[str | int] = ["seek", *([space] if space else []), "tracks", "tags", "clusters"]
    order[info_at:info_at] = ["info"]
    layout = Layout(name="space before", order=(*order, "cues"), has_checksums=info_at == 2)
    path.write_bytes(matroska(FILM, layout))
    if space < 6:
        assert refusal(path, 2).may_be_remuxed
        return
    packets = packet_hashes(path)

    assert edit(path, 2) is Method.SLIDE

    assert mkvmerge_defaults(path) == ffprobe_defaults(path) == mediainfo_defaults(path) == [2]
    assert packet_hashes(path) == packets
    assert_seek_head_is_right(path.read_bytes())


def assert_seek_head_is_right(data: bytes) -> None:
    """Check that what a SeekHead names stands where it says, and that its checksum fits."""
    segment = data.index(ids.SEGMENT.to_bytes(4, "big")) + 12
    seek = data.index(ids.SEEK_HEAD.to_bytes(4, "big"))
    payload = data[seek + 5 :]
    if payload[:2] == b"\xbf\x84":
        length = data[seek + 4] & 0x7F
        assert payload[2:6] == zlib.crc32(payload[6:length]).to_bytes(4, "little")
    entries = re.findall(rb"\x53\xab\x84(.{4})\x53\xac\x88(.{8})", data[: segment + 300], re.DOTALL)
    assert len(entries) >= 4
    for name, position in entries:
        at = segment + int.from_bytes(position, "big")
        assert data[at : at + 4] == name


@pytest.mark.parametrize("nearest", [3, 40])
def test_the_nearest_space_that_is_large_enough_is_taken(nearest: int, path: Path) -> None:
    parts = [void(40), info(), void(nearest)]
    entries = tracks(VIDEO, sound(2), sound(3), sound(4))
    at = len(seek_head((ids.INFO, 0), (ids.TRACKS, 0))) + len(void(40))
    behind = at + len(info()) + nearest
    head = seek_head((ids.INFO, at), (ids.TRACKS, behind))
    path.write_bytes(film(head, *parts, entries, cluster(0, 0)))

    place = path.read_bytes().index(info())

    assert edit(path, 3) is Method.SLIDE

    assert (path.read_bytes().index(info()) == place) == (nearest == 40)
    assert probe.probe(path).duration_seconds == 60.0


@pytest.mark.parametrize("heads", [0, 2])
def test_nothing_moves_without_exactly_one_seek_head(heads: int, path: Path) -> None:
    entries = tracks(VIDEO, sound(2), sound(3))
    head = seek_head((ids.INFO, 0))
    path.write_bytes(film(*[head] * heads, void(60), info(), entries, cluster(0, 0)))

    assert refusal(path).may_be_remuxed


def test_nothing_moves_when_the_seek_head_is_damaged(path: Path) -> None:
    head = seek_head((ids.TRACKS, 0))
    broken = element(ids.SEEK_HEAD, element(ids.CRC32, b"nope") + head[8:])
    entries = tracks(VIDEO, sound(2), sound(3), sound(4))
    path.write_bytes(film(broken, void(60), info(), entries, cluster(0, 0)))

    assert "index of parts does not fit its checksum" in refusal(path).reason


def test_space_inside_the_list_of_tracks_is_used(path: Path) -> None:
    entries = tracks(VIDEO, void(4), sound(2, void(7)), sound(3), sound(4))
    path.write_bytes(film(info(), entries, cluster(0, 0)))

    assert edit(path, 2) is Method.REARRANGE


def test_a_void_that_claims_more_than_the_film_has_is_no_space(path: Path) -> None:
    entries = tracks(VIDEO, sound(2), sound(3))
    path.write_bytes(film(info(), cluster(0, 0), entries, void(40)[:20]))

    assert refusal(path).may_be_remuxed


def test_a_yes_that_need_not_be_said_makes_room_for_a_no(path: Path) -> None:
    entries = tracks(VIDEO, sound(2, number(ids.FLAG_DEFAULT, 1)), sound(3))
    path.write_bytes(film(info(), entries, cluster(0, 0)))

    assert edit(path, 1) is Method.REARRANGE


@pytest.mark.parametrize(
    "stated",
    [
        number(ids.FLAG_FORCED, 0),
        number(ids.FLAG_LACING, 1),
        number(ids.MIN_CACHE, 0, 2),
        number(ids.MAX_BLOCK_ADDITION_ID, 0),
    ],
)
def test_what_goes_without_saying_makes_room_for_a_no(stated: bytes, path: Path) -> None:
    entries = tracks(VIDEO, sound(2, stated), sound(3, stated))
    path.write_bytes(film(info(), entries, cluster(0, 0)))

    assert edit(path, 1) is Method.REARRANGE


@pytest.mark.parametrize("stated", [number(ids.FLAG_FORCED, 1), number(ids.FLAG_LACING, 0)])
def test_what_does_not_go_without_saying_stays(stated: bytes, path: Path) -> None:
    entries = tracks(VIDEO, sound(2, stated), sound(3, stated))
    path.write_bytes(film(info(), entries, cluster(0, 0)))

    assert refusal(path).may_be_remuxed


def test_space_inside_and_before_are_used_together(path: Path) -> None:
    entries = tracks(VIDEO, sound(2, void(3)), sound(3), sound(4))
    space = void(3)
    head = seek_head((ids.INFO, 0), (ids.TRACKS, 0))
    at = len(head) + len(space)
    head = seek_head((ids.INFO, at), (ids.TRACKS, at + len(info())))
    path.write_bytes(film(head, space, info(), entries, cluster(0, 0)))

    assert edit(path, 3) is Method.SLIDE


def test_long_sizes_stay_long_where_there_is_room(path: Path) -> None:
    entries = [element(ids.TRACK_ENTRY, sound(at)[2:], size_bytes=6) for at in (2, 3)]
    path.write_bytes(film(info(), tracks(VIDEO, *entries), void(9), cluster(0, 0)))

    edit(path, 1)

    assert path.read_bytes().count(b"\xae\x04\0\0\0\0") == 2


def test_a_list_of_tracks_behind_the_clusters_is_edited_there(path: Path) -> None:
    body = [info(), cluster(0, 0), cluster(2000, 0)]
    at = len(seek_head((ids.TRACKS, 0))) + sum(map(len, body))
    entries = tracks(VIDEO, sound(2, NO_DEFAULT), sound(3))
    path.write_bytes(film(seek_head((ids.TRACKS, at)), *body, entries))

    assert edit(path, 1) is Method.REARRANGE


@pytest.mark.parametrize("form", [film, None])
def test_a_segment_of_unknown_size_is_edited(form: object, path: Path) -> None:
    entries = tracks(VIDEO, sound(2), sound(3))
    body = info() + entries + void(50)
    ebml = element(ids.EBML, element(ids.DOC_TYPE, b"webm"))
    clusters = unknown(ids.CLUSTER, cluster(0, 0)[8:])
    whole = film(body, clusters) if form else ebml + unknown(ids.SEGMENT, body + clusters)
    path.write_bytes(whole)

    assert edit(path, 2) is Method.GROW


def test_a_sound_that_no_player_counts_is_never_default(path: Path) -> None:
    nameless = element(ids.TRACK_ENTRY, number(ids.TRACK_NUMBER, 9) + number(ids.TRACK_TYPE, 2))
    path.write_bytes(film(info(), tracks(VIDEO, nameless, sound(2)), void(50), cluster(0, 0)))

    edit(path, 1)

    assert nameless[5:] + NO_DEFAULT in path.read_bytes()


DAMAGED = {
    "two lists": [tracks(VIDEO, sound(2), sound(3)), tracks(VIDEO, sound(2), sound(3))],
    "two numbers": [tracks(VIDEO, sound(2, number(ids.TRACK_NUMBER, 7)), sound(3))],
    "no number": [tracks(VIDEO, element(ids.TRACK_ENTRY, number(ids.TRACK_TYPE, 2)), sound(3))],
    "two types": [tracks(VIDEO, sound(2, number(ids.TRACK_TYPE, 2)), sound(3))],
    "two flags": [tracks(VIDEO, sound(2, NO_DEFAULT, NO_DEFAULT), sound(3))],
    "two switches": [tracks(VIDEO, sound(2, *[number(ids.FLAG_ENABLED, 1)] * 2), sound(3))],
    "a number twice": [tracks(VIDEO, sound(2), sound(2))],
    "a flag of nine bytes": [tracks(VIDEO, sound(2, number(ids.FLAG_DEFAULT, 0, 9)), sound(3))],
    "a wrong checksum": [tracks(element(ids.CRC32, b"nope"), VIDEO, sound(2), sound(3))],
    "a short checksum": [tracks(element(ids.CRC32, b"no"), VIDEO, sound(2), sound(3))],
    "a wide checksum": [tracks(element(ids.CRC32, b"wide"), sound(2), sound(3))],
    "a late checksum": [tracks(VIDEO, element(ids.CRC32, b"late"), sound(2), sound(3))],
    "a wrong inner checksum": [tracks(VIDEO, sound(2, element(ids.CRC32, b"late")), sound(3))],
    "an entry that is too long": [tracks(VIDEO, sound(2), sound(3), b"\xae\x85")],
    "unknown size": [unknown(ids.TAGS, b""), tracks(VIDEO, sound(2), sound(3))],
    "no list": [],
}


@pytest.mark.parametrize("what", DAMAGED)
def test_what_contradicts_itself_is_refused(what: str, path: Path) -> None:
    path.write_bytes(film(info(), *DAMAGED[what], void(50), cluster(0, 0)))

    refused = refusal(path)

    assert refused.obstacle is Obstacle.DAMAGED
    assert refused.reason.startswith("Its Matroska header")
    assert not refused.may_be_remuxed


def test_a_second_list_that_only_the_seek_head_names_is_refused(path: Path) -> None:
    body = [tracks(VIDEO, sound(2), sound(3)), void(50), cluster(0, 0)]
    at = len(seek_head((ids.TRACKS, 0))) + sum(map(len, body))
    path.write_bytes(film(seek_head((ids.TRACKS, at)), *body, tracks(VIDEO, sound(2), sound(3))))

    assert "more than one list of tracks" in refusal(path).reason


@pytest.mark.parametrize(
    "part",
    [
        number(ids.EBML_READ_VERSION, 2),
        number(ids.EBML_MAX_ID_LENGTH, 5),
        number(ids.EBML_MAX_SIZE_LENGTH, 9),
        element(ids.DOC_TYPE, b"matryoshka"),
    ],
)
def test_a_later_version_of_ebml_is_refused(part: bytes, path: Path) -> None:
    whole = film(info(), tracks(VIDEO, sound(2), sound(3)), void(50), cluster(0, 0))
    head = len(element(ids.EBML, element(ids.DOC_TYPE, b"matroska")))
    path.write_bytes(element(ids.EBML, part + element(ids.DOC_TYPE, b"webm")) + whole[head:])

    assert refusal(path).obstacle is Obstacle.DAMAGED


def test_a_checksum_over_the_whole_film_is_an_obstacle(path: Path) -> None:
    entries = tracks(VIDEO, sound(2), sound(3))
    path.write_bytes(film(element(ids.CRC32, b"full"), info(), entries, void(50), cluster(0, 0)))

    refused = refusal(path)

    assert refused.obstacle is Obstacle.LAYOUT
    assert "checksum covers the whole film" in refused.reason


@pytest.mark.parametrize("length", range(1, 9))
def test_a_size_of_any_length_is_kept(length: int, path: Path) -> None:
    entries = VIDEO + sound(2) + sound(3)
    whole = element(ids.TRACKS, entries, size_bytes=max(length, 2))
    path.write_bytes(film(info(), whole, void(50), cluster(0, 0)))

    edit(path, 2)

    at = path.read_bytes().index(ids.TRACKS.to_bytes(4, "big")) + 4
    assert 9 - path.read_bytes()[at].bit_length() == max(length, 2)


def test_a_size_grows_when_its_bytes_are_used_up(path: Path) -> None:
    filler = void(126 - len(VIDEO) - len(sound(2)) - len(sound(3)))
    inside = VIDEO + filler + sound(2) + sound(3)
    whole = element(ids.TRACKS, inside, size_bytes=1)
    path.write_bytes(film(info(), whole, void(50), cluster(0, 0)))

    assert edit(path, 1) is Method.GROW
