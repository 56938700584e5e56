"""MP4's rules, on headers made by hand where no common writer shows them."""

import struct
from pathlib import Path

import pytest
from handmade_boxes import ENGLISH, box, full, large, movie, sound, trak
from writers import Templates

from maestrarr.media import probe
from maestrarr.media.codecs.audio import ATMOS
from maestrarr.media.facts import AudioTrack, Chapter, FaultKind, Probe


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "film.mp4"


def read(path: Path, contents: bytes) -> Probe:
    path.write_bytes(contents)
    return probe.probe(path)


def only_sound(path: Path, contents: bytes) -> AudioTrack:
    [found] = read(path, contents).audio
    return found


AAC = trak(b"soun", sound(b"mp4a"))


def test_boxes_may_have_64_bit_sizes(path: Path) -> None:
    assert read(path, movie(AAC, before=large(b"mdat", bytes(99)))).duration_seconds == 60.0


def test_a_last_box_of_size_0_lasts_until_the_end(path: Path) -> None:
    assert len(read(path, movie(AAC) + b"\0\0\0\0mdat" + bytes(500)).audio) == 1


def test_twelve_gigabytes_of_samples_are_jumped_over(path: Path) -> None:
    size = 12 << 30
    ending = movie(AAC)[16:]
    with path.open("wb") as file:
        file.write(box(b"ftyp", b"isom", bytes(4)) + struct.pack(">I4sQ", 1, b"mdat", size))
        file.seek(16 + size)
        file.write(ending)

    assert len(probe.probe(path).audio) == 1


def test_junk_behind_the_last_box_is_no_fault(path: Path) -> None:
    path.write_bytes(movie(AAC) + bytes(2_000))

    assert probe.examine(path).fault is None


def test_a_compressed_header_is_left_to_the_second_tier(path: Path) -> None:
    path.write_bytes(box(b"ftyp", b"qt  ", bytes(4)) + box(b"moov", box(b"cmov", bytes(40))))

    assert probe.examine(path).needs_ffmpeg


def test_the_default_track_is_the_enabled_one(path: Path) -> None:
    tracks = [trak(b"soun", sound(b"mp4a"), number=n, enabled=n == 2) for n in (1, 2, 3)]

    assert [one.is_default for one in read(path, movie(*tracks)).audio] == [False, True, False]


@pytest.mark.parametrize(
    ("brand", "code", "language"),
    [
        (b"isom", ENGLISH, "en"),
        (b"isom", 0x7FFF, "und"),
        (b"isom", 0, "und"),
        (b"qt  ", 0, "en"),
        (b"qt  ", 17, "tr"),
        (b"qt  ", 399, "und"),
        (b"qt  ", 0x7FFF, "und"),
    ],
)
def test_a_packed_language_is_iso_639_or_quicktimes_own(
    brand: bytes, code: int, language: str, path: Path
) -> None:
    track = trak(b"soun", sound(b"mp4a"), language=code)

    assert only_sound(path, movie(track, brand=brand)).language == language


def test_an_extended_language_wins(path: Path) -> None:
    track = trak(b"soun", sound(b"mp4a"), media=full(b"elng", b"pt-BR\0"))

    found = only_sound(path, movie(track))

    assert (found.language, found.language_written) == ("pt-BR", "pt-BR")


def esds(object_type: int, specific: bytes) -> bytes:
    decoder = bytes([object_type, 0x15]) + bytes(3) + struct.pack(">II", 200_000, 128_000)
    decoder += bytes([5, 0x80, 0x80, len(specific)]) + specific  # a size may be padded
    stream = b"\0\1\0" + bytes([4, len(decoder)]) + decoder
    return full(b"esds", bytes([3, len(stream)]) + stream)


def test_a_stream_descriptor_says_codec_channels_and_bitrate(path: Path) -> None:
    # AAC LC, 44.1 kHz, 5.1: five bits, four bits, four bits.
    specific = (2 << 11 | 4 << 7 | 6 << 3).to_bytes(2, "big")
    found = only_sound(path, movie(trak(b"soun", sound(b"mp4a", esds(0x40, specific)))))

    assert (found.codec, found.profile, found.channels, found.layout) == ("aac", "LC", 6, "5.1")
    assert (found.sample_rate, found.bitrate) == (44_100, 128_000)


@pytest.mark.parametrize(
    ("version", "more"),
    [(1, bytes(16)), (2, struct.pack(">IdIIIIII", 72, 96_000.0, 6, 0, 24, 0, 0, 0))],
)
def test_quicktimes_longer_sound_entries_are_read(version: int, more: bytes, path: Path) -> None:
    wave = box(
        b"wave", box(b"frma", b"mp4a"), esds(0x40, (2 << 11 | 3 << 7 | 2 << 3).to_bytes(2, "big"))
    )
    track = trak(b"soun", sound(b"mp4a", wave, version=version, more=more))

    found = only_sound(path, movie(track, brand=b"qt  "))

    assert (found.codec, found.channels, found.sample_rate) == ("aac", 2, 48_000)


def test_a_dolby_box_knows_better_than_the_entry(path: Path) -> None:
    record = (0 << 22 | 8 << 17 | 7 << 11 | 1 << 10 | 15 << 5).to_bytes(3, "big")

    found = only_sound(path, movie(trak(b"soun", sound(b"ac-3", box(b"dac3", record)))))

    assert (found.channels, found.layout, found.bitrate) == (6, "5.1", 448_000)


@pytest.mark.parametrize(("tail", "profile"), [(b"", None), (b"\x01\x10", ATMOS)])
def test_objects_in_dolby_digital_plus_are_told(
    tail: bytes, profile: str | None, path: Path
) -> None:
    head = (768 << 3).to_bytes(2, "big")
    substream = (0 << 22 | 16 << 17 | 7 << 9 | 1 << 8).to_bytes(3, "big")
    record = box(b"dec3", head, (int.from_bytes(substream, "big") << 0).to_bytes(3, "big"), tail)

    found = only_sound(path, movie(trak(b"soun", sound(b"ec-3", record))))

    assert (found.channels, found.layout, found.profile) == (6, "5.1", profile)
    assert found.bitrate == 768_000


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (b"commentary", "is_commentary"),
        (b"description", "is_visual_impaired"),
        (b"dub", "is_dub"),
        (b"caption", "is_hearing_impaired"),
    ],
)
def test_a_role_says_what_a_track_is_for(role: bytes, said: str, path: Path) -> None:
    kind = full(b"kind", b"urn:mpeg:dash:role:2011\0", role, b"\0")

    found = only_sound(path, movie(trak(b"soun", sound(b"mp4a"), box(b"udta", kind))))

    assert getattr(found, said)


def test_a_subtitle_that_is_always_shown_is_forced(path: Path) -> None:
    def text(number: int, flags: int) -> bytes:
        entry = box(b"tx3g", bytes(6), b"\0\1", struct.pack(">I", flags), bytes(26))
        return trak(b"sbtl", entry, number=number)

    found = read(path, movie(text(1, 0), text(2, 0xC0000000), text(3, 0x40000000)))

    assert [one.is_forced for one in found.subtitles] == [False, True, False]
    assert {one.codec for one in found.subtitles} == {"mov_text"}


@pytest.mark.parametrize(("version", "reserved"), [(0, b""), (1, bytes(4))])
def test_neros_chapters_are_read(version: int, reserved: bytes, path: Path) -> None:
    entries = struct.pack(">QB", 0, 5) + b"Begin" + struct.pack(">QB", 300_000_000, 0)
    chapters = full(b"chpl", reserved, b"\2", entries, version=version)

    found = read(path, movie(AAC, box(b"udta", chapters)))

    assert found.chapters == (
        Chapter(start_seconds=0.0, title="Begin"),
        Chapter(start_seconds=30.0, title=None),
    )


def test_quicktimes_chapters_are_a_track_that_is_no_subtitle(path: Path) -> None:
    first = struct.pack(">H", 5) + b"Begin"
    wide = "\ufeffEnde ü".encode("utf-16-be")
    samples = first + struct.pack(">H", len(wide)) + wide
    before = box(b"mdat", samples)
    tables = (
        full(b"stts", struct.pack(">III", 1, 2, 30_000))
        + full(b"stsc", struct.pack(">IIII", 1, 1, 2, 1))
        + full(b"stsz", struct.pack(">IIII", 0, 2, len(first), len(samples) - len(first)))
        + full(b"stco", struct.pack(">II", 1, 16 + 8))
    )
    text = trak(b"text", box(b"text", bytes(8)), number=2, enabled=0, tables=tables)
    main = trak(b"soun", sound(b"mp4a"), box(b"tref", box(b"chap", struct.pack(">I", 2))))
    last = trak(b"sbtl", box(b"tx3g", bytes(40)), number=3)

    found = read(path, movie(main, text, last, before=before))

    assert [one.index for one in found.subtitles] == [2]
    assert found.chapters == (
        Chapter(start_seconds=0.0, title="Begin"),
        Chapter(start_seconds=30.0, title="Ende ü"),
    )


def test_titles_writers_and_covers_are_read(path: Path) -> None:
    def item(kind: bytes, type_code: int, value: bytes) -> bytes:
        return box(kind, box(b"data", struct.pack(">II", type_code, 0), value))

    items = item(b"\xa9nam", 1, "Şarkı".encode()) + item(b"\xa9too", 1, b"Writer 1")
    covers = box(b"covr", *(box(b"data", struct.pack(">II", code, 0), b"...") for code in (13, 14)))
    meta = full(b"meta", full(b"hdlr", bytes(4), b"mdir", bytes(13)), box(b"ilst", items, covers))

    found = read(path, movie(AAC, box(b"udta", meta)))

    assert (found.title, found.muxer) == ("Şarkı", "Writer 1")
    assert [(one.index, one.codec) for one in found.video] == [(1, "mjpeg"), (2, "png")]
    assert all(one.is_attached_picture for one in found.video)


def test_an_encrypted_track_is_named_by_what_it_was(path: Path) -> None:
    sealed = sound(b"enca", box(b"sinf", box(b"frma", b"ec-3"), full(b"schm", b"cenc")))

    assert only_sound(path, movie(trak(b"soun", sealed))).codec == "eac3"


def fragment(number: int, begin: int, count: int, every: int) -> bytes:
    run = full(b"trun", struct.pack(">I", count), struct.pack(">I", every) * count, flags=0x100)
    begun = full(b"tfdt", struct.pack(">Q", begin), version=1)
    return box(b"moof", box(b"traf", full(b"tfhd", struct.pack(">I", number)), begun, run)) + box(
        b"mdat", bytes(50)
    )


def unended(*tracks: bytes, extends: bytes = b"") -> bytes:
    header = full(b"mvhd", bytes(8), struct.pack(">II", 1000, 0), bytes(80))
    return box(b"ftyp", b"isom", bytes(4)) + box(b"moov", header, *tracks, box(b"mvex", extends))


def test_a_fragmented_film_lasts_as_long_as_its_longest_track(path: Path) -> None:
    tracks = [trak(b"soun", sound(b"mp4a"), number=n) for n in (1, 2)]
    parts = [fragment(1, 0, 50, 40), fragment(2, 0, 100, 21), fragment(1, 2_000, 25, 40)]

    assert read(path, unended(*tracks) + b"".join(parts)).duration_seconds == 3.0


def test_a_fragments_length_may_stand_in_the_header(path: Path) -> None:
    told = full(b"mehd", struct.pack(">I", 7_000))

    assert read(path, unended(AAC, extends=told) + fragment(1, 0, 50, 40)).duration_seconds == 7.0


def test_a_default_sample_duration_counts_where_runs_do_not_say(path: Path) -> None:
    defaults = full(b"trex", struct.pack(">IIIII", 1, 1, 40, 0, 0))
    run = full(b"trun", struct.pack(">I", 75))
    begun = full(b"tfdt", struct.pack(">I", 1_000))
    moof = box(b"moof", box(b"traf", full(b"tfhd", struct.pack(">I", 1)), begun, run))

    assert read(path, unended(AAC, extends=defaults) + moof).duration_seconds == 4.0


def test_a_lone_fragment_without_a_header_is_damaged(path: Path) -> None:
    path.write_bytes(box(b"styp", b"msdh", bytes(4)) + fragment(1, 0, 5, 40))

    fault = probe.examine(path).fault

    assert fault is not None
    assert fault.kind is FaultKind.DAMAGED


@pytest.mark.parametrize(
    "name", ["fragmented.mp4", "hybrid.mp4", "empty-moov.mp4", "separate-moof.mp4"]
)
def test_a_fragmented_film_has_its_frame_rate(name: str, templates: Templates) -> None:
    assert probe.probe(templates.path(name)).video[0].frame_rate == 24.0


def test_ffmpegs_chapters_and_subtitles_are_told_apart(templates: Templates) -> None:
    found = probe.probe(templates.path("chapters.mp4"))

    assert [one.title for one in found.chapters] == ["Begin", "Ende ü"]
    assert [(one.index, one.language) for one in found.subtitles] == [(2, "tr")]
    assert found.title == "A Film"
