"""What would be written for a title: each file, and why; nothing here writes.

Everything that looks at a disk is for a thread.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, Final

from maestrarr.core.changes.writes import Stamp
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.service import Chosen, Portrait
from maestrarr.features.publishing import policy
from maestrarr.features.publishing.describing import Described
from maestrarr.features.publishing.errors import (
    FolderFull,
    NfoEdited,
    NfoUnreadable,
    NoFolder,
    PictureGone,
)
from maestrarr.features.publishing.reading import digest_of, nfo_at
from maestrarr.features.publishing.standing import Standing, StandingFile
from maestrarr.features.publishing.states import NFO, FileDeed
from maestrarr.features.publishing.subjects import Subject
from maestrarr.features.publishing.versions import Version
from maestrarr.kit.choice import Choice
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.errors import Problem
from maestrarr.media import nfo
from maestrarr.media.artwork import LocalArtwork
from maestrarr.media.facts import NotReadable
from maestrarr.media.names.building import Layout, NamingProfile, artwork_name, nfo_name

SPARE_BYTES: Final = 512 * 1024  # of a disk, that nothing we publish takes
ACTORS: Final = ".actors"
_WITH_PORTRAITS: Final = frozenset({Layout.MOVIE, Layout.BLURAY, Layout.DVD, Layout.SERIES})
_FOLDER_NFO: Final = "movie.nfo"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """One file of a title, and what would be done to it; `seen` is how it stands there now.

    `content` is what shall be in it: bytes, or our copy of a picture; None where nothing is
    written. `why` is why, by a word that clients have sentences for.
    """

    path: Path
    deed: FileDeed
    type: str
    number: int
    sha256: str
    size_bytes: int
    why: str
    seen: Stamp | None = None
    content: bytes | Path | None = None
    nfo: bytes | None = None
    is_ours: bool = False

    @property
    def is_written(self) -> bool:
        """Tell whether something would be done to it."""
        return self.deed is not FileDeed.KEEP


@dataclass(frozen=True, slots=True)
class Missed:
    """A picture that nobody would find under any name, and why."""

    type: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class PublishPlan:
    """What would be written for a title, or the `refusal` of it.

    `is_known` says that nothing has changed since it was published, as far as sizes and times tell;
    its files are not named then.
    `said` is what is known of its titles, by their ids, so that edits can be discarded; what is put
    back was said when it was published, and has that `fingerprint`.
    With `judged_at`, whether something new is known stays as it was found then.
    """

    subject: Subject
    files: Sequence[PlannedFile] = ()
    missed: Sequence[Missed] = ()
    refusal: Problem | None = None
    is_known: bool = False
    said: Mapping[str, Any] = field(default_factory=dict)
    fingerprint: bytes | None = None
    judged_at: datetime | None = None

    @property
    def writes(self) -> list[PlannedFile]:
        """The files that something would be done to."""
        return [file for file in self.files if file.is_written]

    @property
    def size_bytes(self) -> int:
        """How much would be written."""
        return sum(file.size_bytes for file in self.files if file.content is not None)


@dataclass(slots=True)
class Target:
    """A file that shall stand, what shall be in it, and beside which version."""

    path: Path
    type: str
    number: int
    chosen: Chosen | None = None
    version: int = 0


def quick(subject: Subject, standing: Standing | None) -> PublishPlan | None:
    """Tell at once where nothing is new: what decides is the same, and so does the disk look.

    None says that it has to be looked at more closely.
    """
    refusal = policy.refusal(subject)
    if refusal is not None:
        return PublishPlan(subject, refusal=refusal)
    if standing is None or standing.fingerprint != subject.fingerprint:
        return None
    try:
        is_right = all(file.looks_right() for file in standing.files)
    except OSError:
        return None
    return PublishPlan(subject, is_known=True) if is_right else None


def whole(
    subject: Subject,
    standing: Standing | None,
    described: Described,
    data: DataFolder,
) -> PublishPlan:
    """Compare all that shall stand with the disk, byte by byte where it has to be.

    Args:
        subject: the title.
        standing: what was published of it before.
        described: what its NFO files shall say.
        data: the installation whose copies of pictures are used.
    """
    try:
        return _Planning(subject, standing, described, data).plan()
    except Problem as refusal:
        return PublishPlan(subject, refusal=refusal)
    except OSError as error:
        return PublishPlan(subject, refusal=policy.said_by_disk(subject.folder, error))


def targets(
    subject: Subject, standing: Standing | None = None
) -> tuple[list[Target], list[Missed]]:
    """Name every file that shall stand for a title, by the names of each of its players."""
    found: dict[Path, Target] = {}
    missed: dict[tuple[str, int], Missed] = {}
    for named in _names(subject, standing):
        if isinstance(named, Target):
            found.setdefault(named.path, named)
        else:
            missed.setdefault((named.type, named.number), named)
    reached = {(target.type, target.number) for target in found.values()}
    return list(found.values()), [each for role, each in missed.items() if role not in reached]


def check_folders(subject: Subject) -> None:
    """Refuse a title of which a folder is away.

    Raises:
        NoFolder: there is no such folder.
    """
    for version in subject.versions:
        if not version.folder.is_dir():
            raise NoFolder(version.folder)


def _names(subject: Subject, standing: Standing | None) -> Iterator[Target | Missed]:
    for at, version in enumerate(subject.versions):
        for profile in subject.profiles:
            nfo_place = _nfo_place(subject, version, standing, profile).value
            if nfo_place is not None:
                yield Target(version.folder / nfo_place, NFO, 0, version=at)
            yield from _picture_names(subject, at, profile)


def _picture_names(subject: Subject, at: int, profile: NamingProfile) -> Iterator[Target | Missed]:
    version = subject.versions[at]
    for chosen in subject.pictures:
        if isinstance(chosen, Portrait):
            yield from _portrait_names(chosen, version, at, profile)
            continue
        named = artwork_name(profile, version.place, _role(subject, chosen), chosen.suffix)
        if named.value is None:
            yield Missed(chosen.type, chosen.number, named.reason)
        else:
            path = version.folder / named.value
            yield Target(path, chosen.type, chosen.number, chosen, at)


def _portrait_names(
    portrait: Portrait, version: Version, at: int, profile: NamingProfile
) -> Iterator[Target]:
    """Name a portrait, which only Kodi reads; films in one folder would fight over it."""
    if profile is NamingProfile.KODI and version.place.layout in _WITH_PORTRAITS:
        path = version.folder / ACTORS / portrait.name
        yield Target(path, portrait.type, portrait.number, portrait, at)


def _nfo_place(
    subject: Subject, version: Version, standing: Standing | None, profile: NamingProfile
) -> Choice[PurePath | None]:
    """Name the NFO file; one for the whole folder that stands there is read before all others.

    A set has none: each of its movies names it.
    """
    if version.place.layout is Layout.SET:
        return Choice(None, "Its movies' NFO files name a set.")
    whole = version.folder / _FOLDER_NFO
    is_ours = standing is not None and any(file.path == whole for file in standing.files)
    is_read = subject.titles[0].nfo_path == whole and whole.exists()
    if version.place.layout is Layout.MOVIE and (is_ours or is_read):
        return Choice(PurePath(_FOLDER_NFO), "It stands for the folder already.")
    return nfo_name(profile, version.place)


def _role(subject: Subject, chosen: Chosen) -> LocalArtwork:
    is_of_season = chosen.type.startswith("season-")
    season = subject.titles[0].season_number if is_of_season else None
    return LocalArtwork(chosen.type, chosen.number, season)


@dataclass(slots=True)
class _Planning:
    subject: Subject
    standing: Standing | None
    described: Described
    data: DataFolder
    known: Mapping[Path, StandingFile] = field(init=False)

    def __post_init__(self) -> None:
        self.known = {file.path: file for file in self.standing.files} if self.standing else {}

    def plan(self) -> PublishPlan:
        check_folders(self.subject)
        wanted, missed = targets(self.subject, self.standing)
        files = [self._planned(target) for target in wanted]
        files += self._stale({target.path for target in wanted})
        self._check_space(files)
        return PublishPlan(self.subject, files, missed, fingerprint=self.subject.fingerprint)

    def _planned(self, target: Target) -> PlannedFile:
        seen = Stamp.of(target.path)
        if target.chosen is None:
            return self._nfo(target, seen)
        return self._picture(target, target.chosen, seen)

    def _picture(self, target: Target, chosen: Chosen, seen: Stamp | None) -> PlannedFile:
        copy = cache.path_of(self.data, chosen.sha256, chosen.suffix)
        standing = self._digest(target.path, seen)
        if standing == chosen.sha256:
            return self._file(target, chosen.sha256, chosen.size_bytes, seen)
        if not _has_size(copy, chosen.size_bytes):
            raise PictureGone(chosen.type, self.subject.name)
        return self._file(target, chosen.sha256, chosen.size_bytes, seen, copy)

    def _nfo(self, target: Target, seen: Stamp | None) -> PlannedFile:
        standing = nfo_at(target.path) if seen is not None else None
        if seen is not None:
            self._check_read(target.path, seen)
        try:
            base = self._base(target.path) if standing is None else standing
            described = self.described[target.version]
            data = nfo.write(base, described, is_merged=self.subject.is_merged)
        except NotReadable as error:
            raise NfoUnreadable(target.path, str(error)) from error
        digest = hashlib.sha256(data).hexdigest()
        content = None if data == standing else data
        return self._file(target, digest, len(data), seen, content, nfo=data)

    def _base(self, path: Path) -> bytes | None:
        """Give the NFO that a new one is made of: one that was read elsewhere, else our last."""
        known: Path | None = self.subject.titles[0].nfo_path
        is_beside = known is not None and known.parent == path.parent
        if known is not None and is_beside and known.is_file():
            return nfo_at(known)
        return self.standing.nfo(path) if self.standing else None

    def _check_read(self, path: Path, seen: Stamp) -> None:
        """Refuse to write over an edit that nobody has read."""
        row, known = self.subject.titles[0], self.known.get(path)
        was_written = known is not None and known.mtime_ns == seen.mtime_ns
        was_read = row.nfo_path != path or row.nfo_mtime_ns == seen.mtime_ns
        if not was_read and not was_written:
            raise NfoEdited(path)

    def _file(
        self,
        target: Target,
        sha256: str,
        size_bytes: int,
        seen: Stamp | None,
        content: bytes | Path | None = None,
        *,
        nfo: bytes | None = None,
    ) -> PlannedFile:
        known = self.known.get(target.path)
        deed, why = policy.deed_for(
            is_there=seen is not None,
            is_right=content is None,
            was_published=known is not None,
            is_as_published=known is not None and seen is not None and known.looks_like(seen),
            keeps_the_rest=target.type == NFO,
        )
        return PlannedFile(
            path=target.path,
            deed=deed,
            type=target.type,
            number=target.number,
            sha256=sha256,
            size_bytes=size_bytes,
            why=why,
            seen=seen,
            content=content,
            nfo=nfo,
            is_ours=content is not None or (known is not None and known.is_ours),
        )

    def _stale(self, wanted: set[Path]) -> Iterator[PlannedFile]:
        """Find what we wrote under names that are no longer wanted, unless somebody changed it."""
        for file in self.known.values():
            if file.path in wanted or not file.is_ours:
                continue
            seen = Stamp.of(file.path)
            if seen is not None and file.looks_like(seen):
                yield PlannedFile(
                    path=file.path,
                    deed=FileDeed.REMOVE,
                    type=file.type,
                    number=file.number,
                    sha256=file.sha256,
                    size_bytes=file.size_bytes,
                    why="stale",
                    seen=seen,
                )

    def _digest(self, path: Path, seen: Stamp | None) -> str | None:
        if seen is None:
            return None
        known = self.known.get(path)
        if known is not None and known.looks_like(seen):
            return known.sha256
        return digest_of(path)

    def _check_space(self, files: Sequence[PlannedFile]) -> None:
        """Refuse what would not fit, in each folder on its own: they may lie on several disks."""
        needed: Counter[Path] = Counter()
        for file in files:
            if file.content is not None:
                needed[self.subject.version_at(file.path).folder] += file.size_bytes
        for folder, size_bytes in needed.items():
            free = shutil.disk_usage(folder).free
            if free < size_bytes + SPARE_BYTES:
                raise FolderFull(folder, size_bytes, free)


def _has_size(path: Path, size_bytes: int) -> bool:
    try:
        return path.stat().st_size == size_bytes
    except OSError:
        return False
