"""Putting back what was published and is gone: from our own copies, under today's names.

What is put back is what was published, not what is known since; no service is asked. Everything
here that looks at a disk is for a thread.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from maestrarr.core.changes.writes import Stamp
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.service import Chosen, Portrait
from maestrarr.features.publishing import plans, policy
from maestrarr.features.publishing.describing import Described
from maestrarr.features.publishing.errors import Contested, NfoEdited, PictureGone
from maestrarr.features.publishing.plans import PlannedFile, PublishPlan, Target
from maestrarr.features.publishing.reading import digest_of, nfo_at
from maestrarr.features.publishing.standing import Standing, StandingFile
from maestrarr.features.publishing.states import ACTOR, NFO, FileDeed, Found
from maestrarr.features.publishing.subjects import HALF_BYTES, Subject
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.errors import Problem
from maestrarr.media import nfo
from maestrarr.media.facts import NotReadable

_WORDS: Final = {Found.MISSING: "gone", Found.ALTERED: "altered"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that is not as it was published; `problem` is why it is left so.

    `seen` is how it stands there now; with `is_adopted` it is right as somebody has made it.
    """

    path: Path
    type: str
    found: Found
    seen: Stamp | None = None
    problem: Problem | None = None
    is_adopted: bool = False


@dataclass(frozen=True, slots=True)
class Restoration:
    """What would be put back for a title, and all that was found of it.

    It `has_moved` where it goes by other names than when it was published.
    """

    plan: PublishPlan
    findings: Sequence[Finding] = ()
    has_moved: bool = False

    @property
    def is_needed(self) -> bool:
        """Tell whether anything has to be written, or to be known anew."""
        return bool(self.plan.writes) or any(each.is_adopted for each in self.findings)

    @property
    def fights(self) -> list[Finding]:
        """What would be written over that something else has written."""
        over = {file.path for file in self.plan.writes if file.why == "altered"}
        return [
            each
            for each in self.findings
            if each.path in over or isinstance(each.problem, Contested)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How closely to look: `is_deep` reads every byte; the `contested` paths are left alone."""

    data: DataFolder
    is_deep: bool = False
    contested: Collection[Path] = frozenset()


def restoration(
    subject: Subject,
    standing: Standing,
    described: Described,
    looking: Looking,
) -> Restoration:
    """Compare what was published of a title with the disk, and plan what is put back."""
    refusal = policy.refusal(subject)
    if refusal is not None:
        return Restoration(PublishPlan(subject, refusal=refusal))
    try:
        return _Restoring(subject, standing, described, looking).restoration()
    except Problem as refused:
        return Restoration(PublishPlan(subject, refusal=refused))
    except OSError as error:
        return Restoration(PublishPlan(subject, refusal=policy.said_by_disk(subject.folder, error)))


def is_in_place(subject: Subject, standing: Standing) -> bool:
    """Tell at once whether all stands where it should, as far as sizes and times tell."""
    place = (standing.fingerprint or b"")[:HALF_BYTES]
    if place != subject.fingerprint[:HALF_BYTES]:
        return False
    try:
        return all(file.looks_right() for file in standing.files)
    except OSError:
        return False


def _chosen(file: StandingFile) -> Chosen:
    path = file.path
    said = (file.type, file.number, file.sha256, path.suffix, file.size_bytes)
    return Portrait(*said, path.name) if file.type == ACTOR else Chosen(*said)


@dataclass(slots=True)
class _Restoring:
    subject: Subject
    standing: Standing
    described: Described
    looking: Looking
    by_role: Mapping[tuple[str, int], StandingFile] = field(init=False)
    by_path: Mapping[Path, StandingFile] = field(init=False)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        files = self.standing.files
        self.by_role = {(file.type, file.number): file for file in files}
        self.by_path = {file.path: file for file in files}

    def restoration(self) -> Restoration:
        plans.check_folders(self.subject)
        wanted, _ = plans.targets(replace(self.subject, pictures=self._pictures()), self.standing)
        there = [target for target in wanted if (target.type, target.number) in self.by_role]
        paths = {target.path for target in there}
        files = [
            planned
            for target in there
            if (planned := self._planned(target, self._published(target, paths))) is not None
        ]
        files += self._stale(paths)
        is_adopted = any(finding.is_adopted for finding in self.findings)
        plan = PublishPlan(
            self.subject,
            files,
            said=self.standing.publication.said,
            fingerprint=self._fingerprint(),
            judged_at=None if is_adopted else self.standing.publication.judged_at,
        )
        has_moved = plan.fingerprint != self.standing.fingerprint
        return Restoration(plan, self.findings, has_moved=has_moved)

    def _fingerprint(self) -> bytes:
        """Say that the names are today's, and what is said is what was published."""
        said = self.standing.fingerprint or bytes(2 * HALF_BYTES)
        return self.subject.fingerprint[:HALF_BYTES] + said[HALF_BYTES:]

    def _pictures(self) -> list[Chosen]:
        return [_chosen(file) for file in self.by_role.values() if file.type != NFO]

    def _published(self, target: Target, wanted: Collection[Path]) -> StandingFile:
        """Find what was published as a file, maybe under a name that is no longer wanted."""
        role = target.type, target.number
        same = [file for file in self.standing.files if (file.type, file.number) == role]
        own = (file for file in same if file.path == target.path)
        moved = (file for file in same if file.path not in wanted)
        return next(own, None) or next(moved, same[0])

    def _planned(self, target: Target, file: StandingFile) -> PlannedFile | None:
        seen = Stamp.of(target.path)
        found = self._found(target.path, file, seen)
        if found is Found.RIGHT:
            return self._kept(target, file, seen)
        if target.path in self.looking.contested and seen is not None:
            self._note(target, found, seen, Contested(target.path))
            return self._kept(target, file)
        if target.type == NFO:
            return self._nfo(target, file, found, seen)
        return self._picture(target, file, found, seen)

    def _kept(self, target: Target, file: StandingFile, seen: Stamp | None = None) -> PlannedFile:
        """Leave a file as it is; what an NFO file holds is kept for the next time."""
        content = self.standing.nfo(file.path) if target.type == NFO else None
        return replace(_file(target, file, seen, FileDeed.KEEP), nfo=content)

    def _found(self, path: Path, file: StandingFile, seen: Stamp | None) -> Found:
        if seen is None:
            return Found.MISSING
        known = self.by_path.get(path)
        looks_right = known is not None and known.looks_like(seen)
        if looks_right and not self.looking.is_deep:
            return Found.RIGHT
        is_right = seen.size_bytes == file.size_bytes and digest_of(path) == file.sha256
        return Found.RIGHT if is_right else Found.ALTERED

    def _picture(
        self, target: Target, file: StandingFile, found: Found, seen: Stamp | None
    ) -> PlannedFile | None:
        copy = cache.path_of(self.looking.data, file.sha256, file.path.suffix)
        if not _holds(copy, file):
            self._note(target, found, seen, PictureGone(file.type, self.subject.name))
            return self._kept(target, file)
        self._note(target, found, seen)
        deed = FileDeed.CREATE if seen is None else FileDeed.REPLACE
        return replace(_file(target, file, seen, deed), content=copy, why=_WORDS[found])

    def _nfo(
        self, target: Target, file: StandingFile, found: Found, seen: Stamp | None
    ) -> PlannedFile | None:
        published = self.standing.nfo(file.path)
        if seen is not None:
            return self._edited(target, file, seen, published)
        if published is None:
            return None
        self._note(target, found, seen)
        made = _file(target, file, seen, FileDeed.CREATE)
        return replace(made, content=published, nfo=published, why="gone")

    def _edited(
        self, target: Target, file: StandingFile, seen: Stamp, published: bytes | None
    ) -> PlannedFile | None:
        """Let an edit stand in all that nobody has locked; what is locked is put back."""
        row = self.subject.titles[0]
        standing = nfo_at(target.path)
        try:
            described = self.described[target.version]
            wanted = nfo.write(standing, described, is_merged=self.subject.is_merged)
        except NotReadable:  # it was torn, not edited
            wanted = published or standing
            is_read = True
        else:
            is_read = row.nfo_path != target.path or row.nfo_mtime_ns == seen.mtime_ns
        if not is_read or (row.is_unpublished and wanted not in (published, standing)):
            self._note(target, Found.ALTERED, seen, NfoEdited(target.path))
            return self._kept(target, file)
        self._note(target, Found.ALTERED, seen, is_adopted=wanted == standing)
        made = replace(
            _file(target, file, seen, FileDeed.KEEP),
            sha256=hashlib.sha256(wanted).hexdigest(),
            size_bytes=len(wanted),
            nfo=wanted,
        )
        if wanted == standing:
            return made
        return replace(made, deed=FileDeed.REPLACE, content=wanted, why="altered")

    def _stale(self, wanted: set[Path]) -> Iterator[PlannedFile]:
        """Find what we wrote under the names of before, unless somebody has changed it."""
        for file in self.standing.files:
            seen = Stamp.of(file.path) if file.path not in wanted and file.is_ours else None
            if seen is not None and file.looks_like(seen):
                target = Target(file.path, file.type, file.number)
                yield replace(_file(target, file, seen, FileDeed.REMOVE), why="stale")

    def _note(
        self,
        target: Target,
        found: Found,
        seen: Stamp | None,
        problem: Problem | None = None,
        *,
        is_adopted: bool = False,
    ) -> None:
        self.findings.append(
            Finding(target.path, target.type, found, seen, problem, is_adopted=is_adopted)
        )


def _file(target: Target, file: StandingFile, seen: Stamp | None, deed: FileDeed) -> PlannedFile:
    """Plan a file that was published; one that is left as it is keeps how it looked then."""
    looked = seen or Stamp(file.size_bytes, file.mtime_ns, file.mtime_ns, 0)
    return PlannedFile(
        path=target.path,
        deed=deed,
        type=target.type,
        number=target.number,
        sha256=file.sha256,
        size_bytes=file.size_bytes,
        why="same",
        seen=looked if deed is FileDeed.KEEP else seen,
        is_ours=True if deed is FileDeed.CREATE else file.is_ours,
    )


def _holds(copy: Path, file: StandingFile) -> bool:
    """Tell whether our copy holds what was published."""
    try:
        return copy.stat().st_size == file.size_bytes and digest_of(copy) == file.sha256
    except (OSError, Problem):
        return False
