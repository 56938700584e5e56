"""How many titles have each value that filters know."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from maestrarr.features.library import filters, lacking, traits
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.states import TitleKind

_COUNTED: Mapping[str, ColumnElement[Any]] = {
    "kind": TITLES.c.kind,
    "library": TITLES.c.library_id,
    "state": TITLES.c.state,
    "year": TITLES.c.year,
    "default_audio": TITLES.c.default_audio,
}


def facets(connection: Connection, wanted: TitleFilter) -> dict[str, Any]:
    """Count the titles that are meant, by the values that filters know."""
    meant = filters.conditions(wanted)
    flags, lacks = filters.FLAGS, lacking.LACKS
    true_of = (func.count().filter(each) for each in (*flags.values(), *lacks.values()))
    totals = select(func.count(), *true_of).select_from(TITLES).where(*meant)
    total, *true = connection.execute(totals).one()
    counted = {name: _yes_and_no(yes, total) for name, yes in zip(flags, true, strict=False)}
    lacked = zip(lacks, true[len(flags) :], strict=True)
    counted["lacks"] = {kind: count for kind, count in lacked if count}
    for name, column in _COUNTED.items():
        each = select(column, func.count()).where(*meant, column.is_not(None)).group_by(column)
        counted[name] = {str(value): count for value, count in connection.execute(each)}
    counted["kind"] |= _sets(connection, wanted)
    letters = select(filters.LETTER, func.count()).where(*meant).group_by(filters.LETTER)
    in_order = letters.order_by(func.min(TITLES.c.sort_title))
    counted["letter"] = {row[0]: row[1] for row in connection.execute(in_order)}
    counted |= {facet: {} for facet in traits.GROUP_OF}
    for group in traits.GROUPS:
        for facet, value, count in connection.execute(traits.counts(group, meant)):
            counted[facet][value] = int(count)
    return {"total": total, "facets": counted}


def _sets(connection: Connection, wanted: TitleFilter) -> dict[str, int]:
    """Count sets where no kind is said: they are not among the titles meant, and found by this."""
    if wanted.kind:
        return {}
    its = filters.conditions(wanted.model_copy(update={"kind": [TitleKind.SET]}))
    count = connection.execute(select(func.count()).select_from(TITLES).where(*its)).scalar_one()
    return {TitleKind.SET.value: count} if count else {}


def _yes_and_no(yes: int, total: int) -> dict[str, int]:
    return {word: count for word, count in (("true", yes), ("false", total - yes)) if count}
