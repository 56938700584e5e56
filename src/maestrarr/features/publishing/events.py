"""The news about publishing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event
from maestrarr.features.library.events import MOST_IDS


@dataclass(frozen=True, slots=True)
class PublicationDone(Event):
    """Titles were published or put back, or could not be; at most `MOST_IDS` in one event."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "publication.done"

    title_ids: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class VerificationDone(Event):
    """What was published was compared with what stands on the disks."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "verification.done"

    verification_id: UUID


def publications_done(title_ids: Sequence[UUID]) -> Iterator[PublicationDone]:
    """Put any number of titles into as few events as hold them."""
    for start in range(0, len(title_ids), MOST_IDS):
        yield PublicationDone(title_ids[start : start + MOST_IDS])
