"""From the log into files: nothing that a disk does holds up who logs."""

import asyncio
import io
import json
import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import structlog

from maestrarr.core.logs import recorder as recorders
from maestrarr.core.logs import service
from maestrarr.core.logs.entries import Wanted
from maestrarr.core.logs.recorder import recorded
from maestrarr.core.logs.settings import LogsSettings
from maestrarr.core.settings import service as settings
from maestrarr.kit import log
from maestrarr.kit.db import Database

SECONDS = 20

logger = structlog.get_logger("maestrarr.core.jobs.engine")


@pytest.fixture(autouse=True)
def stream() -> io.StringIO:
    stream = io.StringIO()
    log.set_up(stream, as_json=True)
    return stream


def until(is_so: Callable[[], Any]) -> None:
    ends = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.01)


def said(folder: Path) -> list[str]:
    page = service.page(folder, Wanted(), before=None, after=None, limit=1000)
    return [entry.event for entry in reversed(page.entries)]


def test_a_file_has_the_same_lines_as_the_stream(tmp_path: Path, stream: io.StringIO) -> None:
    with recorded(tmp_path / "logs"):
        with structlog.contextvars.bound_contextvars(request_id="a", job_id="b"):
            logger.info("test.first", number=1)
        logging.getLogger("library").warning("odd %s", "thing")

    (file,) = (tmp_path / "logs").iterdir()
    assert file.read_text() == stream.getvalue()
    first, second = map(json.loads, file.read_text().splitlines())
    assert (first["component"], first["request_id"], first["job_id"]) == ("jobs", "a", "b")
    assert (second["component"], second["logger"]) == ("others", "library")


def test_a_folder_that_cannot_be_written_costs_the_files_and_is_told_once(
    tmp_path: Path, stream: io.StringIO
) -> None:
    (tmp_path / "logs").write_text("in the way")
    with recorded(tmp_path / "logs") as recorder:
        for number in range(3):
            logger.info("test.said", number=number)
            until(lambda: recorder.lost > number)  # noqa: B023  # called at once
        assert recorder.trouble == os.strerror(17)
        (tmp_path / "logs").unlink()
        logger.info("test.again")
        until(lambda: recorder.trouble is None)

    events = [json.loads(line)["event"] for line in stream.getvalue().splitlines()]
    assert events.count("logs.not_written") == 1
    assert said(tmp_path / "logs")[-2:] == ["test.again", "logs.written_again"]


def test_a_full_disk_costs_lines_and_nothing_else(tmp_path: Path) -> None:
    """The process may write files of 20,000 bytes only, then the system refuses."""
    code = f"""
import sys, time, structlog
from pathlib import Path
from maestrarr.core.logs.recorder import recorded
from maestrarr.kit import log
log.set_up(sys.stdout, as_json=True)
with recorded(Path({str(tmp_path / "logs")!r})) as recorder:
    for number in range(1000):
        structlog.get_logger("maestrarr.x.y").info("test.said", number=number)
        while number == 999 and not recorder.lost:
            time.sleep(0.01)
    print(recorder.trouble, recorder.lost > 0, file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )

    assert done.stderr == f"{os.strerror(27)} True\n"
    assert done.stdout.count("test.said") == 1000
    assert done.stdout.count("logs.not_written") == 1
    assert len(said(tmp_path / "logs")) > 50


def test_a_disk_that_hangs_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A named pipe that nobody reads lets its writer wait, as a dead network disk does."""
    monkeypatch.setattr(recorders, "MOST_WAITING_BYTES", 20_000)
    monkeypatch.setattr(recorders, "STOP_SECONDS", 0.1)
    (tmp_path / "logs").mkdir()
    name = tmp_path / "logs" / "maestrarr-20990101T000000000000Z.log"
    os.mkfifo(name)
    filled = os.open(name, os.O_RDWR | os.O_NONBLOCK)
    with pytest.raises(BlockingIOError):
        while True:
            os.write(filled, b"x" * 4096)

    with recorded(tmp_path / "logs") as recorder:
        for number in range(2000):
            logger.info("test.said", number=number)
        assert recorder.trouble == recorders.TOO_SLOW
        assert recorder.lost > 1000
    os.close(filled)


async def test_what_is_set_is_gone_by(database: Database, tmp_path: Path) -> None:
    wanted = LogsSettings(file_mb=3, kept_days=5)
    with recorded(tmp_path / "logs") as recorder:
        following = asyncio.create_task(service.keep_within_settings(database, recorder))
        async with database.writing() as session:
            await settings.change(session, "logs", wanted.model_dump(), changed_by="test")
        async with asyncio.timeout(SECONDS):
            while recorder.bounds != wanted.bounds:  # noqa: ASYNC110  # the thread has no event
                await asyncio.sleep(0.05)
        following.cancel()
