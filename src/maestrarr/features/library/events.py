"""The news of the library."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event

MOST_IDS = 200


@dataclass(frozen=True, slots=True)
class LibraryScanned(Event):
    """A library was brought up to date with its folders."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "library.scanned"

    library_id: UUID


@dataclass(frozen=True, slots=True)
class LibraryChanged(Event):
    """A library came, went, or has another name, language or folders."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "library.changed"

    library_id: UUID


@dataclass(frozen=True, slots=True)
class TitlesChanged(Event):
    """Titles came, went, or are not what they were; at most `MOST_IDS` in one event."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "title.changed"

    title_ids: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class TitlesRetold(Event):
    """Of some titles something else is said that judgements of their files rest on."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "title.retold"


@dataclass(frozen=True, slots=True)
class TitleIdentified(Event):
    """Somebody said which work a title is, or took it back."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "title.identified"

    title_id: UUID


@dataclass(frozen=True, slots=True)
class FieldsUnlocked(Event):
    """Services may speak again of what a user had said of titles; at most `MOST_IDS` of them."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "title.unlocked"

    title_ids: Sequence[UUID]


def titles_changed(title_ids: Sequence[UUID]) -> Iterator[TitlesChanged]:
    """Put any number of titles into as few events as hold them."""
    for start in range(0, len(title_ids), MOST_IDS):
        yield TitlesChanged(title_ids[start : start + MOST_IDS])
