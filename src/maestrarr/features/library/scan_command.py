"""`maestrarr library scan`: of libraries through a job, of any other folder at once."""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import documents, queries, service
from maestrarr.features.library.commands import libraries_table, only_folder
from maestrarr.features.library.documents import Document, counted, size_in_words
from maestrarr.features.library.errors import LibraryUnknown
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import Library
from maestrarr.features.library.scan import read_folder
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Invalid
from maestrarr.kit.ids import new_id
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Installation, JobProgress, Terminal

LEAVE_SECONDS = 0.5  # that a reader which was told to stop gets to end its children


class NothingNamed(Invalid):
    """The name of what to scan is empty, as when a script's variable is not set."""

    def __init__(self) -> None:
        super().__init__("The name of the library or folder is empty; leave it out to scan all.")


async def scan(
    terminal: Terminal, target: str | None, *, kind: LibraryKind | None, accept_missing: bool
) -> int:
    """Scan a library, every library, or a folder that no library covers; return the exit code.

    Raises:
        NothingNamed: the target is empty.
        LibraryUnknown: the target is neither a library nor a folder.
        NotAFolder: the target is a path, but no folder that can be listed.
    """
    libraries, folder = await _meant(terminal, target)
    if folder is not None and not libraries:
        document = await _read_aside(terminal, folder, kind)
        return _show_content(terminal, document, folder)
    if kind is not None:
        terminal.say("A library's own kind holds for its folders; --kind was left aside.")
    started = now()
    async with terminal.open(work=True) as installation:
        ended = [
            await _scan_library(terminal, installation, library, accept_missing=accept_missing)
            for library in libraries
        ]
        seconds = round((now() - started).total_seconds(), 3)
        async with installation.database.reading() as session:
            if terminal.as_json or folder is not None:
                document = await _stored(session, libraries, folder) | {"seconds": seconds}
                code = _show_content(terminal, document, folder or Path("/"))
            else:
                code = await _show_summary(terminal, session, libraries, ended)
    return code if all(job.status == "completed" for job in ended) else ATTENTION


async def _meant(terminal: Terminal, target: str | None) -> tuple[Sequence[Library], Path | None]:
    """Understand the target: as a library's name, else as a path; None means every library."""
    if target is not None and not target.strip():
        raise NothingNamed
    looks_like_path = target is not None and ("/" in target or target in (".", ".."))
    if target is not None and (looks_like_path or not terminal.is_set_up()):
        folder = _checked(target, looks_like_path=looks_like_path)
        if not terminal.is_set_up():
            return [], folder
        async with terminal.open() as installation, installation.database.reading() as session:
            return await queries.libraries_covering(session, folder), folder
    async with terminal.open() as installation, installation.database.reading() as session:
        if target is None:
            return await queries.libraries(session), None
        try:
            return [await queries.library_named(session, target)], None
        except LibraryUnknown:
            folder = _checked(target, looks_like_path=False)
            return await queries.libraries_covering(session, folder), folder


def _checked(target: str, *, looks_like_path: bool) -> Path:
    path = Path(target).expanduser()
    if not looks_like_path and not path.exists():
        raise LibraryUnknown(target)
    return service.checked_folder(path)


async def _read_aside(terminal: Terminal, folder: Path, kind: LibraryKind | None) -> Document:
    """Read in a thread that nobody waits for at the end: its disk may not answer."""
    read, stop = Future[Document](), Future[None]()
    read.set_running_or_notify_cancel()

    def hand_on(_kind: object, error: BaseException | None, _trace: object) -> bool:
        if error is not None:
            read.set_exception(error)
        return True

    def run() -> None:
        with ExitStack() as reading:
            reading.push(hand_on)
            read.set_result(_read(terminal, folder, kind, stop))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        return await asyncio.wrap_future(read)
    finally:
        stop.set_result(None)
        thread.join(LEAVE_SECONDS)


def _read(
    terminal: Terminal, folder: Path, kind: LibraryKind | None, stop: "Future[None]"
) -> Document:
    with terminal.progress() as show:
        job = JobProgress(id=new_id(), title=f"Scan {folder.name}", status="running")

        def on_progress(current: int, total: int) -> None:
            show(JobProgress(job.id, job.title, job.status, current, total, "Reading files"))

        report = read_folder(folder, kind=kind, on_progress=on_progress, stop=stop)
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
    if not ended.has_ended:
        terminal.say("The server stopped meanwhile; the scan goes on when it starts again.")
    elif ended.status != "completed":
        terminal.say(f"{ended.title}: {ended.status}. {ended.error or ''}".rstrip())
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
        titles += _stored_titles(content)
        files += [
            documents.stored_file(file, content.tracks.get(file.id, ())) for file in content.files
        ]
        faults += [documents.fault(fault) for fault in await queries.faults(session, library.id)]
    return {
        "titles": [title for title in titles if _is_in(title["folder"], folder)],
        "files": [file for file in files if _is_in(file["path"], folder)],
        "faults": [fault for fault in faults if _is_in(fault["path"], folder)],
    }


def _stored_titles(content: queries.Content) -> list[Document]:
    by_title = {title.id: documents.stored_title(title) for title in content.titles}
    for title in content.titles:
        parent = by_title.get(title.parent_id) if title.parent_id else None
        by_title[title.id] |= {"parent": parent and parent["key"], "files": [], "artwork": []}
    paths = {file.id: file.path for file in content.files}
    for link in content.links:
        if link.media_file_id in paths and link.title_id in by_title:
            by_title[link.title_id]["files"].append(paths[link.media_file_id])
    for picture in content.artwork:
        by_title[picture.title_id]["artwork"].append(documents.stored_artwork(picture))
    return list(by_title.values())


async def _show_summary(
    terminal: Terminal,
    session: AsyncSession,
    libraries: Sequence[Library],
    ended: Sequence[JobProgress],
) -> int:
    """Tell a person how much there is, what has just gone, and what is wrong."""
    rows, tables, code = [], list[Table | str](), DONE
    for library, job in zip(libraries, ended, strict=True):
        counts = await queries.counts(session, library.id)
        gone = (job.result or {}).get("newly_missing", 0)
        size = size_in_words(counts.size_bytes)
        rows.append((library.name, counts.titles, counts.files, size, gone, counts.faults))
        if faults := await queries.faults(session, library.id):
            root = only_folder(await queries.folders(session, library.id))
            tables.append(documents.faults_table([documents.fault(each) for each in faults], root))
            code = ATTENTION
    columns = ("Library", "Titles", "Files", "Size", "Newly missing", "Faults")
    summary = Table(columns, rows, empty=libraries_table([]).empty)
    terminal.emit(None, table=[summary, *tables])
    return code


def _show_content(terminal: Terminal, document: Document, root: Path) -> int:
    """Tell everything that was found, and last how much it is."""
    titles, files, faults = document["titles"], document["files"], document["faults"]
    tables: list[Table | str] = [documents.files_table(titles, files, root)]
    if faults:
        tables.append(documents.faults_table(faults, root))
    if files:
        tops = sum(1 for title in titles if title["kind"] in queries.TOPS)
        size = size_in_words(sum(file["size_bytes"] for file in files))
        held = f"{counted(tops, 'title')} in {counted(len(files), 'file')}, {size}"
        wrong = f" and {counted(len(faults), 'fault')}" if faults else ""
        tables.append(f"{held}{wrong}, read in {document['seconds']:.1f} s.")
    terminal.emit(document, table=tables)
    return ATTENTION if faults else DONE


def _is_in(path: Path, folder: Path | None) -> bool:
    return folder is None or path.is_relative_to(folder)
