"""Browsing the library: pages of titles, counts by facet, everything of one title."""

import base64
import binascii
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, Select, func, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.library import documents, filters, queries, search
from maestrarr.features.library.errors import CursorUnfit, TitleUnknown
from maestrarr.features.library.models import Title, TitleFile, Track
from maestrarr.features.library.schemas import USUAL_FIELDS, PageQuery, TitleField, TitleFilter

Document = dict[str, Any]


async def page(session: AsyncSession, asked: PageQuery) -> Document:
    """Return a page of titles, and where the next one begins.

    Raises:
        CursorUnfit: `after` is no place in this order.
    """
    key = _sort_key(asked.sort)
    names = tuple(asked.fields or USUAL_FIELDS)
    query = (
        select(*_columns(names), Title.id.label("_id"), key.label("_key"))
        .where(*filters.conditions(session, asked))
        .limit(asked.limit + 1)
    )
    found = (await session.execute(_ordered(query, key, asked))).all()
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
    chosen = select(Title.id).where(*filters.conditions(session, wanted)).cte("chosen")
    total, counted = await _own_facets(session, chosen)
    named = filters.genres(session)
    genre = (
        select(named.c.value, func.count())
        .select_from(Title)
        .join(named, true())
        .where(Title.id.in_(select(chosen.c.id)))
        .group_by(named.c.value)
    )
    counted["genre"] = dict(map(tuple, await session.execute(genre)))
    played = _played(chosen)
    audio, subtitle = Track.kind == "audio", Track.kind == "subtitle"
    for name, kind, value in (
        ("resolution", filters.PICTURE, filters.picture_name()),
        ("hdr", filters.PICTURE, Track.hdr),
        ("video_codec", filters.PICTURE, Track.codec),
        ("audio_codec", audio, Track.codec),
        ("audio_language", audio, Track.language),
        ("subtitle_language", subtitle, Track.language),
    ):
        counted[name] = await _track_facet(session, played, kind, value)
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
    return [
        filters.size_bytes().label(name) if name == "size_bytes" else getattr(Title, name)
        for name in names
    ]


def _sort_key(sort: str) -> ColumnElement[Any]:
    if sort == "size":
        return filters.size_bytes()
    if sort == "year":
        return func.coalesce(Title.year, 0)
    column: ColumnElement[Any] = {"title": Title.sort_title, "added": Title.added_at}[sort]  # type: ignore[assignment]  # an attribute is an expression
    return column


def _ordered(query: Select[Any], key: ColumnElement[Any], asked: PageQuery) -> Select[Any]:
    is_down = asked.order == "desc"
    if asked.after is not None:
        place, last = tuple_(key, Title.id), _place(asked)
        query = query.where(place < last if is_down else place > last)
    ends = (key.desc(), Title.id.desc()) if is_down else (key.asc(), Title.id.asc())
    return query.order_by(*ends)


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


async def _own_facets(
    session: AsyncSession,
    chosen: Any,  # noqa: ANN401  # a CTE
) -> tuple[int, dict[str, Mapping[str, int]]]:
    flags = {
        "monitored": Title.is_monitored.is_(True),
        "missing": Title.missing_since.is_not(None),
        "locked": filters.is_locked(session),
        "has_faults": filters.has_faults(),
    }
    values = [Title.kind, Title.library_id, Title.state, Title.year]
    columns = [*values, *(flag.label(name) for name, flag in flags.items())]
    each = select(*columns).where(Title.id.in_(select(chosen.c.id))).subquery()
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("kind", "library", "state", "year", *flags)
    }
    total = 0
    for *row, count in await session.execute(select(*each.c, func.count()).group_by(*each.c)):
        total += count
        for name, value in zip(counts, row, strict=True):
            word = str(bool(value)).lower() if name in flags else str(value)
            if value is not None or name in flags:
                counts[name][word] += count
    return total, dict(counts)


def _played(chosen: Any) -> Any:  # noqa: ANN401  # CTEs
    """Pair each chosen title with the files that play it or what is below it."""
    season, episode = aliased(Title), aliased(Title)
    link = TitleFile.media_file_id
    own = select(chosen.c.id, link).join(TitleFile, TitleFile.title_id == chosen.c.id)
    below = (
        select(chosen.c.id, link)
        .join(episode, episode.parent_id == chosen.c.id)
        .join(TitleFile, TitleFile.title_id == episode.id)
    )
    further = (
        select(chosen.c.id, link)
        .join(season, season.parent_id == chosen.c.id)
        .join(episode, episode.parent_id == season.id)
        .join(TitleFile, TitleFile.title_id == episode.id)
    )
    return own.union_all(below, further).cte("played")


async def _track_facet(
    session: AsyncSession,
    played: Any,  # noqa: ANN401  # a CTE
    kind: ColumnElement[bool],
    value: Any,  # noqa: ANN401  # an expression
) -> dict[str, int]:
    each = (
        select(value.label("value"), played.c.id)
        .join(Track, Track.media_file_id == played.c.media_file_id)
        .where(kind, value.is_not(None))
        .distinct()
        .subquery()
    )
    counted = select(each.c.value, func.count()).group_by(each.c.value)
    return dict(map(tuple, await session.execute(counted)))
