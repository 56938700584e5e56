"""Every question about people, sessions, tokens and what was done."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import names
from maestrarr.core.accounts.callers import Caller, Role, Scope, reads_only, role_of_token
from maestrarr.core.accounts.errors import NoSuchSession, NoSuchToken, NoSuchUser
from maestrarr.core.accounts.known import Known
from maestrarr.core.accounts.models import ApiToken, AuditEntry, Session, User
from maestrarr.kit.clock import now

PAGE = 50


async def is_setup_needed(session: AsyncSession) -> bool:
    """Tell whether there is nobody yet who could sign in."""
    return (await session.scalar(select(User.id).limit(1))) is None


async def users(session: AsyncSession) -> Sequence[User]:
    """Return every user, by name."""
    return (await session.scalars(select(User).order_by(User.name_key))).all()


async def user(session: AsyncSession, user_id: UUID) -> User:
    """Return a user as they are now.

    Raises:
        NoSuchUser: there is none with this id.
    """
    found = await session.get(User, user_id, populate_existing=True)
    if found is None:
        raise NoSuchUser(str(user_id))
    return found


async def names_by_id(session: AsyncSession, user_ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of those of these users that there are."""
    found = await session.execute(select(User.id, User.name).where(User.id.in_(user_ids)))
    return {row.id: row.name for row in found}


async def find_user(session: AsyncSession, name: str) -> User | None:
    """Return the user of this name, however it is written, or None."""
    return (
        await session.scalars(select(User).where(User.name_key == names.name_key(name)))
    ).one_or_none()


async def admins(session: AsyncSession) -> Sequence[UUID]:
    """Return the ids of every admin, whom nobody else changes until the commit."""
    statement = select(User.id).where(User.role == Role.ADMIN).order_by(User.id).with_for_update()
    return (await session.scalars(statement)).all()


async def sessions(session: AsyncSession, user_id: UUID) -> Sequence[Session]:
    """Return a user's sessions that have not expired, the newest first."""
    own = select(Session).where(Session.user_id == user_id, Session.expires_at > now())
    return (await session.scalars(own.order_by(Session.id.desc()))).all()


async def session_of(session: AsyncSession, user_id: UUID | None, session_id: UUID) -> Session:
    """Return a session of this user, or of anybody when None.

    Raises:
        NoSuchSession: there is none.
    """
    found = await session.get(Session, session_id)
    if found is None or user_id not in {None, found.user_id}:
        raise NoSuchSession(str(session_id))
    return found


async def tokens(session: AsyncSession, user_id: UUID | None) -> Sequence[tuple[ApiToken, str]]:
    """Return the API tokens of this user, or of all when None, with their users' names."""
    statement = select(ApiToken, User.name).join(User).order_by(ApiToken.id.desc())
    if user_id is not None:
        statement = statement.where(ApiToken.user_id == user_id)
    return [(token, name) for token, name in await session.execute(statement)]


async def token_of(session: AsyncSession, user_id: UUID | None, token_id: UUID) -> ApiToken:
    """Return an API token of this user, or of anybody when None.

    Raises:
        NoSuchToken: there is none.
    """
    found = await session.get(ApiToken, token_id)
    if found is None or user_id not in {None, found.user_id}:
        raise NoSuchToken(str(token_id))
    return found


async def audit_entries(
    session: AsyncSession, *, before: UUID | None = None, limit: int = PAGE
) -> Sequence[AuditEntry]:
    """Return a page of what was done, the latest first, from the one before `before` on."""
    statement = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(AuditEntry.id < before)
    return (await session.scalars(statement)).all()


async def who_has_access(session: AsyncSession, access_hash: str) -> Known | None:
    """Tell whom the access token of this hash stands for; None when it is not valid."""
    statement = (
        select(Session.id, Session.access_expires_at, User.id, User.name, User.role)
        .join(User, User.id == Session.user_id)
        .where(Session.access_hash == access_hash, Session.access_expires_at > now())
    )
    row = (await session.execute(statement)).one_or_none()
    if row is None:
        return None
    session_id, expires_at, user_id, name, role = row
    return Known(Caller(user_id=user_id, name=name, role=role, session_id=session_id), expires_at)


async def who_has_token(session: AsyncSession, token_hash: str) -> Known | None:
    """Tell whom the API token of this hash stands for; None when it is not valid."""
    statement = (
        select(ApiToken.id, ApiToken.scopes, ApiToken.expires_at, User.id, User.name, User.role)
        .join(User, User.id == ApiToken.user_id)
        .where(ApiToken.token_hash == token_hash, ApiToken.expires_at > now())
    )
    row = (await session.execute(statement)).one_or_none()
    if row is None:
        return None
    token_id, words, expires_at, user_id, name, role = row
    scopes = {Scope(word) for word in words}
    caller = Caller(
        user_id=user_id,
        name=name,
        role=role_of_token(role, scopes),
        token_id=token_id,
        reads_only=reads_only(scopes),
    )
    return Known(caller, expires_at)
