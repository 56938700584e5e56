"""A filter over titles, in the database's words: columns of `titles` alone, so that none joins."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import ColumnElement, func, literal, literal_column, or_

from maestrarr.features.library import browsing, lacking, traits
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.states import TitleKind

# What is true or not of a title, by the name of its filter.
FLAGS: Final[Mapping[str, ColumnElement[bool]]] = {
    "monitored": TITLES.c.is_monitored.is_(True),
    "missing": TITLES.c.missing_since.is_not(None),
    "locked": TITLES.c.locked_fields != literal([], TITLES.c.locked_fields.type),
    "has_faults": TITLES.c.has_faults.is_(True),
    "unpublished": TITLES.c.is_unpublished.is_(True),
}
LETTER: Final = func.substr(TITLES.c.sort_title, 1, 1)
# Literal, as the indexes for browsing say it, and of no type: a boolean would be compared with 1.
IS_TOP: Final[ColumnElement[bool]] = literal_column(f"titles.{browsing.KINDS['tops']}")
IS_PART: Final[ColumnElement[bool]] = literal_column(f"titles.{browsing.KINDS['parts']}")
IS_SET: Final[ColumnElement[bool]] = literal_column(f"titles.{browsing.KINDS['sets']}")
_IS_TOP_IN_ORDER: Final[ColumnElement[bool]] = literal_column(f"titles.{browsing.TOPS_IN_ORDER}")
_KINDS: Final = (
    (frozenset({TitleKind.MOVIE, TitleKind.SERIES}), IS_TOP),
    (frozenset({TitleKind.SEASON, TitleKind.EPISODE}), IS_PART),
    (frozenset({TitleKind.SET}), IS_SET),
)


def conditions(wanted: TitleFilter) -> list[ColumnElement[bool]]:
    """Return what has to be true of a title that is meant: a movie or series unless it is said."""
    return [*_kinds(wanted), *narrowing(wanted)]


def in_order(wanted: TitleFilter) -> list[ColumnElement[bool]]:
    """Return the same for a page: through no filter, so that the index in its order is taken."""
    meant = conditions(wanted)
    is_narrowed = len(meant) > 1 or meant[0] is not IS_TOP
    return meant if is_narrowed else [_IS_TOP_IN_ORDER]


def narrowing(wanted: TitleFilter) -> list[ColumnElement[bool]]:
    """Return what was said that has to be true of a title, whatever its kind."""
    return [*_values(wanted), *_flags(wanted), *_traits(wanted)]


def _kinds(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    kinds = set(wanted.kind)
    for group, said in _KINDS:
        if kinds <= group:
            yield said
            break
    if kinds:
        yield TITLES.c.kind.in_(sorted(kinds))


def _values(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.library:
        yield TITLES.c.library_id.in_(wanted.library)
    if wanted.state:
        yield TITLES.c.state.in_([state.value for state in wanted.state])
    if wanted.default_audio:
        yield TITLES.c.default_audio.in_(wanted.default_audio)
    if wanted.lacks:
        yield or_(*(lacking.LACKS[kind] for kind in wanted.lacks))
    if wanted.letter:
        yield LETTER.in_(wanted.letter)
    if wanted.year_from is not None:
        yield TITLES.c.year >= wanted.year_from
    if wanted.year_to is not None:
        yield TITLES.c.year <= wanted.year_to
    if wanted.added_since is not None:
        yield TITLES.c.added_at >= wanted.added_since
    if wanted.size_from is not None:
        yield TITLES.c.size_bytes >= wanted.size_from
    if wanted.size_to is not None:
        yield TITLES.c.size_bytes <= wanted.size_to


def _flags(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    for name, said in FLAGS.items():
        is_wanted: bool | None = getattr(wanted, name)
        if is_wanted is not None:
            yield said if is_wanted else ~said


def _traits(wanted: TitleFilter) -> Iterable[ColumnElement[bool]]:
    for facet in traits.GROUP_OF:
        words: list[str] = getattr(wanted, facet)
        if words:
            yield traits.having(facet, words)
