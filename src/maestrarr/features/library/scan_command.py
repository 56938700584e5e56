"""`maestrarr library scan`: of libraries through a job, of any other folder at once."""

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from typing import ClassVar

from maestrarr.features.library import commands, layout
from maestrarr.features.library.errors import LibraryUnknown
from maestrarr.features.library.folders import checked_folder
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.layout import counted, size_in_words
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Invalid, NotFound
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, JobProgress, Terminal

WAITING = frozenset({"queued", "running"})
LEAVE_SECONDS = 0.5  # that a reader which was told to stop gets to end its children


class NothingNamed(Invalid):
    """The name of what to scan is empty, as when a script's variable is not set."""

    def __init__(self) -> None:
        super().__init__("The name of the library or folder is empty; leave it out to scan all.")


class NotCovered(NotFound):
    """A folder on a server elsewhere belongs to none of its libraries."""

    hint: ClassVar[str] = "`maestrarr library add` makes a library of it."

    def __init__(self, folder: Path) -> None:
        super().__init__(f"No library of the server covers {folder}.", folder=str(folder))


async def scan(
    terminal: Terminal, target: str | None, *, kind: LibraryKind | None, accept_missing: bool
) -> int:
    """Scan a library, every library, or a folder that no library covers; return the exit code.

    Raises:
        NothingNamed: the target is empty.
        LibraryUnknown: the target is neither a library nor a folder.
        NotAFolder: the target is a path, but no folder that can be listed.
        NotCovered: the target is a folder elsewhere, and in no library there.
    """
    if target is not None and not target.strip():
        raise NothingNamed
    if target is not None and not terminal.is_set_up():
        return await _scan_folder(terminal, _checked(target), kind)
    async with terminal.api() as api:
        libraries, folder = await _meant(api, target)
    if folder is not None and not libraries:
        return await _scan_folder(terminal, folder, kind)
    if kind is not None:
        terminal.say("A library's own kind holds for its folders; --kind was left aside.")
    async with terminal.api(work=True) as api:
        return await _scan_libraries(
            terminal, api, libraries, folder, accept_missing=accept_missing
        )


async def _meant(api: Api, target: str | None) -> tuple[list[Document], Path | None]:
    """Understand the target: as a library's name, else as a path; None means every library."""
    known = await commands.libraries(api)
    if target is None:
        return known, None
    library = None if _looks_like_path(target) else commands.find_named(target, known)
    if library is not None:
        return [library], None
    folder = _checked(target) if api.is_here else _elsewhere(target)
    covering = [each for each in known if any(map(folder.is_relative_to, each["folders"]))]
    if not covering and not api.is_here:
        raise NotCovered(folder)
    return covering, folder


def _looks_like_path(target: str) -> bool:
    return "/" in target or target in {".", ".."}


def _checked(target: str) -> Path:
    path = Path(target).expanduser()
    if not _looks_like_path(target) and not path.exists():
        raise LibraryUnknown(target)
    return checked_folder(path)


def _elsewhere(target: str) -> Path:
    if not target.startswith("/"):
        raise LibraryUnknown(target)
    return Path(target)


async def _scan_folder(terminal: Terminal, folder: Path, kind: LibraryKind | None) -> int:
    document = await _read_aside(terminal, folder, kind)
    return _show_content(terminal, document, folder)


async def _scan_libraries(
    terminal: Terminal,
    api: Api,
    libraries: Sequence[Document],
    folder: Path | None,
    *,
    accept_missing: bool,
) -> int:
    started = now()
    ended = [
        await _scan_library(terminal, api, library, accept_missing=accept_missing)
        for library in libraries
    ]
    if any(job["status"] in WAITING for job in ended):
        terminal.say("The server stopped meanwhile; the scan goes on when it starts again.")
        return ATTENTION
    seconds = round((now() - started).total_seconds(), 3)
    if terminal.as_json or folder is not None:
        document = await _stored(api, libraries, folder) | {"seconds": seconds}
        code = _show_content(terminal, document, folder or Path("/"))
    else:
        code = await _show_summary(terminal, api, ended)
    return code if all(job["status"] == "completed" for job in ended) else ATTENTION


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
    from maestrarr.features.library import documents  # noqa: PLC0415  # heavy, as is the reader
    from maestrarr.features.library.scan import read_folder  # noqa: PLC0415

    title = f"Scan {folder.name}"
    with terminal.progress() as show:

        def on_progress(current: int, total: int) -> None:
            show(JobProgress(title, "running", current, total, "Reading files"))

        report = read_folder(folder, kind=kind, on_progress=on_progress, stop=stop)
    return {
        "titles": [documents.found_title(title) for title in report.titles],
        "files": [documents.found_file(file) for file in report.files],
        "faults": [documents.fault(fault) for fault in report.faults],
        "seconds": report.seconds,
    }


async def _scan_library(
    terminal: Terminal, api: Api, library: Document, *, accept_missing: bool
) -> Document:
    how = {"accept_missing": accept_missing}
    job = await api.post(f"libraries/{library['id']}/scan", how)
    ended = await terminal.wait_for(api, job)
    if ended["status"] not in {"completed", *WAITING}:
        terminal.say(f"{ended['title']}: {ended['status']}. {ended['error'] or ''}".rstrip())
    return ended


async def _stored(api: Api, libraries: Sequence[Document], folder: Path | None) -> Document:
    """Describe what the libraries hold, in the shape in which a scanned folder is described."""
    inventory: list[Document] = []
    faults: list[Document] = []
    for library in libraries:
        inventory += await api.pages(
            "titles/inventory",
            "titles",
            by="after",
            library=library["id"],
            folder=_as_text(folder),
        )
        faults += await commands.faults_of(api, library)
    titles, files = layout.apart([_on_disk(title, folder) for title in inventory])
    return {
        "titles": [
            title
            for title in titles
            if title["missing_since"] is None and _is_in(title["folder"], folder)
        ],
        "files": files,
        "faults": [
            {name: fault[name] for name in ("path", "kind", "reason")}
            for fault in faults
            if _is_in(fault["path"], folder)
        ],
    }


def _on_disk(title: Document, folder: Path | None) -> Document:
    """Leave out the files of a title that are gone, or not in the folder that was asked for."""
    files = [
        file
        for file in title["files"]
        if file["missing_since"] is None and _is_in(file["path"], folder)
    ]
    return {**title, "files": files}


async def _show_summary(terminal: Terminal, api: Api, ended: Sequence[Document]) -> int:
    """Tell a person how much there is, what has just gone, and what is wrong."""
    rows, tables, code = [], list[Table | str](), DONE
    by_id = {library["id"]: library for library in await commands.libraries(api)}
    for job in ended:
        library = by_id[job["arguments"]["library_id"]]
        gone = (job["result"] or {}).get("newly_missing", 0)
        size = size_in_words(library["size_bytes"])
        rows.append(
            (library["name"], library["titles"], library["files"], size, gone, library["faults"])
        )
        if faults := await commands.faults_of(api, library):
            tables.append(layout.faults_table(faults, commands.only_folder(library)))
            code = ATTENTION
    columns = ("Library", "Titles", "Files", "Size", "Newly missing", "Faults")
    summary = Table(columns, rows, empty=layout.libraries_table([]).empty)
    terminal.emit(None, table=[summary, *tables])
    return code


def _show_content(terminal: Terminal, document: Document, root: Path) -> int:
    """Tell everything that was found, and last how much it is."""
    titles, files, faults = document["titles"], document["files"], document["faults"]
    tables: list[Table | str] = [layout.files_table(titles, files, root)]
    if faults:
        tables.append(layout.faults_table(faults, root))
    if files:
        tops = sum(1 for title in titles if title["kind"] in {TitleKind.MOVIE, TitleKind.SERIES})
        size = size_in_words(sum(file["size_bytes"] for file in files))
        held = f"{counted(tops, 'title')} in {counted(len(files), 'file')}, {size}"
        wrong = f" and {counted(len(faults), 'fault')}" if faults else ""
        tables.append(f"{held}{wrong}, read in {document['seconds']:.1f} s.")
    terminal.emit(document, table=tables)
    return ATTENTION if faults else DONE


def _is_in(path: str, folder: Path | None) -> bool:
    return folder is None or Path(path).is_relative_to(folder)


def _as_text(folder: Path | None) -> str | None:
    """Return the name of a folder to be asked for; None where its bytes are no text."""
    is_text = folder is not None and str(folder).encode(errors="replace").decode() == str(folder)
    return str(folder) if is_text else None
