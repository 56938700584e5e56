"""What is found by words, as it is shown."""

from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from maestrarr.features.library import filters, queries, search
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import USUAL_FIELDS, SearchQuery, TitleField
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.db import Database

Document = dict[str, Any]
FOUND_FIELDS: tuple[TitleField, ...] = (*USUAL_FIELDS, "premiered", "tmdb_id", "tvdb_id", "imdb_id")
_FOUND = [TITLES.c[name] for name in FOUND_FIELDS]


async def found(database: Database, asked: SearchQuery) -> Document:
    """Return the titles that fit these words best, best first; episodes too unless it is said."""
    return await database.ask(partial(_found, asked))


def _found(asked: SearchQuery, connection: Connection) -> Document:
    meant = filters.conditions(asked) if asked.kind else filters.narrowing(asked)
    hits = search.find(connection, asked.q, limit=asked.limit, narrowing=meant)
    query = select(*_FOUND).where(TITLES.c.id.in_([hit.title_id for hit in hits]))
    rows = {row.id: row for row in connection.execute(query)} if hits else {}
    episodes = [row.id for row in rows.values() if row.kind == TitleKind.EPISODE]
    series = {row.id: row.title for row in connection.execute(queries.series_of(episodes))}
    return {
        "titles": [
            dict(zip(FOUND_FIELDS, rows[hit.title_id], strict=True))
            | {"series": series.get(hit.title_id), "match": hit.match.name.lower()}
            for hit in hits
            if hit.title_id in rows
        ]
    }
