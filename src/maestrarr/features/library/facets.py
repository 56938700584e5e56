"""How many titles have each value that filters know."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from maestrarr.features.library import filters, lacking, traits
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.db import Database
from maestrarr.kit.told import as_json

# Those of few values are counted together, in one pass over the titles.
_FEW: Final[Mapping[str, ColumnElement[Any]]] = {
    "kind": TITLES.c.kind,
    "library": TITLES.c.library_id,
    "state": TITLES.c.state,
    "default_audio": TITLES.c.default_audio,
}


async def written(database: Database, wanted: TitleFilter) -> bytes:
    """Write the facets as JSON: a screen asks for the same ones whenever something happens."""
    return await database.counted(
        f"facets {wanted.model_dump_json()}", lambda connection: as_json(facets(connection, wanted))
    )


def facets(connection: Connection, wanted: TitleFilter) -> dict[str, Any]:
    """Count the titles that are meant, by the values that filters know."""
    meant = filters.conditions(wanted)
    total, counted = _few(connection, meant)
    counted["kind"] |= _sets(connection, wanted)
    year = TITLES.c.year
    years = select(year, func.count()).where(*meant, year.is_not(None)).group_by(year)
    counted["year"] = {str(value): count for value, count in connection.execute(years)}
    letters = select(filters.LETTER, func.count()).where(*meant).group_by(filters.LETTER)
    in_order = letters.order_by(func.min(TITLES.c.sort_title))
    counted["letter"] = {row[0]: row[1] for row in connection.execute(in_order)}
    counted |= {facet: {} for facet in traits.GROUP_OF}
    for group in traits.GROUPS:
        for facet, value, count in connection.execute(traits.counts(group, meant)):
            counted[facet][value] = int(count)
    return {"total": total, "facets": counted}


def _few(
    connection: Connection, meant: Sequence[ColumnElement[bool]]
) -> tuple[int, dict[str, dict[str, int]]]:
    """Count the titles that are meant: all, by what is true of them, and by what has few values."""
    counts = (func.count(), *(func.count().filter(each) for each in filters.FLAGS.values()))
    grouped = select(*_FEW.values(), *counts).where(*meant).group_by(*_FEW.values())
    rows = connection.execute(grouped).all()
    total, *yes = (sum(row[at] for row in rows) for at in range(len(_FEW), len(_FEW) + len(counts)))
    named = zip(filters.FLAGS, yes, strict=True)
    counted = {name: _yes_and_no(count, total) for name, count in named}
    counted["lacks"] = _lacks(connection, meant)
    for at, name in enumerate(_FEW):
        each = Counter[str]()
        for row in rows:
            if row[at] is not None:
                each[str(row[at])] += row[len(_FEW)]
        counted[name] = dict(each)
    return total, counted


def _lacks(connection: Connection, meant: Sequence[ColumnElement[bool]]) -> dict[str, int]:
    """Count those that lack each type of picture: there are few combinations of them."""
    having = (TITLES.c.kind, lacking.HAS)
    lacked = Counter[str]()
    for kind, has, count in connection.execute(
        select(*having, func.count()).where(*meant).group_by(*having)
    ):
        lacked.update(dict.fromkeys(lacking.lacked_by(kind, has), count))
    return {kind: lacked[kind] for kind in lacking.LACKS if lacked[kind]}


def _sets(connection: Connection, wanted: TitleFilter) -> dict[str, int]:
    """Count sets where no kind is said: they are not among the titles meant, and found by this."""
    if wanted.kind:
        return {}
    its = filters.conditions(wanted.model_copy(update={"kind": [TitleKind.SET]}))
    count = connection.execute(select(func.count()).select_from(TITLES).where(*its)).scalar_one()
    return {TitleKind.SET.value: count} if count else {}


def _yes_and_no(yes: int, total: int) -> dict[str, int]:
    return {word: count for word, count in (("true", yes), ("false", total - yes)) if count}
