"""What can be asked of publishing: what would be written, and that it is; what was known, back."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.settings import service as settings
from maestrarr.features.artwork.settings import ArtworkSettings
from maestrarr.features.library import described_before, filters
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.models import TITLES
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.publishing import describing, plans, standing, subjects
from maestrarr.features.publishing.describing import Described
from maestrarr.features.publishing.models import LibraryNaming
from maestrarr.features.publishing.plans import PublishPlan
from maestrarr.features.publishing.settings import PublishingSettings
from maestrarr.features.publishing.standing import Standing
from maestrarr.features.publishing.subjects import Naming, Subject
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, in_pieces
from maestrarr.media.names.building import NamingProfile

AT_ONCE = 200  # titles that are looked at together


async def plan(
    session: AsyncSession,
    data: DataFolder,
    title_id: UUID,
    profiles: Sequence[NamingProfile] = (),
) -> PublishPlan:
    """Say what would be written for a title, or why nothing is; by other names than usual, if any.

    Raises:
        TitleUnknown: there is no title with this id, or nothing is published of its kind.
    """
    names = await naming(session, profiles)
    subject, stands = await _one(session, title_id, names)
    described = await describing.described(session, [subject])
    return await asyncio.to_thread(_planned, subject, stands, described[subject.id], data)


async def subject(session: AsyncSession, title_id: UUID) -> Subject:
    """Return a title with all that decides what is written for it.

    Raises:
        TitleUnknown: there is no title with this id, or nothing is published of its kind.
    """
    return (await _one(session, title_id, await naming(session)))[0]


async def plans_for(
    database: Database, data: DataFolder, title_ids: Sequence[UUID], names: Naming
) -> list[PublishPlan]:
    """Say what would be written for each of these titles; quickly where nothing is new."""
    found = await database.ask(partial(_read, title_ids=title_ids, names=names))
    at_once = await asyncio.to_thread(lambda: [plans.quick(*each) for each in found])
    known = {plan.subject.id: plan for plan in at_once if plan is not None}
    if len(known) == len(found):
        return list(known.values())
    open_ids = [subject.id for subject, _ in found if subject.id not in known]
    known |= {plan.subject.id: plan for plan in await _closer(database, data, open_ids, names)}
    return [known[subject.id] for subject, _ in found if subject.id in known]


async def naming(session: AsyncSession, profiles: Sequence[NamingProfile] = ()) -> Naming:
    """Read whose names are used where; with `profiles`, everywhere theirs."""
    said = await settings.read(session, PublishingSettings)
    connection = await session.connection()
    names = await connection.run_sync(subjects.naming, said.profiles, said.folder_of_sets)
    names = replace(names, portraits=(await settings.read(session, ArtworkSettings)).portraits)
    return replace(names, usual=tuple(profiles), own={}) if profiles else names


async def with_parts(session: AsyncSession, title_ids: Sequence[UUID]) -> list[UUID]:
    """Name these titles and all below them: a series goes before its seasons and episodes."""
    found = dict.fromkeys(title_ids)
    newest = list(found)
    while newest:
        below: list[UUID] = []
        for start in range(0, len(newest), AT_ONCE):
            query = select(TITLES.c.id).where(
                TITLES.c.parent_id.in_(newest[start : start + AT_ONCE])
            )
            below += await session.scalars(query.order_by(TITLES.c.match_key))
        newest = [each for each in below if each not in found]
        found |= dict.fromkeys(newest)
    return list(found)


async def count_unpublished(session: AsyncSession, title_ids: Sequence[UUID]) -> int:
    """Count those of these titles of which something else is known than is published."""
    count = 0
    for some in in_pieces(title_ids):
        query = (
            select(func.count())
            .select_from(TITLES)
            .where(TITLES.c.id.in_(some), TITLES.c.is_unpublished.is_(True))
        )
        count += (await session.scalar(query)) or 0
    return count


async def meant(session: AsyncSession, wanted: TitleFilter) -> list[UUID]:
    """Name the titles that a filter means, in the order of their names."""
    query = select(TITLES.c.id).where(*filters.conditions(wanted))
    return list(await session.scalars(query.order_by(TITLES.c.sort_title, TITLES.c.id)))


async def set_naming(
    session: AsyncSession, library_id: UUID, profiles: Sequence[str] | None
) -> None:
    """Say for whose players a library's files are named; None lets the settings say it."""
    own = await session.get(LibraryNaming, library_id)
    if profiles is None:
        if own is not None:
            await session.delete(own)
    elif own is None:
        session.add(LibraryNaming(library_id=library_id, profiles=list(profiles)))
    else:
        own.profiles = list(profiles)
    await session.flush()


async def own_naming(session: AsyncSession, library_id: UUID) -> list[str] | None:
    """Tell for whose players a library's files are named, where the settings do not say it."""
    own = await session.get(LibraryNaming, library_id)
    return None if own is None else list(own.profiles)


async def _closer(
    database: Database, data: DataFolder, title_ids: Sequence[UUID], names: Naming
) -> list[PublishPlan]:
    """Compare titles with the disk; what is known of them is all read from one state."""
    again = partial(_read, title_ids=title_ids, names=names, with_contents=True)
    async with database.reading() as session:
        found = await (await session.connection()).run_sync(again)
        described = await describing.described(session, [subject for subject, _ in found])
        ids = [row.id for subject, _ in found for row in subject.titles]
        said = await described_before.keep(session, ids)

    def look() -> list[PublishPlan]:
        return [plans.whole(*each, described[each[0].id], data) for each in found]

    return [
        replace(plan, said={str(row.id): said[row.id] for row in plan.subject.titles})
        for plan in await asyncio.to_thread(look)
    ]


async def _one(
    session: AsyncSession, title_id: UUID, names: Naming
) -> tuple[Subject, Standing | None]:
    connection = await session.connection()
    reading = partial(_read, title_ids=[title_id], names=names, with_contents=True)
    found = await connection.run_sync(reading)
    if not found:
        raise TitleUnknown(str(title_id))
    return found[0]


def _read(
    connection: Connection,
    *,
    title_ids: Sequence[UUID],
    names: Naming,
    with_contents: bool = False,
) -> list[tuple[Subject, Standing | None]]:
    found = subjects.subjects(connection, title_ids, names)
    ids = [subject.id for subject in found]
    stands = standing.standing(connection, ids, with_contents=with_contents)
    return [(subject, stands.get(subject.id)) for subject in found]


def _planned(
    subject: Subject, stands: Standing | None, described: Described, data: DataFolder
) -> PublishPlan:
    return plans.whole(subject, stands, described, data)
