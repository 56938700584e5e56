"""`serve --demo` as a process: a sample library is there, and scanned, without a question."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

MAESTRARR = [sys.executable, "-m", "maestrarr"]


@pytest.mark.timeout(180)
def test_the_demo_serves_a_scanned_sample_library_beside_the_usual_data(tmp_path: Path) -> None:
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    environment.pop("MAESTRARR_DATA", None)
    server = subprocess.Popen(
        [*MAESTRARR, "serve", "--demo", "--no-browser", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert server.stdout is not None
        assert json.loads(server.stdout.readline())["event"] == "server.listening"
        libraries = _scanned_libraries(tmp_path / "maestrarr-demo")
    finally:
        server.terminate()
        server.communicate(timeout=30)

    assert not (tmp_path / "maestrarr").exists()
    assert [library["name"] for library in libraries] == ["Movies", "Series"]
    movies, series = libraries
    assert movies["titles"] >= 60
    assert series["titles"] >= 6
    assert movies["faults"] > 0, "the sample has broken files, to show what is said of them"


def _scanned_libraries(data: Path) -> list[dict[str, object]]:
    command = [*MAESTRARR, "--data", str(data), "--json", "library", "list"]
    while True:
        libraries: list[dict[str, object]] = json.loads(subprocess.check_output(command))
        if all(library["scanned_at"] for library in libraries):
            return libraries
        time.sleep(0.2)
