"""A shelf of titles, and the twins of the services that know them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maestrarr import rooms
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.jobs.registry import JobKind
from maestrarr.core.jobs.running import Job
from maestrarr.kit.db import Database
from maestrarr.kit.http import Http
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside

if TYPE_CHECKING:
    from maestrarr.demo.upstreams.serving import Upstreams

Run = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    """Open the way out, with a memory of answers."""
    async with Http(cache=tmp_path / "answers.db") as http:
        yield Outside(http)


@pytest.fixture
async def connected(database: Database, outside: Outside, upstreams: "Upstreams") -> None:
    """Connect TMDB and TheTVDB, as their twins."""
    async with database.writing() as session:
        for position, kind in enumerate(("tmdb", "tvdb")):
            connection_id = new_id()
            session.add(
                ConnectionRecord(
                    id=connection_id,
                    kind=kind,
                    name=kind.upper(),
                    name_key=kind,
                    position=position,
                    options={"url": upstreams.url(kind)},
                    sealed=clients.seal(outside, connection_id, {"key": "demo"}),
                )
            )


@pytest.fixture
def run(database: Database, outside: Outside) -> Run:
    """Run a job here and now; the kinds of all rooms are declared."""
    for door in ("models", "settings", "jobs", "listeners"):
        rooms.load(door)  # type: ignore[arg-type]

    async def run(kind: "JobKind[...]", **arguments: object) -> dict[str, Any]:
        begun = await kind.begin(database, **arguments)
        job = Job(database, begun.record, outside=outside)
        return dict(await kind(job, **arguments) or {})

    return run
