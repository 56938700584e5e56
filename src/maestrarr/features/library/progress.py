"""How far titles have come: the one place where their states move on."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from sqlalchemy import case, literal, or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.states import TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces

_ORDER: Final = (
    TitleState.DISCOVERED,
    TitleState.IDENTIFIED,
    TitleState.ENRICHED,
    TitleState.SELECTED,
    TitleState.PUBLISHED,
)


async def reach(
    session: AsyncSession, title_ids: Collection[UUID], state: TitleState
) -> list[UUID]:
    """Let titles have come as far as a state; who has come further stays there.

    Any of them may fail, and who has failed may reach anything. One that is missing will be so far
    when it is back. Returns the titles that moved.
    """
    before = [each.value for each in _before(state)]
    is_missing = TITLES.c.missing_since.is_not(None)
    move = (
        update(TITLES)
        .where(
            or_(
                TITLES.c.state.in_(before),
                is_missing & TITLES.c.state_before_missing.in_(before),
            )
        )
        .values(
            state=case((is_missing, TITLES.c.state), else_=literal(state.value)),
            state_before_missing=case((is_missing, literal(state.value)), else_=None),
            changed_at=now(),
        )
        .returning(TITLES.c.id)
    )
    moved: list[UUID] = []
    for some in in_pieces(list(title_ids)):
        moved += await session.scalars(move.where(TITLES.c.id.in_(some)))
    await events.publish(session, *titles_changed(moved))
    return moved


def _before(state: TitleState) -> list[TitleState]:
    if state is TitleState.FAILED:
        return list(_ORDER)
    return [*_ORDER[: _ORDER.index(state)], TitleState.FAILED]
