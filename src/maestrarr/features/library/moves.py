"""Recognising files: where those that were stored before lie now, moved or not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from maestrarr.features.library.group import TitleFolder
from maestrarr.features.library.report import FoundFile
from maestrarr.features.library.walk import Stamp

Facts: TypeAlias = tuple[int, float, str | None]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What the last scan knew of a file."""

    id: UUID
    path: str
    title_folder_id: UUID | None
    stamp: Stamp
    duration_seconds: float | None
    unique_id: str | None
    has_fault: bool


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the stored files of the folders that changed are now.

    `by_path` holds each where it lies, also one that moved as it was; `adrift` those that nobody
    has found yet, by what is in them; `left` the ids of all that are no longer at their old path.
    """

    by_path: Mapping[str, StoredFile]
    adrift: dict[Facts, list[StoredFile]]
    left: frozenset[UUID]
    by_folder: Mapping[UUID, list[UUID]]

    @classmethod
    def of(cls, stored: Sequence[StoredFile], changed: Iterable[TitleFolder]) -> "Whereabouts":
        """Look for stored files in the folders that changed: by path, else by stamp."""
        there = {file.path: file.stamp for folder in changed for file in folder.files}
        by_path = {file.path: file for file in stored if file.path in there}
        left = [file for file in stored if file.path not in there]
        by_stamp: dict[Stamp, list[StoredFile]] = defaultdict(list)
        for file in left:
            by_stamp[file.stamp].append(file)
        for path, stamp in there.items():
            if path not in by_path and by_stamp.get(stamp):
                by_path[path] = by_stamp[stamp].pop()
        adrift: dict[Facts, list[StoredFile]] = defaultdict(list)
        for file in (file for files in by_stamp.values() for file in files):
            if file.duration_seconds is not None:
                facts = (file.stamp.size_bytes, file.duration_seconds, file.unique_id)
                adrift[facts].append(file)
        by_folder: dict[UUID, list[UUID]] = defaultdict(list)
        for file in stored:
            if file.title_folder_id is not None:
                by_folder[file.title_folder_id].append(file.id)
        return cls(by_path, adrift, frozenset(file.id for file in left), by_folder)

    def stamps(self, folders: Iterable[TitleFolder]) -> dict[str, Stamp]:
        """Return the stamps of files that need no probing, because their facts are known."""
        return {
            file.path: file.stamp
            for folder in folders
            for file in folder.files
            if (known := self.by_path.get(file.path)) is not None
            and known.stamp == file.stamp
            and not known.has_fault  # its fault is told again only if it is found again
        }

    def take(self, found: FoundFile) -> StoredFile | None:
        """Return the stored file that a found one is: by place, else by what is in it."""
        known, probe = self.by_path.get(str(found.path)), found.probe
        if known is not None or probe is None or probe.duration_seconds is None:
            return known
        facts = (found.stamp.size_bytes, probe.duration_seconds, probe.unique_id)
        alike = self.adrift.get(facts)
        return alike.pop() if alike else None

    @contextmanager
    def given_back_on_error(self) -> Iterator[None]:
        """Forget what was taken in this block if it fails."""
        before = {facts: list(files) for facts, files in self.adrift.items()}
        try:
            yield
        except BaseException:
            self.adrift.update(before)
            raise
