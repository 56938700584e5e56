"""Matroska's rules, on headers made by hand where no common writer shows them."""

from pathlib import Path

import pytest
from handmade_elements import (
    H264,
    SOUND,
    VIDEO,
    block,
    cluster,
    element,
    film,
    info,
    number,
    seek_head,
    track,
    tracks,
    unknown,
)
from writers import Templates

from maestrarr.media import probe
from maestrarr.media.facts import Chapter, FaultKind, Probe
from maestrarr.media.matroska import ids


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "film.mkv"


def read(path: Path, contents: bytes) -> Probe:
    path.write_bytes(contents)
    return probe.probe(path)


def test_a_part_behind_the_clusters_is_found_by_the_seek_head(path: Path) -> None:
    body = cluster(0, 0)
    at = len(seek_head((ids.TRACKS, 0))) + len(body)

    found = read(path, film(seek_head((ids.TRACKS, at)), body, tracks(VIDEO, SOUND), info()))

    assert [one.channels for one in found.audio] == [6]


def test_a_seek_head_may_lead_to_another(path: Path) -> None:
    body = cluster(0, 0)
    second_at = len(seek_head((ids.SEEK_HEAD, 0))) + len(body)
    tracks_at = second_at + len(seek_head((ids.TRACKS, 0)))

    found = read(
        path,
        film(
            seek_head((ids.SEEK_HEAD, second_at)),
            body,
            seek_head((ids.TRACKS, tracks_at)),
            tracks(VIDEO, SOUND),
        ),
    )

    assert len(found.audio) == 1


def test_a_seek_head_that_lies_is_not_believed(path: Path) -> None:
    found = read(
        path,
        film(
            seek_head((ids.TAGS, 3), (ids.CHAPTERS, 1 << 40)), info(), tracks(SOUND), cluster(0, 0)
        ),
    )

    assert (len(found.audio), found.chapters) == (1, ())


def test_without_a_seek_head_tracks_are_found_behind_the_clusters(path: Path) -> None:
    found = read(path, film(cluster(0, 0), cluster(1, 0), tracks(SOUND), info()))

    assert len(found.audio) == 1


@pytest.mark.parametrize(
    ("flags", "default_and_forced"),
    [
        (b"", (True, False)),
        (element(ids.FLAG_DEFAULT, b"") + element(ids.FLAG_FORCED, b""), (True, False)),
        (number(ids.FLAG_DEFAULT, 0) + number(ids.FLAG_FORCED, 1), (False, True)),
        (number(ids.FLAG_DEFAULT, 1, 8) + number(ids.FLAG_FORCED, 0, 8), (True, False)),
    ],
)
def test_a_flag_that_is_absent_or_empty_has_its_default(
    flags: bytes, default_and_forced: tuple[bool, bool], path: Path
) -> None:
    [found] = read(path, film(info(), tracks(track(2, b"A_AC3", flags)))).audio

    assert (found.is_default, found.is_forced) == default_and_forced
    assert found.is_enabled


@pytest.mark.parametrize(
    ("parts", "language", "written"),
    [
        (b"", "en", None),
        (element(ids.LANGUAGE, b""), "en", None),
        (element(ids.LANGUAGE, b"ger\0\0"), "de", "ger"),
        (element(ids.LANGUAGE, b"por") + element(ids.LANGUAGE_BCP47, b"pt-BR"), "pt-BR", "pt-BR"),
        (element(ids.LANGUAGE, b"und"), "und", "und"),
    ],
)
def test_a_language_is_bcp_47_before_iso_639_before_english(
    parts: bytes, language: str, written: str | None, path: Path
) -> None:
    [found] = read(path, film(info(), tracks(track(2, b"A_AC3", parts)))).audio

    assert (found.language, found.language_written) == (language, written)


def test_texts_end_at_their_first_nul(path: Path) -> None:
    named = track(2, b"A_AC3\0\0", element(ids.NAME, b"Director\0\0junk"))

    [found] = read(path, film(info(), tracks(named))).audio

    assert (found.codec, found.title) == ("ac3", "Director")


def test_streams_are_counted_as_ffmpeg_does(path: Path) -> None:
    strange = track(3, b"S_BUTTONS")
    subtitles = track(17, b"S_TEXT/UTF8", uid=3)

    found = read(path, film(info(), tracks(strange, VIDEO, SOUND, subtitles)))

    assert [found.video[0].index, found.audio[0].index, found.subtitles[0].index] == [0, 1, 2]


def test_a_compressed_configuration_is_left_alone(path: Path) -> None:
    encoding = element(ids.CONTENT_ENCODING, number(ids.CONTENT_ENCODING_SCOPE, 3))
    sealed = track(
        1,
        H264,
        element(ids.CODEC_PRIVATE, b"\x78\x9c\x01\x02\x03\x04\x05\x06\x07\x08"),
        element(ids.CONTENT_ENCODINGS, encoding),
    )

    [found] = read(path, film(info(), tracks(sealed))).video

    assert (found.codec, found.profile, found.level) == ("h264", None, None)


def test_chapters_are_those_of_the_default_edition(path: Path) -> None:
    def atom(seconds: int, title: bytes, *inner: bytes) -> bytes:
        display = element(ids.CHAPTER_DISPLAY, element(ids.CHAP_STRING, title))
        start = number(ids.CHAPTER_TIME_START, seconds * 1_000_000_000, 8)
        return element(ids.CHAPTER_ATOM, start + display + b"".join(inner))

    first = element(ids.EDITION_ENTRY, atom(9, b"Other"))
    hidden = number(ids.CHAPTER_FLAG_HIDDEN, 1)
    second = element(
        ids.EDITION_ENTRY,
        number(ids.EDITION_FLAG_DEFAULT, 1)
        + atom(0, b"Begin", atom(1, b"Inside"))
        + atom(30, "Schluß".encode())
        + atom(40, b"Secret", hidden),
    )

    found = read(path, film(info(), tracks(SOUND), element(ids.CHAPTERS, first + second)))

    assert found.chapters == (
        Chapter(start_seconds=0.0, title="Begin"),
        Chapter(start_seconds=30.0, title="Schluß"),
    )


def test_statistics_tags_say_each_tracks_bitrate(path: Path) -> None:
    def tag(track_uid: int, name: bytes, value: bytes) -> bytes:
        simple = element(ids.TAG_NAME, name) + element(ids.TAG_STRING, value)
        targets = element(ids.TARGETS, number(ids.TAG_TRACK_UID, track_uid))
        return element(ids.TAG, targets + element(ids.SIMPLE_TAG, simple))

    tags = element(
        ids.TAGS, tag(1, b"BPS", b"5000000") + tag(2, b"BPS-eng", b"many") + tag(2, b"X", b"9")
    )

    found = read(path, film(info(), tracks(VIDEO, SOUND), tags))

    assert (found.video[0].bitrate, found.audio[0].bitrate) == (5_000_000, None)


def test_a_missing_duration_is_the_end_of_the_last_cluster(path: Path) -> None:
    found = read(path, film(tracks(SOUND), cluster(0, 0, 40), cluster(90_000, 0, 500, 250)))

    assert found.duration_seconds == 90.5


def test_a_live_recording_has_clusters_of_unknown_size(path: Path) -> None:
    begin = number(ids.CLUSTER_TIMESTAMP, 2_000, 2)
    group = element(
        ids.BLOCK_GROUP, element(ids.BLOCK, b"\x81\x00\x64\x00ab") + number(ids.BLOCK_DURATION, 40)
    )
    head = element(ids.EBML, element(ids.DOC_TYPE, b"webm"))
    live = head + unknown(
        ids.SEGMENT, tracks(SOUND) + unknown(ids.CLUSTER, begin + block(0) + group)
    )

    found = read(path, live)

    assert (found.container, found.duration_seconds) == ("webm", 2.14)


def test_a_name_of_a_cluster_inside_a_picture_is_no_cluster(path: Path) -> None:
    decoy = element(
        ids.SIMPLE_BLOCK, b"\x81\x00\x07\x80" + ids.CLUSTER.to_bytes(4, "big") + b"\xffabc"
    )
    last = element(ids.CLUSTER, number(ids.CLUSTER_TIMESTAMP, 5_000, 2) + decoy)

    assert read(path, film(tracks(SOUND), last)).duration_seconds == 5.007


def test_without_tracks_there_are_no_facts(path: Path) -> None:
    path.write_bytes(film(info(), cluster(0, 0)))

    found = probe.examine(path)

    assert (found.probe, found.needs_ffmpeg) == (None, True)
    assert found.fault is not None
    assert found.fault.kind is FaultKind.DAMAGED


def test_only_segments_and_clusters_may_be_of_unknown_size(path: Path) -> None:
    path.write_bytes(film(unknown(ids.INFO, b""), tracks(SOUND)))

    fault = probe.examine(path).fault

    assert fault is not None
    assert fault.kind is FaultKind.DAMAGED


def test_a_document_of_another_kind_is_refused(path: Path) -> None:
    path.write_bytes(film(info(), tracks(SOUND), doc_type=b"mkvfoo"))

    assert probe.examine(path).probe is None


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -5.0, 1e300])
def test_a_duration_that_is_none_is_left_open(seconds: float, path: Path) -> None:
    assert read(path, film(info(seconds), tracks(SOUND))).duration_seconds is None


def test_twelve_gigabytes_of_nothing_are_jumped_over(path: Path) -> None:
    size = 12 << 30
    head = seek_head((ids.TRACKS, 0))
    void_at = len(head) + len(info())
    void = bytes([ids.VOID, 1]) + size.to_bytes(7, "big")
    tracks_at = void_at + len(void) + size
    ending = tracks(SOUND)
    segment_size = (tracks_at + len(ending)) | 1 << 56
    opening = (
        element(ids.EBML, element(ids.DOC_TYPE, b"matroska"))
        + ids.SEGMENT.to_bytes(4, "big")
        + segment_size.to_bytes(8, "big")
    )
    with path.open("wb") as file:
        file.write(opening + seek_head((ids.TRACKS, tracks_at)) + info() + void)
        file.seek(len(opening) + tracks_at)
        file.write(ending)

    assert len(probe.probe(path).audio) == 1


def test_an_attached_file_is_listed_but_never_read(templates: Templates) -> None:
    found = probe.probe(templates.path("mkvmerge-full.mkv"))

    assert [(one.name, one.media_type, one.size_bytes) for one in found.attachments] == [
        ("font.ttf", "font/ttf", 2048),
        ("cover.jpg", "image/jpeg", templates.path("cover.jpg").stat().st_size),
    ]
    picture = found.video[-1]
    assert (picture.is_attached_picture, picture.codec, picture.index) == (True, "mjpeg", 8)


def test_a_segments_own_id_survives_a_rename(templates: Templates, tmp_path: Path) -> None:
    whole = templates.path("mkvmerge-full.mkv")
    renamed = tmp_path / "Another Name.mkv"
    renamed.symlink_to(whole)

    unique_id = probe.probe(whole).unique_id

    assert unique_id is not None
    assert len(unique_id) == 32
    assert probe.probe(renamed).unique_id == unique_id


def test_mkvmerges_title_and_statistics_are_read(templates: Templates) -> None:
    found = probe.probe(templates.path("mkvmerge-full.mkv"))

    assert (found.title, found.audio[0].title) == ("A-Film", "Main")
    assert [one.title for one in found.chapters] == ["Begin", "Ende ü"]
    assert [one.start_seconds for one in found.chapters] == [0.0, 0.5]
    assert found.video[0].bitrate is not None
    assert found.subtitles[0].is_forced
    assert found.subtitles[1].is_hearing_impaired


def test_a_disabled_track_is_told(templates: Templates) -> None:
    found = probe.probe(templates.path("mkvmerge-disabled.mkv"))

    assert [one.is_enabled for one in found.audio] == [False, True]
