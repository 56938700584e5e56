"""Edits of a file's headers: what would be written where, or why nothing can be.

Plans are only computed here. Whoever carries one out reads the file again first and compares its
`header`, keeps every patch's `old` bytes where a crash cannot reach them, and looks again after.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from maestrarr.media.window import Window

NO_TRACK: Final = -1  # wanted as the default subtitle: none
IDENTITY_BYTES: Final = 8 * 1024  # of a file's start, which tell one film from another

_RUNS: Final = re.compile(rb"[^\0]+(?:\0{1,15}[^\0]+)*")

Span = tuple[int, int]
Write = tuple[int, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """Which tracks a player shall start with, by ffprobe's index; None leaves a kind as it is."""

    audio: int | None = None
    subtitle: int | None = None


@dataclass(frozen=True, slots=True)
class BytePatch:
    """Bytes to write at `offset`, and the as many that stand there now."""

    offset: int
    old: bytes
    new: bytes

    @property
    def end(self) -> int:
        """Where the bytes end in the file."""
        return self.offset + len(self.old)

    def reversed(self) -> "BytePatch":
        """Give the patch that takes this one back."""
        return BytePatch(self.offset, self.new, self.old)


class TrackSetting(StrEnum):
    """What an edit sets of a track."""

    DEFAULT = "default"
    ENABLED = "enabled"
    ALTERNATE_GROUP = "alternate group"


@dataclass(frozen=True, slots=True)
class TrackChange:
    """One setting of the track at ffprobe's index, before and after: 0 and 1 are no and yes."""

    track: int
    setting: TrackSetting
    before: int
    after: int

    def __str__(self) -> str:
        before, after = self._word(self.before), self._word(self.after)
        return f"track {self.track}: {self.setting} {before} → {after}"

    def _word(self, value: int) -> str:
        is_number = self.setting is TrackSetting.ALTERNATE_GROUP
        return str(value) if is_number else "yes" if value else "no"

    def reversed(self) -> "TrackChange":
        """Give the change that takes this one back."""
        return TrackChange(self.track, self.setting, self.after, self.before)


class Method(StrEnum):
    """How room was found for what has to be said."""

    FLIP = "flags that stand there are set"
    GROW = "the list of tracks grows into the empty space behind it"
    REARRANGE = "the list of tracks is written anew in its own space"
    SLIDE = "the list of tracks moves into the empty space before it"


@dataclass(frozen=True, slots=True)
class HeaderPrint:
    """How the parts of a file that an edit is about look: SHA-256 of `spans` before and after."""

    spans: tuple[Span, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlan:
    """Patches of a file that keep its size, to be written in this order.

    `is_playable_throughout` says that the film plays after each of them, and that some audio track
    is always default if one was: so a crash between any two does no harm, as far as they reach the
    disk in order. Where it is not, only the journal's `old` bytes give the file back.
    """

    patches: tuple[BytePatch, ...]
    size_bytes: int
    header: HeaderPrint
    changes: tuple[TrackChange, ...]
    method: Method
    is_playable_throughout: bool

    def reversed(self) -> "EditPlan":
        """Give the plan that takes this one back."""
        header = HeaderPrint(self.header.spans, self.header.after, self.header.before)
        return EditPlan(
            patches=tuple(patch.reversed() for patch in reversed(self.patches)),
            size_bytes=self.size_bytes,
            header=header,
            changes=tuple(change.reversed() for change in self.changes),
            method=self.method,
            is_playable_throughout=self.is_playable_throughout,
        )


@dataclass(frozen=True, slots=True)
class AlreadyRight:
    """Nothing has to be written: the file says already what it shall say."""


class Obstacle(StrEnum):
    """What keeps a file from being edited: in place, and from WOULD_LOSE on by a copy of it."""

    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    NO_SUCH_TRACK = "no such track"
    LAYOUT = "layout"
    WOULD_LOSE = "would lose something"
    NOT_NEEDED = "not needed"
    TOO_LARGE = "too large"
    NO_SPACE = "no space"
    TOO_SLOW = "too slow"
    STOPPED = "stopped"
    NOT_THE_SAME = "not the same"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CannotEdit:
    """Why an edit is not possible, with a sentence for the user."""

    obstacle: Obstacle
    reason: str

    @property
    def may_be_remuxed(self) -> bool:
        """Whether the file is whole, and only written in a way that leaves no room."""
        return self.obstacle is Obstacle.LAYOUT


Planned = EditPlan | AlreadyRight | CannotEdit


def patches_for(window: Window, writes: Iterable[Write]) -> list[BytePatch]:
    """Reduce what shall stand in a file to the runs of bytes that differ from what does."""
    return [
        BytePatch(offset + start, old[start:end], new[start:end])
        for offset, new in writes
        for old in (window.read_whole(offset, len(new)),)
        for start, end in _differing(old, new)
    ]


def header_print(
    window: Window, patches: Sequence[BytePatch], spans: Iterable[Span]
) -> HeaderPrint:
    """Hash the start of the file and the spans that an edit is about, as they are and will be."""
    merged = _merged([(0, min(IDENTITY_BYTES, window.size_bytes)), *spans])
    before = [window.read_whole(start, end - start) for start, end in merged]
    after = [
        _patched(data, start, patches) for (start, _), data in zip(merged, before, strict=True)
    ]
    return HeaderPrint(merged, _hash(before), _hash(after))


def fingerprint(read: Callable[[int, int], bytes], spans: Iterable[Span]) -> str:
    """Hash a file's spans as `HeaderPrint` does; `read` gives bytes by offset and length."""
    return _hash(read(start, end - start) for start, end in spans)


def no_such_track(kind: str, wanted: int, indexes: Sequence[int]) -> CannotEdit:
    """Say that the wanted track is none of its kind."""
    known = ", ".join(map(str, indexes)) or "none"
    reason = f"Track {wanted} is no {kind} track of this file; it has {known}."
    return CannotEdit(Obstacle.NO_SUCH_TRACK, reason)


def _differing(old: bytes, new: bytes) -> list[Span]:
    """Find the runs in which two texts differ; runs less than 16 bytes apart are one."""
    both = int.from_bytes(old, "big") ^ int.from_bytes(new, "big")
    return [found.span() for found in _RUNS.finditer(both.to_bytes(len(old), "big"))]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Bring spans into order, and those that touch into one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _patched(data: bytes, start: int, patches: Iterable[BytePatch]) -> bytes:
    changed = bytearray(data)
    for patch in patches:
        if start <= patch.offset and patch.end <= start + len(data):
            changed[patch.offset - start : patch.end - start] = patch.new
    return bytes(changed)


def _hash(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
