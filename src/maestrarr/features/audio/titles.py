"""What is decided about a title's files, and what would be done to each of them now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.accounts import service as accounts
from maestrarr.core.changes.settings import ChangesSettings
from maestrarr.core.changes.writes import HardLinks
from maestrarr.core.settings import service as settings
from maestrarr.features.audio import documents, plans, queries, service
from maestrarr.features.audio.errors import FileUnknown
from maestrarr.features.audio.models import PinRecord
from maestrarr.features.audio.queries import FileFacts
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import Library, MediaFile, Title

Document = dict[str, Any]

USUAL_PAGE = 20


@dataclass(frozen=True, slots=True)
class _Found:
    """Files as the database knows them, before any of them is read."""

    facts: Sequence[FileFacts]
    titles: dict[UUID, Document]
    hard_links: dict[UUID, HardLinks]


async def of_title(
    session: AsyncSession, title_id: UUID, *, after: UUID | None = None, limit: int = USUAL_PAGE
) -> Document:
    """Say of a page of a title's files what is decided about them; plans are read from the disk.

    Raises:
        TitleUnknown: there is no title with this id.
    """
    title = await library.title_named(session, str(title_id))
    query = select(MediaFile.id).where(
        MediaFile.id.in_(queries.files_below(title_id)),
        MediaFile.missing_since.is_(None),
        MediaFile.role == queries.FEATURE,
    )
    if after is not None:
        last = select(MediaFile.path).where(MediaFile.id == after).scalar_subquery()
        query = query.where(MediaFile.path > last)
    ids = (await session.scalars(query.order_by(MediaFile.path).limit(limit + 1))).all()
    return {
        "title_id": title_id,
        "pin": await _described(session, await _pin(session, title_id)),
        "state": title.default_audio,
        "files": await _planned(session, ids[:limit]),
        "next": ids[limit - 1] if len(ids) > limit else None,
    }


async def of_file(session: AsyncSession, file_id: UUID) -> Document:
    """Say what is decided about a file, and what would be done to it now.

    Raises:
        FileUnknown: there is none with this id.
    """
    planned = await _planned(session, [file_id])
    if not planned:
        raise FileUnknown(str(file_id))
    return planned[0]


async def _planned(session: AsyncSession, file_ids: Sequence[UUID]) -> list[Document]:
    """Judge files by what holds now, whatever was written down, and plan what would be done."""
    taste = await service.taste(session)
    otherwise = HardLinks((await settings.read(session, ChangesSettings)).hard_links)
    connection = await session.connection()
    found = await connection.run_sync(_find, file_ids, otherwise)
    verdicts = [service.judged(facts, taste) for facts in found.facts]
    wanted = [
        (facts.path, verdict, found.hard_links[facts.library_id])
        for facts, verdict in zip(found.facts, verdicts, strict=True)
    ]
    planned = await plans.plans(wanted)
    return [
        documents.decided(facts, verdict, found.titles.get(facts.id))
        | {
            "hard_links": found.hard_links[facts.library_id],
            "names": names,
            "plan": plan,
            "subtitles": facts.subtitles,
        }
        for facts, verdict, (plan, names) in zip(found.facts, verdicts, planned, strict=True)
    ]


def _find(connection: Connection, file_ids: Sequence[UUID], otherwise: HardLinks) -> _Found:
    facts = queries.facts(connection, file_ids)
    links = connection.execute(select(Library.id, Library.hard_links))
    return _Found(
        facts,
        documents.played(connection, facts),
        {row.id: HardLinks(row.hard_links or otherwise) for row in links},
    )


async def _described(session: AsyncSession, pin: PinRecord | None) -> dict[str, Any] | None:
    """Describe a pin, with the name of the user who set it."""
    if pin is None:
        return None
    names = await accounts.names_of(session, [pin.pinned_by])
    facts = ("title_id", "track_index", "language", "pinned_by", "pinned_at")
    return {
        **{name: getattr(pin, name) for name in facts},
        "pinned_by_name": names.get(pin.pinned_by),
    }


async def _pin(session: AsyncSession, title_id: UUID) -> PinRecord | None:
    """Find the pin that decides about a title: its own, else that of what it is part of."""
    season = aliased(Title)
    above = (
        select(Title.id, Title.parent_id, season.parent_id)
        .outerjoin(season, season.id == Title.parent_id)
        .where(Title.id == title_id)
    )
    chain = [each for row in await session.execute(above) for each in row if each is not None]
    found = await session.scalars(select(PinRecord).where(PinRecord.title_id.in_(chain)))
    return min(found, key=lambda pin: chain.index(pin.title_id), default=None)
