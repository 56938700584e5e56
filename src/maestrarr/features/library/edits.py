"""What users say of titles: their words stand, locked, until they let others speak again."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import describe, filters, telling
from maestrarr.features.library.edit_requests import Edit, TitlesEdit
from maestrarr.features.library.errors import NothingToEdit, TitlesUnclear, TitleUnknown
from maestrarr.features.library.events import MOST_IDS, FieldsUnlocked
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.kit.db import VALUES_PER_STATEMENT
from maestrarr.kit.text import sort_key
from maestrarr.providers.contracts import Order


async def edit_title(session: AsyncSession, title_id: UUID, edit: Edit) -> None:
    """Change what is said of a title; what is set is locked, also when it is set to nothing.

    Raises:
        TitleUnknown: there is no title with this id.
        NothingToEdit: nothing is asked for.
    """
    if not await telling.known_of(session, [title_id]):
        raise TitleUnknown(str(title_id))
    await edit_titles(session, [title_id], edit)


async def edit_titles(session: AsyncSession, title_ids: Collection[UUID], edit: Edit) -> int:
    """Do so with many titles; returns how many are not what they were.

    Raises:
        NothingToEdit: nothing is asked for.
    """
    if edit.is_empty:
        raise NothingToEdit
    changes = {
        title_id: news
        for title_id, known in (await telling.known_of(session, title_ids, lock=True)).items()
        if (news := edited(known, edit))
    }
    await telling.write(session, changes)
    unlocked = [each for each, news in changes.items() if "locked_fields" in news and edit.unlock]
    for start in range(0, len(unlocked), MOST_IDS):
        await events.publish(session, FieldsUnlocked(unlocked[start : start + MOST_IDS]))
    return len(changes)


async def edit_meant(session: AsyncSession, said: TitlesEdit, wanted: TitleFilter) -> int:
    """Do so with the titles that are named, or with all that a filter means.

    Raises:
        TitlesUnclear: none are named and nothing is asked of them, or both.
        NothingToEdit: nothing is asked for.
    """
    return await edit_titles(session, await meant(session, said.ids, wanted), said)


async def meant(
    session: AsyncSession, ids: Sequence[UUID] | None, wanted: TitleFilter
) -> Sequence[UUID]:
    """Name the titles that are named, or all that a filter means.

    Raises:
        TitlesUnclear: none are named and nothing is asked of them, or both.
    """
    if (ids is None) == (not wanted.model_fields_set):
        raise TitlesUnclear
    if ids is not None:
        return ids
    found: list[UUID] = []
    query = select(TITLES.c.id).where(*filters.conditions(wanted))
    for some in (await session.scalars(query)).partitions(VALUES_PER_STATEMENT):
        found += some
    return found


def edited(known: Mapping[str, Any], edit: Edit) -> dict[str, Any]:
    """Return what becomes of a title by an edit; nothing where it is so already."""
    said = {**edit.said, **_added(known, edit)}
    if said.get("sort_title"):
        said["sort_title"] = sort_key(said["sort_title"])
    elif "sort_title" in said:
        said["sort_title"] = sort_key(said.get("title") or known["title"])
    locked = ({*known["locked_fields"]} | said.keys() | {*edit.lock}) - {*edit.unlock}
    locked |= {*describe.IDS} & {*known["locked_fields"]}
    changes = {field: value for field, value in said.items() if known[field] != value}
    sources = {**known["sources"], **dict.fromkeys(said, "user")}
    own: dict[str, Any] = {"locked_fields": sorted(locked), "sources": sources}
    if edit.episode_order is not None:
        is_usual = edit.episode_order is Order.AIRED
        own["episode_order"] = None if is_usual else edit.episode_order.value
    changes |= {name: value for name, value in own.items() if known[name] != value}
    changes |= {name: None for name, of in describe.FOLLOWS.items() if of in changes}
    return changes | describe.derived(known, changes)


def _added(known: Mapping[str, Any], edit: Edit) -> dict[str, list[Any]]:
    """Return the lists that have something more or less in them than before."""
    changed: dict[str, list[Any]] = {}
    for field in {*edit.add, *edit.remove}:
        less = {word.casefold() for word in edit.remove.get(field, ())}
        kept = [each for each in known[field] if each.casefold() not in less]
        there = {each.casefold() for each in kept}
        more = [word for word in edit.add.get(field, ()) if word.casefold() not in there]
        if [*kept, *more] != known[field]:
            changed[field] = [*kept, *more]
    return changed
