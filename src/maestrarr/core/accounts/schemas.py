"""What crosses HTTP: who signs in, what they are given, and who there is."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, SecretStr

from maestrarr.core.accounts.callers import Role, Scope
from maestrarr.core.accounts.languages import Language
from maestrarr.kit.moments import Moment
from maestrarr.kit.sent import Sent

VISIBLE = r"^[^\x00-\x1f\x7f]+$"  # PostgreSQL takes no NUL, and no name needs the others
Name = Annotated[str, Field(min_length=1, max_length=64, pattern=VISIBLE, examples=["ada"])]
Password = Annotated[SecretStr, Field(max_length=1024, examples=["correct horse battery"])]
Token = Annotated[SecretStr, Field(max_length=256)]


class _Document(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Credentials(Sent):
    """A name and a password; a browser asks for cookies, which its pages cannot read.

    `language` is what the client speaks: it is kept for messages unless another is already.
    """

    name: Name
    password: Password
    with_cookies: bool = False
    language: Language | None = None


class Setup(Credentials):
    """The first admin, and the setup token from the link that the server printed."""

    token: Token


class Refresh(Sent):
    """A refresh token, from who does not keep it in a cookie."""

    refresh_token: Token | None = None


class NewUser(Sent):
    """Somebody who shall be able to sign in."""

    name: Name
    password: Password
    role: Role = Role.VIEWER


class UserPatch(Sent):
    """What of a user is to be otherwise."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"role": "operator"}]})

    role: Role | None = None
    language: Language | None = None


class OwnPatch(Sent):
    """What of oneself is to be otherwise."""

    language: Language


class NewPassword(Sent):
    """Another password for a user."""

    password: Password


class OwnPassword(NewPassword):
    """Another password for oneself, with the present one."""

    present: Password


class NewToken(Sent):
    """An API token to be made."""

    name: Annotated[
        str, Field(min_length=1, max_length=100, pattern=VISIBLE, examples=["a script"])
    ]
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=3)]
    days: Annotated[int, Field(ge=1, le=3650)] = 365


class SetupState(_Document):
    """Whether the first admin is still to be made; in a demo anybody signs in as demo, demo."""

    is_needed: bool
    is_demo: bool


class UserDocument(_Document):
    """Somebody who may sign in; `language` is what messages to them are in, English when null."""

    id: UUID
    name: str
    role: Role
    language: Language | None
    created_at: Moment
    password_changed_at: Moment


class Users(_Document):
    """Everybody who may sign in, by name."""

    users: list[UserDocument]


class CallerDocument(_Document):
    """Who makes this request, and what they may do in it; the terminal has no `user_id`."""

    user_id: UUID | None
    name: str
    role: Role
    reads_only: bool
    session_id: UUID | None
    token_id: UUID | None


class OpenedSession(_Document):
    """A session, with its tokens unless they are in cookies."""

    session_id: UUID
    access_expires_at: Moment
    expires_at: Moment
    access_token: str | None = None
    refresh_token: str | None = None


class SessionDocument(_Document):
    """One device on which the caller is signed in."""

    id: UUID
    device: str
    address: str
    created_at: Moment
    refreshed_at: Moment
    expires_at: Moment
    is_current: bool = False


class Sessions(_Document):
    """The caller's sessions, the newest first."""

    sessions: list[SessionDocument]


class TokenDocument(_Document):
    """An API token, without its text."""

    id: UUID
    name: str
    user: str
    scopes: list[Scope]
    created_at: Moment
    expires_at: Moment


class Tokens(_Document):
    """The caller's API tokens, or everybody's, the newest first."""

    tokens: list[TokenDocument]


class MadeToken(TokenDocument):
    """An API token with its text, which is told this once."""

    token: str


class AuditEntryDocument(_Document):
    """What somebody did."""

    id: UUID
    at: Moment
    user_id: UUID | None
    actor: str
    action: str
    subject: str
    facts: dict[str, JsonValue]
    address: str


class AuditEntries(_Document):
    """A page of what was done, the latest first; `next` names where the following page begins."""

    entries: list[AuditEntryDocument]
    next: UUID | None
