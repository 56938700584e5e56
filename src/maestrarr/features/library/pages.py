"""Pages of titles: in any order, through any filter, each beginning where the last one ended."""

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, get_args
from uuid import UUID

import orjson
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    func,
    select,
    tuple_,
)

from maestrarr.features.library import filters, pictures
from maestrarr.features.library.errors import CursorUnfit
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import USUAL_FIELDS, PageQuery, TitleField
from maestrarr.kit.db import Database
from maestrarr.kit.told import as_json

Document = dict[str, Any]

_KEYS: Mapping[str, ColumnElement[Any]] = {
    "title": TITLES.c.sort_title,
    "added": TITLES.c.added_at,
    "year": func.coalesce(TITLES.c.year, 0),
    "size": TITLES.c.size_bytes,
}
# As an index has it: what has no year comes before all years, as it does where that counts as 0.
_ORDERED_BY: Mapping[str, ColumnElement[Any]] = {"year": TITLES.c.year}
_COLUMNS: Mapping[str, ColumnElement[Any]] = {
    **{name: TITLES.c[name] for name in get_args(TitleField) if name in TITLES.c},
    "picture_version": pictures.version_of_main(),
}


async def page(database: Database, asked: PageQuery) -> Document:
    """Return a page of titles, and where the next one begins.

    Raises:
        CursorUnfit: `after` is no place in this order.
    """
    return await database.ask(partial(_page, asked))


async def written(database: Database, asked: PageQuery) -> bytes:
    """Write the same as JSON: whoever follows what happens asks for the same few pages.

    Raises:
        CursorUnfit: `after` is no place in this order.
    """
    return await database.remembered(
        f"titles {asked.model_dump_json()}", lambda connection: as_json(_page(asked, connection))
    )


def _page(asked: PageQuery, connection: Connection) -> Document:
    last = {} if asked.after is None else _place(asked)
    query = _query(asked.model_dump_json(exclude={"after", "skip"}), is_first=not last)
    found = connection.execute(query, {**last, "skip": asked.skip}).all()
    names = tuple(asked.fields or USUAL_FIELDS)
    shown = found[: asked.limit]
    following = _cursor(asked, shown[-1]) if len(found) > asked.limit else None
    return {"titles": [dict(zip(names, row, strict=False)) for row in shown], "next": following}


@lru_cache(maxsize=512)
def _query(question: str, *, is_first: bool) -> Select[Any]:
    """Write the query for a page; kept, since that takes longer than to answer it.

    The titles are chosen by an index alone, and only the rows of those that are shown are read.
    """
    asked = PageQuery.model_validate_json(question)
    key = _KEYS[asked.sort]
    meant = filters.conditions(asked) if asked.sort == "title" else filters.in_order(asked)
    chosen = select(TITLES.c.id, key.label("key")).where(*meant)
    if not is_first:
        place = tuple_(key, TITLES.c.id)
        last = tuple_(bindparam("key", type_=key.type), bindparam("id", type_=TITLES.c.id.type))
        chosen = chosen.where(place < last if asked.order == "desc" else place > last)
    by = _ORDERED_BY.get(asked.sort, key)
    ordered = chosen.order_by(*_ends(by, TITLES.c.id, asked)).limit(asked.limit + 1)
    ids = ordered.offset(bindparam("skip", type_=Integer)).subquery()
    names = asked.fields or USUAL_FIELDS
    columns = [_COLUMNS[name] for name in names] + ([] if "id" in names else [ids.c.id])
    return (
        select(*columns, ids.c.key.label("_key"))
        .join_from(ids, TITLES, TITLES.c.id == ids.c.id)
        .order_by(*_ends(ids.c.key, ids.c.id, asked))
    )


def _ends(key: Any, title_id: Any, asked: PageQuery) -> tuple[Any, Any]:  # noqa: ANN401  # columns
    is_down = asked.order == "desc"
    first = key.desc() if is_down else key.asc()
    if key is _ORDERED_BY["year"]:
        first = first.nulls_last() if is_down else first.nulls_first()
    return first, title_id.desc() if is_down else title_id.asc()


def _cursor(asked: PageQuery, row: Any) -> str:  # noqa: ANN401  # a row
    value = row._key.isoformat() if isinstance(row._key, datetime) else row._key  # noqa: SLF001  # our own label
    value = str(value) if asked.sort in ("title", "added") else int(value)
    place = orjson.dumps([asked.sort, asked.order, value, str(row.id)])
    return base64.urlsafe_b64encode(place).decode().rstrip("=")


def _place(asked: PageQuery) -> dict[str, Any]:
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
    return {"key": key, "id": last}
