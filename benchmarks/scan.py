"""Scanning a large library: probing, the first scan into the database, an unchanged rescan."""

import argparse
import itertools
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.runner import target
from maestrarr.demo.library import make_library
from maestrarr.media.probe import examine

FASTER_THAN_FFPROBE = 150
FIRST_SCAN_SECONDS = 90
RESCAN_SECONDS = 3
MEMORY_MIB = 400

PROBED = 300
PROBED_BY_PEER = 40
PEER_SECONDS = 30
SAMPLE_SECONDS = 0.25

_MAESTRARR = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "maestrarr"
_EPISODES = 10
_FIRST = ("Amber", "Broken", "Crimson", "Distant", "Electric", "Frozen", "Golden", "Hollow")
_SECOND = ("Harbour", "Signal", "Orchard", "Empire", "Lantern", "Meridian", "Voyage", "Winter")


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Copy templates into a library, scan it first and again, and probe beside ffprobe."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-scan-") as folder:
        root = Path(folder)
        files = make_tree(root, options.files)
        ratio, own_ms, peer_ms = _probing(files, without_peers=options.without_peers)
        figures = _scans(root, options)
    stored = figures.pop("stored_files")
    return {
        "files": options.files,
        "probe_ms": own_ms,
        "ffprobe_ms": peer_ms,
        **figures,
        "targets": [
            target("times faster than ffprobe", ratio, FASTER_THAN_FFPROBE, at_least=True),
            target("first scan, seconds", figures["first_scan_seconds"], FIRST_SCAN_SECONDS),
            target("unchanged rescan, seconds", figures["rescan_seconds"], RESCAN_SECONDS),
            target("memory of the process tree, MiB", figures["memory_mib"], MEMORY_MIB),
            target("files stored", stored, options.files, at_least=True),
        ],
    }


def make_tree(root: Path, count: int) -> list[Path]:
    """Copy the demo's files until there are `count`: a third movies, the rest episodes."""
    made = make_library(root / "templates", films=40, series=4, broken=False)
    templates = [file.path for file in made.files if file.path.suffix in (".mkv", ".mp4")]
    movies = count // 3
    places = itertools.chain(
        _movies(root / "Movies", movies), _episodes(root / "TV", count - movies)
    )
    files = []
    for place, template in zip(places, itertools.cycle(templates), strict=False):
        copy = place.with_suffix(template.suffix)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(template, copy)
        files.append(copy)
    return files


def _movies(root: Path, count: int) -> Iterator[Path]:
    for number in range(count):
        name = f"{_title(number)} ({1930 + number % 95})"
        yield root / name / f"{name}.mkv"


def _episodes(root: Path, count: int) -> Iterator[Path]:
    for number in range(count):
        series, place = divmod(number, 4 * _EPISODES)
        season, episode = divmod(place, _EPISODES)
        name = _title(series)
        file = f"{name} - S{season + 1:02}E{episode + 1:02} - Part {place}.mkv"
        yield root / f"{name} ({1980 + series % 45})" / f"Season {season + 1:02}" / file


def _title(number: int) -> str:
    first, rest = number % len(_FIRST), number // len(_FIRST)
    return f"{_FIRST[first]} {_SECOND[rest % len(_SECOND)]} {rest // len(_SECOND) + 2:04}"


def _probing(
    files: Sequence[Path], *, without_peers: bool
) -> tuple[float | None, float, float | None]:
    step = max(1, len(files) // PROBED)
    sample = files[::step][:PROBED]
    own = [_milliseconds(lambda path=path: examine(path)) for path in sample for _ in range(2)]
    own_ms = round(statistics.median(own), 4)
    ffprobe = None if without_peers else _ffprobe()
    if ffprobe is None:
        return None, own_ms, None
    peer = [
        _milliseconds(lambda path=path: _run_peer(ffprobe, path))
        for path in sample[:: max(1, len(sample) // PROBED_BY_PEER)]
    ]
    peer_ms = round(statistics.median(peer), 2)
    return round(peer_ms / own_ms, 1), own_ms, peer_ms


def _run_peer(ffprobe: str, path: Path) -> None:
    shown = ("-show_format", "-show_streams", "-show_chapters")
    subprocess.run(
        [ffprobe, "-v", "error", "-of", "json", *shown, str(path)],
        check=True,
        capture_output=True,
        timeout=PEER_SECONDS,
    )


def _ffprobe() -> str | None:
    if shutil.which("ffprobe") is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "ffmpeg"]
        subprocess.run(install, check=False, capture_output=True)
    return shutil.which("ffprobe")


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def _scans(root: Path, options: argparse.Namespace) -> dict[str, Any]:
    first: list[float] = []
    again: list[float] = []
    memory: list[float] = []
    stored = 0
    for repeat in range(options.repeats):
        data = root / f"data-{repeat}"
        _maestrarr(data, "library", "add", str(root / "Movies"), "--kind", "movies")
        _maestrarr(data, "library", "add", str(root / "TV"), "--kind", "series")
        with _memory() as peak:
            first.append(_scan(data))
        memory.append(peak[0])
        again.append(_scan(data))
        stored = sum(
            library["files"] for library in json.loads(_maestrarr(data, "library", "list"))
        )
        shutil.rmtree(data)
    return {
        "first_scan_seconds": round(statistics.median(first), 2),
        "rescan_seconds": round(statistics.median(again), 2),
        "memory_mib": round(statistics.median(memory), 1),
        "stored_files": stored,
    }


def _scan(data: Path) -> float:
    """Time the whole command, from its start to its exit."""
    started = time.perf_counter()
    subprocess.run(
        [_MAESTRARR, "--data", data, "library", "scan"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def _maestrarr(data: Path, *arguments: str) -> str:
    done = subprocess.run(
        [_MAESTRARR, "--data", data, "--json", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


@contextmanager
def _memory() -> Iterator[list[float]]:
    """Watch the largest PSS of this process's children together, in MiB."""
    peak = [0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(SAMPLE_SECONDS):
            peak[0] = max(peak[0], sum(map(_pss_mib, _descendants(os.getpid()))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _descendants(pid: int) -> Iterator[int]:
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        listed = [(thread / "children").read_text().split() for thread in threads]
    except OSError:  # a process or a thread has ended meanwhile
        return
    for child in {int(child) for children in listed for child in children}:
        yield child
        yield from _descendants(child)


def _pss_mib(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:  # it has ended meanwhile
        return 0.0
    found = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
    return sum(map(int, found)) / 1024
