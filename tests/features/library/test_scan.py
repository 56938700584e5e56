"""A whole library as people keep it, compared with what is really in it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sqlalchemy import select

from maestrarr.demo.library import DemoLibrary, DemoTitle, catalogue
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.models import MediaFile, Title, TitleFile, Track
from maestrarr.features.library.report import FoundFile, FoundTitle, ScanReport
from maestrarr.features.library.rows import FIRST_EXTERNAL
from maestrarr.features.library.scan import read_folder
from maestrarr.kit.db import Database
from maestrarr.kit.text import fold
from maestrarr.media.facts import AudioTrack, FaultKind, Probe, SubtitleTrack, VideoTrack
from maestrarr.media.ids import ExternalIds
from maestrarr.media.names import MEDIA_SUFFIXES
from shelf import Shelf

# Its folder is named as another film's, but in the other Unicode form: names cannot tell it apart.
TWIN = "Kafe Boreal’de Son Fincan"


def test_every_title_of_the_demo_is_found_in_its_files(demo: DemoLibrary) -> None:
    english = {told.title: told.english for told in (*catalogue.films(), *catalogue.series())}
    by_file = _titles_by_file(read_folder(demo.folder))

    with_ids = 0
    for told in demo.titles:
        for file in told.files:
            if file.fault is FaultKind.BROKEN_LINK or told.title == TWIN:
                continue
            title = by_file[file.path]
            assert (title.kind, title.year) == (told.kind, told.year), told.title
            assert fold(title.title) in map(
                fold, filter(None, (told.title, english.get(told.title)))
            )
            assert told.ids is None or not title.ids.conflicts_with(_ids(told)), told.title
            with_ids += bool(title.ids)
    assert with_ids > 80


def test_every_track_of_the_demo_is_found(demo: DemoLibrary) -> None:
    found = {file.path: file.probe for file in read_folder(demo.folder).files}

    for file in demo.files:
        if file.facts is not None:
            probe = found[file.path]
            assert probe is not None
            assert _told(probe) == _told(file.facts), file.path


def test_every_fault_of_the_demo_is_found_and_no_other(demo: DemoLibrary) -> None:
    faults = {(fault.path, fault.kind) for fault in read_folder(demo.folder).faults}

    assert faults == {fault for told in demo.titles for fault in told.faults}


def test_every_media_file_on_the_demos_disk_is_listed(demo: DemoLibrary) -> None:
    report = read_folder(demo.folder)

    on_disk = {path for path in demo.folder.rglob("*") if path.is_file()}
    media = {path for path in on_disk if path.suffix in MEDIA_SUFFIXES}
    assert {file.path for file in report.files} == media
    assert media >= {file.path for file in demo.files if file.path.exists()}


def test_every_episode_of_the_demo_is_played_by_its_file(demo: DemoLibrary) -> None:
    titles = [title for title in read_folder(demo.series).titles if title.kind == "episode"]

    by_number = {
        (path, title.season_number, title.episode_number)
        for title in titles
        for path in title.files
    }
    by_date = {(path, title.air_date) for title in titles for path in title.files}
    aired = {
        (series.title, episode.season, episode.number): date.fromisoformat(episode.aired)
        for series in catalogue.series()
        if series.kind == "date"
        for episode in series.episodes
    }
    for told in demo.titles:
        for file in told.files:
            for season, number in file.episodes:
                day = aired.get((told.title, season, number))
                is_played = (file.path, season, number) in by_number
                assert is_played or (file.path, day) in by_date, file.path


async def test_the_demo_comes_back_from_the_database_as_it_was_read(
    database: Database, demo: DemoLibrary
) -> None:
    films = await Shelf.over(database, demo.films, name="Films")
    series = await Shelf.over(database, demo.series, name="Series", kind="series")
    await films.scan()
    await series.scan()

    for shelf, kind in ((films, LibraryKind.MOVIES), (series, LibraryKind.SERIES)):
        report = read_folder(shelf.root, kind=kind)
        stored = {title.match_key: title for title in await shelf.titles()}
        for found in report.titles:
            title = stored.pop(found.key)
            assert (title.kind, title.title, title.year) == (found.kind, found.title, found.year)
            assert title.folder == found.folder
            assert (title.tmdb_id, title.tvdb_id, title.imdb_id) == (
                found.ids.tmdb,
                found.ids.tvdb,
                found.ids.imdb,
            )
        assert not stored
        assert await shelf.faults() == {
            (str(fault.path.relative_to(shelf.root)), str(fault.kind)) for fault in report.faults
        }
        assert await _plays(database, shelf) == {
            (title.key, path) for title in report.titles for path in title.files
        }
        tracks = await _stored_tracks(database, shelf)
        assert tracks == {file.path: _found_tracks(file) for file in report.files}


async def test_a_second_scan_of_the_demo_reads_nothing(
    database: Database, demo: DemoLibrary
) -> None:
    films = await Shelf.over(database, demo.films)
    first = await films.scan()

    second = await films.scan()

    assert first["folders_read"] > 50
    assert second == {**first, "folders_read": 0}


def _titles_by_file(report: ScanReport) -> dict[Path, FoundTitle]:
    """Return the movie or series that each file belongs to."""
    by_key = {title.key: title for title in report.titles}
    found: dict[Path, FoundTitle] = {}
    for title in report.titles:
        top = title
        while top.parent is not None:
            top = by_key[top.parent]
        found |= dict.fromkeys(title.files, top)
    return found


def _ids(told: DemoTitle) -> ExternalIds:
    assert told.ids is not None
    return ExternalIds(told.ids.tmdb, told.ids.tvdb, told.ids.imdb)


def _told(probe: Probe) -> object:
    return (
        probe.container,
        probe.title,
        probe.unique_id,
        [(t.index, t.codec, t.width, t.height, t.hdr, t.dolby_vision_profile) for t in probe.video],
        [(t.index, t.codec, t.channels, t.language, t.title, t.is_default) for t in probe.audio],
        [
            (t.is_original, t.is_commentary, t.is_visual_impaired, t.is_hearing_impaired, t.is_dub)
            for t in probe.audio
        ],
        [
            (t.index, t.codec, t.language, t.is_default, t.is_forced, t.is_hearing_impaired)
            for t in probe.subtitles
        ],
        [chapter.title for chapter in probe.chapters],
        [attachment.name for attachment in probe.attachments],
    )


async def _plays(database: Database, shelf: Shelf) -> set[tuple[str, Path]]:
    query = (
        select(Title.match_key, MediaFile.path)
        .join(TitleFile, TitleFile.title_id == Title.id)
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
        .where(Title.library_id == shelf.library_id)
    )
    async with database.reading() as session:
        return {(key, path) for key, path in await session.execute(query)}


async def _stored_tracks(database: Database, shelf: Shelf) -> Mapping[Path, list[object]]:
    query = (
        select(MediaFile.path, Track)
        .join(Track, isouter=True)
        .where(MediaFile.library_id == shelf.library_id)
        .order_by(MediaFile.path, Track.position)
    )
    found: dict[Path, list[object]] = {}
    async with database.reading() as session:
        for path, track in await session.execute(query):
            found.setdefault(path, [])
            if track is not None:
                beside = track.position >= FIRST_EXTERNAL
                found[path].append(_row(track, track.kind, beside=beside))
    return found


def _found_tracks(file: FoundFile) -> list[object]:
    inside: list[tuple[str, VideoTrack | AudioTrack | SubtitleTrack]] = []
    if file.probe is not None:
        inside += [("video", track) for track in file.probe.video]
        inside += [("audio", track) for track in file.probe.audio]
        inside += [("subtitle", track) for track in file.probe.subtitles]
    inside.sort(key=lambda pair: pair[1].index or 0)
    beside = [_row(track, "subtitle", beside=True) for track in file.subtitles]
    return [_row(track, kind, beside=False) for kind, track in inside] + beside


def _row(
    track: VideoTrack | AudioTrack | SubtitleTrack | Track, kind: str, *, beside: bool
) -> object:
    """Say everything that a track of this kind can say, wherever it is told."""
    shape = {"video": VideoTrack, "audio": AudioTrack, "subtitle": SubtitleTrack}[kind]
    index = track.track_index if isinstance(track, Track) else track.index
    said = [getattr(track, name) for name in shape.__slots__ if name not in ("index", "frame_rate")]
    return (kind, index, beside, *said)
