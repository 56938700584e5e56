"""What artwork follows: scans, titles that became others, and services that were connected."""

from datetime import timedelta
from typing import Final

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections.events import ConnectionsChanged
from maestrarr.core.events.listening import listens_to
from maestrarr.features.artwork import queries
from maestrarr.features.artwork.jobs import catch_up
from maestrarr.features.artwork.models import SearchRecord
from maestrarr.features.library.events import LibraryScanned, TitlesChanged
from maestrarr.features.library.models import Title
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces

PAUSE: Final = timedelta(seconds=2)  # in which a job that is at the title may go on with it


@listens_to(LibraryScanned)
async def search_for_what_was_scanned(session: AsyncSession, news: LibraryScanned) -> None:
    """Search for the pictures of titles that a scan found; most scans find none."""
    query = queries.due(now(), is_described=False).where(Title.library_id == news.library_id)
    if await session.scalar(query.limit(1)) is not None:
        await catch_up.enqueue(session)


@listens_to(ConnectionsChanged)
async def ask_who_was_connected(session: AsyncSession, _news: ConnectionsChanged) -> None:
    """Search anew where somebody was not asked yet; the job knows where that is."""
    await catch_up.enqueue(session)


@listens_to(TitlesChanged)
async def search_for_what_changed(session: AsyncSession, news: TitlesChanged) -> None:
    """Search for the pictures of titles that have been enriched, or are other works now."""
    for some in in_pieces(await queries.with_other_ids(session, news.title_ids)):
        renewed = update(SearchRecord).where(SearchRecord.title_id.in_(some))
        await session.execute(renewed.values(due_at=now()))
    query = queries.due(now(), is_described=True).where(Title.id.in_(news.title_ids))
    if await session.scalar(query.limit(1)) is not None:
        await catch_up.enqueue(session, run_after=now() + PAUSE)
