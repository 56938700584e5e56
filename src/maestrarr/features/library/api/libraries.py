"""`/libraries`, `/folders`, `/faults`: what is there, and what can be asked of it."""

import asyncio
from pathlib import Path
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Operator,
    ReadDatabase,
    Viewer,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.service import shown_one
from maestrarr.features.library import (
    overview,
    places,
    queries,
    service,
)
from maestrarr.features.library.folders import infer_kind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.requests import (
    LibraryPatch,
    NewLibrary,
    ScanRequest,
)
from maestrarr.features.library.schemas import (
    LARGEST_PAGE,
    LONGEST_PATH,
    FaultDocument,
    FaultsPage,
    FolderListing,
    Libraries,
    LibraryDocument,
)
from maestrarr.features.library.watcher import Watcher
from maestrarr.kit.config import Config
from maestrarr.kit.text import readable

router = APIRouter()
PageSize = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]


@router.get("/libraries")
async def list_libraries(request: Request, _caller: Viewer, session: ReadDatabase) -> Libraries:
    """List every library, how it is watched, and how much it holds."""
    return Libraries(libraries=await overview.library_documents(session, watcher=_watcher(request)))


@router.post("/libraries", status_code=201)
async def add_library(
    wanted: NewLibrary, request: Request, caller: Admin, session: Database
) -> LibraryDocument:
    """Make a library of folders on the server's disk; nothing in them is touched."""
    config: Config = request.app.state.installation.config
    folders = await service.checked_folders(map(Path, wanted.folders), config.allowed_roots)
    kind = wanted.kind
    if kind is None:
        kind = await asyncio.to_thread(infer_kind, folders)
    library = await service.add_library(
        session,
        name=wanted.name or readable(folders[0].name),
        kind=kind,
        folders=folders,
        allowed_roots=config.allowed_roots,
        language=wanted.language,
        hard_links=wanted.hard_links,
    )
    places = [readable(str(folder)) for folder in folders]
    audit.record(session, caller, "library.added", library.name, folders=places)
    return await _described(request, session, library.id)


@router.get("/libraries/{library_id}")
async def get_library(
    library_id: UUID, request: Request, _caller: Viewer, session: ReadDatabase
) -> LibraryDocument:
    """Return a library, how it is watched, and how much it holds."""
    await queries.library(session, library_id)
    return await _described(request, session, library_id)


@router.patch("/libraries/{library_id}")
async def change_library(
    library_id: UUID, patch: LibraryPatch, request: Request, caller: Admin, session: Database
) -> LibraryDocument:
    """Change a library's name, language, folders, automation, or what becomes of hard links.

    Nothing on the disk is touched.

    What lay in a folder that is removed is missing at once. A scan finds again what now lies in
    another folder of the library, as it was; the rest is forgotten after the days of grace, and
    what was decided about it is kept. Adding the folder again before that brings all of it back.
    """
    config: Config = request.app.state.installation.config
    library = await service.edit_library(
        session, library_id, patch, allowed_roots=config.allowed_roots
    )
    audit.record(
        session, caller, "library.changed", library.name, **patch.model_dump(exclude_unset=True)
    )
    return await _described(request, session, library_id)


@router.delete("/libraries/{library_id}", status_code=204)
async def remove_library(library_id: UUID, caller: Admin, session: Database) -> None:
    """Forget a library and what is known of its titles; its files stay as they are."""
    library = await queries.library(session, library_id)
    audit.record(session, caller, "library.removed", library.name)
    await service.remove_library(session, library_id)


@router.post("/libraries/{library_id}/scan", status_code=202, dependencies=STARTS_WORK)
async def scan(
    library_id: UUID,
    caller: Operator,
    session: Database,
    how: Annotated[ScanRequest | None, Body()] = None,
) -> JobDocument:
    """Queue a scan of a library; while one waits already, that one is returned."""
    library = await queries.library(session, library_id)
    accept_missing = how is not None and how.accept_missing
    queued = await scan_library.enqueue(
        session,
        asked_by=caller.known_as,
        library_id=library.id,
        name=library.name,
        accept_missing=accept_missing,
    )
    return await shown_one(session, queued)


@router.get("/folders")
async def list_folders(
    request: Request,
    _caller: Admin,
    session: ReadDatabase,
    path: Annotated[
        str | None, Query(max_length=LONGEST_PATH, pattern=r"^/[^\x00]*$", description="Which one.")
    ] = None,
) -> FolderListing:
    """List the folders on the server's disk in which a library may lie."""
    config: Config = request.app.state.installation.config
    libraries = dict(await queries.all_folders(session))
    if path is None:
        return await asyncio.to_thread(places.beginnings, config.allowed_roots, libraries)
    return await asyncio.to_thread(places.listing, Path(path), config.allowed_roots, libraries)


@router.get("/faults")
async def list_faults(
    _caller: Viewer,
    session: ReadDatabase,
    library: UUID | None = None,
    kind: Annotated[str | None, Query(max_length=100, description="Such as `unreadable`.")] = None,
    after: UUID | None = None,
    limit: PageSize = 50,
) -> FaultsPage:
    """List what is wrong with files on the disk, in the order it was found."""
    found = await overview.faults_after(
        session, after, library_id=library, kind=kind, limit=limit + 1
    )
    page = [FaultDocument.model_validate(fault) for fault in found[:limit]]
    return FaultsPage(faults=page, next=page[-1].id if len(found) > limit else None)


async def _described(request: Request, session: AsyncSession, library_id: UUID) -> LibraryDocument:
    found = await overview.library_documents(session, library_id, watcher=_watcher(request))
    return found[0]


def _watcher(request: Request) -> Watcher | None:
    watcher: Watcher | None = request.app.state.installation.watcher
    return watcher
