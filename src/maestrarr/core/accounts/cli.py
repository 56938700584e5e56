"""`maestrarr users` and `maestrarr tokens`: who may sign in, and which scripts may call."""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from maestrarr.core.accounts.callers import TERMINAL, Role, Scope
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import DONE, Terminal

if TYPE_CHECKING:  # slow to import, and `--help` needs none of it
    from collections.abc import Sequence

    from pydantic import BaseModel

    from maestrarr.core.accounts.models import ApiToken, AuditEntry, User

users = typer.Typer(name="users", help="See and change who may sign in.", no_args_is_help=True)
tokens = typer.Typer(name="tokens", help="See and make tokens for scripts.", no_args_is_help=True)
apps = (users, tokens)

UserName = Annotated[str, typer.Argument(metavar="NAME", help="A user's name.")]


@users.command("list")
def list_users(ctx: typer.Context) -> None:
    """List everybody who may sign in."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries

        async with terminal.open() as installation, installation.database.reading() as session:
            found = await queries.users(session)
        terminal.emit({"users": [_user(each) for each in found]}, table=_users(found))
        return DONE

    terminal.run(command)


@users.command("add")
def add_user(
    ctx: typer.Context,
    name: UserName,
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.VIEWER,
) -> None:
    """Add somebody who may sign in.

    The password is asked for, or is the first line of standard input.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import service

        async with terminal.open() as installation:
            made = await service.fit_hash(_password(name), name=name)
            async with installation.database.writing() as session:
                user = await service.add_user(
                    session, TERMINAL, name=name, password_hash=made, role=role
                )
        terminal.emit(_user(user), table=f"{user.name} may sign in now, as {user.role}.")
        return DONE

    terminal.run(command)


@users.command("role")
def change_role(
    ctx: typer.Context,
    name: UserName,
    role: Annotated[Role, typer.Argument(help="What they may do from now on.")],
) -> None:
    """Give a user another role."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries, service

        async with terminal.open() as installation, installation.database.writing() as session:
            user = await queries.user_named(session, name)
            user = await service.change_role(session, TERMINAL, user.id, role)
        terminal.emit(_user(user), table=f"{user.name} is {user.role} now.")
        return DONE

    terminal.run(command)


@users.command("remove")
def remove_user(ctx: typer.Context, name: UserName) -> None:
    """Remove a user, with their sessions and tokens."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries, service

        async with terminal.open() as installation, installation.database.writing() as session:
            user = await queries.user_named(session, name)
            await service.remove_user(session, TERMINAL, user.id)
        terminal.emit(_user(user), table=f"{user.name} may no longer sign in.")
        return DONE

    terminal.run(command)


@users.command("reset-password")
def reset_password(ctx: typer.Context, name: UserName) -> None:
    """Set another password for a user.

    It is asked for, or is the first line of standard input.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries, service

        async with terminal.open() as installation:
            async with installation.database.reading() as session:
                user = await queries.user_named(session, name)
            made = await service.fit_hash(_password(user.name), name=user.name)
            async with installation.database.writing() as session:
                user = await service.set_password(session, TERMINAL, user.id, made)
        said = f"{user.name} has another password now, and is signed out everywhere."
        terminal.emit(_user(user), table=said)
        return DONE

    terminal.run(command)


@users.command("sign-out")
def sign_out(ctx: typer.Context, name: UserName) -> None:
    """End every session of a user; tokens for scripts stay."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries, sessions

        async with terminal.open() as installation, installation.database.writing() as session:
            user = await queries.user_named(session, name)
            await sessions.close_sessions_of(session, TERMINAL, user)
        terminal.emit(_user(user), table=f"{user.name} is signed out everywhere.")
        return DONE

    terminal.run(command)


@users.command("audit")
def audit(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 50,
) -> None:
    """List what was done, and by whom, the latest first."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries, schemas

        async with terminal.open() as installation, installation.database.reading() as session:
            found = await queries.audit_entries(session, limit=limit)
        documents = [_plain(schemas.AuditEntryDocument.model_validate(each)) for each in found]
        terminal.emit({"entries": documents}, table=_entries(found))
        return DONE

    terminal.run(command)


@tokens.command("list")
def list_tokens(ctx: typer.Context) -> None:
    """List every token for scripts, without its text."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import queries

        async with terminal.open() as installation, installation.database.reading() as session:
            found = await queries.tokens(session, None)
        documents = [_token(token, user) for token, user in found]
        rows = [
            (token.id, token.name, user, " ".join(token.scopes), f"{token.expires_at:%Y-%m-%d}")
            for token, user in found
        ]
        columns = ("Id", "Name", "User", "Scopes", "Until")
        terminal.emit({"tokens": documents}, table=Table(columns, rows, empty="No tokens."))
        return DONE

    terminal.run(command)


@tokens.command("make")
def make_token(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="What it is for.")],
    user: Annotated[str, typer.Option(metavar="NAME", help="For whom it stands.")],
    scope: Annotated[list[Scope] | None, typer.Option(help="What it may do.")] = None,
    days: Annotated[int, typer.Option(min=1, max=3650, help="How long it is valid.")] = 365,
) -> None:
    """Make a token for a script, and print it this once.

    By itself it may only read.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import api_tokens, queries

        async with terminal.open() as installation, installation.database.writing() as session:
            owner = await queries.user_named(session, user)
            made, text = await api_tokens.make_token(
                session,
                TERMINAL,
                owner.id,
                name=name,
                scopes=scope or [Scope.READ],
                lasts=timedelta(days=days),
            )
        terminal.emit(_token(made, owner.name) | {"token": text}, table=text)
        return DONE

    terminal.run(command)


@tokens.command("revoke")
def revoke_token(
    ctx: typer.Context, token: Annotated[UUID, typer.Argument(help="A token's id.")]
) -> None:
    """Let a token be valid no longer."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        from maestrarr.core.accounts import api_tokens

        async with terminal.open() as installation, installation.database.writing() as session:
            revoked = await api_tokens.revoke_token(session, TERMINAL, token)
        document = {"id": revoked.id, "name": revoked.name}
        terminal.emit(document, table=f"The token “{revoked.name}” is valid no longer.")
        return DONE

    terminal.run(command)


def _password(name: str) -> str:
    """Ask for a new password twice, unseen; a script gives it in a line."""
    import getpass

    from maestrarr.core.accounts.errors import PasswordUnfit
    from maestrarr.core.accounts.tokens import same

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"Password for {name}: ", stream=sys.stderr)
    if not same(getpass.getpass("Once more: ", stream=sys.stderr), password):
        raise PasswordUnfit("The two passwords are not the same.")
    return password


def _user(user: "User") -> dict[str, object]:
    from maestrarr.core.accounts.schemas import UserDocument

    return _plain(UserDocument.model_validate(user))


def _token(token: "ApiToken", user: str) -> dict[str, object]:
    from maestrarr.core.accounts.api_tokens import describe

    return _plain(describe(token, user))


def _plain(document: "BaseModel") -> dict[str, object]:
    return document.model_dump(mode="json")


def _users(found: "Sequence[User]") -> Table:
    rows = [(user.name, user.role, f"{user.created_at:%Y-%m-%d}") for user in found]
    empty = "Nobody may sign in yet. `maestrarr users add NAME --role admin` adds somebody."
    return Table(("Name", "Role", "Since"), rows, empty=empty)


def _entries(found: "Sequence[AuditEntry]") -> Table:
    rows = [
        (f"{entry.at:%Y-%m-%d %H:%M}", entry.actor, entry.action, entry.subject, entry.address)
        for entry in found
    ]
    return Table(("At (UTC)", "Who", "Did", "To", "From"), rows, empty="Nothing was done yet.")
