"""The news of accounts."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from maestrarr.core.events.events import Event


@dataclass(frozen=True, slots=True)
class UserChanged(Event):
    """A user came, went, or may do other things than before."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "user.changed"
    audience: ClassVar[str] = "admin"

    user_id: UUID


@dataclass(frozen=True, slots=True)
class AccessChanged(Event):
    """A user's sessions or tokens are others than they were; that user alone is told."""

    topic: ClassVar[str] = "system"
    kind: ClassVar[str] = "access.changed"

    user_id: UUID

    def seen_by(self) -> str:
        """Name the user themselves."""
        return str(self.user_id)


@dataclass(frozen=True, slots=True)
class SignedIn(AccessChanged):
    """So it is because they signed in on a device."""

    session_id: UUID


@dataclass(frozen=True, slots=True)
class TokenMade(AccessChanged):
    """So it is because a token was made that stands for them."""

    token_id: UUID
