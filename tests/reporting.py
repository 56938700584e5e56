"""A household to which services report: connections with known secrets, a library, samples."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import select

from contracts import CONTRACTS
from household import Household, a_household
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.flows.webhooks import clerk
from maestrarr.flows.webhooks.models import Delivery, SenderRecord
from maestrarr.flows.webhooks.senders import place_of
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside

SAMPLES = CONTRACTS / "webhooks"


@dataclass
class Desk:
    """Where reports come in."""

    house: Household
    database: Database
    films: Path
    client: httpx2.AsyncClient

    @property
    def outside(self) -> Outside:
        """The way out of the household."""
        way: Outside = self.house.app.state.installation.outside
        return way

    async def connect(self, kind: str, name: str | None = None, **said: Any) -> UUID:
        """Add a connection that may report; its secret is its name and `-secret`."""
        connection_id, name = new_id(), name or kind
        secret = f"{name}-secret"
        secrets = {"token" if kind == "plex" else "key": "demo"}
        place = place_of(connection_id)
        record = ConnectionRecord(
            id=connection_id,
            kind=kind,
            name=name,
            name_key=name,
            position=0,
            options={"url": said.pop("url", "http://127.0.0.1:1")},
            sealed=clients.seal(self.outside, connection_id, secrets),
            mappings=said.pop("mappings", []),
            **said,
        )
        async with self.database.writing() as session:
            session.add(record)
            await session.flush()
            sealed = self.outside.keys.seal(secret, place=place)
            session.add(SenderRecord(connection_id=connection_id, sealed=sealed))
        self.house.app.state.reception.senders.look_again()
        return connection_id

    async def report(self, name: str, told: Any, **headers: str) -> httpx2.Response:
        """Report something at a connection's own address."""
        kind = name.partition("-")[0]
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        headers.setdefault("Content-Type", "application/json")
        return await self.client.post(
            f"/webhook/{kind}/{name}-secret", content=body, headers=headers
        )

    async def take_up(self) -> None:
        """Let the clerk take up everything that waits."""
        while await clerk.take_up_some(self.database):
            pass

    async def deliveries(self) -> list[Delivery]:
        """List what came, the oldest first."""
        async with self.database.reading() as session:
            return list((await session.scalars(select(Delivery).order_by(Delivery.id))).all())

    async def looks(self) -> list[str]:
        """List which folders are to be brought in, by job."""
        async with self.database.reading() as session:
            jobs = await session.scalars(select(JobRecord).order_by(JobRecord.id))
            return [job.arguments["folder"] for job in jobs if job.kind == "pipeline.import"]


@asynccontextmanager
async def a_desk(database: Database, folder: Path) -> AsyncIterator[Desk]:
    """Furnish a household with a library of films, to which nothing reports yet."""
    films = folder / "films"
    films.mkdir()
    async with a_household(database, folder / "data") as house:
        kind = LibraryKind.MOVIES
        async with database.writing() as session:
            await library.add_library(session, name="Films", kind=kind, folders=[films])
        yield Desk(house, database, films, await house.client())


def imported(folder: str, **more: Any) -> dict[str, Any]:
    """Make Radarr's report of an import."""
    file = {"path": f"{folder}/film.mkv"}
    movie = {"title": "Heat", "year": 1995, "folderPath": folder, "tmdbId": 949}
    return {"eventType": "Download", "movie": movie, "movieFile": file} | more
