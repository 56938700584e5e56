"""Scanning a folder, with no database: what is there, and what in it is new."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path

from maestrarr.features.library.group import (
    Known,
    LibraryKind,
    TitleFolder,
    is_media,
    title_folders,
)
from maestrarr.features.library.read_movies import key_with_ids
from maestrarr.features.library.readers import Readers
from maestrarr.features.library.report import FoundFile, FoundTitle, ScanReport
from maestrarr.features.library.walk import walk
from maestrarr.media.facts import FileFault

FILES_PER_BATCH = 120

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies in a folder, before any of it is read.

    `unread` names the folders that could not be listed: nothing below them may be called missing.
    """

    changed: Sequence[TitleFolder]
    unchanged: Sequence[str]
    faults: Sequence[FileFault]
    unread: Sequence[str]
    files: int


def survey(
    root: Path,
    kind: LibraryKind | None,
    known: Mapping[str, Known] | None = None,
    *,
    areas: Sequence[str] | None = None,
) -> Survey:
    """Walk a folder and divide it into title folders, told apart by whether they changed.

    Args:
        root: the folder.
        kind: what it holds; None lets every folder's names decide.
        known: how title folders were found last time.
        areas: the only folders in `root` to walk, each by itself; one that is gone is no error.

    Raises:
        OSError: `root` itself cannot be listed.
    """
    os.scandir(root).close()
    found = _Found()
    for start in [os.fspath(root)] if areas is None else areas:
        _survey_area(root, start, kind, known or {}, found)
    return Survey(found.changed, found.unchanged, found.faults, found.unread, found.files)


@dataclass(slots=True)
class _Found:
    changed: list[TitleFolder] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    faults: list[FileFault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    files: int = 0


def _survey_area(
    root: Path, start: str, kind: LibraryKind | None, known: Mapping[str, Known], found: _Found
) -> None:
    try:
        walked = walk(root, start=start)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        found.unread.append(start)
        return
    found.faults += walked.faults
    found.unread += walked.unread
    for folder in title_folders(walked.top, kind, known, root=os.fspath(root)):
        before = known.get(folder.path)
        found.files += sum(map(is_media, folder.files))
        if before is not None and before.signature == folder.signature:
            found.unchanged.append(folder.path)
        else:
            found.changed.append(folder)


def read_folder(
    root: Path,
    *,
    kind: LibraryKind | None = None,
    on_progress: Progress | None = None,
    stop: "Future[None] | None" = None,
) -> ScanReport:
    """Scan a folder that no library needs to cover, and tell everything that is in it.

    Raises:
        OSError: `root` itself cannot be listed.
        CancelledError: `stop` was done before the folder was read.
    """
    started = time.monotonic()
    found = survey(root, kind)
    titles: dict[str, FoundTitle] = {}
    files: list[FoundFile] = []
    faults = list(found.faults)
    with Readers.for_files(found.files) as readers:
        for report in readers.read(((batch, {}) for batch in batches(found.changed)), stop):
            _gather(report.titles, titles)
            files += report.files
            faults += report.faults
            if on_progress is not None:
                on_progress(len(files), found.files)
    return ScanReport(list(titles.values()), files, faults, round(time.monotonic() - started, 3))


def batches(folders: Sequence[TitleFolder]) -> Iterator[list[TitleFolder]]:
    """Gather title folders until each batch holds about FILES_PER_BATCH files."""
    batch: list[TitleFolder] = []
    files = 0
    for folder in folders:
        batch.append(folder)
        files += len(folder.files)
        if files >= FILES_PER_BATCH:
            yield batch
            batch, files = [], 0
    if batch:
        yield batch


def _gather(found: Sequence[FoundTitle], titles: dict[str, FoundTitle]) -> None:
    """Add one folder's titles to those of others, under keys that are only theirs."""
    keys: dict[str, str] = {}
    for title in found:
        key, parent = title.key, title.parent and keys[title.parent]
        if title.parent is not None:
            key = f"{parent}{title.key.removeprefix(title.parent)}"
        elif key in titles and titles[key].ids.conflicts_with(title.ids):
            key = key_with_ids(key, title.ids)
        keys[title.key] = key
        titles[key] = _together(titles.get(key), replace(title, key=key, parent=parent))


def _together(first: FoundTitle | None, second: FoundTitle) -> FoundTitle:
    if first is None:
        return second
    return replace(
        first,
        ids=first.ids.merged_with(second.ids),
        nfo=first.nfo or second.nfo,
        files=[*first.files, *(path for path in second.files if path not in first.files)],
        artwork=[*first.artwork, *(each for each in second.artwork if each not in first.artwork)],
    )
