"""Monitoring: which titles automation looks after, and which it leaves alone."""

import asyncio
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import filters
from maestrarr.features.library.errors import TitlesUnclear
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.requests import Monitoring
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.kit.clock import now
from maestrarr.kit.db import VALUES_PER_STATEMENT, in_pieces


async def monitor(session: AsyncSession, ids: Collection[UUID], *, is_monitored: bool) -> int:
    """Let automation look after these titles and all below them, or leave them alone.

    Returns how many that changes.
    """
    return await _set(session, [TITLES.c.id.in_(ids)], is_monitored=is_monitored)


async def monitor_meant(session: AsyncSession, said: Monitoring, wanted: TitleFilter) -> int:
    """Do so with the titles that are named, or with all that a filter means.

    Raises:
        TitlesUnclear: none are named and nothing is asked of them, or both.
    """
    if (said.ids is None) == (not wanted.model_fields_set):
        raise TitlesUnclear
    if said.ids is not None:
        return await monitor(session, said.ids, is_monitored=said.is_monitored)
    meant = filters.conditions(wanted)
    return await _set(session, meant, is_monitored=said.is_monitored)


async def _set(
    session: AsyncSession, meant: Collection[ColumnElement[bool]], *, is_monitored: bool
) -> int:
    changing = await _changing(session, meant, is_monitored=is_monitored)
    values = {"is_monitored": is_monitored, "changed_at": now()}
    for some in in_pieces(changing):
        await session.execute(update(TITLES).where(TITLES.c.id.in_(some)).values(values))
        await events.publish(session, *titles_changed(some))
    return len(changing)


async def _changing(
    session: AsyncSession, meant: Collection[ColumnElement[bool]], *, is_monitored: bool
) -> list[UUID]:
    """Name the titles that are not so yet, of those that are meant and all below them.

    All are named before one is changed, for a filter may ask for what is about to change.
    """
    season, part = TITLES.alias(), TITLES.alias()
    tops = select(TITLES.c.id).where(*meant)
    seasons = select(season.c.id).where(season.c.parent_id.in_(tops))
    query = select(part.c.id).where(
        part.c.is_monitored.is_(not is_monitored),
        or_(part.c.id.in_(tops), part.c.parent_id.in_(tops), part.c.parent_id.in_(seasons)),
    )
    found: list[UUID] = []
    for some in (await session.scalars(query)).partitions(VALUES_PER_STATEMENT):
        found += some
        await asyncio.sleep(0)  # each piece takes a moment, in which everybody else waits
    return found
