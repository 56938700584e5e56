import hashlib
import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import av
import langcodes
import pytest
from lxml import etree
from PIL import Image

from maestrarr.demo.library import DemoFile, DemoLibrary, catalogue, make_library
from maestrarr.media.facts import AudioTrack, FaultKind, HdrKind, Probe, SubtitleTrack

TRANSFERS: dict[HdrKind, set[str | None]] = {
    HdrKind.SDR: {None, "bt709"},
    HdrKind.HDR10: {"smpte2084"},
    HdrKind.HLG: {"arib-std-b67"},
    HdrKind.DOLBY_VISION: {None, "smpte2084"},
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> DemoLibrary:
    return make_library(tmp_path_factory.mktemp("demo"))


def test_a_household_of_sixty_films_and_six_series_is_made(library: DemoLibrary) -> None:
    sound_films = [t for t in library.titles if t.kind == "movie" and t.ids]
    made_series = [t for t in library.titles if t.kind == "series"]

    assert (len(sound_films), len(made_series)) == (60, 6)
    for title in library.titles:
        assert all(path.is_file() for path in title.beside), title.title
    missing = [f.path for f in library.files if not f.path.is_file()]
    assert [path.is_symlink() for path in missing] == [True]


def test_no_two_titles_are_alike(library: DemoLibrary) -> None:
    names = [unicodedata.normalize("NFKC", t.title).casefold() for t in library.titles]
    plots = [title.plot for title in library.titles if title.plot]
    posters = [_digest(title.poster) for title in library.titles if title.poster]

    for what in (names, plots, posters):
        assert len(what) == len(set(what))
    assert len(plots) >= 66
    assert len(posters) >= 55


def test_every_episode_has_a_title_and_a_plot_of_its_own() -> None:
    told = [(e.title, e.plot) for s in catalogue.series() for e in s.episodes]

    assert len({title for title, _ in told}) == len({plot for _, plot in told}) == len(told)


def test_every_sound_file_plays_in_the_bundled_player_library(library: DemoLibrary) -> None:
    for file in _sound_files(library):
        assert file.facts is not None
        with av.open(str(file.path), "r") as opened:
            assert _frames(opened, "video") == 3, file.path
            for track in range(len(file.facts.audio)):
                assert _frames(opened, "audio", track) == 3, (file.path, track)


def test_another_reader_finds_exactly_the_tracks_that_the_truth_names(
    library: DemoLibrary,
) -> None:
    for file in _sound_files(library):
        assert file.facts is not None
        found = _ffprobe(file.path)
        by_kind = {
            kind: [s for s in found["streams"] if s["codec_type"] == kind]
            for kind in ("video", "audio", "subtitle")
        }
        assert [_seen_audio(s, file.facts) for s in by_kind["audio"]] == [
            _told_audio(track) for track in file.facts.audio
        ], file.path
        assert [_seen_words(s) for s in by_kind["subtitle"]] == [
            _told_words(track) for track in file.facts.subtitles
        ], file.path
        _compare_pictures(by_kind["video"], file.facts)
        assert len(found["chapters"]) == len(file.facts.chapters)


def test_durations_are_what_the_truth_says(library: DemoLibrary) -> None:
    for file in _sound_files(library):
        assert file.facts is not None
        told = file.facts.duration_seconds
        duration = _ffprobe(file.path)["format"].get("duration")
        if file.recipe != "written to a pipe":
            assert float(duration) == pytest.approx(told, abs=0.1), file.path


def test_twelve_layouts_of_sound_and_more_are_there(library: DemoLibrary) -> None:
    shapes = {
        (f.facts.container, *(
            (t.language, t.codec, t.channels, t.is_default, t.is_enabled, t.is_commentary)
            for t in f.facts.audio
        ))
        for f in library.files if f.facts
    }  # fmt: skip

    assert len({file.recipe for file in library.files}) >= 24
    assert len(shapes) >= 12


def test_every_kind_of_broken_file_is_there_and_is_broken(library: DemoLibrary) -> None:
    faults = dict(fault for title in library.titles for fault in title.faults)
    paths = {kind: path for path, kind in faults.items()}

    assert paths[FaultKind.EMPTY].stat().st_size == 0
    assert paths[FaultKind.NOT_MEDIA].read_text().startswith("Dear finder")
    assert paths[FaultKind.WRONG_SUFFIX].read_bytes()[:4] == bytes.fromhex("1a45dfa3")
    assert paths[FaultKind.BROKEN_LINK].is_symlink()
    assert not paths[FaultKind.BROKEN_LINK].exists()
    cut = paths[FaultKind.TRUNCATED].read_bytes()
    stated = int.from_bytes(cut[cut.index(bytes.fromhex("18538067")) + 5 :][:7])
    assert stated > len(cut)
    broken = [path for path, kind in faults.items() if kind is FaultKind.BROKEN_NFO]
    assert len(broken) == 2
    for path in broken:
        with pytest.raises(etree.XMLSyntaxError):
            etree.parse(path)


def test_nfo_files_come_in_all_forms(library: DemoLibrary) -> None:
    written = {
        title.nfo_form: path.read_bytes()
        for title in library.titles
        for path in title.beside
        if path.suffix == ".nfo" and title.kind == "movie"
    }

    assert written["with byte order mark"].startswith(b"\xef\xbb\xbf<?xml")
    assert written["url only"].startswith(b"https://www.themoviedb.org/movie/99")
    assert b"</movie>\nhttps://" in written["xml and url"]
    assert b"<id>tt9999" in written["legacy id"]
    assert b"<lockedfields>" in written["locked"]
    assert b"<title>" not in written["ids only"]
    assert b"<shelf>" in written["unknown elements"]
    for form in ("full", "video name", "ids only", "locked", "legacy id", "unknown elements"):
        assert etree.fromstring(written[form]).tag == "movie"


def test_two_episodes_in_one_file_share_one_nfo(library: DemoLibrary) -> None:
    double = [file for file in library.files if len(file.episodes) == 2]

    assert double
    for file in double:
        assert "S01E01-E02" in file.path.name
        text = file.path.with_suffix(".nfo").read_text(encoding="utf-8")
        assert text.count("<episodedetails>") == 2


def test_names_go_to_the_edges_of_what_a_disk_allows(library: DemoLibrary) -> None:
    names = [path.name for path in library.films.rglob("*")]

    assert max(len(name.encode()) for name in names) == 255
    twins = [name for name in names if unicodedata.normalize("NFC", name) == "Café Boréal (1961)"]
    assert len(set(twins)) == len(twins) == 2
    assert any(":" in title.title for title in library.titles)
    assert not any(":" in name for name in names)


def test_artwork_is_light_and_of_the_right_size(library: DemoLibrary) -> None:
    sizes = {"poster.jpg": (400, 600), "fanart.jpg": (640, 360), "clearlogo.png": (400, 155)}
    seen = set()
    for path in library.folder.rglob("*"):
        for end, size in sizes.items():
            if path.name.endswith(end):
                seen.add(end)
                assert path.stat().st_size <= 25_000
                with Image.open(path) as picture:
                    assert picture.size == size
    assert seen == set(sizes)


def test_it_is_small(library: DemoLibrary) -> None:
    total = sum(path.stat().st_size for path in library.folder.rglob("*") if path.is_file())

    assert total < 25_000_000


def test_a_finished_library_is_never_touched_again(tmp_path: Path) -> None:
    first = make_library(tmp_path, films=2, series=1)
    gone, edited = first.files[0].path, first.files[1].path
    gone.unlink()
    edited.write_bytes(b"edited")

    second = make_library(tmp_path, films=2, series=1)

    assert second == first
    assert not gone.exists()
    assert edited.read_bytes() == b"edited"


def test_a_half_made_library_is_completed_with_the_same_bytes(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    whole = make_library(tmp_path / "whole", films=2, series=0)
    half = tmp_path / "half"
    shutil.copytree(tmp_path / "whole", half, symlinks=True)
    (half / ".maestrarr-demo.json").unlink()
    lost = half / whole.files[0].path.relative_to(tmp_path / "whole")
    lost.unlink()

    make_library(half, films=2, series=0, progress=lambda done, of: seen.append((done, of)))

    assert lost.read_bytes() == whole.files[0].path.read_bytes()
    assert [done for done, _ in seen] == list(range(1, seen[0][1] + 1))


def test_more_than_the_catalogue_holds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="does not hold 5000 films"):
        make_library(tmp_path, films=5000)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _sound_files(library: DemoLibrary) -> Iterator[DemoFile]:
    return (file for file in library.files if file.facts)


def _frames(opened: Any, kind: str, position: int = 0) -> int:
    opened.seek(0)
    count = 0
    for _ in opened.decode(**{kind: position}):
        count += 1
        if count == 3:
            break
    return count


@cache
def _ffprobe(path: Path) -> Any:
    if shutil.which("ffprobe") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("ffprobe is not installed")
        pytest.skip("ffprobe is not installed")
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_chapters", "-show_format"]
    done = subprocess.run([*command, "-of", "json", path], capture_output=True, check=True)
    return json.loads(done.stdout)


def _language(seen: dict[str, Any]) -> str:
    return langcodes.get(seen.get("tags", {}).get("language", "und")).language or "und"


def _seen_audio(seen: dict[str, Any], facts: Probe) -> tuple[object, ...]:
    flags = seen["disposition"]
    is_mp4 = facts.container in {"mp4", "mov"}
    title = seen.get("tags", {}).get("handler_name" if is_mp4 else "title")
    return (
        seen["index"], seen["codec_name"], seen["channels"], _language(seen), title,
        flags["default"], flags["original"], flags["dub"], flags["comment"],
        flags["visual_impaired"], flags["hearing_impaired"],
    )  # fmt: skip


def _told_audio(told: AudioTrack) -> tuple[object, ...]:
    return (
        told.index, told.codec, told.channels, langcodes.get(told.language).language or "und",
        told.title, told.is_default, told.is_original, told.is_dub, told.is_commentary,
        told.is_visual_impaired, told.is_hearing_impaired,
    )  # fmt: skip


def _seen_words(seen: dict[str, Any]) -> tuple[object, ...]:
    flags = seen["disposition"]
    marks = (flags["default"], flags["forced"], flags["hearing_impaired"])
    return (seen["index"], seen["codec_name"], _language(seen), *marks)


def _told_words(told: SubtitleTrack) -> tuple[object, ...]:
    marks = (told.is_default, told.is_forced, told.is_hearing_impaired)
    return (told.index, told.codec, langcodes.get(told.language).language, *marks)


def _compare_pictures(seen: list[dict[str, Any]], facts: Probe) -> None:
    assert len(seen) == len(facts.video) == 1
    told = facts.video[0]
    assert (seen[0]["codec_name"], seen[0]["width"], seen[0]["height"]) == (
        told.codec, told.width, told.height,
    )  # fmt: skip
    assert seen[0].get("color_transfer") in TRANSFERS[told.hdr]
    profiles = [
        data["dv_profile"] for data in seen[0].get("side_data_list", ()) if "dv_profile" in data
    ]
    assert profiles == ([told.dolby_vision_profile] if told.dolby_vision_profile else [])
