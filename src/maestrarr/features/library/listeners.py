"""What the library does when files were changed below it, or movies say other sets."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.events import ChangeUndone
from maestrarr.core.events.listening import listens_to
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library import queries, renewal, sets
from maestrarr.features.library.events import LibraryScanned, TitlesChanged
from maestrarr.features.library.jobs import gather_sets, scan_library
from maestrarr.features.library.policy import lies_in_any
from maestrarr.features.library.watcher import MOST_PATHS
from maestrarr.kit.clock import now

ASKED_BY = "undo"
PAUSE = timedelta(seconds=2)  # in which other news of the same kind is one with it


@listens_to(ChangeUndone)
async def look_again(session: AsyncSession, undone: ChangeUndone) -> None:
    """Scan what was taken back: its tracks, its names and its pictures are others again."""
    written = await changes.paths(session, undone.by_id)
    await renewal.forget_stamps(session, written)  # an undo may give a file its old time back
    paths = list(map(str, written))
    for library in await queries.libraries(session):
        folders = [str(folder) for folder in await queries.folders(session, library.id)]
        inside = [path for path in paths if lies_in_any(path, folders)]
        if inside:
            await scan_library.enqueue(
                session,
                asked_by=ASKED_BY,
                priority=Priority.HIGH,
                library_id=library.id,
                name=library.name,
                paths=tuple(inside) if len(inside) <= MOST_PATHS else (),
            )


@listens_to(TitlesChanged)
async def gather_what_changed(session: AsyncSession, news: TitlesChanged) -> None:
    """Have movies in the sets that they say, once many that change have changed."""
    for library_id in await sets.libraries_with_strays(session, news.title_ids):
        await _gather(session, library_id)


@listens_to(LibraryScanned)
async def gather_what_was_scanned(session: AsyncSession, news: LibraryScanned) -> None:
    """Have movies in the sets that a scan has read of them, and no set without a movie."""
    if await sets.is_unsettled(session, news.library_id):
        await _gather(session, news.library_id)


async def _gather(session: AsyncSession, library_id: UUID) -> None:
    library = await queries.library(session, library_id)
    await gather_sets.enqueue(
        session, run_after=now() + PAUSE, library_id=library.id, name=library.name
    )
