"""Scans that take a while: beside a server, interrupted, stopped, and started again."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
import pytest
from servers import serving, token_for

from command import MAESTRARR, SECONDS, run
from makers import make_mkv

FILMS = 900
Serve = Callable[[], subprocess.Popen[str]]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library that takes more than a moment: thousands of names for one small film."""
    root = tmp_path_factory.mktemp("many")
    make_mkv(root / "film.mkv")
    for number in range(FILMS):
        name = f"Film {number:04} (2000)"
        (root / "Films" / name).mkdir(parents=True)
        os.link(root / "film.mkv", root / "Films" / name / f"{name}.mkv")
    return root / "Films"


@pytest.fixture
def data(tmp_path: Path, films: Path) -> Path:
    """Make an installation with a library that was never scanned."""
    folder = tmp_path / "data"
    assert run("library", "add", films, "--data", folder).returncode == 0
    return folder


@pytest.fixture
def serve(data: Path) -> Iterator[Serve]:
    """Start servers on the data folder, and leave none behind."""
    started: list[subprocess.Popen[str]] = []

    def one() -> subprocess.Popen[str]:
        command = [*MAESTRARR, "serve", "--port", "0", "--no-browser", "--data", str(data)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert started[-1].stdout is not None
        assert any("server.listening" in line for line in started[-1].stdout)
        return started[-1]

    yield one
    for process in started:
        process.kill()
        process.communicate()


def scanning(data: Path, *options: str) -> subprocess.Popen[str]:
    """Begin to scan at the terminal, and return once the scan is under way."""
    process = subprocess.Popen(
        [*MAESTRARR, "library", "scan", *(options or ("--data", str(data)))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + SECONDS
    while not is_under_way(data):
        assert time.monotonic() < deadline
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)  # what is waited for needs the processor
    return process


def is_under_way(data: Path) -> bool:
    """Look into the database itself, which is sooner done than asking a command."""
    with closing(sqlite3.connect(data / "maestrarr.db")) as connection:
        return bool(
            connection.execute(
                "SELECT 1 FROM jobs WHERE status = 'running' AND current > 0"
            ).fetchone()
        )


def hold_up(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Stop the processes that read for this one, as a disk that does not answer would."""
    readers = reading_for(process)
    assert readers
    for reader in readers:
        reader.suspend()
    return readers


def reading_for(process: subprocess.Popen[str]) -> list[psutil.Process]:
    children = psutil.Process(process.pid).children()
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


def jobs(data: Path) -> list[dict[str, Any]]:
    told = run("jobs", "list", "--json", "--data", data)
    return [job for job in json.loads(told.stdout)["jobs"] if job["kind"] == "library.scan"]


def test_beside_a_server_it_is_the_server_that_scans(data: Path, serve: Serve) -> None:
    server = serve()

    told = run("library", "scan", "--data", data)

    (job,) = jobs(data)
    assert told.returncode == 0
    assert f"{FILMS}" in told.stdout
    assert job["status"] == "completed"
    assert job["worker"].split(":")[1] == str(server.pid)
    assert server.poll() is None


def test_an_interrupted_command_cancels_the_servers_scan(data: Path, serve: Serve) -> None:
    server = serve()
    command = scanning(data)
    assert not psutil.Process(command.pid).children()
    assert psutil.Process(server.pid).children()

    command.send_signal(signal.SIGINT)
    out, errors = command.communicate(timeout=SECONDS)

    assert (command.returncode, out, errors) == (130, "", "Stopped.\n")
    assert await_status(data, "cancelled")
    assert server.poll() is None


def test_a_command_that_is_stopped_elsewhere_cancels_the_servers_scan(
    data: Path, tmp_path: Path
) -> None:
    token = token_for(data)
    with serving(data) as url:
        command = scanning(data, "--server", url, "--token", token)

        command.send_signal(signal.SIGTERM)
        out, errors = command.communicate(timeout=SECONDS)

        assert (command.returncode, out, errors) == (143, "", "Stopped.\n")
        assert await_status(data, "cancelled")
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [data]


def test_an_interrupted_command_cancels_its_own_scan_and_leaves_no_process(data: Path) -> None:
    command = scanning(data)
    readers = hold_up(command)

    command.send_signal(signal.SIGINT)
    out, errors = command.communicate(timeout=SECONDS)

    assert (command.returncode, out, errors) == (130, "", "Stopped.\n")
    assert [job["status"] for job in jobs(data)] == ["cancelled"]
    assert psutil.wait_procs(readers, timeout=SECONDS)[1] == []


@pytest.mark.sweep
def test_a_terminated_command_cancels_its_scan_and_leaves_no_process(data: Path) -> None:
    command = scanning(data)
    readers = hold_up(command)

    command.send_signal(signal.SIGTERM)
    out, errors = command.communicate(timeout=SECONDS)

    assert (command.returncode, out, errors) == (143, "", "Stopped.\n")
    assert [job["status"] for job in jobs(data)] == ["cancelled"]
    assert psutil.wait_procs(readers, timeout=SECONDS)[1] == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), pytest.param(signal.SIGTERM, 143, marks=pytest.mark.sweep)],
)
def test_a_scan_of_a_folder_stops_when_told_though_its_disk_does_not_answer(
    films: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    command = subprocess.Popen(
        [*MAESTRARR, "library", "scan", str(films), "--data", str(tmp_path / "none")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + SECONDS
    while not reading_for(command):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    readers = hold_up(command)

    command.send_signal(number)
    out, errors = command.communicate(timeout=SECONDS)

    assert (command.returncode, out, errors) == (code, "", "Stopped.\n")
    assert psutil.wait_procs(readers, timeout=SECONDS)[1] == []


def test_a_stopped_server_is_gone_at_once_and_goes_on_at_its_next_start(
    data: Path, serve: Serve
) -> None:
    server = serve()
    command = scanning(data)
    readers = hold_up(server)

    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=10)
    _, errors = command.communicate(timeout=SECONDS)

    assert server.returncode == 0
    assert command.returncode == 1
    assert errors == "The server stopped meanwhile; the scan goes on when it starts again.\n"
    assert psutil.wait_procs(readers, timeout=SECONDS)[1] == []
    assert await_status(data, "queued")
    (before,) = json.loads(run("library", "list", "--json", "--data", data).stdout)
    serve()
    assert await_status(data, "completed")
    (after,) = json.loads(run("library", "list", "--json", "--data", data).stdout)
    assert 0 < before["files"] < after["files"] == FILMS


def test_a_second_server_is_refused_with_the_process_that_runs(data: Path, serve: Serve) -> None:
    server = serve()

    told = run("serve", "--port", "0", "--no-browser", "--data", data)

    assert (told.returncode, told.stdout) == (2, "")
    assert f"as process {server.pid}." in told.stderr


def await_status(data: Path, status: str) -> bool:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if [job["status"] for job in jobs(data)] == [status]:
            return True
    return False
