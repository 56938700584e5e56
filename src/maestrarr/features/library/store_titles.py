"""Storing the titles that were found: the known ones recognised, the new ones made."""

from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.events import service as events
from maestrarr.features.library import describe, marks, policy, remembered
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import (
    MediaFile,
    Title,
    TitleFile,
    TitleFolder,
)
from maestrarr.features.library.read_movies import key_with_ids
from maestrarr.features.library.report import FolderReport, FoundTitle
from maestrarr.features.library.rows import Row
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.ids import new_id
from maestrarr.media.ids import ExternalIds

_PARTS = frozenset({TitleKind.SEASON, TitleKind.EPISODE})
_LONGEST_KEY = 500
_SEASON = aliased(Title)

PlaceOfTitle = tuple[str, str]


class TitleStore:
    """Recognises and writes the titles of one chunk of reports."""

    def __init__(
        self,
        session: AsyncSession,
        library_id: UUID,
        present: Container[str],
        left: Container[UUID],
    ) -> None:
        self._session = session
        self._library_id = library_id
        self._present = present
        self._left = left
        self._stayed: set[UUID] = set()
        self._by_key: dict[str, Row] = {}
        self._by_ids: dict[tuple[str, str, int | str], Row] = {}
        self._by_file: dict[UUID, Row] = {}
        self._new: dict[UUID, Row] = {}
        self._changes: dict[UUID, Row] = defaultdict(dict)
        self._moment = now()

    async def write(
        self, reports: Sequence[FolderReport], files: Mapping[Path, UUID]
    ) -> dict[PlaceOfTitle, UUID]:
        """Write every title of these reports; return their ids by folder path and found key."""
        await self._load_tops(reports)
        await self._load_by_files(list(files.values()))
        await self._note_stayed()
        await self._load_parts()
        ids: dict[PlaceOfTitle, UUID] = {}
        for report in reports:
            real_keys: dict[str, str] = {}
            for found in report.titles:
                row = self._put(found, real_keys, _file_ids(found, report, files))
                real_keys[found.key] = row["match_key"]
                ids[report.folder.path, found.key] = row["id"]
        by_id = {row["id"]: row for row in self._by_key.values()}
        await remembered.give_back(self._session, self._new.values(), by_id)
        await self._flush()
        return ids

    @property
    def described_anew(self) -> set[UUID]:
        """The titles that are new, or of which something else is said that marks rest on."""
        changed = {
            title_id for title_id, said in self._changes.items() if marks.REST_ON & said.keys()
        }
        return changed | self._new.keys()

    async def _load_tops(self, reports: Sequence[FolderReport]) -> None:
        tops = [title for report in reports for title in report.titles if title.parent is None]
        for some in in_pieces(tops):
            keys = {key for top in some for key in _keys(_short(top.key), top.ids)}
            by_ids = _with_any_id([top.ids for top in some])
            await self._load(or_(Title.match_key.in_(keys), *by_ids))

    async def _load_by_files(self, file_ids: Sequence[UUID]) -> None:
        """Find the movie or series that each file played before, through season and episode."""
        query = (
            select(TitleFile.media_file_id, func.coalesce(_SEASON.parent_id, Title.id))
            .join(Title, Title.id == TitleFile.title_id)
            .join(_SEASON, _SEASON.id == Title.parent_id, isouter=True)
        )
        tops: dict[UUID, UUID] = {}
        for some in in_pieces(file_ids):
            found = await self._session.execute(query.where(TitleFile.media_file_id.in_(some)))
            tops |= {row[0]: row[1] for row in found}
        for some in in_pieces(list(set(tops.values()))):
            await self._load(Title.id.in_(some))
        by_id = {row["id"]: row for row in self._by_key.values()}
        self._by_file = {file_id: by_id[top] for file_id, top in tops.items()}

    async def _note_stayed(self) -> None:
        """Note the movies and series that have a file in their folder which was there before."""
        tops = [row for row in self._by_key.values() if str(row["folder"]) in self._present]
        folders = {row["id"]: row["folder"] for row in tops}
        plays = select(Title.id, TitleFile.media_file_id, TitleFolder.path)
        aired = select(_SEASON.parent_id, TitleFile.media_file_id, TitleFolder.path)
        for some in in_pieces(list(folders)):
            for query in (
                _with_places(plays).where(Title.id.in_(some)),
                _with_places(aired)
                .join(_SEASON, _SEASON.id == Title.parent_id)
                .where(_SEASON.parent_id.in_(some)),
            ):
                self._stayed |= {
                    top
                    for top, file_id, folder in await self._session.execute(query)
                    if file_id not in self._left and folder == folders[top]
                }

    async def _load_parts(self) -> None:
        series = [row["id"] for row in self._by_key.values() if row["kind"] == TitleKind.SERIES]
        if not series:
            return
        await self._load(Title.parent_id.in_(series))
        seasons = select(Title.id).where(Title.parent_id.in_(series))
        await self._load(Title.parent_id.in_(seasons))

    async def _load(self, condition: Any) -> None:  # noqa: ANN401  # any SQL expression
        query = select(*Title.__table__.columns).where(
            Title.library_id == self._library_id, condition
        )
        for found in await self._session.execute(query):
            row = dict(found._mapping)  # noqa: SLF001  # SQLAlchemy's public name for it
            self._index(self._by_key.get(row["match_key"], row))

    def _index(self, row: Row) -> None:
        self._by_key[row["match_key"]] = row
        if row["kind"] not in _PARTS:
            for service, value in _ids_of(row).items():
                self._by_ids[row["kind"], service, value] = row

    def _put(
        self, found: FoundTitle, real_keys: Mapping[str, str], file_ids: Sequence[UUID]
    ) -> Row:
        parent = None if found.parent is None else self._by_key[real_keys[found.parent]]
        key = _short(found.key)
        if parent is not None:
            key = _short(parent["match_key"] + found.key[len(found.parent or "") :])
        row = self._recognise(found, key, file_ids)
        if row is None:
            row = self._make(found, self._free_key(found, key), parent)
        else:
            self._renew(row, found, key, parent)
        self._describe(row, found)
        self._index(row)
        return row

    def _recognise(self, found: FoundTitle, key: str, file_ids: Sequence[UUID]) -> Row | None:
        """Find the known title that this one is: by ids, by name, or by files that moved."""
        if found.parent is not None:
            return self._by_key.get(key)
        moved = [row for each in file_ids if (row := self._moved(each, found)) is not None]
        if own := self._with_own_ids(found, key, file_ids, moved):
            return own
        candidates = [
            *(self._by_ids.get((found.kind, *pair)) for pair in _pairs(found.ids)),
            *(self._by_key.get(each) for each in _keys(key, found.ids)),
            *moved,
        ]
        known = [row for row in candidates if row is not None]
        place = policy.same_title(found.ids, map(_external_ids, known))
        return None if place is None else known[place]

    def _with_own_ids(
        self, found: FoundTitle, key: str, file_ids: Sequence[UUID], moved: Sequence[Row]
    ) -> Row | None:
        """Find the title whose ids its user said, by its files or its place: no file says them."""
        candidates = [*moved]
        named = self._by_key.get(key)
        if named and named["folder"] == found.folder and self._by_file.keys().isdisjoint(file_ids):
            candidates.append(named)
        own = (row for row in candidates if describe.has_own_ids(row["locked_fields"]))
        return next(own, None)

    def _moved(self, file_id: UUID, found: FoundTitle) -> Row | None:
        """Return what this file played before, unless that title is still where it was."""
        row = self._by_file.get(file_id)
        if row is None or row["kind"] != found.kind:
            return None
        has_gone = row["folder"] == found.folder or row["id"] not in self._stayed
        return row if has_gone else None

    def _free_key(self, found: FoundTitle, key: str) -> str:
        """Return a key that no title has: one that its user identified may have both of these."""
        keys = (*_keys(key, found.ids), f"{key} {new_id()}")
        return next(each for each in keys if each not in self._by_key)

    def _make(self, found: FoundTitle, key: str, parent: Row | None) -> Row:
        row: Row = {
            "id": new_id(),
            "library_id": self._library_id,
            "kind": found.kind.value,
            "match_key": key,
            "state": policy.state_on_disk(None, found.ids, is_part=found.kind in _PARTS).value,
            "locked_fields": [],
            "is_monitored": True if parent is None else parent["is_monitored"],
            "nfo_path": None,
            "nfo_mtime_ns": None,
            "state_before_missing": None,
            "added_at": self._moment,
            "changed_at": self._moment,
            **describe.undescribed(),
            **self._place(found, parent),
        }
        self._new[row["id"]] = row
        return row

    def _renew(self, row: Row, found: FoundTitle, key: str, parent: Row | None) -> None:
        place = self._place(found, parent)
        if row["id"] in self._new or row["id"] in self._stayed:
            del place["folder"]  # where it was first; it also lies elsewhere now
        if describe.has_own_ids(row["locked_fields"]):
            place = {name: value for name, value in place.items() if name not in describe.IDS}
        changes = {
            name: value
            for name, value in place.items()
            if row.get(name) != value and not (name.endswith("_id") and value is None)
        }
        self._change(row, changes)
        self._rekey(row, key)
        before = TitleState(row["state_before_missing"] or row["state"])
        state = policy.state_on_disk(before, _external_ids(row), is_part=found.kind in _PARTS)
        if state != row["state"]:
            self._change(row, {"state": state.value, "state_before_missing": None})

    def _rekey(self, row: Row, key: str) -> None:
        """Give a title that was renamed its new key, and what lies below it as well."""
        old = row["match_key"]
        if key == old or key in self._by_key or old == key_with_ids(key, _external_ids(row)):
            return
        for known, below in list(self._by_key.items()):
            if known == old or known.startswith(f"{old}/"):
                del self._by_key[known]
                self._change(below, {"match_key": _short(key + known[len(old) :])})
                self._index(below)

    def _place(self, found: FoundTitle, parent: Row | None) -> Row:
        return {
            "parent_id": None if parent is None else parent["id"],
            "folder": found.folder,
            "season_number": found.season_number,
            "episode_number": found.episode_number,
            "absolute_number": found.absolute_number,
            "tmdb_id": found.ids.tmdb,
            "tvdb_id": found.ids.tvdb,
            "imdb_id": found.ids.imdb,
            "missing_since": None,
        }

    def _describe(self, row: Row, found: FoundTitle) -> None:
        """Write what name and NFO say; an NFO that was read before has said it already.

        What an NFO said stays when it is deleted, as Radarr does: a name knows less.
        """
        if _has_lost_its_nfo(row, found):
            self._change(row, {"nfo_path": None})
        locked = set(row["locked_fields"])
        is_new = row["id"] in self._new and row.get("title") is None
        if is_new or (found.nfo is None and row["nfo_mtime_ns"] is None):
            said = describe.accept(describe.said_by_name(found), row, locked)
            self._change(row, describe.by("name", row, said))
        nfo = found.nfo
        if nfo is None:
            return
        if row["nfo_mtime_ns"] == nfo.mtime_ns:  # it may have moved with its title, as it was
            self._change(row, {"nfo_path": nfo.path} if row["nfo_path"] != nfo.path else {})
            return
        self._change(row, describe.told_by_nfo(nfo.entry, row, locked))
        self._change(
            row,
            {
                "nfo_path": nfo.path,
                "nfo_mtime_ns": nfo.mtime_ns,
                "locked_fields": sorted(locked | describe.locked_by_nfo(nfo.entry)),
            },
        )

    def _change(self, row: Row, changes: Row) -> None:
        if not changes:
            return
        changes = changes | describe.derived(row, changes)
        row.update(changes)
        if row["id"] not in self._new:
            self._changes[row["id"]].update(changes)

    async def _flush(self) -> None:
        await insert_rows(self._session, Title, list(self._new.values()))
        for title_id, changes in self._changes.items():
            await self._session.execute(
                update(Title).where(Title.id == title_id).values(changed_at=self._moment, **changes)
            )
        await events.publish(self._session, *titles_changed([*self._new, *self._changes]))


def _with_places(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.select_from(TitleFile)
        .join(Title, Title.id == TitleFile.title_id)
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
        .join(TitleFolder, TitleFolder.id == MediaFile.title_folder_id)
    )


def _file_ids(found: FoundTitle, report: FolderReport, files: Mapping[Path, UUID]) -> list[UUID]:
    """Return the files of a title, and of everything below it."""
    if found.parent is not None:
        return []
    below = f"{found.key}/"
    return [
        files[path]
        for title in report.titles
        if title.key == found.key or title.key.startswith(below)
        for path in title.files
    ]


def _has_lost_its_nfo(row: Row, found: FoundTitle) -> bool:
    """Tell whether the NFO is gone; one of the title's other folders may still hold it."""
    path: Path | None = row["nfo_path"]
    if path is None or found.nfo is not None:
        return False
    is_below = found.kind is TitleKind.SEASON and path.is_relative_to(found.folder)
    return is_below or path.parent == found.folder


def _short(key: str) -> str:
    return key[:_LONGEST_KEY]


def _keys(key: str, ids: ExternalIds) -> tuple[str, str]:
    """Name the keys under which a title may be known: its own, and one among namesakes."""
    return key, key_with_ids(key, ids)


def _pairs(ids: ExternalIds) -> list[tuple[str, int | str]]:
    every = (("tmdb", ids.tmdb), ("tvdb", ids.tvdb), ("imdb", ids.imdb))
    return [(service, value) for service, value in every if value is not None]


def _external_ids(row: Row) -> ExternalIds:
    return ExternalIds(row["tmdb_id"], row["tvdb_id"], row["imdb_id"])


def _ids_of(row: Row) -> dict[str, int | str]:
    return dict(_pairs(_external_ids(row)))


def _with_any_id(known: Collection[ExternalIds]) -> list[Any]:
    columns = {"tmdb": Title.tmdb_id, "tvdb": Title.tvdb_id, "imdb": Title.imdb_id}
    wanted: dict[str, set[int | str]] = defaultdict(set)
    for ids in known:
        for service, value in _pairs(ids):
            wanted[service].add(value)
    return [columns[service].in_(values) for service, values in wanted.items()]
