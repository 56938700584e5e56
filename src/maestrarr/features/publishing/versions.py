"""Versions of titles: each file by which players know a title, and the names that go with it.

A film in several files has one for each, for a player may take any of them for the film.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Connection, Row, Table, select

from maestrarr.features.library.models import TITLES, MediaFile, TitleFile, TitleFolder
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.db import in_pieces
from maestrarr.media.names import Role
from maestrarr.media.names.building import Layout, Place

_FILES = cast("Table", MediaFile.__table__)
_LINKS = cast("Table", TitleFile.__table__)
_FOLDERS = cast("Table", TitleFolder.__table__)
_LOOSE: Final = "loose"
_OF_A_VIDEO: Final = (
    *(_FILES.c[name] for name in ("id", "path", "part", "duration_seconds")),
    _FOLDERS.c.path.label("folder"),
    _FOLDERS.c.shape,
)


@dataclass(frozen=True, slots=True)
class Video:
    """A file that plays a title; `part` is which of several that are played as one.

    `shape` is what its title folder holds.
    """

    id: UUID
    path: Path
    part: int | None
    duration_seconds: float | None
    title_folder: Path | None
    shape: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """Where one version of a title lies; names are relative to its `folder`.

    `root` is the library's folder in which it lies, None where it lies in none, `title_folder` the
    one that a scan reads it from. A series, a season and a set have one version, without a video.
    """

    folder: Path
    place: Place
    root: Path | None
    title_folder: Path | None
    video: Video | None = None


def videos(connection: Connection, title_ids: Sequence[UUID]) -> dict[UUID, list[Video]]:
    """Return the films and episodes that play these titles, the main one first."""
    query = (
        select(_LINKS.c.title_id, *_OF_A_VIDEO)
        .select_from(_LINKS)
        .join(_FILES, _FILES.c.id == _LINKS.c.media_file_id)
        .join(_FOLDERS, _FOLDERS.c.id == _FILES.c.title_folder_id, isouter=True)
        .where(
            _LINKS.c.title_id.in_(title_ids),
            _FILES.c.role == Role.FEATURE.value,
            _FILES.c.missing_since.is_(None),
        )
        .order_by(_LINKS.c.position, _FILES.c.path)
    )
    found: dict[UUID, list[Video]] = defaultdict(list)
    for title_id, *facts in connection.execute(query):
        found[title_id].append(Video(*facts))
    return dict(found)


def season_folders(connection: Connection, seasons: Sequence[UUID]) -> dict[UUID, Path]:
    """Tell in which folder most episodes of each season lie."""
    counts: dict[UUID, Counter[Path]] = defaultdict(Counter)
    columns = select(TITLES.c.parent_id, TITLES.c.folder).where(
        TITLES.c.kind == TitleKind.EPISODE.value
    )
    for some in in_pieces(seasons):
        for row in connection.execute(columns.where(TITLES.c.parent_id.in_(some))):
            counts[row.parent_id][row.folder] += 1
    return {season: count.most_common(1)[0][0] for season, count in counts.items()}


def versions_of(
    row: Row[Any],
    its_videos: Iterable[Video],
    season_folder: Path | None,
    root_of: Callable[[Path], Path | None],
) -> tuple[Version, ...]:
    """Return the versions of a title, the one that leads first; parts count with their first."""
    first_parts = _first_parts(list(its_videos))
    if not first_parts:
        folder, place = _without_video(row, season_folder)
        return (Version(folder, place, root_of(folder), row.folder),)
    found: dict[tuple[Path, Place], Version] = {}
    for video in first_parts:
        folder, place = _beside(video, TitleKind(row.kind))
        version = Version(folder, place, root_of(folder), video.title_folder, video)
        found.setdefault((folder, place), version)  # a disc is one, however many files it has
    return tuple(found.values())


def version_of_set(row: Row[Any], sets: Path | None) -> Version:
    """Return where a set lies: below the folder for sets, under the name that its movies say."""
    return Version(sets or row.folder, Place(Layout.SET, row.set_name), sets, None)


def _first_parts(its_videos: Sequence[Video]) -> list[Video]:
    first = min((video.part for video in its_videos if video.part is not None), default=None)
    return [video for video in its_videos if video.part in (None, first)]


def _without_video(row: Row[Any], season_folder: Path | None) -> tuple[Path, Place]:
    folder: Path = row.folder
    match TitleKind(row.kind):
        case TitleKind.SERIES:
            return folder, Place(Layout.SERIES)
        case TitleKind.SEASON:
            is_below = season_folder is not None and season_folder.is_relative_to(folder)
            below = str(season_folder.relative_to(folder)) if season_folder and is_below else None
            return folder, Place(Layout.SEASON, season_folder=None if below == "." else below)
        case _:
            return folder, Place(Layout.MOVIE)


def _beside(video: Video, kind: TitleKind) -> tuple[Path, Place]:
    path = video.path
    if kind is TitleKind.EPISODE:
        return path.parent, Place(Layout.EPISODE, path.stem)
    for at, part in enumerate(path.parts):
        if part.upper() == "BDMV":
            return Path(*path.parts[:at]), Place(Layout.BLURAY)
        if part.upper() == "VIDEO_TS":
            return Path(*path.parts[:at]), Place(Layout.DVD)
    layout = Layout.LOOSE if video.shape == _LOOSE else Layout.MOVIE
    return path.parent, Place(layout, path.stem)
