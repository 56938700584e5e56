"""The news about artwork."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class ArtworkChanged(Event):
    """Titles have other pictures than before, other candidates, or another lock."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "artwork.changed"

    title_ids: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class RejectionsChanged(Event):
    """A picture was rejected for the whole installation, or that was taken back."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "artwork.rejections_changed"


@dataclass(frozen=True, slots=True)
class WishesChanged(Event):
    """A library wants something else of its pictures."""

    topic: ClassVar[str] = "library"
    kind: ClassVar[str] = "artwork.wishes_changed"

    library_id: UUID
