"""Pins: the track that somebody chose for a title, which outlives the title's going.

Each is kept with what its title is known by. A title that was missing for too long is forgotten,
and its pin with it; when it returns, it is another to the library, and is given its pin back.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.audio.models import PinRecord, RememberedPin
from maestrarr.features.library import identity, marks
from maestrarr.features.library.identity import KnownAs
from maestrarr.features.library.models import Title
from maestrarr.kit.db import in_pieces, insert_rows

_KNOWN = KnownAs.__slots__
_CHOSEN = ("track_index", "language", "pinned_by", "pinned_at")


async def keep(session: AsyncSession) -> None:
    """Write down of every pin by what its title is known now."""
    rows = await _changed(session)
    for some in in_pieces([row["title_id"] for row in rows]):
        await session.execute(delete(RememberedPin).where(RememberedPin.title_id.in_(some)))
    await insert_rows(session, RememberedPin, rows)


async def are_stale(session: AsyncSession) -> bool:
    """Tell whether a pinned title is known by something else than is written down."""
    return bool(await _changed(session))


async def forget(session: AsyncSession, title_id: UUID) -> None:
    """Let a title have no pin any more."""
    for record in (PinRecord, RememberedPin):
        await session.execute(delete(record).where(record.title_id == title_id))


async def give_back(session: AsyncSession) -> None:
    """Give titles that have returned the pins that they had; one with another pin keeps that."""
    is_known = exists().where(Title.id == RememberedPin.title_id)
    gone = {
        _known(pin): pin for pin in await session.scalars(select(RememberedPin).where(~is_known))
    }
    for known, title_id in (await identity.returned(session, gone)).items():
        pin = gone[known]
        if await session.get(PinRecord, title_id) is None:
            chosen = {name: getattr(pin, name) for name in _CHOSEN}
            session.add(PinRecord(title_id=title_id, **chosen))
            await marks.unmark(session, [title_id])
        await session.delete(pin)
    await session.flush()


async def _changed(session: AsyncSession) -> list[dict[str, Any]]:
    """List what is to be written down of pins, and is not."""
    rows = (await session.execute(select(PinRecord, Title).join(Title))).all()
    known = await identity.known_as(session, [title for _, title in rows])
    kept = {pin.title_id: _row(pin, _known(pin)) for pin in await _remembered(session, known)}
    now = [_row(pin, known[title.id]) for pin, title in rows]
    return [row for row in now if kept.get(row["title_id"]) != row]


async def _remembered(session: AsyncSession, known: dict[UUID, KnownAs]) -> list[RememberedPin]:
    found: list[RememberedPin] = []
    for some in in_pieces(list(known)):
        query = select(RememberedPin).where(RememberedPin.title_id.in_(some))
        found += (await session.scalars(query)).all()
    return found


def _row(pin: PinRecord | RememberedPin, known: KnownAs) -> dict[str, Any]:
    said = {name: getattr(known, name) for name in _KNOWN}
    return {"title_id": pin.title_id} | said | {name: getattr(pin, name) for name in _CHOSEN}


def _known(pin: RememberedPin) -> KnownAs:
    return KnownAs(**{name: getattr(pin, name) for name in _KNOWN})
