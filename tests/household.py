"""An application with one user of each role, on a real database, and clients of theirs."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

import httpx2
from fastapi import FastAPI
from sqlalchemy import select
from starlette.routing import BaseRoute

from maestrarr.core.accounts import api_tokens, passwords, queries, service, sessions
from maestrarr.core.accounts.attempts import SignInLimits, WorkLimits
from maestrarr.core.accounts.callers import TERMINAL, Role, Scope
from maestrarr.core.accounts.sessions import Device, Tokens
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.connections import drafts
from maestrarr.core.connections import service as connections
from maestrarr.core.notifications import service as notifications
from maestrarr.core.notifications.models import ChannelRecord
from maestrarr.features.audio import rules
from maestrarr.features.audio.schemas import RuleSent
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import MediaFile, Title
from maestrarr.flows.webhooks import service as webhooks
from maestrarr.flows.webhooks.models import Delivery
from maestrarr.flows.webhooks.proving import Sender
from maestrarr.flows.webhooks.states import Proof
from maestrarr.kit import config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Base, Database
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from maestrarr.server.installation import OpenInstallation
from maestrarr.server.web import create_app
from makers import make_mkv

PASSWORD = "correct horse battery"
SETUP_TOKEN = "the token of the setup"
LOCAL_TOKEN = "the token of the terminal"
ORIGIN = "http://maestrarr"


@dataclass
class Household:
    """The application, and who lives there: a user is named as their role."""

    app: FastAPI
    database: Database
    data: DataFolder
    users: dict[Role, UUID] = field(default_factory=dict)
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    @property
    def outside(self) -> Outside:
        """The application's way out."""
        way: Outside = self.app.state.installation.outside
        return way

    def forget_attempts(self) -> None:
        """Let nobody be held back by what was tried until now; other tests are about that."""
        self.app.state.sign_in_limits = SignInLimits()
        self.app.state.work_limits = WorkLimits()

    async def client(
        self, token: str | None = None, *, address: str = "192.0.2.7", **headers: str
    ) -> httpx2.AsyncClient:
        """Open a client that comes from an address, with a bearer token if one is given."""
        transport = httpx2.ASGITransport(app=self.app, client=(address, 50_000))
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        opened = httpx2.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers)
        return await self.stack.enter_async_context(opened)

    async def add_users(self) -> None:
        """Let one user of each role move in."""
        kept = password_hash()
        async with self.database.writing() as session:
            for role in Role:
                user = await service.add_user(
                    session, TERMINAL, name=role.value, password_hash=kept, role=role
                )
                self.users[role] = user.id

    async def sign_in(self, role: Role, device: str = "a test") -> Tokens:
        """Open a session of the user of this role, without asking for the password."""
        async with self.database.writing() as session:
            user = await queries.user(session, self.users[role])
            return await sessions.open_session(session, user, Device(device, "192.0.2.7"))

    async def api_token(self, role: Role, *scopes: str) -> str:
        """Make an API token of the user of this role."""
        async with self.database.writing() as session:
            _, text = await api_tokens.make_token(
                session,
                TERMINAL,
                self.users[role],
                name="a script",
                scopes=[Scope(scope) for scope in scopes],
                lasts=timedelta(days=1),
            )
        return text

    async def add_channel(self, role: Role) -> UUID:
        """Let the user of this role have a channel that leads nowhere, and is off."""
        async with self.database.writing() as session:
            kept = ChannelRecord(
                id=new_id(), user_id=self.users[role], kind="webhook", shown={}, is_enabled=False
            )
            await notifications.add_channel(session, self.outside, kept, "http://169.254.0.1", None)
        return kept.id

    async def move_in(self, folder: Path) -> dict[str, str]:
        """Furnish it with a library of one film, a job, and an admin's session and token.

        Returns what there is, by the names that the parameters of the API have.
        """
        await self.add_users()
        make_mkv(folder / "Heat (1995)" / "Heat (1995).mkv")
        kind = LibraryKind.MOVIES
        async with self.database.writing() as session:
            shelf = await library.add_library(session, name="Films", kind=kind, folders=[folder])
        await scan_library(
            await scan_library.begin(self.database, library_id=shelf.id, name=shelf.name),
            shelf.id,
            shelf.name,
        )
        opened = await self.sign_in(Role.ADMIN)
        await self.api_token(Role.ADMIN, "admin")
        async with self.database.writing() as session:
            job = await scan_library.enqueue(session, library_id=shelf.id, name=shelf.name)
            token = (await queries.tokens(session, self.users[Role.ADMIN]))[0][0].id
            changed = ChangeSet(kind="audio.fix", title="Heat", asked_by="schedule", count=0)
            session.add(changed)
            await session.flush()
            title = await session.scalar(select(Title.id))
            file = await session.scalar(select(MediaFile.id))
            said = RuleSent(name="Films", languages=["original"])
            rule = await rules.add(session, said)
            player = drafts.new("kodi", {"url": "http://169.254.0.1", "password": "secret"})
            await connections.add(session, self.outside, player)
            sender = Sender(player.id, "radarr", "Radarr", b"")
            delivery = Delivery(**webhooks.row_of(sender, Proof.PATH, {}, b"{}", "192.0.2.7"))
            session.add(delivery)
        there = {
            "library_id": shelf.id, "title_id": title, "job_id": job.id, "token_id": token,
            "session_id": opened.session_id, "user_id": self.users[Role.GUEST], "name": "jobs",
            "artwork_type": "poster", "file_id": file, "rule_id": rule.id,
            "change_set_id": changed.id, "connection_id": player.id,
            "delivery_id": delivery.id, "channel_id": await self.add_channel(Role.ADMIN),
            "step": "libraries",
        }  # fmt: skip
        return {name: str(value) for name, value in there.items()}

    async def rows(self) -> dict[str, list[str]]:
        """Return every row of every table but those of sessions, to be compared."""
        async with self.database.reading() as session:
            return {
                table.name: sorted(map(repr, await session.execute(select(table))))
                for table in Base.metadata.sorted_tables
                if table.name != "sessions"
            }

    async def client_of(self, role: Role) -> httpx2.AsyncClient:
        """Open a client in which the user of this role is signed in."""
        return await self.client((await self.sign_in(role)).access)


@asynccontextmanager
async def a_household(
    database: Database, folder: Path, **options: object
) -> AsyncIterator[Household]:
    """Build the application on a database and a data folder, with nobody in it yet."""
    data = DataFolder(folder)
    data.make()
    read = config.load(options={"data": folder, **options}, environment={})
    installation = OpenInstallation(read, data, database, runs_jobs=True)
    app = create_app(installation, local_token=LOCAL_TOKEN, setup_token=SETUP_TOKEN)
    if not options:
        app.router.routes[:] = _resolved(app)
    house = Household(app, database, data)
    house.stack.push_async_callback(house.outside.http.close)
    async with house.stack:
        yield house


_RESOLVED: list[BaseRoute] = []


def _resolved(app: FastAPI) -> list[BaseRoute]:
    """Return the routes of the first house: what FastAPI finds out of each takes it a while."""
    if not _RESOLVED:
        _RESOLVED.extend(app.router.routes)
    return _RESOLVED


@cache
def password_hash() -> str:
    """Return a hash of the password that everybody has, made once: it takes a while."""
    return passwords._HASHER.hash(PASSWORD)
