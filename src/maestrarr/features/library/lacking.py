"""Which pictures a title has, beside its media or chosen for it, and so which it lacks.

Each type is a bit of a number that stands with the title, so that lists and counts need no join.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from operator import add, or_
from typing import Final, get_args
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.models import TITLES, LocalArtwork
from maestrarr.features.library.states import PictureKind, TitleKind

_BITS: Final[Mapping[str, int]] = {kind: 1 << at for at, kind in enumerate(get_args(PictureKind))}
_HAVING: Final = (TitleKind.MOVIE.value, TitleKind.SERIES.value, TitleKind.SET.value)
HAS: Final = TITLES.c.pictures_beside.bitwise_or(TITLES.c.pictures_chosen)

# That a title that could have a picture of a type has none.
LACKS: Final[Mapping[str, ColumnElement[bool]]] = {
    kind: (HAS.bitwise_and(bit) == 0) & TITLES.c.kind.in_(_HAVING) for kind, bit in _BITS.items()
}


def bits_of(kinds: Collection[str]) -> int:
    """Write types as the number that stands with a title; others than those of a title are none."""
    return reduce(or_, (_BITS.get(kind, 0) for kind in kinds), 0)


def lacked_by(kind: str, has: int) -> list[str]:
    """Name the types of which a title of a kind has none, by the number that stands with it."""
    return [each for each, bit in _BITS.items() if not has & bit] if kind in _HAVING else []


async def refresh(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    """Write down which pictures stand beside these titles' media."""
    stands: list[ColumnElement[int]] = [
        func.coalesce(func.max(case((LocalArtwork.type == kind, bit), else_=0)), 0)
        for kind, bit in _BITS.items()
    ]
    beside = select(reduce(add, stands)).where(LocalArtwork.title_id == TITLES.c.id)
    known = update(TITLES).where(TITLES.c.id.in_(title_ids))
    await session.execute(known.values(pictures_beside=beside.correlate(TITLES).scalar_subquery()))
