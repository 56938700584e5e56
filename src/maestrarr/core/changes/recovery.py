"""What a crash has left: each journal is settled as the database says, or kept where it cannot be.

A change that is recorded lasts, and only its leftovers are removed. One that is not is put back,
as far as the file holds nothing but old and new bytes, or is one of the two files that we know.
That holds for a database that was restored from an older backup as well: what it does not know of
is put back to what stood there when it was made.
"""

import os
from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import structlog

from maestrarr.core.changes import leases, patching, replacing
from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.errors import Vanished, in_words
from maestrarr.core.changes.folders import Folder, opened
from maestrarr.core.changes.journal import Journal, left_behind
from maestrarr.core.changes.writes import Deed
from maestrarr.kit.errors import Problem

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Recovered:
    """What was found: how many changes last, which were put back, and which could not be."""

    lasting: int = 0
    put_back: list[Entry] = field(default_factory=list)
    interrupted: dict[UUID, tuple[Entry, Problem]] = field(default_factory=dict)


def settle(journals: Sequence[Journal], lasting: Collection[UUID]) -> Recovered:
    """Settle journals that were left behind, by the changes that the database says shall last."""
    found = Recovered()
    for journal in journals:
        kept = {entry.id for entry in journal.entries.values() if _settle(entry, lasting, found)}
        if kept == journal.entries.keys():
            journal.leave()
        else:
            journal.drop(kept)
    return found


def _settle(entry: Entry, lasting: Collection[UUID], found: Recovered) -> bool:
    """Settle one change; tell whether the journal must keep it."""
    try:
        if entry.id in lasting:
            _finish(entry)
            found.lasting += 1
        else:
            _put_back(entry)
            found.put_back.append(entry)
            log.warning("changes.put_back", path=str(entry.path))
    except Problem as problem:
        found.interrupted[entry.id] = entry, problem
    except OSError as error:
        found.interrupted[entry.id] = entry, in_words(entry.path, error)
    else:
        return False
    log.error("changes.interrupted", path=str(entry.path), change=str(entry.id))
    return True


def _finish(entry: Entry) -> None:
    if entry.deed is Deed.REMOVE and entry.folders and not _is_folder(entry.path.parent):
        replacing.remove_folders(entry)  # the innermost is gone: it was nearly finished
    elif not entry.is_in_place and entry.to is None:
        with Folder.at(entry.path.parent) as folder:
            replacing.finish(entry, folder)


def _put_back(entry: Entry) -> None:
    with ExitStack() as stack:
        was_to_be_made = bool(entry.folders) and entry.deed is not Deed.REMOVE
        if was_to_be_made and not _is_folder(entry.path.parent):
            replacing.remove_folders(entry)
            return
        folder = stack.enter_context(Folder.at(entry.path.parent))
        if entry.to is not None:
            into = stack.enter_context(Folder.at(entry.to.parent))
            replacing.move_back(entry, folder, into)
        elif entry.is_in_place:
            _put_back_bytes(entry, folder)
        else:
            replacing.put_back(entry, folder)


def _put_back_bytes(entry: Entry, folder: Folder) -> None:
    if folder.stamp(entry.path.name) is None:
        raise Vanished(entry.path)
    with opened(folder, entry.path.name, os.O_RDWR) as descriptor:
        leases.lock(descriptor, entry.path, 0)
        patching.put_back(descriptor, entry)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def dismiss(folder: Path, change_id: UUID) -> None:
    """Let go of one change that was left behind, with what it would put back."""
    for journal in left_behind(folder):
        kept = journal.entries.keys() - {change_id}
        if len(kept) == len(journal.entries):
            journal.leave()
        else:
            journal.drop(kept)
