"""What is found by words, as it is shown."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import filters, queries, search
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import USUAL_FIELDS, SearchQuery, TitleField
from maestrarr.features.library.states import TitleKind

Document = dict[str, Any]
FOUND_FIELDS: tuple[TitleField, ...] = (*USUAL_FIELDS, "premiered", "tmdb_id", "tvdb_id", "imdb_id")
_FOUND = [TITLES.c[name] for name in FOUND_FIELDS]


async def found(session: AsyncSession, asked: SearchQuery) -> Document:
    """Return the titles that fit these words best, best first; episodes too unless it is said."""
    meant = filters.conditions(asked) if asked.kind else filters.narrowing(asked)
    hits = await search.find(session, asked.q, limit=asked.limit, narrowing=meant)
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
