"""Browsing the library: pages of titles, counts by facet, everything of one title."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from maestrarr.features.library import documents, filters, queries, search, traits
from maestrarr.features.library.errors import CursorUnfit, TitleUnknown
from maestrarr.features.library.models import Title
from maestrarr.features.library.schemas import USUAL_FIELDS, PageQuery, TitleField, TitleFilter

Document = dict[str, Any]

_KEYS: Mapping[str, ColumnElement[Any]] = {
    "title": cast("ColumnElement[str]", Title.sort_title),
    "added": cast("ColumnElement[datetime]", Title.added_at),
    "year": func.coalesce(Title.year, 0),
    "size": cast("ColumnElement[int]", Title.size_bytes),
}
_COUNTED: Mapping[str, InstrumentedAttribute[Any]] = {
    "kind": Title.kind,
    "library": Title.library_id,
    "state": Title.state,
    "year": Title.year,
}


async def page(session: AsyncSession, asked: PageQuery) -> Document:
    """Return a page of titles, and where the next one begins.

    Raises:
        CursorUnfit: `after` is no place in this order.
    """
    key = _KEYS[asked.sort]
    names = tuple(asked.fields or USUAL_FIELDS)
    chosen = (
        _ordered(select(Title.id, key.label("key")), key, asked)
        .where(*filters.conditions(session, asked))
        .limit(asked.limit + 1)
        .subquery()
    )
    query = select(*_columns(names), chosen.c.id.label("_id"), chosen.c.key.label("_key"))
    ends = _ends(chosen.c.key, chosen.c.id, asked)
    found = (
        await session.execute(
            query.join_from(chosen, Title, Title.id == chosen.c.id).order_by(*ends)
        )
    ).all()
    shown = found[: asked.limit]
    following = _cursor(asked, shown[-1]) if len(found) > asked.limit else None
    return {"titles": [dict(zip(names, row, strict=False)) for row in shown], "next": following}


async def found(session: AsyncSession, words: str, *, limit: int) -> Document:
    """Return the titles that fit these words best, best first."""
    hits = await search.find(session, words, limit=limit)
    query = select(*_columns(USUAL_FIELDS)).where(Title.id.in_([hit.title_id for hit in hits]))
    rows = {row.id: row for row in await session.execute(query)} if hits else {}
    return {
        "titles": [
            dict(zip(USUAL_FIELDS, rows[hit.title_id], strict=True))
            | {"match": hit.match.name.lower()}
            for hit in hits
            if hit.title_id in rows
        ]
    }


async def facets(session: AsyncSession, wanted: TitleFilter) -> Document:
    """Count the titles that are meant, by the values that filters know."""
    meant = filters.conditions(session, wanted)
    flags = filters.flags(session)
    totals = select(func.count(), *(func.count().filter(flag) for flag in flags.values()))
    total, *true = (await session.execute(totals.select_from(Title).where(*meant))).one()
    counted = {name: _yes_and_no(yes, total) for name, yes in zip(flags, true, strict=True)}
    for name, column in _COUNTED.items():
        each = select(column, func.count()).where(*meant, column.is_not(None)).group_by(column)
        counted[name] = {str(value): count for value, count in await session.execute(each)}
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
    files = [file for _, file in await queries.files_of(session, [title_id])]
    tracks = await queries.tracks_by_file(session, [file.id for file in files])
    artwork = await queries.artwork_of(session, title_id)
    below = (
        select(*_columns(USUAL_FIELDS))
        .where(Title.parent_id == title_id)
        .order_by(Title.season_number, Title.episode_number, Title.premiered, Title.id)
    )
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
        "children": [
            dict(zip(USUAL_FIELDS, row, strict=True)) for row in await session.execute(below)
        ],
    }


def _columns(names: Sequence[TitleField]) -> list[ColumnElement[Any]]:
    return [getattr(Title, name) for name in names]


def _ordered(
    query: Select[UUID, Any], key: ColumnElement[Any], asked: PageQuery
) -> Select[UUID, Any]:
    if asked.after is not None:
        place, last = tuple_(key, Title.id), _place(asked)
        query = query.where(place < last if asked.order == "desc" else place > last)
    return query.order_by(*_ends(key, Title.id, asked))


def _ends(key: Any, title_id: Any, asked: PageQuery) -> tuple[Any, Any]:  # noqa: ANN401  # columns
    is_down = asked.order == "desc"
    return (key.desc(), title_id.desc()) if is_down else (key.asc(), title_id.asc())


def _cursor(asked: PageQuery, row: Any) -> str:  # noqa: ANN401  # a row
    value = row._key.isoformat() if isinstance(row._key, datetime) else row._key  # noqa: SLF001  # our own label
    value = str(value) if asked.sort in ("title", "added") else int(value)
    place = orjson.dumps([asked.sort, asked.order, value, str(row._id)])  # noqa: SLF001  # our own label
    return base64.urlsafe_b64encode(place).decode().rstrip("=")


def _place(asked: PageQuery) -> tuple[Any, UUID]:
    after = asked.after or ""
    try:
        padded = after.encode("ascii") + b"=" * (-len(after) % 4)
        sort, order, value, title_id = orjson.loads(base64.urlsafe_b64decode(padded))
        last = UUID(title_id)
        key = datetime.fromisoformat(value) if sort == "added" else value
    except (ValueError, TypeError, AttributeError, binascii.Error) as error:
        raise CursorUnfit from error
    fitting = {"title": str, "added": datetime, "year": int, "size": int}[asked.sort]
    is_fit = (sort, order) == (asked.sort, asked.order) and isinstance(key, fitting)
    is_kept = not isinstance(key, int) or abs(key) < 2**63
    if not (is_fit and is_kept) or (isinstance(key, datetime) and key.tzinfo is None):
        raise CursorUnfit
    return key, last


def _yes_and_no(yes: int, total: int) -> dict[str, int]:
    return {word: count for word, count in (("true", yes), ("false", total - yes)) if count}
