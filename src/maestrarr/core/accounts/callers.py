"""Who asks: roles, scopes, and the caller of one request."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a user may do, each role including those before it.

    A guest sees what is their own, a viewer also the library; an operator runs and edits; an admin
    decides about the installation and its users.
    """

    GUEST = "guest"
    VIEWER = "viewer"
    OPERATOR = "operator"
    ADMIN = "admin"

    def includes(self, other: "Role") -> bool:
        """Tell whether who has this role may do what `other` may."""
        return _ROLES.index(self) >= _ROLES.index(other)


class Scope(StrEnum):
    """How much of its user's role an API token has; `read` changes nothing, whatever the role."""

    READ = "read"
    OPERATE = "operate"
    ADMIN = "admin"


_ROLES = tuple(Role)
_SCOPE_ROLES = {Scope.READ: Role.VIEWER, Scope.OPERATE: Role.OPERATOR, Scope.ADMIN: Role.ADMIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who makes a request, and by what right.

    `user_id` is None for the terminal of this machine. `role` is what the caller may do in this
    request: an API token's is at most what its scopes allow. `reads_only` refuses every change.
    """

    user_id: UUID | None
    name: str
    role: Role
    session_id: UUID | None = None
    token_id: UUID | None = None
    reads_only: bool = False
    address: str = ""

    @property
    def known_as(self) -> str:
        """What is kept of who asked: the user's id, which outlasts a name, or `terminal`."""
        return str(self.user_id or self.name)


TERMINAL = Caller(user_id=None, name="terminal", role=Role.ADMIN)


def role_of_scopes(scopes: Collection[Scope]) -> Role:
    """Tell what the widest of these scopes lets do, whoever has them."""
    return max((_SCOPE_ROLES[scope] for scope in scopes), key=_ROLES.index, default=Role.GUEST)


def role_of_token(role: Role, scopes: Collection[Scope]) -> Role:
    """Tell as what a user's API token acts: at most what its widest scope allows."""
    allowed = role_of_scopes(scopes)
    return allowed if role.includes(allowed) else role


def reads_only(scopes: Collection[Scope]) -> bool:
    """Tell whether a token with these scopes may change nothing."""
    return not set(scopes) - {Scope.READ}
