"""A filter over titles, in the database's words: columns of `titles` alone, so that none joins."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import ColumnElement, func, text
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import traits
from maestrarr.features.library.models import Title
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.states import TitleKind

# Literal, as the indexes for browsing say it.
_KINDS: Final = (
    (frozenset({TitleKind.MOVIE, TitleKind.SERIES}), text("titles.kind IN ('movie', 'series')")),
    (
        frozenset({TitleKind.SEASON, TitleKind.EPISODE}),
        text("titles.kind IN ('season', 'episode')"),
    ),
)


def conditions(session: AsyncSession, wanted: TitleFilter) -> list[ColumnElement[bool]]:
    """Return what has to be true of a title that is meant."""
    return [*_kinds(wanted), *_values(wanted), *_flags(session, wanted), *_traits(wanted)]


def flags(session: AsyncSession) -> Mapping[str, ColumnElement[bool]]:
    """Return what is true or not of a title, by the name of its filter."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    length = func.json_array_length if is_sqlite else func.jsonb_array_length
    return {
        "monitored": Title.is_monitored.is_(True),
        "missing": Title.missing_since.is_not(None),
        "locked": length(Title.locked_fields) > 0,
        "has_faults": Title.has_faults.is_(True),
    }


def _kinds(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    kinds = set(wanted.kind)
    for group, said in _KINDS:
        if kinds <= group:
            yield said  # type: ignore[misc]  # text, as good as an expression
            break
    if kinds:
        yield Title.kind.in_(sorted(kinds))


def _values(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.library:
        yield Title.library_id.in_(wanted.library)
    if wanted.state:
        yield Title.state.in_([state.value for state in wanted.state])
    if wanted.year_from is not None:
        yield Title.year >= wanted.year_from
    if wanted.year_to is not None:
        yield Title.year <= wanted.year_to
    if wanted.added_since is not None:
        yield Title.added_at >= wanted.added_since
    if wanted.size_from is not None:
        yield Title.size_bytes >= wanted.size_from
    if wanted.size_to is not None:
        yield Title.size_bytes <= wanted.size_to


def _flags(session: AsyncSession, wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    for name, said in flags(session).items():
        is_wanted: bool | None = getattr(wanted, name)
        if is_wanted is not None:
            yield said if is_wanted else ~said


def _traits(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    for facet in traits.GROUP_OF:
        words: list[str] = getattr(wanted, facet)
        if words:
            yield traits.having(facet, words)
