"""Publishing's decisions: what is refused, what is done to a file, and when we give way."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from maestrarr.core.changes.errors import (
    AlreadyThere,
    Busy,
    ChangedSince,
    DiskFailed,
    Growing,
    JournalUnwritable,
    NoSpace,
    ReadOnly,
    Vanished,
    in_words,
)
from maestrarr.features.library.states import TitleKind
from maestrarr.features.publishing.errors import (
    FolderFull,
    NfoEdited,
    NoFolder,
    NoFolderForSets,
    NotIdentified,
    SetElsewhere,
    TitleGone,
)
from maestrarr.features.publishing.states import FileDeed
from maestrarr.kit.errors import Problem

LOOKS: Final = (timedelta(0), timedelta(seconds=5), timedelta(seconds=60), timedelta(minutes=10))
FIGHT_WITHIN: Final = timedelta(hours=24)
FIGHT_AT: Final = 2

# What may go better by itself: a disk comes back, gets room, or lets us write again.
MAY_PASS: Final = (
    AlreadyThere, Busy, ChangedSince, DiskFailed, FolderFull, Growing, JournalUnwritable, NfoEdited,
    NoFolder, NoSpace, ReadOnly, TitleGone, Vanished,
)  # fmt: skip


class Published(Protocol):
    """What a refusal rests on."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def kind(self) -> TitleKind:
        """What it is."""

    @property
    def is_twin(self) -> bool:
        """Tell whether it is a set that stands for another library already."""

    @property
    def is_in_library(self) -> bool:
        """Tell whether all of it lies in the folders of its library."""

    @property
    def folder(self) -> Path:
        """The folder that it lies in."""

    @property
    def is_missing(self) -> bool:
        """Tell whether none of its files is there."""

    @property
    def is_identified(self) -> bool:
        """Tell whether it is known which work it is."""


def refusal(title: Published) -> Problem | None:
    """Say why a title is not published, before anything is looked at; None when it may be."""
    if title.is_missing:
        return TitleGone(title.name)
    if not title.is_identified:
        return NotIdentified(title.name)
    if not title.is_in_library and title.kind is TitleKind.SET:
        return SetElsewhere(title.name) if title.is_twin else NoFolderForSets(title.name)
    if not title.is_in_library:
        return NoFolder(title.folder)
    return None


def said_by_disk(path: Path, error: OSError) -> Problem:
    """Say in words what a disk answered to a look."""
    return in_words(path, error)


def may_pass(problem: Problem) -> bool:
    """Tell whether it may go better in a while without anybody's doing."""
    return isinstance(problem, MAY_PASS)


def deed_for(
    *,
    is_there: bool,
    is_right: bool,
    was_published: bool,
    is_as_published: bool,
    keeps_the_rest: bool,
) -> tuple[FileDeed, str]:
    """Decide what is done to a file that shall stand, and the word for why.

    One that `keeps_the_rest` is brought up to date within what somebody else has written.
    """
    if is_right:
        return FileDeed.KEEP, "same"
    if not is_there:
        return FileDeed.CREATE, "gone" if was_published else "new"
    if is_as_published:
        return FileDeed.REPLACE, "changed"
    if keeps_the_rest:
        return FileDeed.REPLACE, "merged"
    return FileDeed.REPLACE, "altered" if was_published else "foreign"


def is_fight(found_at: Sequence[datetime]) -> bool:
    """Tell whether something else has rewritten a file so often that we give way."""
    times = sorted(found_at)
    return any(
        later - earlier <= FIGHT_WITHIN
        for earlier, later in zip(times, times[FIGHT_AT - 1 :], strict=False)
    )
