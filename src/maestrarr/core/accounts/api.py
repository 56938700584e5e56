"""The routes of accounts: setup, sessions, users, API tokens, and what was done."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import (
    api_tokens,
    cookies,
    keys,
    queries,
    schemas,
    service,
    sessions,
)
from maestrarr.core.accounts.access import (
    REFRESH_COOKIE,
    Admin,
    Anyone,
    Database,
    Guest,
    ReadDatabase,
    address_of,
    database_of,
)
from maestrarr.core.accounts.attempts import SignInLimits
from maestrarr.core.accounts.callers import Caller
from maestrarr.core.accounts.errors import NeedsPerson, SetupDone, WrongSetupToken
from maestrarr.core.accounts.models import AuditEntry, Session, User
from maestrarr.core.accounts.sessions import Device
from maestrarr.core.accounts.tokens import digest, same
from maestrarr.kit import db
from maestrarr.kit.errors import Problem

router = APIRouter(tags=["accounts"])


def _limits(request: Request) -> SignInLimits:
    limits: SignInLimits = request.app.state.sign_in_limits
    return limits


def _device(request: Request) -> Device:
    return Device(request.headers.get("user-agent", ""), address_of(request))


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A user who is signed in as a person, and the session that asks."""

    user_id: UUID
    session_id: UUID


def _person(caller: Guest) -> SignedIn:
    """Refuse tokens, and the terminal: this is about the one who asks."""
    if caller.user_id is None or caller.session_id is None:
        raise NeedsPerson
    return SignedIn(caller.user_id, caller.session_id)


Limits = Annotated[SignInLimits, Depends(_limits)]
Here = Annotated[Device, Depends(_device)]
Whole = Annotated[db.Database, Depends(database_of)]
Person = Annotated[SignedIn, Depends(_person)]


@router.get("/setup")
async def show_setup(_: Anyone, request: Request, session: ReadDatabase) -> schemas.SetupState:
    """Tell whether the first admin is still to be made."""
    return schemas.SetupState(
        is_needed=await queries.is_setup_needed(session), is_demo=request.app.state.is_demo
    )


@router.post("/setup", status_code=201)
async def set_up(
    wanted: schemas.Setup,
    request: Request,
    response: Response,
    _: Anyone,
    limits: Limits,
    device: Here,
    database: Whole,
    session: Database,
) -> schemas.OpenedSession:
    """Make the first admin, once, and sign them in."""
    with limits.attempt(wanted.name, device.address):
        async with database.reading() as reading:
            if not await queries.is_setup_needed(reading):
                raise SetupDone
        kept: str | None = request.app.state.setup_token_hash
        if kept is None or not same(digest(wanted.token.get_secret_value()), kept):
            raise WrongSetupToken
    made = await service.fit_hash(wanted.password.get_secret_value(), name=wanted.name)
    user = await service.set_up(
        session, name=wanted.name, password_hash=made, address=device.address
    )
    user.language = wanted.language
    opened = await sessions.open_session(session, user, device)
    db.after_commit(session, lambda: keys.remove_setup(request.app.state.installation.data))
    return _opened(opened, request, response, with_cookies=wanted.with_cookies)


@router.post("/sessions", status_code=201)
async def sign_in(
    wanted: schemas.Credentials,
    request: Request,
    response: Response,
    _: Anyone,
    limits: Limits,
    device: Here,
    database: Whole,
    session: Database,
) -> schemas.OpenedSession:
    """Sign in with name and password."""
    with limits.attempt(wanted.name, device.address):
        async with database.reading() as reading:
            found = await queries.find_user(reading, wanted.name)
        user = await sessions.check_password(found, wanted.password.get_secret_value())
    if wanted.language and user.language is None:
        await service.write_in(session, await queries.user(session, user.id), wanted.language)
    opened = await sessions.open_session(session, user, device)
    return _opened(opened, request, response, with_cookies=wanted.with_cookies)


@router.post("/sessions/refresh")
async def refresh_session(
    wanted: schemas.Refresh,
    request: Request,
    response: Response,
    _: Anyone,
    device: Here,
    database: Whole,
) -> schemas.OpenedSession:
    """Exchange the refresh token, from the body or the cookie, for new tokens."""
    sent = wanted.refresh_token
    presented = sent.get_secret_value() if sent else request.cookies.get(REFRESH_COOKIE, "")
    async with database.writing() as session:
        outcome = await sessions.refresh(session, presented, device)
    if isinstance(outcome, Problem):  # raised here, after the commit: the session has to end
        raise outcome
    return _opened(outcome, request, response, with_cookies=sent is None)


@router.get("/sessions")
async def list_sessions(caller: Guest, person: Person, session: ReadDatabase) -> schemas.Sessions:
    """List the devices on which the caller is signed in."""
    found = await queries.sessions(session, person.user_id)
    return schemas.Sessions(sessions=[_session(each, caller) for each in found])


@router.get("/sessions/current")
async def show_caller(caller: Guest) -> schemas.CallerDocument:
    """Tell who makes this request."""
    return schemas.CallerDocument.model_validate(caller)


@router.delete("/sessions/current", status_code=204)
async def sign_out(
    caller: Guest, person: Person, request: Request, response: Response, session: Database
) -> None:
    """End the session that asks."""
    await sessions.close_session(session, caller, person.session_id)
    cookies.take_back(request, response)


@router.delete("/sessions/others", status_code=204)
async def end_other_sessions(caller: Guest, _: Person, session: Database) -> None:
    """End every session of the caller but the one that asks."""
    await sessions.close_other_sessions(session, caller)


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(session_id: UUID, caller: Guest, session: Database) -> None:
    """End a session: one's own, and for an admin anybody's."""
    await sessions.close_session(session, caller, session_id)


@router.get("/users")
async def list_users(_: Admin, session: ReadDatabase) -> schemas.Users:
    """List everybody who may sign in."""
    return schemas.Users(users=[_user(each) for each in await queries.users(session)])


@router.post("/users", status_code=201)
async def add_user(
    wanted: schemas.NewUser, caller: Admin, session: Database
) -> schemas.UserDocument:
    """Add somebody who may sign in."""
    made = await service.fit_hash(wanted.password.get_secret_value(), name=wanted.name)
    return _user(
        await service.add_user(
            session, caller, name=wanted.name, password_hash=made, role=wanted.role
        )
    )


@router.get("/users/me")
async def show_oneself(_: Guest, person: Person, session: ReadDatabase) -> schemas.UserDocument:
    """Show the user who asks."""
    return _user(await queries.user(session, person.user_id))


@router.patch("/users/me")
async def change_oneself(
    wanted: schemas.OwnPatch, _: Guest, person: Person, session: Database
) -> schemas.UserDocument:
    """Say in which language one is written to."""
    user = await queries.user(session, person.user_id)
    return _user(await service.write_in(session, user, wanted.language))


@router.put("/users/me/password", status_code=204)
async def change_own_password(
    wanted: schemas.OwnPassword,
    caller: Guest,
    person: Person,
    limits: Limits,
    database: Whole,
    session: Database,
) -> None:
    """Change one's password; every other session of the caller ends."""
    with limits.attempt(caller.name, caller.address):
        async with database.reading() as reading:
            own = await queries.user(reading, person.user_id)
        await sessions.check_password(own, wanted.present.get_secret_value())
    made = await service.fit_hash(wanted.password.get_secret_value(), name=caller.name)
    await service.set_password(session, caller, person.user_id, made, keep=person.session_id)


@router.get("/users/tokens")
async def list_all_tokens(_: Admin, session: ReadDatabase) -> schemas.Tokens:
    """List everybody's API tokens, without their texts."""
    found = await queries.tokens(session, None)
    return schemas.Tokens(tokens=[api_tokens.describe(each, user) for each, user in found])


@router.get("/users/{user_id}")
async def show_user(user_id: UUID, _: Admin, session: ReadDatabase) -> schemas.UserDocument:
    """Show a user."""
    return _user(await queries.user(session, user_id))


@router.patch("/users/{user_id}")
async def change_user(
    user_id: UUID, wanted: schemas.UserPatch, caller: Admin, session: Database
) -> schemas.UserDocument:
    """Give a user another role, at once, or write to them in another language."""
    user = await queries.user(session, user_id)
    if wanted.role is not None:
        user = await service.change_role(session, caller, user_id, wanted.role)
    if wanted.language is not None:
        user = await service.write_in(session, user, wanted.language)
    return _user(user)


@router.delete("/users/{user_id}", status_code=204)
async def remove_user(user_id: UUID, caller: Admin, session: Database) -> None:
    """Remove a user with their sessions and tokens."""
    await service.remove_user(session, caller, user_id)


@router.put("/users/{user_id}/password", status_code=204)
async def set_password(
    user_id: UUID,
    wanted: schemas.NewPassword,
    caller: Admin,
    database: Whole,
    session: Database,
) -> None:
    """Give a user another password; their sessions end."""
    async with database.reading() as reading:
        user = await queries.user(reading, user_id)
    made = await service.fit_hash(wanted.password.get_secret_value(), name=user.name)
    await service.set_password(session, caller, user_id, made)


@router.get("/users/{user_id}/sessions")
async def list_sessions_of(user_id: UUID, caller: Admin, session: ReadDatabase) -> schemas.Sessions:
    """List the devices on which a user is signed in."""
    user = await queries.user(session, user_id)
    found = await queries.sessions(session, user.id)
    return schemas.Sessions(sessions=[_session(each, caller) for each in found])


@router.delete("/users/{user_id}/sessions", status_code=204)
async def end_sessions_of(user_id: UUID, caller: Admin, session: Database) -> None:
    """Sign a user out everywhere; their API tokens stay."""
    await sessions.close_sessions_of(session, caller, await queries.user(session, user_id))


@router.post("/users/{user_id}/tokens", status_code=201)
async def make_token_for(
    user_id: UUID, wanted: schemas.NewToken, caller: Admin, session: Database
) -> schemas.MadeToken:
    """Make an API token of a user; its text is told this once, and no token may ask for it."""
    return await _made_token(session, caller, user_id, wanted)


@router.get("/tokens")
async def list_tokens(person: Person, _: Guest, session: ReadDatabase) -> schemas.Tokens:
    """List the caller's API tokens."""
    found = await queries.tokens(session, person.user_id)
    return schemas.Tokens(tokens=[api_tokens.describe(each, user) for each, user in found])


@router.post("/tokens", status_code=201)
async def make_token(
    wanted: schemas.NewToken, caller: Guest, person: Person, session: Database
) -> schemas.MadeToken:
    """Make an API token; its text is told this once."""
    return await _made_token(session, caller, person.user_id, wanted)


@router.delete("/tokens/{token_id}", status_code=204)
async def revoke_token(token_id: UUID, caller: Guest, session: Database) -> None:
    """Let an API token be valid no longer: one's own, and for an admin anybody's."""
    await api_tokens.revoke_token(session, caller, token_id)


@router.get("/audit")
async def list_audit_entries(
    _: Admin,
    session: ReadDatabase,
    before: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = queries.PAGE,
) -> schemas.AuditEntries:
    """List what was done, and by whom, the latest first."""
    found = list(await queries.audit_entries(session, before=before, limit=limit + 1))
    following = found[limit - 1].id if len(found) > limit else None
    return schemas.AuditEntries(entries=[_entry(each) for each in found[:limit]], next=following)


def _opened(
    tokens: sessions.Tokens, request: Request, response: Response, *, with_cookies: bool
) -> schemas.OpenedSession:
    response.headers["Cache-Control"] = "no-store"
    if with_cookies:
        cookies.give(request, response, tokens)
    return schemas.OpenedSession(
        session_id=tokens.session_id,
        access_expires_at=tokens.access_expires_at,
        expires_at=tokens.expires_at,
        access_token=None if with_cookies else tokens.access,
        refresh_token=None if with_cookies else tokens.refresh,
    )


async def _made_token(
    session: AsyncSession, caller: Caller, user_id: UUID, wanted: schemas.NewToken
) -> schemas.MadeToken:
    owner = await queries.user(session, user_id)
    made, text = await api_tokens.make_token(
        session,
        caller,
        owner.id,
        name=wanted.name,
        scopes=wanted.scopes,
        lasts=timedelta(days=wanted.days),
    )
    return schemas.MadeToken(**api_tokens.describe(made, owner.name).model_dump(), token=text)


def _user(user: User) -> schemas.UserDocument:
    return schemas.UserDocument.model_validate(user)


def _session(session: Session, caller: Caller) -> schemas.SessionDocument:
    document = schemas.SessionDocument.model_validate(session)
    return document.model_copy(update={"is_current": session.id == caller.session_id})


def _entry(entry: AuditEntry) -> schemas.AuditEntryDocument:
    return schemas.AuditEntryDocument.model_validate(entry)
