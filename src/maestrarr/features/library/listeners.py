"""What the library does when files were changed below it."""

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.events import ChangeUndone
from maestrarr.core.events.listening import listens_to
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library import queries, renewal
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.policy import lies_in_any
from maestrarr.features.library.watcher import MOST_PATHS

ASKED_BY = "undo"


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
