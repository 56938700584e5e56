"""Webhooks: how soon a report is answered and acted on, and what a dying server loses."""

import argparse
import asyncio
import json
import os
import signal
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from benchmarks import imports
from benchmarks.runner import target
from benchmarks.served import serving
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.flows.webhooks.models import SenderRecord
from maestrarr.flows.webhooks.senders import place_of
from maestrarr.kit import config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.ids import new_id
from maestrarr.server.installation import open_installation

REPORTS = 10_000
AT_ONCE = 100
KILLS = 3
PER_SECOND = 200
STEADY_SECONDS = 10
AN_IMPORT_EVERY = 100  # the others lead to no job, so that reports are measured and not imports

STEADY_P95_MILLISECONDS = 50
SATURATED_PER_SECOND = 1_000
SATURATED_P95_MILLISECONDS = 150

_SECRET = "of this benchmark only"  # noqa: S105
_PATH = f"/webhook/radarr/{_SECRET.replace(' ', '-')}"
_UNANSWERED = (OSError, asyncio.IncompleteReadError)


@dataclass(slots=True)
class Sent:
    """What became of reports: who was answered, how soon, and by which statuses."""

    accepted: list[UUID] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    unanswered: int = 0

    @property
    def p95(self) -> float:
        """How soon nineteen of twenty were answered, in milliseconds."""
        return round(statistics.quantiles(self.milliseconds, n=20)[-1], 1)


def measure(options: argparse.Namespace) -> dict[str, object]:  # noqa: ARG001  # as every one
    """Report steadily, then as fast as it goes, then while the server is killed."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-webhooks-") as folder:
        data, films = Path(folder) / "data", Path(folder) / "films"
        films.mkdir()
        asyncio.run(_prepare(data, films))
        numbers = iter(range(10**9))
        with serving(data) as served:
            steady = asyncio.run(_steadily(served.address, films, numbers))
            began, used = time.monotonic(), served.cpu_seconds()
            fast = asyncio.run(_saturated(served.address, films, numbers, REPORTS))
            seconds, used = time.monotonic() - began, served.cpu_seconds() - used
        killed = [_until_killed(data, films, numbers) for _ in range(KILLS)]
        with serving(data):
            lost, doubled = _judged(data, [steady, fast, *killed])
    with tempfile.TemporaryDirectory(prefix="maestrarr-imports-") as folder:
        imported = imports.measured(Path(folder))
    return {
        "reports": REPORTS,
        "accepted": sum(len(each.accepted) for each in (steady, fast, *killed)),
        "unanswered_when_killed": sum(each.unanswered for each in killed),
        "import_p50_seconds": round(statistics.median(imported.seconds), 2),
        "cpu_seconds_an_import": imported.cpu_seconds_each,
        "steady_p50_ms": round(statistics.median(steady.milliseconds), 1),
        "cpu_ms_a_report": round(1_000 * used / REPORTS, 2),
        "saturated_max_ms": round(max(fast.milliseconds), 1),
        "targets": [
            target("accepted and lost", lost, 0),
            target("acted on twice", doubled, 0),
            target("answers of 5xx", _failed([steady, fast, *killed]), 0),
            target(f"p95 at {PER_SECOND}/s, in ms", steady.p95, STEADY_P95_MILLISECONDS),
            target(
                "reports a second", round(REPORTS / seconds), SATURATED_PER_SECOND, at_least=True
            ),
            target(f"p95 of {AT_ONCE} at once, in ms", fast.p95, SATURATED_P95_MILLISECONDS),
            imports.verdict(imported),
        ],
    }


async def _prepare(data: Path, films: Path) -> None:
    chosen = config.load(options={"data": data}, environment={})
    async with open_installation(chosen, work=True) as installation:
        connection_id, secret = new_id(), _PATH.rpartition("/")[2]
        keys = installation.outside.keys
        async with installation.database.writing() as session:
            kind = LibraryKind.MOVIES
            await library.add_library(session, name="Films", kind=kind, folders=[films])
            session.add(
                ConnectionRecord(
                    id=connection_id, kind="radarr", name="Radarr", name_key="radarr", position=0,
                    options={}, sealed=None,
                )
            )  # fmt: skip
            await session.flush()
            sealed = keys.seal(secret, place=place_of(connection_id))
            session.add(SenderRecord(connection_id=connection_id, sealed=sealed))


def _body(films: Path, number: int) -> bytes:
    """Write the report of an import, or of a title that is being downloaded; each is another."""
    event = "Download" if number % AN_IMPORT_EVERY == 0 else "Grab"
    folder = str(films / f"Film {number}")
    movie = {"id": number, "title": f"Film {number}", "year": 2021, "folderPath": folder}
    file = {"path": f"{folder}/film.mkv", "size": 1 << 32}
    return json.dumps({"movie": movie, "movieFile": file, "eventType": event}).encode()


async def _steadily(address: str, films: Path, numbers: Iterable[int]) -> Sent:
    """Begin a report every few milliseconds, whether or not those before it were answered."""
    sent, senders = Sent(), []
    for number, _ in zip(numbers, range(PER_SECOND * STEADY_SECONDS), strict=False):
        senders.append(asyncio.create_task(_send_all(address, films, iter([number]), sent)))
        await asyncio.sleep(1 / PER_SECOND)
    await asyncio.gather(*senders)
    return sent


async def _saturated(address: str, films: Path, numbers: Iterable[int], count: int) -> Sent:
    """Keep so many reports under way all the time."""
    sent = Sent()
    some = (number for number, _ in zip(numbers, range(count), strict=False))
    await asyncio.gather(*(_send_all(address, films, some, sent) for _ in range(AT_ONCE)))
    return sent


def _until_killed(data: Path, films: Path, numbers: Iterable[int]) -> Sent:
    """Report as fast as it goes, and let the server be gone in the middle of it."""

    async def both(address: str, pid: int) -> Sent:
        sending = asyncio.create_task(_saturated(address, films, numbers, REPORTS // 5))
        await asyncio.sleep(0.5)
        os.kill(pid, signal.SIGKILL)
        return await sending

    with serving(data) as served:
        return asyncio.run(both(served.address, served.pid))


async def _send_all(address: str, films: Path, numbers: Iterable[int], sent: Sent) -> None:
    """Send reports over one connection, by hand: a client's own work would be measured too."""
    host, _, port = address.rpartition("/")[2].partition(":")
    try:
        reader, writer = await asyncio.open_connection(host, int(port))
    except OSError:
        sent.unanswered += sum(1 for _ in numbers)
        return
    for number in numbers:
        body = _body(films, number)
        head = f"POST {_PATH} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: {len(body)}\r\n"
        began = time.monotonic()
        try:
            writer.write(f"{head}Content-Type: application/json\r\n\r\n".encode() + body)
            status, answer = await _answer(reader)
        except _UNANSWERED:
            sent.unanswered += 1
            break
        sent.milliseconds.append(1_000 * (time.monotonic() - began))
        sent.statuses[status] += 1
        if status == 202:  # accepted
            sent.accepted.append(UUID(json.loads(answer)["id"]))
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = next(
        int(line.partition(":")[2])
        for line in head.splitlines()
        if line.lower().startswith("content-length:")
    )
    return int(head.split()[1]), await reader.readexactly(length)


def _failed(rounds: Iterable[Sent]) -> int:
    """Count the answers that say that the server failed."""
    return sum(count for each in rounds for status, count in each.statuses.items() if status >= 500)


def _judged(data: Path, rounds: Iterable[Sent]) -> tuple[int, int]:
    """Wait until all is taken up; count what was accepted and is not there, or acted on twice."""
    with closing(sqlite3.connect(DataFolder(data).database)) as database:
        waiting = "SELECT count(*) FROM deliveries WHERE state = 'waiting'"
        while database.execute(waiting).fetchone()[0]:
            time.sleep(0.1)
        kept = {UUID(bytes=row[0]) for row in database.execute("SELECT id FROM deliveries")}
        looks = Counter(
            json.loads(arguments)["folder"]
            for (arguments,) in database.execute(
                "SELECT arguments FROM jobs WHERE kind = 'pipeline.import'"
            )
        )
    lost = sum(1 for each in rounds for accepted in each.accepted if accepted not in kept)
    return lost, sum(1 for count in looks.values() if count > 1)
