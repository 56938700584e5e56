"""`/backups`, `/cleanup` and `/figures`: what there is to go back to, to forget, and in all.

A backup holds everything, password hashes too: nobody but an admin sees one.
"""

import asyncio
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import FileResponse
from starlette.types import Message, Receive, Scope, Send

from maestrarr.core.accounts.access import STARTS_WORK, Admin, Database, ReadDatabase
from maestrarr.core.accounts.audit import record
from maestrarr.core.changes import service as changes
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.service import shown_one
from maestrarr.core.upkeep import backups, figures, history, jobs, restoring
from maestrarr.core.upkeep.documents import backup_document
from maestrarr.core.upkeep.errors import NoSuchPart
from maestrarr.core.upkeep.schemas import (
    BackupDocument,
    Backups,
    FiguresDocument,
    ForgottenDocument,
    RestoreDocument,
)
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.text import readable

_RANGE_REFUSED = {400, 416}

router = APIRouter(tags=["upkeep"])
Name = Annotated[str, Path(max_length=100, examples=["maestrarr-2026-11-26T010000Z-5f0c.zip"])]


class Archive(FileResponse):
    """A backup's file, of which a part may be asked for."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what was asked for.

        Raises:
            NoSuchPart: it is not there; FileResponse would say so in plain text, or in none.
        """

        async def send_or_refuse(message: Message) -> None:
            if message.get("status") in _RANGE_REFUSED:
                raise NoSuchPart(str(self.filename), int(self.headers["content-length"]))
            await send(message)

        await super().__call__(scope, receive, send_or_refuse)


@router.get("/backups")
async def list_backups(request: Request, _caller: Admin, session: ReadDatabase) -> Backups:
    """List every backup, the newest first, and how the last restore ended."""
    data = _data(request)
    folders = await backups.folders(session, data)
    found = await asyncio.to_thread(backups.listed, folders)
    last = restoring.last(data)
    return Backups(
        folder=readable(str(folders[0])),
        backups=[backup_document(one) for one in found],
        restore=None if last is None else RestoreDocument.model_validate(last),
    )


@router.post("/backups", status_code=202, dependencies=STARTS_WORK)
async def make_backup(caller: Admin, session: Database) -> JobDocument:
    """Queue a backup; while one waits already, that one is returned."""
    queued = await jobs.back_up.enqueue(session, asked_by=caller.known_as)
    return await shown_one(session, queued)


@router.get("/backups/{name}")
async def get_backup(
    name: Name, request: Request, _caller: Admin, session: ReadDatabase
) -> BackupDocument:
    """Return what a backup says of itself."""
    file = backups.find(await backups.folders(session, _data(request)), name)
    return backup_document(await asyncio.to_thread(backups.looked_at, file))


@router.get("/backups/{name}/file", response_class=Archive)
async def download_backup(
    name: Name, request: Request, caller: Admin, session: Database
) -> Archive:
    """Download a backup: one ZIP archive, to be kept as carefully as the installation itself."""
    file = backups.find(await backups.folders(session, _data(request)), name)
    record(session, caller, "backup.downloaded", name)
    return Archive(file, filename=name, media_type="application/zip")


@router.delete("/backups/{name}", status_code=204)
async def delete_backup(name: Name, request: Request, caller: Admin, session: Database) -> None:
    """Delete a backup for good."""
    file = backups.find(await backups.folders(session, _data(request)), name)
    record(session, caller, "backup.deleted", name)
    backups.delete(file)


@router.post("/backups/{name}/check", status_code=202, dependencies=STARTS_WORK)
async def check_backup(
    name: Name, request: Request, caller: Admin, session: Database
) -> JobDocument:
    """Queue a check to the last byte: is it whole, and could it be restored here?"""
    backups.find(await backups.folders(session, _data(request)), name)
    queued = await jobs.verify.enqueue(session, asked_by=caller.known_as, name=name)
    return await shown_one(session, queued)


@router.post("/backups/{name}/restore", status_code=202, dependencies=STARTS_WORK)
async def restore_backup(
    name: Name, request: Request, caller: Admin, session: Database
) -> JobDocument:
    """Queue a restore: the backup is checked, then the server starts again with its state.

    Whatever refuses leaves everything as it is. The state before is kept as a backup, everybody is
    signed out, and `GET /backups` says how it ended.
    """
    backups.find(await backups.folders(session, _data(request)), name)
    record(session, caller, "backup.restore_asked", name)
    queued = await jobs.prepare_restore.enqueue(session, asked_by=caller.known_as, name=name)
    return await shown_one(session, queued)


@router.post("/cleanup", status_code=202, dependencies=STARTS_WORK)
async def clean_up(caller: Admin, session: Database) -> JobDocument:
    """Queue the sweep that runs each night by itself: it forgets what is older than it is kept."""
    queued = await jobs.sweep.enqueue(session, asked_by=caller.known_as)
    return await shown_one(session, queued)


@router.post("/cleanup/preview")
async def preview_cleanup(request: Request, _caller: Admin, session: Database) -> ForgottenDocument:
    """Tell how much the sweep would forget now; nothing is changed."""
    forgotten = await history.forget_old(session)
    await session.rollback()
    database = request.app.state.installation.database
    recycled = await changes.would_sweep(database, _data(request))
    return ForgottenDocument(**asdict(forgotten), recycled=recycled)


@router.get("/figures")
async def count_everything(
    request: Request, _caller: Admin, session: ReadDatabase
) -> FiguresDocument:
    """Count what the installation holds: rows by room and table, bytes, backups."""
    return FiguresDocument.model_validate(await figures.figures(session, _data(request)))


def _data(request: Request) -> DataFolder:
    data: DataFolder = request.app.state.installation.data
    return data
