"""The tables of users, their sessions and API tokens, and of what was done by whom."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Enum, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from maestrarr.core.accounts.callers import Role
from maestrarr.core.accounts.languages import Language
from maestrarr.kit.clock import now
from maestrarr.kit.db import Base
from maestrarr.kit.ids import new_id

HASH = String(64)  # SHA-256, in hexadecimal digits


def _word_of(words: type[StrEnum]) -> Enum:
    """Keep one of these words as it is written."""
    return Enum(
        words,
        native_enum=False,
        create_constraint=False,
        length=16,
        values_callable=lambda every: [word.value for word in every],
    )


class User(Base):
    """Somebody who may sign in.

    `name_key` is the name as it is compared, `language` what they are written to in, None as long
    as nobody has said so. `is_first` is true for the admin whom the setup made
    and null for everybody else: unique, it lets one of several setups at a time win.
    """

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role] = mapped_column(_word_of(Role))
    language: Mapped[Language | None] = mapped_column(_word_of(Language))
    password_hash: Mapped[str]
    is_first: Mapped[bool | None] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    password_changed_at: Mapped[datetime] = mapped_column(default=now)


class Session(Base):
    """One device on which a user is signed in; of its tokens only hashes are kept.

    `family_hash` is of the part that all its refresh tokens share, by which one that was exchanged
    before is known again. `seed` makes the next tokens out of the present one.
    """

    __tablename__ = "sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    device: Mapped[str]
    address: Mapped[str]
    family_hash: Mapped[str] = mapped_column(HASH, unique=True)
    refresh_hash: Mapped[str] = mapped_column(HASH)
    previous_hash: Mapped[str | None] = mapped_column(HASH)
    access_hash: Mapped[str] = mapped_column(HASH, unique=True)
    seed: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    refreshed_at: Mapped[datetime]
    access_expires_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class ApiToken(Base):
    """A token that stands for its user in a script, within its scopes, until it expires."""

    __tablename__ = "api_tokens"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    token_hash: Mapped[str] = mapped_column(HASH, unique=True)
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]


class AuditEntry(Base):
    """What somebody did; it outlives the user, so it names them and points to nobody."""

    __tablename__ = "audit_entries"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(default=now)
    user_id: Mapped[UUID | None] = mapped_column(index=True)
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    facts: Mapped[dict[str, Any]]
    address: Mapped[str]
