"""The backups of this machine, found also where the database itself cannot be used."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from maestrarr import rooms
from maestrarr.core.upkeep import backups, restoring
from maestrarr.core.upkeep.documents import backup_document
from maestrarr.core.upkeep.schemas import Backups, RestoreDocument
from maestrarr.kit.config import Config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import DatabaseUnusable
from maestrarr.kit.migrate import SchemaTooNew
from maestrarr.kit.terminal import ATTENTION, DONE, Document, Terminal
from maestrarr.kit.text import readable
from maestrarr.server.installation import opened_database


async def listed(terminal: Terminal) -> tuple[Document, int]:
    """List the backups as the API does, and by themselves where it cannot be opened.

    Returns:
        The document of `GET /backups`, and the exit code: that of attention without a database.
    """
    try:
        async with terminal.api() as api:
            return await api.get("backups"), DONE
    except (SchemaTooNew, DatabaseUnusable) as problem:
        terminal.say(f"{problem} `maestrarr admin restore NAME` goes back to one of these.")
    config = terminal.config()
    data = DataFolder(config.data)
    places = await _folders(config, data)
    last = restoring.last(data)
    answer = Backups(
        folder=readable(str(places[0])),
        backups=[backup_document(one) for one in backups.listed(places)],
        restore=None if last is None else RestoreDocument.model_validate(last),
    )
    return answer.model_dump(mode="json"), ATTENTION


async def named(config: Config, data: DataFolder, name: str) -> Path | None:
    """Return the file of the backup of this name, in whichever folder backups lie, or None."""
    return backups.named(await _folders(config, data), name)


async def _folders(config: Config, data: DataFolder) -> Sequence[Path]:
    """Return the folders that the settings name, or our own where they cannot be read."""
    rooms.load("settings")
    try:
        async with opened_database(config) as database, database.reading() as session:
            return await backups.folders(session, data)
    except (DatabaseError, DatabaseUnusable):
        return [data.backups]
