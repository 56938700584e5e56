"""Probing whatever lies in a library: media, halves of media, and what is no media at all."""

import os
import pickle
from pathlib import Path

import pytest
from writers import Templates

from maestrarr.media import probe
from maestrarr.media.causes import because
from maestrarr.media.facts import FaultKind, FileFault, NotReadable, Probe

WHOLE = ["mkvmerge-full.mkv", "ffmpeg-plain.mkv", "moov-at-end.mp4", "faststart.mp4"]


def fault_of(path: Path) -> FaultKind | None:
    fault = probe.examine(path).fault
    assert fault is None or str(fault.cause).endswith(".")
    return fault.kind if fault else None


@pytest.mark.parametrize(
    ("name", "contents", "kind"),
    [
        ("empty.mkv", b"", FaultKind.EMPTY),
        ("zeros.mkv", bytes(300_000), FaultKind.TRUNCATED),
        ("zeros.mp4", bytes(100), FaultKind.TRUNCATED),
        ("notes.mkv", b"This is not the film that you look for.\n" * 9, FaultKind.NOT_MEDIA),
        ("latin.mp4", "Müßte ein Film sein".encode("latin-1"), FaultKind.NOT_MEDIA),
        ("page.mp4", b"<!DOCTYPE html><html>404</html>", FaultKind.NOT_MEDIA),
        ("zip.mkv", b"PK\x03\x04" + bytes(500), FaultKind.NOT_MEDIA),
        ("rar.mkv", b"Rar!\x1a\x07\x01\x00" + bytes(500), FaultKind.NOT_MEDIA),
        ("cover.mp4", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), FaultKind.NOT_MEDIA),
        ("picture.mkv", b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(40), FaultKind.NOT_MEDIA),
        ("unknown.mkv", b"\x01\x02\x03\x04" * 100, FaultKind.NOT_MEDIA),
        ("cut.mkv", b"\x1a\x45\xdf\xa3", FaultKind.DAMAGED),
        ("head.mkv", b"\x1a\x45\xdf\xa3\x9f\x42\x86", FaultKind.TRUNCATED),
        ("short.mp4", b"\x00\x00\x00\x20ftypisom", FaultKind.TRUNCATED),
        ("headless.mp4", b"\x00\x00\x00\x10ftypisom\x00\x00\x02\x00", FaultKind.DAMAGED),
    ],
)
def test_what_is_no_media_gets_a_fault(
    name: str, contents: bytes, kind: FaultKind, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(contents)

    assert fault_of(path) is kind
    with pytest.raises(NotReadable) as raised:
        probe.probe(path)
    assert raised.value.kind is kind


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "gone.mkv") is FaultKind.UNREADABLE


def test_a_name_that_no_file_can_have_is_unreadable() -> None:
    assert fault_of(Path("film\0.mkv")) is FaultKind.UNREADABLE


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.mkv"
    os.mkfifo(path)

    assert fault_of(path) is FaultKind.NOT_MEDIA


def test_a_folder_called_like_a_film_is_no_media(tmp_path: Path) -> None:
    path = tmp_path / "Film.mkv"
    path.mkdir()

    assert fault_of(path) is FaultKind.NOT_MEDIA


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_has_no_fault(name: str, templates: Templates) -> None:
    assert fault_of(templates.path(name)) is None


@pytest.mark.parametrize("name", ["mkvmerge-full.mkv", "ffmpeg-plain.mkv", "faststart.mp4"])
def test_a_file_cut_off_behind_its_headers_still_says_what_they_say(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    whole = templates.path(name)
    path = cut(whole, tmp_path, whole.stat().st_size * 3 // 4)

    found = probe.examine(path)

    assert found.fault is not None
    assert found.fault.kind is FaultKind.TRUNCATED
    assert found.probe is not None
    assert indexes(found.probe) == indexes(probe.probe(whole))
    with pytest.raises(NotReadable):
        probe.probe(path)


def test_a_film_whose_header_was_to_come_at_its_end_is_truncated(
    templates: Templates, tmp_path: Path
) -> None:
    path = cut(templates.path("moov-at-end.mp4"), tmp_path, 5_000)

    found = probe.examine(path)

    assert (found.probe, fault_of(path)) == (None, FaultKind.TRUNCATED)
    assert not found.needs_ffmpeg


@pytest.mark.parametrize("name", ["mkvmerge-full.mkv", "moov-at-end.mp4", "fragmented.mp4"])
def test_a_download_whose_space_is_kept_free_by_zeros_is_truncated(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    whole = templates.path(name).read_bytes()
    path = tmp_path / name
    path.write_bytes(whole[: len(whole) // 2].ljust(len(whole), b"\0"))

    assert fault_of(path) is FaultKind.TRUNCATED


@pytest.mark.parametrize("name", ["fragmented.mp4", "fragmented-sidx.mp4"])
def test_a_recording_that_ends_inside_a_fragment_is_truncated(
    name: str, templates: Templates, tmp_path: Path
) -> None:
    whole = templates.path(name)
    path = cut(whole, tmp_path, whole.stat().st_size * 3 // 4)

    found = probe.examine(path)

    assert fault_of(path) is FaultKind.TRUNCATED
    assert found.probe is not None


def test_every_length_that_a_download_can_have_is_told_from_the_whole(
    templates: Templates, tmp_path: Path
) -> None:
    whole = templates.path("mkvmerge-full.mkv")
    size = whole.stat().st_size

    for length in [*range(4, 3_000, 97), *range(3_000, size, size // 50), size - 1]:
        path = cut(whole, tmp_path, length)
        assert fault_of(path) in (FaultKind.TRUNCATED, FaultKind.DAMAGED), length


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("mkvmerge-full.mkv", ".mp4"), ("moov-at-end.mp4", ".mkv"), ("film.avi", ".mkv")],
)
def test_a_wrong_suffix_is_told_beside_the_facts(
    name: str, suffix: str, templates: Templates, tmp_path: Path
) -> None:
    whole = templates.path(name)
    path = (tmp_path / "film").with_suffix(suffix)
    path.symlink_to(whole)

    found = probe.examine(path)

    assert fault_of(path) is FaultKind.WRONG_SUFFIX
    assert (found.probe is None) == found.needs_ffmpeg


@pytest.mark.parametrize("suffix", ["", ".part", ".webm", ".MKV", ".!qb"])
def test_a_suffix_that_promises_nothing_else_is_no_fault(
    suffix: str, templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / f"film{suffix}"
    path.symlink_to(templates.path("mkvmerge-basic.mkv"))

    assert fault_of(path) is None


@pytest.mark.parametrize(
    "name", ["film.avi", "film.ts", "film.m2ts", "film.mpg", "film.wmv", "film.flv"]
)
def test_a_container_that_is_not_ours_is_left_to_the_second_tier(
    name: str, templates: Templates
) -> None:
    found = probe.examine(templates.path(name))

    assert (found.probe, found.fault, found.needs_ffmpeg) == (None, None, True)
    with pytest.raises(NotReadable):
        probe.probe(templates.path(name))


class Stub:
    """A second tier that always answers the same."""

    def __init__(self, answer: Probe | NotReadable) -> None:
        self.answer = answer

    def read(self, path: Path) -> Probe:
        del path
        if isinstance(self.answer, NotReadable):
            raise self.answer
        return self.answer


def test_the_second_tiers_facts_end_a_fault_that_was_only_ours(tmp_path: Path) -> None:
    path = tmp_path / "damaged.mkv"
    path.write_bytes(b"\x1a\x45\xdf\xa3\x80\0\0")
    facts = Probe(container="matroska", size_bytes=7)

    assert probe.examine_fully(path, Stub(facts)) == probe.Probed(facts)


def test_an_avi_that_is_cut_off_is_truncated_whatever_ffmpeg_makes_of_it(
    templates: Templates, tmp_path: Path
) -> None:
    whole = templates.path("film.avi")
    path = cut(whole, tmp_path, whole.stat().st_size // 2)
    facts = Probe(container="avi", size_bytes=7)

    found = probe.examine_fully(path, Stub(facts))

    assert fault_of(path) is FaultKind.TRUNCATED
    assert (found.probe, found.fault) == (facts, probe.examine(path).fault)


def test_a_wrong_suffix_stays_wrong_when_the_second_tier_reads_the_file(
    templates: Templates, tmp_path: Path
) -> None:
    path = tmp_path / "film.mkv"
    path.symlink_to(templates.path("film.avi"))

    found = probe.examine_fully(path, Stub(Probe(container="avi", size_bytes=7)))

    assert found.fault is not None
    assert found.fault.kind is FaultKind.WRONG_SUFFIX


def test_a_file_that_neither_tier_reads_keeps_our_reason(tmp_path: Path) -> None:
    path = tmp_path / "damaged.mkv"
    path.write_bytes(b"\x1a\x45\xdf\xa3\x80\0\0")
    ours = probe.examine(path).fault

    crashed = NotReadable(FaultKind.UNREADABLE, because("ffmpeg_crashed"))
    found = probe.examine_fully(path, Stub(crashed))

    assert ours is not None
    assert found == probe.Probed(None, ours)


def test_what_was_found_crosses_a_process_boundary(templates: Templates) -> None:
    found = probe.examine(templates.path("mkvmerge-full.mkv"))

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  # our own


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.mkv"
    path.touch()

    assert probe.examine(path).fault == FileFault(path, FaultKind.EMPTY, because("empty"))


def cut(whole: Path, folder: Path, length: int) -> Path:
    path = folder / f"cut{whole.suffix}"
    path.write_bytes(whole.read_bytes()[:length])
    return path


def indexes(found: Probe) -> list[int | None]:
    return [track.index for track in (*found.video, *found.audio, *found.subtitles)]
