"""Giving files the right default tracks: each is looked at, then written if it has to be.

Everything here is for a thread: a disk may take its time.
"""

import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from maestrarr.core.changes.errors import (
    Busy,
    ChangedSince,
    Growing,
    HardLinked,
    NotAFile,
    in_words,
)
from maestrarr.core.changes.looking import Looks
from maestrarr.core.changes.writes import (
    Done,
    HardLinks,
    Outcome,
    Put,
    Refused,
    Said,
    Stamp,
    Write,
)
from maestrarr.features.audio import policy
from maestrarr.features.audio.copies import Copies
from maestrarr.features.audio.errors import CannotFix, NothingToFix, Playing
from maestrarr.features.audio.queries import FileFacts
from maestrarr.features.audio.taste import Film, Taste, Verdict
from maestrarr.features.library.states import DefaultAudio
from maestrarr.kit.errors import Problem
from maestrarr.media import containers, probe
from maestrarr.media.edits import AlreadyRight, EditPlan, Obstacle
from maestrarr.media.facts import AudioTrack, FaultKind, Probe, SubtitleTrack

MAY_PASS: Final = (Growing, Busy, ChangedSince, Playing)  # who tries again later may succeed


class FileStatus(StrEnum):
    """What became of a file; in a dry run, what would."""

    CHANGED = "changed"
    RIGHT = "right"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file that shall start with the right tracks; `facts` are None where no library has it."""

    path: Path
    root: Path
    title: str
    film: Film
    facts: FileFacts | None = None
    hard_links: HardLinks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a file, and why; `problem` is why it was left alone."""

    target: Target
    status: FileStatus
    reason: str
    track: int | None = None
    milliseconds: float = 0.0
    verdict: Verdict | None = None
    renewed: tuple[Stamp, Probe] | None = None
    problem: Problem | None = None

    @property
    def said(self) -> Said:
        """The reason by keys and facts; a problem has its own."""
        return self.verdict.why.to_json() if self.verdict else ()

    @property
    def may_pass(self) -> bool:
        """Tell whether it may go better in a while."""
        return isinstance(self.problem, MAY_PASS)


@dataclass(frozen=True, slots=True)
class How:
    """What decides, and whether films may be copied where no edit in place has room.

    `hard_links` holds where a library does not say what becomes of a file's other names.
    """

    taste: Taste
    copies: Copies | None = None
    hard_links: HardLinks = HardLinks.SKIP


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that has to be written, and how it would be told of."""

    result: Result
    write: Write

    @property
    def is_copy(self) -> bool:
        """Tell whether the whole film has to be written, which takes its time."""
        return isinstance(self.write.action, Put)


@dataclass(slots=True)
class Examined:
    """Files that were looked at: what is known of some, and what has to be written into others."""

    results: list[Result]
    ready: list[Ready]


def examine(targets: Iterable[Target], looks: Looks, how: How) -> Examined:
    """Look into files that stood still, and plan what has to be written."""
    found = Examined([], [])
    for target in targets:
        if target.path in looks.refused:
            found.results.append(_unseen(target, looks.refused[target.path]))
            continue
        began = time.perf_counter()
        try:
            one = _examined(target, looks.stamps[target.path], how)
        except OSError as error:  # it went away meanwhile, or its disk did
            one = _unseen(target, in_words(target.path, error))
        took = (time.perf_counter() - began) * 1000
        if isinstance(one, Ready):
            found.ready.append(Ready(replace(one.result, milliseconds=took), one.write))
        else:
            found.results.append(replace(one, milliseconds=took))
    return found


def parted(ready: Iterable[Ready]) -> tuple[list[Ready], list[Ready]]:
    """Part what has to be written into one name of each file, and their other names."""
    firsts: list[Ready] = []
    others: list[Ready] = []
    seen: set[Stamp | None] = set()
    for each in ready:
        (others if each.write.seen in seen else firsts).append(each)
        seen.add(each.write.seen)
    return firsts, others


def without_played(
    ready: Iterable[Ready], playing: Collection[Path]
) -> tuple[list[Ready], list[Result]]:
    """Part what may be written now from files that are being played, under whatever name."""
    played = {identity for path in playing if (identity := _identity(path))}
    free: list[Ready] = []
    left: list[Result] = []
    for each in ready:
        if played and _identity(each.write.path) in played:
            left.append(refusal(each.result, Refused(each.write, Playing(each.write.path))))
        else:
            free.append(each)
    return free, left


def results(ready: Sequence[Ready], outcome: Outcome) -> list[Result]:
    """Say what became of what was to be written; what was is read again, as it is now."""
    by_write = {id(each.write): each.result for each in ready}
    done = [_done(by_write[id(each.write)], each) for each in outcome.done]
    refused = [refusal(by_write[id(each.write)], each) for each in outcome.refused]
    return done + refused


def refusal(result: Result, refused: Refused) -> Result:
    """Say why a file was not written."""
    problem = refused.problem
    is_skipped = problem.skips or isinstance(problem, (*MAY_PASS, NotAFile))
    status = FileStatus.SKIPPED if is_skipped else FileStatus.FAILED
    return replace(result, status=status, reason=str(problem), problem=problem)


def _identity(path: Path) -> tuple[int, int] | None:
    """Say which file a path leads to, by its disk and number; None where it leads nowhere."""
    try:
        said = path.stat()
    except (OSError, ValueError):  # what a player names may be no path here
        return None
    return said.st_dev, said.st_ino


def _unseen(target: Target, problem: Problem) -> Result:
    """Say why a file could not even be looked at."""
    status = FileStatus.SKIPPED if isinstance(problem, MAY_PASS) else FileStatus.FAILED
    return Result(target=target, status=status, reason=str(problem), problem=problem)


def _examined(target: Target, stamp: Stamp, how: How) -> Result | Ready:
    facts = target.facts
    if facts and facts.container is not None and _is_known(facts, stamp):
        return _judged(target, stamp, how, (facts.container, facts.audio, facts.subtitles))
    probed = probe.examine(target.path)
    if probed.probe is None and probed.fault is not None:
        if probed.fault.kind is FaultKind.NOT_MEDIA and target.path.suffix.lower() in _ALSO_TEXTS:
            return _obstacle(target, Obstacle.UNSUPPORTED, str(probed.fault.cause))
        return _obstacle(target, _OBSTACLES.get(probed.fault.kind), str(probed.fault.cause))
    if probed.probe is None:
        reason = "This kind of file has no flag that says what plays first."
        return _obstacle(target, Obstacle.UNSUPPORTED, reason)
    read = probed.probe
    return _judged(target, stamp, how, (read.container, tuple(read.audio), tuple(read.subtitles)))


def _is_known(facts: FileFacts, stamp: Stamp) -> bool:
    """Tell whether a file looks as it did when its library read it."""
    return (facts.size_bytes, facts.mtime_ns) == (stamp.size_bytes, stamp.mtime_ns)


_Said = tuple[str | None, tuple[AudioTrack, ...], tuple[SubtitleTrack, ...]]
_ALSO_TEXTS: Final = {".ts", ".mts"}  # programs in TypeScript are named like transport streams
_OBSTACLES: Final = {FaultKind.TRUNCATED: Obstacle.TRUNCATED, FaultKind.DAMAGED: Obstacle.DAMAGED}


def _judged(target: Target, stamp: Stamp, how: How, said: _Said) -> Result | Ready:
    verdict = policy.judge(*said, target.film, how.taste)
    result = Result(
        target=target,
        status=FileStatus.CHANGED,
        reason=verdict.reason,
        track=verdict.track,
        verdict=verdict,
    )
    if verdict.state is DefaultAudio.RIGHT:
        return replace(result, status=FileStatus.RIGHT)
    if verdict.state is DefaultAudio.UNFIT or verdict.defaults is None:
        problem = NothingToFix(target.path, "no track fits", verdict.reason)
        return replace(result, status=FileStatus.SKIPPED, problem=problem)
    planned = containers.plan_defaults(target.path, verdict.defaults)
    if isinstance(planned, AlreadyRight):
        right = replace(result, status=FileStatus.RIGHT)
        was_known = target.facts is not None and _is_known(target.facts, stamp)
        return _read_again(right, stamp) if was_known else right  # it said otherwise, though
    if isinstance(planned, EditPlan):
        return _ready(result, stamp, planned)
    if planned.may_be_remuxed and how.copies is not None:
        put = how.copies.put(target.path, verdict.defaults, container=said[0])
        return _if_alone(_ready(result, stamp, put), how)
    kept = _obstacle(target, planned.obstacle, planned.reason)
    return replace(kept, track=verdict.track, verdict=verdict)


def _ready(result: Result, stamp: Stamp, action: EditPlan | Put) -> Ready:
    target = result.target
    write = Write(
        path=target.path,
        root=target.root,
        action=action,
        title=target.title,
        reason=result.reason,
        said=result.said,
        seen=stamp,
        hard_links=target.hard_links,
    )
    return Ready(result, write)


def _if_alone(ready: Ready, how: How) -> Result | Ready:
    """Leave a file with other names where a copy would stand beside those, unless that is meant."""
    path = ready.write.path
    links = path.stat().st_nlink
    policy = ready.result.target.hard_links or how.hard_links
    if links == 1 or policy is HardLinks.BREAK:
        return ready
    return refusal(ready.result, Refused(ready.write, HardLinked(path, links)))


def _obstacle(target: Target, obstacle: Obstacle | None, reason: str) -> Result:
    """Say what keeps a file from being edited; one that is cut off may be growing."""
    if obstacle is Obstacle.TRUNCATED:
        return Result(
            target=target,
            status=FileStatus.SKIPPED,
            reason=f"{Growing(target.path)} {reason}",
            problem=Growing(target.path),
        )
    if obstacle in (Obstacle.UNSUPPORTED, Obstacle.LAYOUT):
        problem: Problem = NothingToFix(target.path, obstacle, reason)
        return Result(target=target, status=FileStatus.SKIPPED, reason=reason, problem=problem)
    problem = CannotFix(target.path, obstacle or Obstacle.UNREADABLE, reason)
    return Result(target=target, status=FileStatus.FAILED, reason=reason, problem=problem)


def _done(result: Result, done: Done) -> Result:
    """Read a file again that was written; it was verified as it was written."""
    took = result.milliseconds + done.milliseconds
    return _read_again(replace(result, milliseconds=took), done.after)


def _read_again(result: Result, stamp: Stamp | None) -> Result:
    """Read what a file says now, which its library learns with how the file looks."""
    read = probe.examine(result.target.path).probe
    return replace(result, renewed=(stamp, read) if stamp and read else None)
