"""Sessions: signing in, exchanging the tokens again and again, and the end."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import passwords, queries, tokens
from maestrarr.core.accounts.audit import record
from maestrarr.core.accounts.callers import Caller, Role
from maestrarr.core.accounts.errors import RefreshTokenReused, SessionEnded, WrongCredentials
from maestrarr.core.accounts.events import AccessChanged, SignedIn
from maestrarr.core.accounts.known import forget_after_commit
from maestrarr.core.accounts.models import Session, User
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.core.events import service as events
from maestrarr.kit.clock import now
from maestrarr.kit.ids import new_id

ACCESS_FOR = timedelta(minutes=15)
REFRESH_FOR = timedelta(days=30)
LEEWAY = timedelta(seconds=30)  # in which an answer that was lost may be asked for again
LONGEST_DEVICE = 200


@dataclass(frozen=True, slots=True)
class Device:
    """Where somebody signs in: what the program calls itself, and its address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What a session's holder is given; it is kept nowhere else."""

    session_id: UUID
    access: str
    access_expires_at: datetime
    refresh: str
    expires_at: datetime


async def check_password(user: User | None, password: str) -> User:
    """Return the user whose password this is, without a session: it takes a while.

    Nobody at all takes as long as a wrong password.

    Raises:
        WrongCredentials: there is no such user, or the password is another.
    """
    kept = None if user is None else user.password_hash
    if not await passwords.is_right(password, kept) or user is None:
        raise WrongCredentials
    return user


async def open_session(session: AsyncSession, user: User, device: Device) -> Tokens:
    """Sign a user in on a device.

    Raises:
        WrongCredentials: they were removed or changed their password in the meantime.
    """
    unchanged = select(User.id).where(User.id == user.id, User.password_hash == user.password_hash)
    if await session.scalar(unchanged.with_for_update()) is None:
        raise WrongCredentials
    moment = now()
    await session.execute(delete(Session).where(Session.expires_at <= moment))
    first, access = tokens.make_refresh(), tokens.make(TokenKind.ACCESS)
    opened = Session(
        id=new_id(),
        user_id=user.id,
        device=_printable(device.name),
        address=device.address,
        family_hash=tokens.digest(tokens.family_of(first)),
        refresh_hash=tokens.digest(first),
        access_hash=tokens.digest(access),
        seed=secrets.token_urlsafe(32),
        refreshed_at=moment,
        access_expires_at=moment + ACCESS_FOR,
        expires_at=moment + REFRESH_FOR,
    )
    session.add(opened)
    caller = _caller(user.id, user.name, user.role, opened.id, device)
    record(session, caller, "session.opened", opened.device)
    await session.flush()
    await events.publish(session, SignedIn(user.id, opened.id))
    return _tokens(opened, access, first)


async def refresh(
    session: AsyncSession, presented: str, device: Device
) -> Tokens | RefreshTokenReused:
    """Exchange a refresh token for new tokens; one that was exchanged before ends the session.

    That end has to be committed, so it is returned as a Problem and not raised. The same exchange
    asked for again within the leeway has the same result: an answer may get lost on its way.

    Raises:
        SessionEnded: the token is unknown or expired, or its session was ended.
    """
    held = await _held_by(session, presented)
    shown, moment = tokens.digest(presented), now()
    if tokens.same(shown, held.refresh_hash):
        _exchange(held, presented, moment)
        held.address = device.address
        forget_after_commit(session)
    elif not _is_repeated(held, shown, moment):
        await _end_stolen(session, held, device)
        return RefreshTokenReused()
    return _tokens(
        held,
        tokens.next_access(presented, held.seed),
        tokens.next_refresh(presented, held.seed),
    )


async def close_session(session: AsyncSession, caller: Caller, session_id: UUID) -> None:
    """End a session, at once: one's own, and for an admin anybody's.

    Raises:
        NoSuchSession: there is none that the caller may see.
    """
    whose = None if caller.role is Role.ADMIN else caller.user_id
    closed = await queries.session_of(session, whose, session_id)
    await session.delete(closed)
    record(session, caller, "session.closed", closed.device)
    await events.publish(session, AccessChanged(closed.user_id))
    forget_after_commit(session)


async def close_other_sessions(session: AsyncSession, caller: Caller) -> None:
    """End every session of the caller but the one that asks."""
    own = delete(Session).where(Session.user_id == caller.user_id)
    await session.execute(own.where(Session.id != caller.session_id))
    record(session, caller, "session.others_closed")
    if caller.user_id is not None:
        await events.publish(session, AccessChanged(caller.user_id))
    forget_after_commit(session)


async def close_sessions_of(session: AsyncSession, caller: Caller, user: User) -> None:
    """End every session of a user."""
    await session.execute(delete(Session).where(Session.user_id == user.id))
    record(session, caller, "session.all_closed", user.name)
    await events.publish(session, AccessChanged(user.id))
    forget_after_commit(session)


async def _held_by(session: AsyncSession, presented: str) -> Session:
    if not presented.startswith(TokenKind.REFRESH) or len(presented) > tokens.LONGEST:
        raise SessionEnded
    family = tokens.digest(tokens.family_of(presented))
    own = select(Session).where(Session.family_hash == family, Session.expires_at > now())
    held = (await session.scalars(own.with_for_update())).one_or_none()
    if held is None:
        raise SessionEnded
    return held


def _exchange(held: Session, presented: str, moment: datetime) -> None:
    held.previous_hash = held.refresh_hash
    held.refresh_hash = tokens.digest(tokens.next_refresh(presented, held.seed))
    held.access_hash = tokens.digest(tokens.next_access(presented, held.seed))
    held.refreshed_at = moment
    held.access_expires_at = moment + ACCESS_FOR
    held.expires_at = moment + REFRESH_FOR


def _is_repeated(held: Session, shown: str, moment: datetime) -> bool:
    before = held.previous_hash
    in_time = abs(moment - held.refreshed_at) <= LEEWAY
    return before is not None and tokens.same(shown, before) and in_time


async def _end_stolen(session: AsyncSession, held: Session, device: Device) -> None:
    user = await queries.user(session, held.user_id)
    caller = _caller(user.id, user.name, user.role, held.id, device)
    record(session, caller, "session.ended_after_reuse", held.device)
    await session.delete(held)
    forget_after_commit(session)


def _caller(user_id: UUID, name: str, role: Role, session_id: UUID, device: Device) -> Caller:
    return Caller(
        user_id=user_id, name=name, role=role, session_id=session_id, address=device.address
    )


def _tokens(held: Session, access: str, following: str) -> Tokens:
    return Tokens(
        session_id=held.id,
        access=access,
        access_expires_at=held.access_expires_at,
        refresh=following,
        expires_at=held.expires_at,
    )


def _printable(name: str) -> str:
    return "".join(sign for sign in name if sign.isprintable())[:LONGEST_DEVICE]
