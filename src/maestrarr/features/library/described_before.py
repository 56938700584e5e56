"""What was known of titles at a moment: kept, and given back through the gate."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import describe, search, traits
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import TITLES
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces

_KEPT: Final = (
    *describe.FIELDS, *describe.IDS, *describe.FOLLOWS, "sources", "locked_fields",
)  # fmt: skip


async def keep(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Return what is known of titles, their locks and who said it, as JSON carries it."""
    columns = (TITLES.c.id, *(TITLES.c[name] for name in _KEPT))
    found: dict[UUID, dict[str, Any]] = {}
    for some in in_pieces(title_ids):
        for row in await session.execute(select(*columns).where(TITLES.c.id.in_(some))):
            found[row.id] = describe.to_json(dict(zip(_KEPT, row[1:], strict=True)))
    return found


async def give_back(session: AsyncSession, said: Mapping[str, Mapping[str, Any]]) -> None:
    """Let titles, by their ids, be known as they were kept, with their locks.

    What somebody has edited since is lost; ids of titles that are gone are passed over.
    """
    ids = [UUID(title_id) for title_id in said]
    rows = (await session.execute(select(TITLES).where(TITLES.c.id.in_(ids)))).all()
    for row in rows:
        known = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public name for it
        kept = describe.from_json(said[str(row.id)])
        changes = {name: value for name, value in kept.items() if known[name] != value}
        if changes:
            changes |= describe.derived(known, changes)
            given = update(TITLES).where(TITLES.c.id == row.id)
            await session.execute(given.values(changed_at=now(), **changes))
    await search.refresh(session, {row.id for row in rows})
    await traits.refresh(session, {row.id for row in rows})
    await events.publish(session, *titles_changed([row.id for row in rows]))
