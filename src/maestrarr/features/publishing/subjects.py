"""Titles with all that decides what is written for them, read for many at once.

What is asked by the thousand is read past the mapper; a digest of it tells whether anything is new.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import JSON, Connection, Row, Select, Table, Text, select
from sqlalchemy import cast as cast_to

from maestrarr.features.artwork.models import CachedImage, Selection
from maestrarr.features.artwork.service import Chosen
from maestrarr.features.library import sets
from maestrarr.features.library.models import TITLES, Library, LibraryFolder, TitleFile
from maestrarr.features.library.states import Automation, TitleKind, TitleState
from maestrarr.features.publishing import portraits, versions
from maestrarr.features.publishing.models import LibraryNaming
from maestrarr.features.publishing.names import name_of
from maestrarr.features.publishing.versions import Version, Video, version_of_set, versions_of
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces
from maestrarr.media.names.building import NamingProfile

_BESIDE_MEDIA: Final = (
    TitleKind.MOVIE.value,
    TitleKind.SERIES.value,
    TitleKind.SEASON.value,
    TitleKind.EPISODE.value,
)
PUBLISHED_KINDS: Final = (*_BESIDE_MEDIA, TitleKind.SET.value)

_LINKS = cast("Table", TitleFile.__table__)
# What is needed of every title; all else decides what is written, and is only digested.
_NEEDED: Final = (
    "id", "library_id", "parent_id", "kind", "state", "title", "year", "season_number",
    "episode_number", "premiered", "set_name", "folder", "nfo_path", "nfo_mtime_ns",
    "missing_since", "is_monitored", "is_unpublished", "changed_at", "picture_traits",
    "audio_traits", "subtitle_traits",
)  # fmt: skip
# What is known of a title and is not about what it is: nothing of it is written.
_NOT_SAID: Final = frozenset(
    {
        "state_before_missing", "match_key", "added_at", "size_bytes",
        "has_faults", "default_audio", "picture", "pictures_beside", "pictures_chosen",
        "genre_traits", "set_id",
    }
)  # fmt: skip
_SAID: Final = [
    cast_to(column, Text) if isinstance(column.type, JSON) else column
    for column in TITLES.columns
    if column.name not in _NOT_SAID and column.name not in _NEEDED
]
_COLUMNS: Final = (*(TITLES.c[name] for name in _NEEDED), *_SAID)
# Of what is needed, what is said of a title as well.
_SAID_TOO: Final = (
    "title", "year", "season_number", "episode_number", "premiered", "set_name",
)  # fmt: skip
_TRACKS: Final = ("picture_traits", "audio_traits", "subtitle_traits")
# That a set has the name of an older one: players know them by their names, so one stands for both.
_first, _later = TITLES.alias(), TITLES.alias()
IS_TWIN: Final = TITLES.c.id.in_(
    select(_later.c.id)
    .join(_first, (_first.c.set_name == _later.c.set_name) & (_first.c.id < _later.c.id))
    .where(_first.c.kind == TitleKind.SET.value, _later.c.kind == TitleKind.SET.value)
)
HALF_BYTES: Final = 8  # of a fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A title that can be published; several episodes in one video are one subject.

    `titles` are their rows, the first one leading. What stands beside a video stands beside each of
    its `versions`, of which there is at least one. A set may be the twin of one that is published.
    What somebody says of it after `read_at` is not in it.
    """

    titles: Sequence[Row[Any]]
    name: str
    versions: Sequence[Version]
    profiles: tuple[NamingProfile, ...]
    pictures: Sequence[Chosen]
    fingerprint: bytes
    read_at: datetime
    is_twin: bool = False

    @property
    def id(self) -> UUID:
        """The leading title's."""
        return cast("UUID", self.titles[0].id)

    @property
    def folder(self) -> Path:
        """The folder of the version that leads."""
        return self.versions[0].folder

    @property
    def video(self) -> Video | None:
        """The file of the version that leads."""
        return self.versions[0].video

    @property
    def is_in_library(self) -> bool:
        """Tell whether all of it lies in the folders of its library."""
        return all(version.root is not None for version in self.versions)

    def version_at(self, path: Path) -> Version:
        """Find the version that a file stands beside; else the one that leads."""
        beside = (each for each in self.versions if path.is_relative_to(each.folder))
        return max(beside, key=lambda each: len(each.folder.parts), default=self.versions[0])

    @property
    def kind(self) -> TitleKind:
        """What it is."""
        return TitleKind(self.titles[0].kind)

    @property
    def is_merged(self) -> bool:
        """Tell whether several episodes in one video are one title, as Jellyfin alone wants it."""
        return self.profiles == (NamingProfile.JELLYFIN,)

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
    """Whose names are used in which library, and which folders are a library's.

    Sets of movies stand in the folder `sets`, whatever their library; nowhere where it is None.
    Of so many actors `portraits` stand beside what they play in.
    """

    roots: Sequence[Path]
    usual: tuple[NamingProfile, ...]
    own: Mapping[UUID, tuple[NamingProfile, ...]]
    automatic: frozenset[UUID]
    sets: Path | None = None
    portraits: int = 0

    @property
    def kinds(self) -> Sequence[str]:
        """What is published."""
        return published_kinds(with_sets=self.sets is not None)

    def profiles(self, library_id: UUID) -> tuple[NamingProfile, ...]:
        """Tell whose names are used in a library."""
        return self.own.get(library_id, self.usual)

    def root_of(self, folder: Path) -> Path | None:
        """Find the library's folder in which a folder lies."""
        return next((root for root in self.roots if folder.is_relative_to(root)), None)


def published_kinds(*, with_sets: bool) -> Sequence[str]:
    """Name the kinds of titles that are published."""
    return PUBLISHED_KINDS if with_sets else _BESIDE_MEDIA


def naming(connection: Connection, usual: Iterable[str], sets: Path | None) -> Naming:
    """Read whose names are used where; libraries in `automatic` may be written unasked."""
    own = connection.execute(select(LibraryNaming.library_id, LibraryNaming.profiles))
    folders = connection.execute(select(LibraryFolder.path))
    looked_after = select(Library.id).where(Library.automation != Automation.MANUAL.value)
    return Naming(
        roots=[row.path for row in folders],
        usual=_profiles(usual),
        own={row.library_id: _profiles(row.profiles) for row in own},
        automatic=frozenset(row.id for row in connection.execute(looked_after)),
        sets=sets,
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
    began_at: datetime = field(default_factory=now)
    twins: AbstractSet[UUID] = frozenset()
    of_sets: Mapping[UUID, str] = field(default_factory=dict)

    def subjects(self, ids: Sequence[UUID]) -> Iterator[Subject]:
        asked = self._titles(ids)
        playable = [row.id for row in asked if row.kind in ("movie", "episode")]
        videos = versions.videos(self.connection, playable)
        together = self._together(videos)
        leads = [self._lead(row, videos, together) for row in asked]
        for lead in leads:  # an episode that shares another's video leads where it does not
            if lead.id in together and lead.id not in videos:
                videos[lead.id] = next(
                    videos[each.id] for each in together[lead.id] if each.id in videos
                )
        parents = self._parents(leads)
        chosen = self._chosen({row.id for row in leads}, together)
        most = self.names.portraits
        for title_id, faces in portraits.of_titles(self.connection, list(chosen), most).items():
            chosen[title_id] += faces
        movies = [row.id for row in leads if row.kind == TitleKind.MOVIE.value]
        self.of_sets = sets.plots_of(self.connection, movies)
        self.twins = self._twins([row.id for row in leads if row.kind == TitleKind.SET.value])
        folders = versions.season_folders(
            self.connection, [row.id for row in leads if row.kind == "season"]
        )
        for lead in dict.fromkeys(lead.id for lead in leads):
            row = self.rows[lead]
            titles = together.get(lead, [row])
            its_versions = self._versions(row, videos.get(lead, ()), folders.get(lead))
            yield self._subject(titles, name_of(row, parents), its_versions, chosen[lead])

    def _versions(
        self, row: Row[Any], its_videos: Iterable[Video], season_folder: Path | None
    ) -> Sequence[Version]:
        if row.kind == TitleKind.SET.value:
            return [version_of_set(row, None if row.id in self.twins else self.names.sets)]
        return versions_of(row, its_videos, season_folder, self.names.root_of)

    def _titles(self, ids: Sequence[UUID]) -> list[Row[Any]]:
        query = select(*_COLUMNS).where(TITLES.c.id.in_(ids), TITLES.c.kind.in_(PUBLISHED_KINDS))
        found = {row.id: row for row in self.connection.execute(query)}
        self.rows |= found
        return [found[each] for each in ids if each in found]

    def _twins(self, sets: Sequence[UUID]) -> set[UUID]:
        query = select(TITLES.c.id).where(TITLES.c.id.in_(sets), IS_TWIN)
        return set(self.connection.execute(query).scalars()) if sets else set()

    def _together(self, videos: dict[UUID, list[Video]]) -> dict[UUID, list[Row[Any]]]:
        """Find the episodes that share a video, by each of their ids, the first one first.

        What plays other titles than an episode's main video does is no version of it.
        """
        episodes = [each for each in videos if self.rows[each].kind == TitleKind.EPISODE.value]
        by_file = self._episodes_by_file([video.id for each in episodes for video in videos[each]])
        for each in episodes:
            main = by_file[videos[each][0].id]
            videos[each] = [video for video in videos[each] if by_file[video.id] == main]
        mains = [by_file[videos[each][0].id] for each in episodes]
        return {
            title_id: [self.rows[other] for other in ids]
            for ids in mains
            if len(ids) > 1
            for title_id in ids
        }

    def _episodes_by_file(self, file_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
        query: Select[*tuple[Any, ...]] = (
            select(*_COLUMNS, _LINKS.c.media_file_id)
            .join(TITLES, TITLES.c.id == _LINKS.c.title_id)
            .where(TITLES.c.kind == TitleKind.EPISODE.value)
            .order_by(TITLES.c.season_number, TITLES.c.episode_number, TITLES.c.id)
        )
        found: dict[UUID, list[UUID]] = defaultdict(list)
        for some in in_pieces(list(dict.fromkeys(file_ids))):
            for row in self.connection.execute(query.where(_LINKS.c.media_file_id.in_(some))):
                found[row.media_file_id].append(row.id)
                self.rows.setdefault(row.id, row)
        return found

    def _lead(
        self,
        row: Row[Any],
        videos: Mapping[UUID, Sequence[Video]],
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

    def _subject(
        self,
        titles: Sequence[Row[Any]],
        name: str,
        its_versions: Sequence[Version],
        pictures: Sequence[Chosen],
    ) -> Subject:
        profiles = self.names.profiles(titles[0].library_id)
        return Subject(
            titles=titles,
            name=name,
            versions=its_versions,
            profiles=profiles,
            pictures=pictures,
            fingerprint=_fingerprint(
                titles, its_versions, profiles, (pictures, self.of_sets.get(titles[0].id))
            ),
            read_at=self.began_at,
            is_twin=titles[0].id in self.twins,
        )


def _fingerprint(
    titles: Sequence[Row[Any]],
    its_versions: Sequence[Version],
    profiles: Sequence[NamingProfile],
    beside: tuple[Sequence[Chosen], str | None],
) -> bytes:
    """Digest all that decides what is written, but for what stands on the disk.

    One half tells the places and their names, the other what is said there; `beside` the title are
    its pictures, and what its set says of itself.
    """
    pictures, of_set = beside
    first, last = len(_NEEDED), len(_COLUMNS)
    said = [(*(getattr(row, name) for name in _SAID_TOO), *row[first:last]) for row in titles]
    lengths = [each.video.duration_seconds for each in its_versions if each.video]
    tracks = [getattr(titles[0], name) for name in _TRACKS] if lengths else None
    places = [(each.folder, each.place) for each in its_versions]
    more = () if of_set is None else (of_set,)  # or all that stands would seem to be old
    return _half((places, profiles)) + _half((said, pictures, tracks, lengths, *more))


def _half(deciding: object) -> bytes:
    written = repr(deciding).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=HALF_BYTES).digest()
