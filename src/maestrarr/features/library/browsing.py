"""The indexes by which titles are browsed.

What a page of titles is chosen, ordered and counted by stands in one index of each group of kinds:
so SQLite does all of it among tens of thousands in a few milliseconds without a look at their rows.
But while a scan writes, nothing of it stays in memory, and each page would read it whole; so those
that pass through no filter have indexes in their own order, of which they read the beginning.
PostgreSQL reads rows as quickly.

SQLite takes an index of some titles where a query says which ones in the index's own words. The
large ones and those in an order say it in different words, so that a query chooses among them.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import Index, text
from sqlalchemy.schema import SchemaItem

# Which titles, in the words of the large index, by the name of the group.
KINDS: Final[Mapping[str, str]] = {
    "tops": "kind IN ('movie', 'series')",
    "parts": "kind IN ('season', 'episode')",
    "sets": "kind = 'set'",
}
TOPS_IN_ORDER: Final = "kind IN ('series', 'movie')"
_BROWSED: Final = (
    "sort_title", "id", "kind", "library_id", "state", "year", "added_at", "missing_since",
    "is_monitored", "locked_fields", "size_bytes", "has_faults", "default_audio", "is_unpublished",
    "picture_traits", "audio_traits", "subtitle_traits", "genre_traits", "pictures_beside",
    "pictures_chosen",
)  # fmt: skip
_ORDERS: Final = {"added": "added_at", "year": "year", "size": "size_bytes"}


def indexes() -> Iterator[SchemaItem]:
    """Make the indexes, each for the database that needs it."""
    for name, kinds in KINDS.items():
        where = text(kinds)
        whole = Index(f"ix_titles_browsing_{name}", *_BROWSED, sqlite_where=where)
        order = Index(f"ix_titles_order_{name}", "sort_title", "id", postgresql_where=where)
        yield whole.ddl_if(dialect="sqlite")
        yield order.ddl_if(dialect="postgresql")
    for name, key in _ORDERS.items():
        order = Index(f"ix_titles_by_{name}", key, "id", "kind", sqlite_where=text(TOPS_IN_ORDER))
        yield order.ddl_if(dialect="sqlite")
