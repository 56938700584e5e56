"""What can be done with users: the first admin, others, their roles and passwords."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import names, passwords, policy, queries
from maestrarr.core.accounts.audit import record
from maestrarr.core.accounts.callers import Caller, Role
from maestrarr.core.accounts.errors import (
    LastAdmin,
    NameTaken,
    NameUnfit,
    NoSuchUser,
    SetupDone,
)
from maestrarr.core.accounts.events import AccessChanged, UserChanged
from maestrarr.core.accounts.known import forget_after_commit
from maestrarr.core.accounts.languages import Language
from maestrarr.core.accounts.models import ApiToken, AuditEntry, Session, User
from maestrarr.core.events import service as events
from maestrarr.kit.clock import now
from maestrarr.kit.ids import as_id


async def fit_hash(password: str, *, name: str) -> str:
    """Return the hash of a new password, before any transaction: it takes a while.

    Raises:
        NameUnfit: the name cannot be a user's.
        PasswordUnfit: the password would not keep others out.
    """
    if not names.is_fit(name):
        raise NameUnfit(names.LONGEST_NAME)
    if fault := policy.password_fault(password, name=name):
        raise fault
    return await passwords.hashed(password)


async def names_of(session: AsyncSession, known_as: Iterable[str | None]) -> dict[str, str]:
    """Name the users among those who asked for something, by what is kept of them.

    A word such as `schedule` names itself, and who is gone has no name any more.
    """
    ids = {each: user_id for each in known_as if each and (user_id := as_id(each))}
    if not ids:
        return {}
    found = await queries.names_by_id(session, set(ids.values()))
    return {each: found[user_id] for each, user_id in ids.items() if user_id in found}


async def user_named(session: AsyncSession, name: str) -> User:
    """Return the user of this name, however it is written.

    Raises:
        NoSuchUser: there is nobody of that name.
    """
    found = await queries.find_user(session, name)
    if found is None:
        raise NoSuchUser(name)
    return found


async def set_up(session: AsyncSession, *, name: str, password_hash: str, address: str) -> User:
    """Make the first admin; of several at a time, one is made.

    Raises:
        SetupDone: there is somebody already.
    """
    if not await queries.is_setup_needed(session):
        raise SetupDone
    user = _new_user(name, password_hash, Role.ADMIN)
    user.is_first = True
    if not await _put_in(session, user):
        raise SetupDone
    own = Caller(user_id=user.id, name=user.name, role=user.role, address=address)
    record(session, own, "installation.set_up", user.name)
    return user


async def add_user(
    session: AsyncSession, caller: Caller, *, name: str, password_hash: str, role: Role
) -> User:
    """Add somebody who may sign in.

    Raises:
        NameTaken: another user has this name.
    """
    user = _new_user(name, password_hash, role)
    if not await _put_in(session, user):
        raise NameTaken(name)
    record(session, caller, "user.added", user.name, role=role)
    await events.publish(session, UserChanged(user.id))
    return user


async def change_role(session: AsyncSession, caller: Caller, user_id: UUID, role: Role) -> User:
    """Give a user another role, at once.

    Raises:
        NoSuchUser: there is none.
        LastAdmin: nobody else could look after the installation.
    """
    user = await queries.user(session, user_id)
    if role is not Role.ADMIN:
        await _refuse_last_admin(session, user)
    record(session, caller, "user.role_changed", user.name, before=user.role, after=role)
    user.role = role
    await events.publish(session, UserChanged(user.id))
    forget_after_commit(session)
    return user


async def write_in(session: AsyncSession, user: User, language: Language) -> User:
    """Write to a user in this language from now on."""
    if user.language is not language:
        user.language = language
        await events.publish(session, UserChanged(user.id))
    return user


async def remove_user(session: AsyncSession, caller: Caller, user_id: UUID) -> User:
    """Remove a user with their sessions and tokens; what they did stays written down.

    Raises:
        NoSuchUser: there is none.
        LastAdmin: nobody else could look after the installation.
    """
    user = await queries.user(session, user_id)
    await _refuse_last_admin(session, user)
    await session.delete(user)
    record(session, caller, "user.removed", user.name)
    await events.publish(session, UserChanged(user.id))
    forget_after_commit(session)
    return user


async def set_password(
    session: AsyncSession,
    caller: Caller,
    user_id: UUID,
    password_hash: str,
    *,
    keep: UUID | None = None,
) -> User:
    """Give a user another password, and end their sessions but for the one to keep.

    Raises:
        NoSuchUser: there is none.
    """
    user = await queries.user(session, user_id)
    user.password_hash = password_hash
    user.password_changed_at = now()
    await session.flush()
    others = delete(Session).where(Session.user_id == user.id)
    await session.execute(others if keep is None else others.where(Session.id != keep))
    record(session, caller, "user.password_changed", user.name)
    await events.publish(session, AccessChanged(user.id))
    forget_after_commit(session)
    return user


async def close_all_sessions(session: AsyncSession, caller: Caller) -> None:
    """End every session of everybody."""
    await session.execute(delete(Session))
    record(session, caller, "session.all_closed")
    forget_after_commit(session)


async def purge(session: AsyncSession, *, keep: timedelta) -> tuple[int, int]:
    """Forget sessions and API tokens that expired, and what was done longer than `keep` ago.

    Returns:
        How many sessions and tokens, and how many audit entries.
    """
    moment = now()
    expired = 0
    for table in (Session, ApiToken):
        gone = delete(table).where(table.expires_at < moment).returning(table.id)
        expired += len((await session.execute(gone)).all())
    old = delete(AuditEntry).where(AuditEntry.at < moment - keep).returning(AuditEntry.id)
    return expired, len((await session.execute(old)).all())


def _new_user(name: str, password_hash: str, role: Role) -> User:
    return User(name=name, name_key=names.name_key(name), role=role, password_hash=password_hash)


async def _put_in(session: AsyncSession, user: User) -> bool:
    """Insert a user; say no when another is in the way, also one from a moment ago."""
    try:
        async with session.begin_nested():
            session.add(user)
    except IntegrityError:
        return False
    return True


async def _refuse_last_admin(session: AsyncSession, user: User) -> None:
    if list(await queries.admins(session)) == [user.id]:
        raise LastAdmin(user.name)
