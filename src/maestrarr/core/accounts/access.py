"""Who may call a route: every route states it by one of these, or a test refuses it.

`Anyone` is not asked; `Guest`, `Viewer`, `Operator` and `Admin` give the `Caller`, who has at least
that role. `Database` and `ReadDatabase` give the request's session: what was written is committed
before the answer leaves. No route takes both: who holds one connection and waits for another
is waited for in turn. `Outside` is the way to outside services. `names_of` tells a room below whose
ids it keeps. A route that starts work says so by `STARTS_WORK`.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Annotated, TypeAlias

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from maestrarr.core.accounts import policy, queries, tokens
from maestrarr.core.accounts.attempts import WorkLimits
from maestrarr.core.accounts.callers import TERMINAL, Caller, Role
from maestrarr.core.accounts.errors import NotAllowed, NotSignedIn, ReadsOnly
from maestrarr.core.accounts.known import KNOWN, Known
from maestrarr.core.accounts.service import names_of
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.kit import db, outside

__all__ = [
    "STARTS_WORK", "Admin", "Anyone", "Caller", "Database", "Guest", "Operator", "Outside",
    "ReadDatabase", "Role", "Viewer", "anyone", "caller_of", "names_of",
]  # fmt: skip

ACCESS_COOKIE = "maestrarr_access"
REFRESH_COOKIE = "maestrarr_refresh"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_BY_PROXY = ("forwarded", "x-forwarded-for", "x-real-ip")


async def caller_of(connection: HTTPConnection) -> Caller:
    """Return who makes a request or opens a WebSocket; cheap when asked again within a second.

    Raises:
        NotSignedIn: it bears no token, or one that is unknown, expired or revoked.
    """
    token = _token(connection)
    if token is None or len(token) > tokens.LONGEST:
        raise NotSignedIn
    caller = _terminal(connection, token) or await _known(connection, tokens.digest(token), token)
    if caller is None:
        raise NotSignedIn
    return replace(caller, address=address_of(connection))


def address_of(connection: HTTPConnection) -> str:
    """Return the address that the connection comes from, whatever its headers say."""
    return connection.client.host if connection.client else ""


async def anyone() -> None:
    """State that nobody is asked who they are."""


def at_least(role: Role) -> Callable[[HTTPConnection], Awaitable[Caller]]:
    """Make the dependency that lets in who has this role, or one that includes it."""

    async def caller(connection: HTTPConnection) -> Caller:
        who = await caller_of(connection)
        if not who.role.includes(role):
            raise NotAllowed(who.role, role)
        if who.reads_only and connection.scope.get("method", "GET") not in SAFE_METHODS:
            raise ReadsOnly
        return who

    return caller


async def starts_work(connection: HTTPConnection) -> None:
    """Count what the caller starts, so that no script gone wild fills the queue."""
    limits: WorkLimits = connection.app.state.work_limits
    limits.note(await caller_of(connection))


async def _writing(connection: HTTPConnection) -> AsyncIterator[AsyncSession]:
    async with database_of(connection).writing() as session:
        yield session


async def _reading(connection: HTTPConnection) -> AsyncIterator[AsyncSession]:
    async with database_of(connection).reading() as session:
        yield session


async def _outside(connection: HTTPConnection) -> outside.Outside:
    way: outside.Outside = connection.app.state.installation.outside
    return way


guest = at_least(Role.GUEST)
viewer = at_least(Role.VIEWER)
operator = at_least(Role.OPERATOR)
admin = at_least(Role.ADMIN)

STATED = frozenset({anyone, guest, viewer, operator, admin})

Anyone: TypeAlias = Annotated[None, Depends(anyone)]
Guest: TypeAlias = Annotated[Caller, Depends(guest)]
Viewer: TypeAlias = Annotated[Caller, Depends(viewer)]
Operator: TypeAlias = Annotated[Caller, Depends(operator)]
Admin: TypeAlias = Annotated[Caller, Depends(admin)]
Database: TypeAlias = Annotated[AsyncSession, Depends(_writing, scope="function")]
ReadDatabase: TypeAlias = Annotated[AsyncSession, Depends(_reading, scope="function")]

Outside: TypeAlias = Annotated[outside.Outside, Depends(_outside)]

STARTS_WORK = (Depends(starts_work),)


def database_of(connection: HTTPConnection) -> db.Database:
    database: db.Database = connection.app.state.database
    return database


def _token(connection: HTTPConnection) -> str | None:
    """Return the token that a request bears; one in its header stands above one in a cookie."""
    header = connection.headers.get("authorization")
    if header is None:
        return connection.cookies.get(ACCESS_COOKIE)
    scheme, _, token = header.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _terminal(connection: HTTPConnection, token: str) -> Caller | None:
    """Return the terminal of this machine, if it is that: its token, not passed on by a proxy."""
    kept: str | None = getattr(connection.app.state, "local_token_hash", None)
    if kept is None or not tokens.same(tokens.digest(token), kept):
        return None
    is_direct = not any(name in connection.headers for name in _BY_PROXY)
    return TERMINAL if is_direct and _is_from_here(connection) else None


def _is_from_here(connection: HTTPConnection) -> bool:
    """Tell whether a connection comes from this machine: over loopback, or from its own address."""
    address = address_of(connection)
    server = connection.scope.get("server")
    is_own = bool(address) and server is not None and address == server[0]
    return is_own or policy.is_loopback(address)


async def _known(connection: HTTPConnection, token_hash: str, token: str) -> Caller | None:
    if caller := KNOWN.find(token_hash):
        return caller
    generation = KNOWN.generation
    async with database_of(connection).reading() as session:
        known = await _look_up(session, token_hash, token)
    if known is None:
        return None
    KNOWN.remember(token_hash, known, generation)
    return known.caller


async def _look_up(session: AsyncSession, token_hash: str, token: str) -> Known | None:
    if token.startswith(TokenKind.API):
        return await queries.who_has_token(session, token_hash)
    if token.startswith(TokenKind.ACCESS):
        return await queries.who_has_access(session, token_hash)
    return None
