"""What every piece of news has."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Event:
    """News of one kind; its fields are ids, and what can be said in a few numbers and words.

    `topic` is what listeners choose by, `kind` is `room.past_tense`, and `audience` the name of the
    least role that may see it.
    """

    topic: ClassVar[str]
    kind: ClassVar[str]
    audience: ClassVar[str] = "viewer"

    def seen_by(self) -> str:
        """Say who may see it: the name of the least role, or a user's id."""
        return self.audience
