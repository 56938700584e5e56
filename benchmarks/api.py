"""The API with a large library: how long requests take, and what they cost, four at a time."""

import argparse
import asyncio
import itertools
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.runner import target
from benchmarks.scan import make_tree

CONNECTIONS = 4
REQUESTS = 200
WARM = 8
LIST_MILLISECONDS = 50
SEARCH_MILLISECONDS = 150
LIST_CPU_MILLISECONDS = 1.2
START_SECONDS = 60

_MAESTRARR = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "maestrarr"
_PATHS = {
    "list": ["/titles"],
    "sorted": [f"/titles?sort={sort}&order=desc" for sort in ("added", "year", "size")],
    "filters": [
        "/titles?resolution=1080p", "/titles?hdr=HDR10", "/titles?audio_language=en",
        "/titles?year_from=1990&year_to=1999", "/titles?has_faults=true", "/titles?kind=episode",
    ],
    "facets": ["/titles/facets"],
    "search": [
        f"/titles/search?q={words}"
        for words in ("amber", "golden+harbour", "voy", "wintre+0004", "elektric", "lantern+s01e02")
    ],
}  # fmt: skip


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Scan a library, serve it, and ask."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-api-") as folder:
        root = Path(folder)
        make_tree(root, options.files)
        data = root / "data"
        for name, kind in (("Movies", "movies"), ("TV", "series")):
            _run(data, "library", "add", str(root / name), "--kind", kind)
        _run(data, "library", "scan")
        with _server(data) as (address, pid):
            figures = asyncio.run(_ask(address, pid, (data / "local-token").read_text().strip()))
    return {"files": options.files, "requests": figures, "targets": _targets(figures)}


def _targets(figures: dict[str, dict[str, float]]) -> list[dict[str, Any]]:
    limits = {"list": LIST_MILLISECONDS, "deep page": LIST_MILLISECONDS}
    limits |= {"detail": LIST_MILLISECONDS, "search": SEARCH_MILLISECONDS}
    cost = target("list: CPU, ms", figures["list"]["cpu_ms"], LIST_CPU_MILLISECONDS)
    return [
        *(target(f"{n}: p95, ms", figures[n]["p95_ms"], limit) for n, limit in limits.items()),
        cost,
    ]


async def _ask(address: str, pid: int, token: str) -> dict[str, dict[str, float]]:
    async with _client(address, token) as client:
        first = (await client.get("/titles?limit=500")).json()
        paths = _PATHS | {"detail": [f"/titles/{each['id']}" for each in first["titles"]]}
        deep = first["next"]
        for _ in range(10):
            page = (await client.get(f"/titles?limit=500&after={deep}")).json()
            deep = page["next"] or deep
        paths["deep page"] = [f"/titles?after={deep}"]
        return {name: await _measured(client, pid, asked) for name, asked in paths.items()}


async def _measured(client: httpx2.AsyncClient, pid: int, paths: list[str]) -> dict[str, float]:
    given = itertools.cycle(paths)
    await _closed_loop(client, given, WARM)
    before = _cpu_seconds(pid)
    took = sorted(await _closed_loop(client, given, REQUESTS))
    cpu = _cpu_seconds(pid) - before
    shares = {"p50_ms": 50, "p95_ms": 95, "p99_ms": 99}
    figures = {name: round(took[len(took) * share // 100], 1) for name, share in shares.items()}
    return figures | {"cpu_ms": round(1_000 * cpu / len(took), 2)}


async def _closed_loop(client: httpx2.AsyncClient, paths: Iterator[str], count: int) -> list[float]:
    took: list[float] = []

    async def one() -> None:
        for _ in range(count // CONNECTIONS):
            path = next(paths)
            started = time.perf_counter()
            (await client.get(path)).raise_for_status()
            took.append(1_000 * (time.perf_counter() - started))

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    return took


@asynccontextmanager
async def _client(address: str, token: str) -> AsyncIterator[httpx2.AsyncClient]:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(
        base_url=f"{address}/api/v1", headers=headers, timeout=START_SECONDS
    ) as client:
        yield client


@contextmanager
def _server(data: Path) -> Iterator[tuple[str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = str(httpx2.URL(scheme="http", host="127.0.0.1", port=port)).rstrip("/")
    served = subprocess.Popen(
        [_MAESTRARR, "--data", data, "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"{address}/health")
        yield address, served.pid
    finally:
        served.terminate()
        served.wait()


def _wait(url: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            httpx2.get(url).raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _run(data: Path, *arguments: str) -> None:
    command: list[str | Path] = [_MAESTRARR, "--data", data, "--json", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
