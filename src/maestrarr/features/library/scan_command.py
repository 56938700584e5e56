"""`maestrarr library scan`: of libraries through a job, of any other folder at once."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import documents, queries, service
from maestrarr.features.library.commands import libraries_table, library_document
from maestrarr.features.library.documents import Document
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import Library
from maestrarr.features.library.scan import read_folder
from maestrarr.kit.clock import now
from maestrarr.kit.ids import new_id
from maestrarr.kit.terminal import ATTENTION, DONE, Installation, JobProgress, Terminal


async def scan(
    terminal: Terminal, target: str | None, *, kind: LibraryKind | None, accept_missing: bool
) -> int:
    """Scan a library, every library, or a folder that no library covers; return the exit code.

    Raises:
        LibraryUnknown: the target is neither a library nor a folder.
        NotAFolder: the target is a path, but no folder that can be listed.
    """
    folder = _as_folder(target)
    if folder is not None and not await _is_covered(terminal, folder):
        document = await asyncio.to_thread(_read, terminal, folder, kind)
        return _show(terminal, document, folder)
    started = now()
    async with terminal.open(work=True) as installation:
        libraries = await _libraries_meant(installation, target, folder)
        ended = [
            await _scan_library(terminal, installation, library, accept_missing=accept_missing)
            for library in libraries
        ]
        seconds = round((now() - started).total_seconds(), 3)
        async with installation.database.reading() as session:
            code = await _show_stored(terminal, session, libraries, folder, seconds=seconds)
    return code if all(job.status == "completed" for job in ended) else ATTENTION


def _as_folder(target: str | None) -> Path | None:
    """Understand the target as a path if it looks like one, or is one."""
    if target is None:
        return None
    path = Path(target).expanduser()
    if "/" in target or target in (".", "..") or path.is_dir():
        return service.checked_folder(path)
    return None


async def _is_covered(terminal: Terminal, folder: Path) -> bool:
    if not terminal.is_set_up():
        return False
    async with terminal.open() as installation, installation.database.reading() as session:
        return bool(await queries.libraries_covering(session, folder))


async def _libraries_meant(
    installation: Installation, target: str | None, folder: Path | None
) -> Sequence[Library]:
    async with installation.database.reading() as session:
        if target is None:
            return await queries.libraries(session)
        if folder is None:
            return [await queries.library_named(session, target)]
        return await queries.libraries_covering(session, folder)


def _read(terminal: Terminal, folder: Path, kind: LibraryKind | None) -> Document:
    with terminal.progress() as show:
        job = JobProgress(id=new_id(), title=f"Scan {folder.name}", status="running")

        def on_progress(current: int, total: int) -> None:
            show(JobProgress(job.id, job.title, job.status, current, total, "Reading files"))

        report = read_folder(folder, kind=kind, on_progress=on_progress)
    return {
        "titles": [documents.found_title(title) for title in report.titles],
        "files": [documents.found_file(file) for file in report.files],
        "faults": [documents.fault(fault) for fault in report.faults],
        "seconds": report.seconds,
    }


async def _scan_library(
    terminal: Terminal, installation: Installation, library: Library, *, accept_missing: bool
) -> JobProgress:
    async with installation.database.writing() as session:
        job = await scan_library.enqueue(
            session,
            asked_by="terminal",
            library_id=library.id,
            name=library.name,
            accept_missing=accept_missing,
        )
    with terminal.progress() as show:
        ended = await installation.follow(job.id, show)
    if ended.status != "completed":
        terminal.say(f"{ended.title}: {ended.error or ended.status}")
    return ended


async def _stored(
    session: AsyncSession, libraries: Sequence[Library], folder: Path | None
) -> Document:
    """Describe what the libraries hold, in the shape in which a scanned folder is described."""
    titles: list[Document] = []
    files: list[Document] = []
    faults: list[Document] = []
    for library in libraries:
        content = await queries.content(session, library.id)
        by_title = {title.id: documents.stored_title(title) for title in content.titles}
        for title in content.titles:
            parent = by_title.get(title.parent_id) if title.parent_id else None
            by_title[title.id] |= {"parent": parent and parent["key"], "files": []}
        paths = {file.id: file.path for file in content.files}
        for link in content.links:
            if link.media_file_id in paths:
                by_title[link.title_id]["files"].append(paths[link.media_file_id])
        titles += by_title.values()
        files += [
            documents.stored_file(file, content.tracks.get(file.id, ())) for file in content.files
        ]
        faults += [documents.fault(fault) for fault in await queries.faults(session, library.id)]
    return {
        "titles": [title for title in titles if _is_in(title["folder"], folder)],
        "files": [file for file in files if _is_in(file["path"], folder)],
        "faults": [fault for fault in faults if _is_in(fault["path"], folder)],
    }


async def _show_stored(
    terminal: Terminal,
    session: AsyncSession,
    libraries: Sequence[Library],
    folder: Path | None,
    *,
    seconds: float,
) -> int:
    """Tell a script everything that the libraries hold, a person how much and what is wrong."""
    if terminal.as_json or folder is not None:
        document = await _stored(session, libraries, folder)
        return _show(terminal, document | {"seconds": seconds}, folder or Path("/"))
    found = [
        await library_document(session, await queries.library(session, library.id))
        for library in libraries
    ]
    faults = [
        documents.fault(fault)
        for library in libraries
        for fault in await queries.faults(session, library.id)
    ]
    terminal.emit(None, table=libraries_table(found))
    return _show_faults(terminal, faults, Path("/"))


def _show(terminal: Terminal, document: Document, root: Path) -> int:
    table = documents.files_table(document["titles"], document["files"], root)
    terminal.emit(document, table=table)
    return _show_faults(terminal, document["faults"], root)


def _show_faults(terminal: Terminal, faults: Sequence[Document], root: Path) -> int:
    if faults and not terminal.as_json:
        terminal.emit(None, table="")
        terminal.emit(None, table=documents.faults_table(faults, root))
    return ATTENTION if faults else DONE


def _is_in(path: Path, folder: Path | None) -> bool:
    return folder is None or path.is_relative_to(folder)
