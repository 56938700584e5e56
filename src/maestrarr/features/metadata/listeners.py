"""What metadata does by itself: what comes, changes or is unlocked is sought and described."""

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections.events import ConnectionsChanged
from maestrarr.core.events.listening import listens_to
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library.events import FieldsUnlocked, LibraryScanned, TitleIdentified
from maestrarr.features.metadata import enriching, queries
from maestrarr.features.metadata.jobs import enrich, enrich_all, identify_all
from maestrarr.kit.clock import now


@listens_to(LibraryScanned)
async def see_to_what_came(session: AsyncSession, _news: LibraryScanned) -> None:
    """Seek and describe what a scan found."""
    if await queries.nameless(session, now(), limit=1):
        await identify_all.enqueue(session, priority=Priority.LOW)
    if await queries.has_new(session):
        await enrich_all.enqueue(session, priority=Priority.LOW)


@listens_to(ConnectionsChanged)
async def ask_who_is_there_now(session: AsyncSession, _news: ConnectionsChanged) -> None:
    """Ask a service that was connected, or that is well again, about what waits for it."""
    await enrich_all.enqueue(session, priority=Priority.LOW)
    if await queries.nameless(session, now(), limit=1):
        await identify_all.enqueue(session, priority=Priority.LOW)


@listens_to(TitleIdentified)
async def describe_anew(session: AsyncSession, news: TitleIdentified) -> None:
    """Describe a title as the work that it is now known to be, or forget what was said of it."""
    title = await queries.one_asked(session, news.title_id)
    if title is not None:
        await enrich.enqueue(
            session, priority=Priority.HIGH, title_id=title.id, name=title.name, is_new=True
        )


@listens_to(FieldsUnlocked)
async def let_services_speak(session: AsyncSession, news: FieldsUnlocked) -> None:
    """Ask again about titles of which a user lets others speak again; about many in one job."""
    tops = await queries.tops_of(session, news.title_ids)
    if len(tops) > 1:
        await enriching.want(session, tops, ())
        await enrich_all.enqueue(session, priority=Priority.HIGH)
        return
    for top in tops:
        title = await queries.one_asked(session, top)
        if title and title.ids:
            await enrich.enqueue(
                session, priority=Priority.HIGH, title_id=title.id, name=title.name
            )
