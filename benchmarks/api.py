"""The API with a large library: how long requests take, four at a time, idle and during a scan."""

import argparse
import asyncio
import itertools
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.artwork import LOOKED_AT, add_artwork
from benchmarks.runner import target
from benchmarks.scan import make_tree
from benchmarks.served import Served, run, serving

CONNECTIONS = 4
REQUESTS = 200
WARM = 80
LIST_MILLISECONDS = 50
SEARCH_MILLISECONDS = 150
LIST_CPU_MILLISECONDS = 1.2
START_SECONDS = 2.5
RSS_MIB = 200
PATIENCE_SECONDS = 600
LOOKS_AT_REST = 5  # one a second: after its start the server looks at every folder that it watches
CANDIDATES_PER_1000 = 4_688  # titles: 150,000 at 32,000
LISTS = ("list", "deep page", "detail")

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
            run(data, "library", "add", str(first / name), "--kind", kind)
        run(data, "library", "scan")
        add_artwork(data, options.files * CANDIDATES_PER_1000 // 1_000)
        with serving(data) as served:
            return asyncio.run(_measure(served, second, options.files))


async def _measure(served: Served, second: Path, files: int) -> dict[str, object]:
    async with _client(served) as client:
        await _at_rest(client)
        rest = served.rss_mib()
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


async def _at_rest(client: httpx2.AsyncClient) -> None:
    """Wait until nothing is left of what the first scan has given other rooms to do."""
    began, looks = time.monotonic(), 0
    while looks < LOOKS_AT_REST:
        answer = await client.get("/jobs?status=running&status=queued")
        looks = 0 if answer.raise_for_status().json()["jobs"] else looks + 1
        if time.monotonic() - began > PATIENCE_SECONDS:
            raise TimeoutError("The server does not come to rest.")
        await asyncio.sleep(1)


async def _places(client: httpx2.AsyncClient) -> dict[str, list[str]]:
    """Return the paths of details and of a page far from the first."""
    page = (await client.get("/titles?limit=500")).json()
    details = [f"/titles/{each['id']}" for each in page["titles"]]
    deep = page["next"]
    for _ in range(10 if deep else 0):
        page = (await client.get(f"/titles?limit=500&after={deep}")).json()
        deep = page["next"] or deep
    looked_at = details[:LOOKED_AT]
    chosen = [(await client.get(f"{each}/artwork")).json()["types"][0] for each in looked_at[:40]]
    names = [picture["sha256"] for each in chosen for picture in each["selected"]]
    return {
        "detail": details,
        "deep page": [f"/titles?after={deep}" if deep else "/titles"],
        "artwork": [f"{each}/artwork" for each in looked_at],
        "candidates": [f"{each}/artwork/poster/candidates" for each in looked_at],
        "thumbnail": [f"/artwork/images/{name}?size=small" for name in names],
    }


async def _idle(
    client: httpx2.AsyncClient, served: Served, paths: Mapping[str, Sequence[str]]
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
async def _client(served: Served) -> AsyncIterator[httpx2.AsyncClient]:
    headers = {"Authorization": f"Bearer {served.token}"}
    async with httpx2.AsyncClient(
        base_url=f"{served.address}/api/v1", headers=headers, timeout=60
    ) as client:
        yield client
