"""Browsing the library: counts by facet, what is found by words, everything of one title."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import (
    documents,
    filters,
    pictures,
    queries,
    search,
    traits,
)
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.models import TITLES, FileFault, MediaFile, Title
from maestrarr.features.library.schemas import USUAL_FIELDS, TitleField, TitleFilter
from maestrarr.features.library.states import TitleKind

Document = dict[str, Any]
FOUND_FIELDS: tuple[TitleField, ...] = (*USUAL_FIELDS, "premiered", "tmdb_id", "tvdb_id", "imdb_id")
_COUNTED: Mapping[str, ColumnElement[Any]] = {
    "kind": TITLES.c.kind,
    "library": TITLES.c.library_id,
    "state": TITLES.c.state,
    "year": TITLES.c.year,
}
_CHILD = {
    **{name: TITLES.c[name] for name in (*USUAL_FIELDS, "premiered", "runtime_minutes")},
    "picture_version": pictures.version_of_main(),
}
_BELOW = (
    select(*_CHILD.values())
    .where(TITLES.c.parent_id == bindparam("parent"))
    .order_by(*(TITLES.c[name] for name in ("season_number", "episode_number", "premiered", "id")))
)
_MADE_OF_OTHERS = frozenset({TitleKind.SERIES, TitleKind.SEASON, TitleKind.SET})
_FOUND = [TITLES.c[name] for name in FOUND_FIELDS]


async def found(session: AsyncSession, words: str, *, limit: int) -> Document:
    """Return the titles that fit these words best, best first."""
    hits = await search.find(session, words, limit=limit)
    query = select(*_FOUND).where(TITLES.c.id.in_([hit.title_id for hit in hits]))
    rows = {row.id: row for row in await session.execute(query)} if hits else {}
    episodes = [row.id for row in rows.values() if row.kind == TitleKind.EPISODE]
    series = await queries.series_names(session, episodes) if episodes else {}
    return {
        "titles": [
            dict(zip(FOUND_FIELDS, rows[hit.title_id], strict=True))
            | {"series": series.get(hit.title_id), "match": hit.match.name.lower()}
            for hit in hits
            if hit.title_id in rows
        ]
    }


async def facets(session: AsyncSession, wanted: TitleFilter) -> Document:
    """Count the titles that are meant, by the values that filters know."""
    meant = filters.conditions(wanted)
    flags = filters.FLAGS
    totals = select(func.count(), *(func.count().filter(flag) for flag in flags.values()))
    total, *true = (await session.execute(totals.select_from(TITLES).where(*meant))).one()
    counted = {name: _yes_and_no(yes, total) for name, yes in zip(flags, true, strict=True)}
    for name, column in _COUNTED.items():
        each = select(column, func.count()).where(*meant, column.is_not(None)).group_by(column)
        counted[name] = {str(value): count for value, count in await session.execute(each)}
    letters = select(filters.LETTER, func.count()).where(*meant).group_by(filters.LETTER)
    in_order = letters.order_by(func.min(TITLES.c.sort_title))
    counted["letter"] = {letter: count for letter, count in await session.execute(in_order)}  # noqa: C416  # rows
    counted |= {facet: {} for facet in traits.GROUP_OF}
    for group in traits.GROUPS:
        for facet, value, count in await session.execute(traits.counts(group, meant)):
            counted[facet][value] = int(count)
    return {"total": total, "facets": counted}


async def detail(session: AsyncSession, title_id: UUID) -> Document:
    """Return everything that is known of a title.

    Raises:
        TitleUnknown: there is none with this id.
    """
    title = await session.get(Title, title_id)
    if title is None:
        raise TitleUnknown(str(title_id))
    files = await _files(session, title)
    tracks = await queries.tracks_by_file(session, [file.id for file in files])
    artwork = await queries.artwork_of(session, title_id)
    wrong = await _faults(session, title, files)
    return documents.stored_title(title) | {
        "library_id": title.library_id,
        "sort_title": title.sort_title,
        "tagline": title.tagline,
        "certification": title.certification,
        "studios": title.studios,
        "people": title.people,
        "added_at": title.added_at,
        "changed_at": title.changed_at,
        "files": [documents.stored_file(file, tracks.get(file.id, ())) for file in files],
        "artwork": [documents.stored_artwork(each) for each in artwork],
        "children": await _children(session, title),
        "faults": [documents.stored_fault(each) for each in wrong],
    }


async def _files(session: AsyncSession, title: Title) -> Sequence[MediaFile]:
    """Return a title's files; what is made of others has none of its own."""
    if title.kind in _MADE_OF_OTHERS:
        return []
    return [file for _, file in await queries.files_of(session, [title.id])]


async def _faults(
    session: AsyncSession, title: Title, files: Sequence[MediaFile]
) -> Sequence[FileFault]:
    if not title.has_faults:
        return []
    named = [*(file.path for file in files), *filter(None, [title.nfo_path])]
    return await queries.faults_of(session, named)


async def _children(session: AsyncSession, title: Title) -> list[Document]:
    if title.kind not in _MADE_OF_OTHERS:
        return []
    found = await session.execute(_BELOW, {"parent": title.id})
    return [dict(zip(_CHILD, row, strict=True)) for row in found]


def _yes_and_no(yes: int, total: int) -> dict[str, int]:
    return {word: count for word, count in (("true", yes), ("false", total - yes)) if count}
