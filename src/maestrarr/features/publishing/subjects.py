"""Titles with all that decides what is written for them, read for many at once.

What is asked by the thousand is read past the mapper; a digest of it tells whether anything is new.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import JSON, Connection, Row, Select, Table, Text, select
from sqlalchemy import cast as cast_to

from maestrarr.features.artwork.models import CachedImage, Selection
from maestrarr.features.artwork.service import Chosen
from maestrarr.features.library.models import (
    TITLES,
    Library,
    LibraryFolder,
    MediaFile,
    TitleFile,
    TitleFolder,
)
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.features.publishing.models import LibraryNaming
from maestrarr.kit.db import in_pieces
from maestrarr.media.names import Role
from maestrarr.media.names.building import Layout, NamingProfile, Place

PUBLISHED_KINDS: Final = (
    TitleKind.MOVIE.value,
    TitleKind.SERIES.value,
    TitleKind.SEASON.value,
    TitleKind.EPISODE.value,
)

_FILES = cast("Table", MediaFile.__table__)
_LINKS = cast("Table", TitleFile.__table__)
_FOLDERS = cast("Table", TitleFolder.__table__)
# What is needed of every title; all else decides what is written, and is only digested.
_NEEDED: Final = (
    "id", "library_id", "parent_id", "kind", "state", "title", "year", "season_number",
    "episode_number", "premiered", "folder", "nfo_path", "nfo_mtime_ns", "missing_since",
    "is_monitored", "is_unpublished", "picture_traits", "audio_traits", "subtitle_traits",
)  # fmt: skip
# What is known of a title and is not about what it is: nothing of it is written.
_NOT_SAID: Final = frozenset(
    {
        "state_before_missing", "match_key", "added_at", "changed_at", "size_bytes",
        "has_faults", "default_audio", "picture", "genre_traits",
    }
)  # fmt: skip
_SAID: Final = [
    cast_to(column, Text) if isinstance(column.type, JSON) else column
    for column in TITLES.columns
    if column.name not in _NOT_SAID and column.name not in _NEEDED
]
_COLUMNS: Final = (*(TITLES.c[name] for name in _NEEDED), *_SAID)
# Of what is needed, what is said of a title as well.
_SAID_TOO: Final = ("title", "year", "season_number", "episode_number", "premiered")
_TRACKS: Final = ("picture_traits", "audio_traits", "subtitle_traits")
_LOOSE: Final = "loose"
HALF_BYTES: Final = 8  # of a fingerprint


@dataclass(frozen=True, slots=True)
class Video:
    """The file that a title's names are made for."""

    id: UUID
    path: Path
    title_folder: Path | None
    is_loose: bool
    duration_seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A title that can be published; several episodes in one video are one subject.

    `titles` are their rows, the first one leading. Names are relative to `folder`; `root` is the
    library's folder in which it lies, None where it lies in none.
    """

    titles: Sequence[Row[Any]]
    name: str
    root: Path | None
    folder: Path
    place: Place
    profiles: tuple[NamingProfile, ...]
    pictures: Sequence[Chosen]
    video: Video | None
    title_folder: Path | None
    fingerprint: bytes

    @property
    def id(self) -> UUID:
        """The leading title's."""
        return cast("UUID", self.titles[0].id)

    @property
    def kind(self) -> TitleKind:
        """What it is."""
        return TitleKind(self.titles[0].kind)

    @property
    def is_missing(self) -> bool:
        """Tell whether none of its files is there."""
        return self.titles[0].missing_since is not None

    @property
    def is_identified(self) -> bool:
        """Tell whether it is known which work it is."""
        return str(self.titles[0].state) != TitleState.DISCOVERED.value

    @property
    def is_monitored(self) -> bool:
        """Tell whether automation looks after it."""
        return bool(self.titles[0].is_monitored)

    @property
    def library_id(self) -> UUID:
        """The library that it belongs to."""
        return cast("UUID", self.titles[0].library_id)


@dataclass(frozen=True, slots=True)
class Naming:
    """Whose names are used in which library, and which folders are a library's."""

    roots: Sequence[Path]
    usual: tuple[NamingProfile, ...]
    own: Mapping[UUID, tuple[NamingProfile, ...]]
    automatic: frozenset[UUID]

    def profiles(self, library_id: UUID) -> tuple[NamingProfile, ...]:
        """Tell whose names are used in a library."""
        return self.own.get(library_id, self.usual)

    def root_of(self, folder: Path) -> Path | None:
        """Find the library's folder in which a folder lies."""
        return next((root for root in self.roots if folder.is_relative_to(root)), None)


def naming(connection: Connection, usual: Iterable[str]) -> Naming:
    """Read whose names are used where; libraries in `automatic` may be written unasked."""
    own = connection.execute(select(LibraryNaming.library_id, LibraryNaming.profiles))
    folders = connection.execute(select(LibraryFolder.path))
    looked_after = select(Library.id).where(Library.automation != "manual")
    return Naming(
        roots=[row.path for row in folders],
        usual=_profiles(usual),
        own={row.library_id: _profiles(row.profiles) for row in own},
        automatic=frozenset(row.id for row in connection.execute(looked_after)),
    )


def subjects(connection: Connection, title_ids: Sequence[UUID], names: Naming) -> list[Subject]:
    """Return the subjects that these titles are, or are part of, each once, in their order."""
    found: dict[UUID, Subject] = {}
    for some in in_pieces(list(dict.fromkeys(title_ids))):
        for subject in _Reading(connection, names).subjects(some):
            found.setdefault(subject.id, subject)
    return list(found.values())


def _profiles(words: Iterable[str]) -> tuple[NamingProfile, ...]:
    return tuple(NamingProfile(word) for word in dict.fromkeys(words))


@dataclass(slots=True)
class _Reading:
    """Reads what belongs to some hundred titles, each table once."""

    connection: Connection
    names: Naming
    rows: dict[UUID, Row[Any]] = field(default_factory=dict)

    def subjects(self, ids: Sequence[UUID]) -> Iterator[Subject]:
        asked = self._titles(ids)
        videos = self._videos([row.id for row in asked if row.kind in ("movie", "episode")])
        together = self._together(videos)
        leads = [self._lead(row, videos, together) for row in asked]
        for lead in leads:  # an episode that shares another's video leads where it does not
            if lead.id in together and lead.id not in videos:
                videos[lead.id] = next(
                    videos[each.id] for each in together[lead.id] if each.id in videos
                )
        parents = self._parents(leads)
        chosen = self._chosen({row.id for row in leads}, together)
        folders = self._season_folders([row.id for row in leads if row.kind == "season"])
        for lead in dict.fromkeys(lead.id for lead in leads):
            row = self.rows[lead]
            titles = together.get(lead, [row])
            video = videos.get(lead)
            name = _name(row, parents)
            yield self._subject(titles, name, video, chosen[lead], folders.get(lead))

    def _titles(self, ids: Sequence[UUID]) -> list[Row[Any]]:
        query = select(*_COLUMNS).where(TITLES.c.id.in_(ids), TITLES.c.kind.in_(PUBLISHED_KINDS))
        found = {row.id: row for row in self.connection.execute(query)}
        self.rows |= found
        return [found[each] for each in ids if each in found]

    def _videos(self, ids: Sequence[UUID]) -> dict[UUID, Video]:
        """Find the first part of the first version of each title."""
        query = (
            select(
                _LINKS.c.title_id,
                _FILES.c.id,
                _FILES.c.path,
                _FILES.c.duration_seconds,
                _FOLDERS.c.path.label("folder"),
                _FOLDERS.c.shape,
            )
            .select_from(_LINKS)
            .join(_FILES, _FILES.c.id == _LINKS.c.media_file_id)
            .join(_FOLDERS, _FOLDERS.c.id == _FILES.c.title_folder_id, isouter=True)
            .where(
                _LINKS.c.title_id.in_(ids),
                _FILES.c.role == Role.FEATURE.value,
                _FILES.c.missing_since.is_(None),
            )
            .order_by(_LINKS.c.position, _FILES.c.path)
        )
        found: dict[UUID, Video] = {}
        for row in self.connection.execute(query):
            is_loose = row.shape == _LOOSE
            video = Video(row.id, row.path, row.folder, is_loose, row.duration_seconds)
            found.setdefault(row.title_id, video)
        return found

    def _together(self, videos: Mapping[UUID, Video]) -> dict[UUID, list[Row[Any]]]:
        """Find the episodes that share a video, by each of their ids, the first one first."""
        query: Select[*tuple[Any, ...]] = (
            select(*_COLUMNS, _LINKS.c.media_file_id)
            .join(TITLES, TITLES.c.id == _LINKS.c.title_id)
            .where(TITLES.c.kind == TitleKind.EPISODE.value)
            .order_by(TITLES.c.season_number, TITLES.c.episode_number, TITLES.c.id)
        )
        episodes = [
            video.id for title_id, video in videos.items() if self.rows[title_id].kind == "episode"
        ]
        by_file: dict[UUID, list[Row[Any]]] = defaultdict(list)
        for some in in_pieces(episodes):
            for row in self.connection.execute(query.where(_LINKS.c.media_file_id.in_(some))):
                by_file[row.media_file_id].append(row)
                self.rows.setdefault(row.id, row)
        return {row.id: rows for rows in by_file.values() if len(rows) > 1 for row in rows}

    def _lead(
        self,
        row: Row[Any],
        videos: Mapping[UUID, Video],
        together: Mapping[UUID, Sequence[Row[Any]]],
    ) -> Row[Any]:
        return together[row.id][0] if row.id in together and row.id in videos else row

    def _parents(self, leads: Sequence[Row[Any]]) -> dict[UUID, Row[Any]]:
        """Read the seasons and series above, for their names."""
        found: dict[UUID, Row[Any]] = {}
        wanted = {row.parent_id for row in leads if row.parent_id is not None}
        columns = (TITLES.c.id, TITLES.c.parent_id, TITLES.c.kind, TITLES.c.title)
        while wanted:
            some: list[Row[Any]] = []
            for piece in in_pieces(list(wanted)):
                some += self.connection.execute(select(*columns).where(TITLES.c.id.in_(piece)))
            found |= {row.id: row for row in some}
            wanted = {row.parent_id for row in some if row.parent_id} - found.keys()
        return found

    def _chosen(
        self, leads: Iterable[UUID], together: Mapping[UUID, Sequence[Row[Any]]]
    ) -> dict[UUID, list[Chosen]]:
        """Read what was chosen; for episodes in one video, of the first that has any."""
        groups = {lead: [row.id for row in together.get(lead, ())] or [lead] for lead in leads}
        query = (
            select(
                Selection.title_id,
                Selection.type,
                Selection.number,
                Selection.sha256,
                CachedImage.suffix,
                CachedImage.size_bytes,
            )
            .join(CachedImage, CachedImage.sha256 == Selection.sha256)
            .order_by(Selection.type, Selection.number)
        )
        by_title: dict[UUID, list[Chosen]] = defaultdict(list)
        for some in in_pieces([each for ids in groups.values() for each in ids]):
            for row in self.connection.execute(query.where(Selection.title_id.in_(some))):
                by_title[row.title_id].append(Chosen(*row[1:]))
        return {
            lead: next((by_title[each] for each in ids if by_title[each]), [])
            for lead, ids in groups.items()
        }

    def _season_folders(self, seasons: Sequence[UUID]) -> dict[UUID, Path]:
        """Tell in which folder most episodes of each season lie."""
        counts: dict[UUID, Counter[Path]] = defaultdict(Counter)
        columns = select(TITLES.c.parent_id, TITLES.c.folder).where(
            TITLES.c.kind == TitleKind.EPISODE.value
        )
        for some in in_pieces(seasons):
            for row in self.connection.execute(columns.where(TITLES.c.parent_id.in_(some))):
                counts[row.parent_id][row.folder] += 1
        return {season: count.most_common(1)[0][0] for season, count in counts.items()}

    def _subject(
        self,
        titles: Sequence[Row[Any]],
        name: str,
        video: Video | None,
        pictures: Sequence[Chosen],
        season_folder: Path | None,
    ) -> Subject:
        folder, place = _placed(titles[0], video, season_folder)
        profiles = self.names.profiles(titles[0].library_id)
        root = self.names.root_of(folder)
        return Subject(
            titles=titles,
            name=name,
            root=root,
            folder=folder,
            place=place,
            profiles=profiles,
            pictures=pictures,
            video=video,
            title_folder=video.title_folder if video else titles[0].folder,
            fingerprint=_fingerprint(titles, (folder, place, profiles), pictures, video),
        )


def _placed(row: Row[Any], video: Video | None, season_folder: Path | None) -> tuple[Path, Place]:
    """Tell how a title lies on the disk, and the folder that its names are relative to."""
    folder: Path = row.folder
    match TitleKind(row.kind):
        case TitleKind.SERIES:
            return folder, Place(Layout.SERIES)
        case TitleKind.SEASON:
            is_below = season_folder is not None and season_folder.is_relative_to(folder)
            below = str(season_folder.relative_to(folder)) if season_folder and is_below else None
            return folder, Place(Layout.SEASON, season_folder=None if below == "." else below)
        case _ if video is None:
            return folder, Place(Layout.MOVIE)
        case TitleKind.EPISODE:
            return video.path.parent, Place(Layout.EPISODE, video.path.stem)
        case _:
            return _of_movie(video)


def _of_movie(video: Video) -> tuple[Path, Place]:
    path = video.path
    for at, part in enumerate(path.parts):
        if part.upper() == "BDMV":
            return Path(*path.parts[:at]), Place(Layout.BLURAY)
        if part.upper() == "VIDEO_TS":
            return Path(*path.parts[:at]), Place(Layout.DVD)
    layout = Layout.LOOSE if video.is_loose else Layout.MOVIE
    return path.parent, Place(layout, path.stem)


def _name(row: Row[Any], parents: Mapping[UUID, Row[Any]]) -> str:
    """Name a title as people do: `Alien (1979)`, `The Wire S01E02`, `The Wire, Season 1`."""
    season = parents.get(row.parent_id)
    if row.kind == TitleKind.SEASON.value and season is not None:
        return f"{season.title}, {row.title}"
    series = parents.get(season.parent_id) if season is not None else None
    if row.kind == TitleKind.EPISODE.value and series is not None:
        if row.episode_number is None:
            return f"{series.title} {row.premiered or row.title}"
        return f"{series.title} S{row.season_number or 0:02}E{row.episode_number:02}"
    return f"{row.title} ({row.year})" if row.year else str(row.title)


def _fingerprint(
    titles: Sequence[Row[Any]],
    place: tuple[Any, ...],
    pictures: Sequence[Chosen],
    video: Video | None,
) -> bytes:
    """Digest all that decides what is written, but for what stands on the disk.

    One half tells the place and its names, the other what is said there.
    """
    first, last = len(_NEEDED), len(_COLUMNS)
    said = [(*(getattr(row, name) for name in _SAID_TOO), *row[first:last]) for row in titles]
    tracks = [getattr(titles[0], name) for name in _TRACKS] if video else None
    length = video.duration_seconds if video else None
    return _half(place) + _half((said, pictures, tracks, length))


def _half(deciding: object) -> bytes:
    written = repr(deciding).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=HALF_BYTES).digest()
