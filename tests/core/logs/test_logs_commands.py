"""`maestrarr logs`, as a script and as a person call it."""

import gzip
import json
import os
import signal
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from command import MAESTRARR, run
from maestrarr.core.logs.writer import LogWriter
from maestrarr.kit import clock


def logs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("logs", *arguments, "--data", folder)


def line(number: int, hours: float = 0) -> bytes:
    said = {
        "timestamp": (clock.now() - timedelta(hours=hours)).isoformat(),
        "level": "warning" if number % 2 else "info",
        "component": "jobs" if number % 3 else "server",
        "event": "test.said",
        "number": number,
        "name": "a film\x1b[31m",
        "job_id": f"job-{number}",
    }
    return json.dumps(said).encode() + b"\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    writer = LogWriter(tmp_path / "logs")
    writer.write([line(number, hours=10 - number) for number in range(10)])
    writer.close()
    return tmp_path


def test_the_latest_entries_are_printed_the_newest_last(folder: Path) -> None:
    done = logs(folder, "list", "--limit", "3")

    assert done.returncode == 0
    said = done.stdout.splitlines()
    assert [f"number={number}" in each for number, each in zip((7, 8, 9), said, strict=True)]
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (["--level", "warning"], [1, 3, 5, 7, 9]),
        (["--component", "server"], [0, 3, 6, 9]),
        (["--text", "FILM", "--of", "job-4"], [4]),
        (["--hours", "2.5"], [8, 9]),
        (["--component", "library"], []),
    ],
)
def test_a_script_is_given_what_fits(
    folder: Path, arguments: list[str], numbers: list[int]
) -> None:
    done = logs(folder, "list", "--json", *arguments)

    assert [each["facts"]["number"] for each in json.loads(done.stdout)["entries"]] == numbers


def test_the_log_is_followed_until_ctrl_c(folder: Path) -> None:
    with subprocess.Popen(
        [*MAESTRARR, "logs", "tail", "--lines", "1", "--json", "--data", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["facts"]["number"] == 9
        writer = LogWriter(folder / "logs")
        writer.write([line(10), line(11)])
        writer.close()
        assert json.loads(process.stdout.readline())["facts"]["number"] == 10
        assert json.loads(process.stdout.readline())["facts"]["number"] == 11
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130


def test_the_whole_log_is_taken_along_readable_by_its_owner(folder: Path) -> None:
    target = folder / "all.log.gz"

    done = logs(folder, "download", str(target), "--json")

    assert json.loads(done.stdout) == {"file": str(target), "size_bytes": target.stat().st_size}
    assert gzip.decompress(target.read_bytes()).count(b"\n") == 10
    assert target.stat().st_mode & 0o777 == 0o600


def test_looking_for_a_log_makes_no_installation(tmp_path: Path) -> None:
    done = logs(tmp_path / "none", "list")

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Nothing was said, or nothing that fits.\n"
    assert not (tmp_path / "none").exists()
