"""`serve --demo` as a process: a sample library is there, and scanned, without a question."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import httpx2
import pytest

MAESTRARR = [sys.executable, "-m", "maestrarr"]


@pytest.mark.timeout(180)
def test_the_demo_serves_a_scanned_sample_library_beside_the_usual_data_to_this_machine_only(
    tmp_path: Path,
) -> None:
    home, demo = tmp_path, [*MAESTRARR, "serve", "--demo", "--no-browser", "--port", "0"]
    environment = os.environ | {"XDG_DATA_HOME": str(home)}
    environment.pop("MAESTRARR_DATA", None)
    server = subprocess.Popen(
        demo,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert server.stdout is not None
        listening = json.loads(server.stdout.readline())
        assert listening["event"] == "server.listening"
        _sign_in(listening["url"])
        libraries = _scanned_libraries(home / "maestrarr-demo")
        upstreams = _told(server.stdout, "demo.upstreams")["url"]
        _told(server.stdout, "demo.connected")
        connections = _listed(home / "maestrarr-demo", "connections")
        assert "tmdb" in httpx2.get(f"{upstreams}/_twin/services").json()
    finally:
        server.terminate()
        server.communicate(timeout=30)

    with pytest.raises(httpx2.ConnectError):
        httpx2.get(upstreams)
    _check_that_it_is_not_open_to_others([*demo, "--host", "0.0.0.0"], environment)  # noqa: S104
    assert not (home / "maestrarr").exists()
    assert len(connections) >= 7
    assert [each["health"]["problem"] for each in connections] == [None] * len(connections)
    assert [library["name"] for library in libraries] == ["Movies", "Series"]
    movies, series = libraries
    assert movies["titles"] >= 60
    assert series["titles"] >= 6
    assert movies["faults"] > 0, "the sample has broken files, to show what is said of them"


def _check_that_it_is_not_open_to_others(demo: list[str], environment: dict[str, str]) -> None:
    """Anybody may sign in to it."""
    open_to_all = subprocess.run(demo, env=environment, check=False, capture_output=True, text=True)

    assert open_to_all.returncode == 2
    assert "0.0.0.0 is no place for it" in open_to_all.stderr


def _sign_in(url: str) -> None:
    told = httpx2.get(f"{url}/api/v1/setup").json()
    assert told == {"is_needed": False, "is_demo": True}
    demo = {"name": "demo", "password": "demo"}
    assert httpx2.post(f"{url}/api/v1/sessions", json=demo).status_code == 201


def _told(log: IO[bytes], wanted: str) -> Any:  # what the log says
    """Read the log up to an event."""
    events = (json.loads(line) for line in log)
    return next(event for event in events if event["event"] == wanted)


def _listed(data: Path, room: str) -> Any:  # what the command says
    command = [*MAESTRARR, "--data", str(data), "--json", room, "list"]
    return json.loads(subprocess.check_output(command))[room]


def _scanned_libraries(data: Path) -> list[dict[str, object]]:
    command = [*MAESTRARR, "--data", str(data), "--json", "library", "list"]
    while True:
        libraries: list[dict[str, object]] = json.loads(subprocess.check_output(command))
        if libraries and all(library["scanned_at"] for library in libraries):
            return libraries
        time.sleep(0.2)
