"""`maestrarr users` and `maestrarr tokens`: who may sign in, and which scripts may call."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import typer

from maestrarr.core.accounts.callers import Role, Scope
from maestrarr.core.accounts.commands import new_password
from maestrarr.core.accounts.languages import Language
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import DONE, Api, Document, Terminal

users = typer.Typer(name="users", help="See and change who may sign in.", no_args_is_help=True)
tokens = typer.Typer(name="tokens", help="See and make tokens for scripts.", no_args_is_help=True)
apps = (users, tokens)


UserName = Annotated[str, typer.Argument(metavar="NAME", help="A user's name.")]


@users.command("list")
def list_users(ctx: typer.Context) -> None:
    """List everybody who may sign in."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get("users")
        terminal.emit(found, table=_users(found["users"]))
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
        async with terminal.api() as api:
            wanted = {"name": name, "password": new_password(name), "role": role}
            user = await api.post("users", wanted)
        terminal.emit(user, table=f"{user['name']} may sign in now, as {user['role']}.")
        return DONE

    terminal.run(command)


@users.command("role")
def change_role(
    ctx: typer.Context,
    name: UserName,
    role: Annotated[Role, typer.Argument(help="What they may do from now on.")],
) -> None:
    """Give a user another role."""
    _change(ctx.obj, name, {"role": role}, "{name} is {role} now.")


@users.command("language")
def change_language(
    ctx: typer.Context,
    name: UserName,
    language: Annotated[Language, typer.Argument(help="What messages to them are in.")],
) -> None:
    """Write to a user in another language."""
    _change(ctx.obj, name, {"language": language}, "Messages to {name} are in {language} now.")


@users.command("remove")
def remove_user(ctx: typer.Context, name: UserName) -> None:
    """Remove a user, with their sessions and tokens."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            user = await _named(api, name)
            await api.delete(_address(user))
        terminal.emit(user, table=f"{user['name']} may no longer sign in.")
        return DONE

    terminal.run(command)


@users.command("reset-password")
def reset_password(ctx: typer.Context, name: UserName) -> None:
    """Set another password for a user.

    It is asked for, or is the first line of standard input.
    """
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            user = await _named(api, name)
            password = new_password(user["name"])
            await api.put(f"{_address(user)}/password", {"password": password})
            user = await api.get(_address(user))
        said = f"{user['name']} has another password now, and is signed out everywhere."
        terminal.emit(user, table=said)
        return DONE

    terminal.run(command)


@users.command("sign-out")
def sign_out(ctx: typer.Context, name: UserName) -> None:
    """End every session of a user; tokens for scripts stay."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            user = await _named(api, name)
            await api.delete(f"{_address(user)}/sessions")
        terminal.emit(user, table=f"{user['name']} is signed out everywhere.")
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
        async with terminal.api() as api:
            found = await api.pages("audit", "entries", by="before", most=limit)
        terminal.emit({"entries": found}, table=_entries(found))
        return DONE

    terminal.run(command)


@tokens.command("list")
def list_tokens(ctx: typer.Context) -> None:
    """List every token for scripts, without its text."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            found = await api.get("users/tokens")
        terminal.emit(found, table=_tokens(found["tokens"]))
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
    wanted = {"name": name, "scopes": sorted(set(scope or [Scope.READ])), "days": days}

    async def command() -> int:
        async with terminal.api() as api:
            owner = await _named(api, user)
            made = await api.post(f"{_address(owner)}/tokens", wanted)
        terminal.emit(made, table=made["token"])
        return DONE

    terminal.run(command)


@tokens.command("revoke")
def revoke_token(
    ctx: typer.Context, token: Annotated[UUID, typer.Argument(help="A token's id.")]
) -> None:
    """Let a token be valid no longer."""
    terminal: Terminal = ctx.obj

    async def command() -> int:
        async with terminal.api() as api:
            await api.delete(f"tokens/{token}")
        terminal.emit({"id": token}, table="The token is valid no longer.")
        return DONE

    terminal.run(command)


async def _named(api: Api, name: str) -> Document:
    """Return the user of this name, however it is written.

    Raises:
        NoSuchUser: there is none.
    """
    from maestrarr.core.accounts.errors import NoSuchUser
    from maestrarr.core.accounts.names import name_key

    for user in (await api.get("users"))["users"]:
        if name_key(user["name"]) == name_key(name):
            found: Document = user
            return found
    raise NoSuchUser(name)


def _change(terminal: Terminal, name: str, values: Document, told: str) -> None:
    """Change a user, and tell what is so now."""

    async def command() -> int:
        async with terminal.api() as api:
            user = await api.patch(_address(await _named(api, name)), values)
        terminal.emit(user, table=told.format_map(user))
        return DONE

    terminal.run(command)


def _address(user: Document) -> str:
    return f"users/{user['id']}"


def _users(found: Sequence[Document]) -> Table:
    rows = [
        (user["name"], user["role"], user["language"] or "", user["created_at"][:10])
        for user in found
    ]
    empty = "Nobody may sign in yet. `maestrarr users add NAME --role admin` adds somebody."
    return Table(("Name", "Role", "Language", "Since"), rows, empty=empty)


def _tokens(found: Sequence[Document]) -> Table:
    rows = [
        (each["id"], each["name"], each["user"], " ".join(each["scopes"]), each["expires_at"][:10])
        for each in found
    ]
    return Table(("Id", "Name", "User", "Scopes", "Until"), rows, empty="No tokens.")


def _entries(found: Sequence[Document]) -> Table:
    rows = [
        (
            entry["at"][:16].replace("T", " "),
            entry["actor"],
            entry["action"],
            entry["subject"],
            entry["address"],
        )
        for entry in found
    ]
    return Table(("At (UTC)", "Who", "Did", "To", "From"), rows, empty="Nothing was done yet.")
