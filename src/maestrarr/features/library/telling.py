"""The gate in the database: what rooms above, and users, say of titles is written down here."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import describe, marks, search, traits
from maestrarr.features.library.events import TitlesRetold, titles_changed
from maestrarr.features.library.models import TITLES
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces

_FOUND_BY: Final = frozenset({"title", "original_title", "people"})
# Of what a season or an episode is, only its files and its user say which one.
_GAPS_ONLY: Final = frozenset(describe.IDS)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one field, and who says it."""

    value: Any
    source: str


async def describe_titles(
    session: AsyncSession, told: Mapping[UUID, Mapping[str, Told]]
) -> list[UUID]:
    """Write down what is said of titles, but nothing empty and nothing that a user has locked.

    Ids fill gaps only. Returns the titles that changed; ids that no title has are passed over.
    """
    changes: dict[UUID, dict[str, Any]] = {}
    for title_id, known in (await known_of(session, list(told), lock=True)).items():
        news = _accepted(told[title_id], known)
        if news:
            changes[title_id] = news | describe.derived(known, news)
    await write(session, changes)
    return list(changes)


async def known_of(
    session: AsyncSession, title_ids: Collection[UUID], *, lock: bool = False
) -> dict[UUID, dict[str, Any]]:
    """Return all that is known of titles, by their ids.

    With `lock`, nobody else writes them until we have: what a user says just then is not lost.
    """
    found: dict[UUID, dict[str, Any]] = {}
    for some in in_pieces(sorted(title_ids)):  # sorted: two that lock never wait in a ring
        query = select(*TITLES.columns).where(TITLES.c.id.in_(some)).order_by(TITLES.c.id)
        rows = await session.execute(query.with_for_update() if lock else query)
        found.update((row["id"], dict(row)) for row in rows.mappings())
    return found


async def write(session: AsyncSession, changes: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Write changes of titles down, with all that follows from them, and tell of them."""
    moment = now()
    for title_id, values in changes.items():
        changed = update(TITLES).where(TITLES.c.id == title_id)
        await session.execute(changed.values(changed_at=moment, **values))
    retold = _with(changes, marks.REST_ON)
    await search.refresh(session, _with(changes, _FOUND_BY))
    await traits.refresh(session, set(_with(changes, {"genres"})))
    await marks.unmark(session, retold)
    await events.publish(session, *titles_changed(list(changes)))
    if retold:
        await events.publish(session, TitlesRetold())


async def forget_services(session: AsyncSession, title_ids: Collection[UUID]) -> None:
    """Forget what services said of titles, as when they turn out to be other works."""
    empty = describe.undescribed()
    changes: dict[UUID, dict[str, Any]] = {}
    for title_id, known in (await known_of(session, title_ids)).items():
        sources, locked = known["sources"], set(known["locked_fields"])
        kept = {field: who for field, who in sources.items() if who in describe.OWN_SOURCES}
        gone = sources.keys() - kept.keys() - locked - {"title", "sort_title"}
        values = {field: empty[field] for field in gone}
        if values:
            changes[title_id] = {**values, "sources": kept, **describe.derived(known, values)}
    await write(session, changes)


def _accepted(told: Mapping[str, Told], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what may be written of what is told, together with who said it.

    A user's own ids say which work it is: what a service adds to them means the same one.
    """
    said = {field: each.value for field, each in told.items() if field not in _GAPS_ONLY}
    accepted = describe.accept(said, known, known["locked_fields"]) | {
        field: told[field].value
        for field in _GAPS_ONLY & told.keys()
        if known[field] is None and told[field].value is not None
    }
    sources = {
        field: told[field].source
        for field in said
        if field in describe.SOURCED
        and (field in accepted or _is_confirmed(told[field], known, field))
    }
    if sources.items() <= known["sources"].items():
        return accepted
    return {**accepted, "sources": {**known["sources"], **sources}}


def _is_confirmed(told: Told, known: Mapping[str, Any], field: str) -> bool:
    """Tell whether somebody says what was known already, and may be named for it."""
    return told.value == known[field] and field not in known["locked_fields"]


def _with(changes: Mapping[UUID, Mapping[str, Any]], fields: Iterable[str]) -> list[UUID]:
    wanted = set(fields)
    return [title_id for title_id, values in changes.items() if wanted & values.keys()]
