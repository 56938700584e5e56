"""The API with a large library: how long requests take, four at a time, idle and during a scan."""

import argparse
import asyncio
import itertools
import os
import socket
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.runner import target
from benchmarks.scan import make_tree

CONNECTIONS = 4
REQUESTS = 200
WARM = 80
LIST_MILLISECONDS = 50
SEARCH_MILLISECONDS = 150
LIST_CPU_MILLISECONDS = 1.2
START_SECONDS = 2.5
SETTLE_SECONDS = 5  # after its start the server looks at every folder that it watches
RSS_MIB = 200
PATIENCE_SECONDS = 600
LISTS = ("list", "deep page", "detail")

_MAESTRARR = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "maestrarr"
_FILTERS = (
    "kind=movie", "kind=episode", "state=identified", "year_from=1990&year_to=1999", "genre=drama",
    "resolution=1080p", "hdr=HDR10", "video_codec=hevc", "audio_codec=ac3", "audio_language=en",
    "subtitle_language=fr", "has_faults=true", "locked=true", "monitored=false", "missing=true",
    "size_from=100000", "audio_language=ja&resolution=2160p&sort=added",
)  # fmt: skip
_WORDS = ("amber", "golden+harbour", "voy", "wintre+0004", "elektric", "lantern+s01e02")
_PATHS: Mapping[str, Sequence[str]] = {
    "list": ["/titles"],
    **{f"sort={sort}": [f"/titles?sort={sort}&order=desc"] for sort in ("added", "year", "size")},
    **{each: [f"/titles?{each}"] for each in _FILTERS},
    "facets": ["/titles/facets"],
    "facets of a filter": ["/titles/facets?resolution=1080p&audio_language=en"],
    "search": [f"/titles/search?q={words}" for words in _WORDS],
}


@dataclass(slots=True)
class Requests:
    """How long requests of each name took, in milliseconds, and how many were refused."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: int = 0

    async def ask(self, client: httpx2.AsyncClient, name: str, path: str) -> None:
        """Make one request."""
        began = time.perf_counter()
        try:
            answer = await client.get(path)
        except httpx2.HTTPError:
            self.errors += 1
            return
        self.errors += answer.status_code != httpx2.codes.OK
        self.took[name].append(1_000 * (time.perf_counter() - began))

    def figures(self) -> dict[str, dict[str, float]]:
        """Say what half, 95 and 99 of a hundred requests of each name took at most."""
        shares = {"p50_ms": 50, "p95_ms": 95, "p99_ms": 99}
        return {
            name: {
                share: round(sorted(took)[len(took) * at // 100], 1) for share, at in shares.items()
            }
            for name, took in self.took.items()
        }

    def worst(self, names: Sequence[str]) -> float:
        """Return the highest of the p95 of these names."""
        figures = self.figures()
        return max(figures[name]["p95_ms"] for name in names)


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Scan a library, serve it, and ask; then ask while another one as large is scanned."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-api-") as folder:
        root = Path(folder)
        first, second = root / "first", root / "second"
        for tree in (first, second):
            make_tree(tree, options.files)
        data = root / "data"
        for name, kind in (("Movies", "movies"), ("TV", "series")):
            _run(data, "library", "add", str(first / name), "--kind", kind)
        _run(data, "library", "scan")
        with _server(data) as served:
            return asyncio.run(_measure(served, second, options.files))


@dataclass(frozen=True, slots=True)
class _Served:
    """A server that runs."""

    address: str
    pid: int
    token: str
    start_seconds: float
    log: Path

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss_mib(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def _measure(served: _Served, second: Path, files: int) -> dict[str, object]:
    await asyncio.sleep(SETTLE_SECONDS)
    rest = served.rss_mib()
    async with _client(served) as client:
        paths = {**_PATHS, **await _places(client)}
        idle, cpu = await _idle(client, served, paths)
        busy, seconds = await _during_a_scan(client, second, paths)
    locked = served.log.read_text().count("database is locked")
    lists = [name for name in paths if not name.startswith(("facets", "search"))]
    return {
        "titles": files,
        "idle": {name: {**of, "cpu_ms": cpu[name]} for name, of in idle.figures().items()},
        "during a scan": busy.figures(),
        "scan_seconds": round(seconds, 1),
        "rss_mib_after": round(served.rss_mib(), 1),
        "targets": [
            target("idle, every list and detail: p95, ms", idle.worst(lists), LIST_MILLISECONDS),
            target("scan, every list and detail: p95, ms", busy.worst(lists), LIST_MILLISECONDS),
            target("scan, search: p95, ms", busy.worst(["search"]), SEARCH_MILLISECONDS),
            target("errors", idle.errors + busy.errors, 0),
            target("database is locked", locked, 0),
            target("a list when idle: CPU, ms", cpu["list"], LIST_CPU_MILLISECONDS),
            target("start to /health, s", round(served.start_seconds, 2), START_SECONDS),
            target("memory at rest, MiB", round(rest, 1), RSS_MIB),
        ],
    }


async def _places(client: httpx2.AsyncClient) -> dict[str, list[str]]:
    """Return the paths of details and of a page far from the first."""
    page = (await client.get("/titles?limit=500")).json()
    details = [f"/titles/{each['id']}" for each in page["titles"]]
    deep = page["next"]
    for _ in range(10):
        page = (await client.get(f"/titles?limit=500&after={deep}")).json()
        deep = page["next"] or deep
    return {"detail": details, "deep page": [f"/titles?after={deep}"]}


async def _idle(
    client: httpx2.AsyncClient, served: _Served, paths: Mapping[str, Sequence[str]]
) -> tuple[Requests, dict[str, float]]:
    """Ask for one thing after another, and note what each request cost the server."""
    requests, cpu = Requests(), {}
    for name, asked in paths.items():
        each = itertools.cycle(asked)
        await _closed_loop(
            lambda name=name, each=each: Requests().ask(client, name, next(each)), WARM
        )
        before = served.cpu_seconds()
        await _closed_loop(
            lambda name=name, each=each: requests.ask(client, name, next(each)), REQUESTS
        )
        cpu[name] = round(1_000 * (served.cpu_seconds() - before) / REQUESTS, 2)
    return requests, cpu


async def _during_a_scan(
    client: httpx2.AsyncClient, second: Path, paths: Mapping[str, Sequence[str]]
) -> tuple[Requests, float]:
    """Ask for everything in turn until another library has been scanned."""
    jobs = [
        await _begin_scan(client, second / name, kind)
        for name, kind in (("Movies", "movies"), ("TV", "series"))
    ]
    began, requests = time.monotonic(), Requests()
    each = itertools.cycle([(name, itertools.cycle(asked)) for name, asked in paths.items()])
    while await _still_run(client, jobs):
        if time.monotonic() - began > PATIENCE_SECONDS:
            raise TimeoutError("The scan does not end.")

        async def one() -> None:
            name, asked = next(each)
            await requests.ask(client, name, next(asked))

        await _closed_loop(one, 100)
    return requests, time.monotonic() - began


async def _begin_scan(client: httpx2.AsyncClient, folder: Path, kind: str) -> str:
    wanted = {"kind": kind, "folders": [str(folder)], "name": f"Second {kind}"}
    library = (await client.post("/libraries", json=wanted)).raise_for_status().json()
    job = (await client.post(f"/libraries/{library['id']}/scan")).raise_for_status().json()
    return str(job["id"])


async def _still_run(client: httpx2.AsyncClient, jobs: Sequence[str]) -> bool:
    statuses = [(await client.get(f"/jobs/{each}")).json()["status"] for each in jobs]
    if "failed" in statuses:
        raise RuntimeError("A scan failed.")
    return not set(statuses) <= {"completed"}


async def _closed_loop(request: Callable[[], Any], count: int) -> None:
    async def one() -> None:
        for _ in range(count // CONNECTIONS):
            await request()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))


@asynccontextmanager
async def _client(served: _Served) -> AsyncIterator[httpx2.AsyncClient]:
    headers = {"Authorization": f"Bearer {served.token}"}
    async with httpx2.AsyncClient(
        base_url=f"{served.address}/api/v1", headers=headers, timeout=60
    ) as client:
        yield client


@contextmanager
def _server(data: Path) -> Iterator[_Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = str(httpx2.URL(scheme="http", host="127.0.0.1", port=port)).rstrip("/")
    log = data / "of-the-benchmark.log"
    began = time.monotonic()
    with log.open("wb") as said:
        served = subprocess.Popen(
            [_MAESTRARR, "--data", data, "serve", "--port", str(port)], stdout=said, stderr=said
        )
        try:
            _wait(f"{address}/health")
            took = time.monotonic() - began
            token = (data / "local-token").read_text().strip()
            yield _Served(address, served.pid, token, took, log)
        finally:
            served.terminate()
            served.wait()


def _wait(url: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            httpx2.get(url).raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(url)


def _run(data: Path, *arguments: str) -> None:
    command: list[str | Path] = [_MAESTRARR, "--data", data, "--json", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
