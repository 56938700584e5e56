"""Log files on a real disk: they follow one another, within their bounds, readable by one."""

import gzip
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from maestrarr.core.logs.files import log_files, opened
from maestrarr.core.logs.policy import Bounds
from maestrarr.core.logs.writer import LogWriter

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def writer(tmp_path: Path, clock: Clock) -> Iterator[LogWriter]:
    opened = LogWriter(tmp_path / "logs", clock)
    yield opened
    opened.close()


def line(number: int, size: int = 100) -> bytes:
    return json.dumps({"number": number}).encode().ljust(size - 1) + b"\n"


def whole(folder: Path) -> bytes:
    texts = []
    for file in log_files(folder):
        read, size = opened(file)
        texts.append(read(0, size))
    return b"".join(texts)


def total(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_lines_follow_one_another_over_files_and_restarts(
    tmp_path: Path, writer: LogWriter, clock: Clock
) -> None:
    writer.bounds = Bounds(file_bytes=1000)
    for number in range(50):
        writer.write([line(number)])
        writer.tend()
    writer.close()
    again = LogWriter(tmp_path / "logs", clock)
    again.bounds = writer.bounds
    again.write([line(50)])
    again.tend()
    again.close()

    files = log_files(tmp_path / "logs")
    assert [file.is_compressed for file in files] == [True] * 5 + [False]
    assert whole(tmp_path / "logs") == b"".join(map(line, range(51)))


def test_only_its_owner_may_read_a_log(tmp_path: Path, writer: LogWriter) -> None:
    before = os.umask(0)
    try:
        writer.bounds = Bounds(file_bytes=100)
        writer.write([line(1)])
        writer.write([line(2)])
        writer.tend()
    finally:
        os.umask(before)

    modes = {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "logs").iterdir()}
    assert modes == {"0o600"}
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700


def test_all_files_together_never_take_more_than_they_may(
    tmp_path: Path, writer: LogWriter
) -> None:
    writer.bounds = Bounds(file_bytes=20_000, total_bytes=50_000)
    largest = 0
    for number in range(300):
        writer.write([os.urandom(500).hex().encode() + b"\n" for _ in range(3)])
        largest = max(largest, total(tmp_path / "logs"))
        if number % 7 == 0:
            writer.tend()
            largest = max(largest, total(tmp_path / "logs"))

    assert 30_000 < largest <= 50_000


def test_a_file_that_is_old_is_closed_and_one_that_is_too_old_is_removed(
    tmp_path: Path, writer: LogWriter, clock: Clock
) -> None:
    writer.bounds = Bounds(file_age=timedelta(hours=1), kept=timedelta(days=2))
    for day in range(4):
        clock.moment = NOON + timedelta(days=day)
        writer.write([line(day)])
        writer.tend()

    assert whole(tmp_path / "logs") == b"".join(map(line, (1, 2, 3)))
    clock.moment += timedelta(days=30)
    writer.tend()
    assert log_files(tmp_path / "logs")[-1].is_compressed


def test_other_bounds_hold_at_the_next_line(tmp_path: Path, writer: LogWriter) -> None:
    writer.write(map(line, range(100)))
    writer.bounds = Bounds(file_bytes=1000)
    writer.write([line(100)])

    assert len(log_files(tmp_path / "logs")) == 2


def test_names_keep_their_order_when_the_clock_is_put_back(
    tmp_path: Path, writer: LogWriter, clock: Clock
) -> None:
    writer.bounds = Bounds(file_bytes=100)
    for number in range(5):
        clock.moment -= timedelta(hours=1)
        writer.write([line(number)])

    assert whole(tmp_path / "logs") == b"".join(map(line, range(5)))


def test_a_line_that_a_crash_cut_spoils_no_other(
    tmp_path: Path, writer: LogWriter, clock: Clock
) -> None:
    writer.write([line(1), b'{"number": 2'])
    writer.close()
    again = LogWriter(tmp_path / "logs", clock)
    again.write([line(3)])
    again.close()

    assert whole(tmp_path / "logs").splitlines()[2] == line(3).rstrip(b"\n")


def test_a_crash_while_compressing_costs_nothing(
    tmp_path: Path, writer: LogWriter, clock: Clock
) -> None:
    writer.write([line(1)])
    writer.close()
    (file,) = log_files(tmp_path / "logs")
    (tmp_path / "logs" / ".0123.part").write_bytes(b"half")
    file.path.with_name(f"{file.path.name}.gz").write_bytes(gzip.compress(line(1)))
    again = LogWriter(tmp_path / "logs", clock)
    again.write([line(2)])
    again.tend()
    again.close()

    assert whole(tmp_path / "logs") == line(1) + line(2)
    assert not list((tmp_path / "logs").glob(".*"))


@pytest.mark.parametrize("whole_folder", [True, False])
def test_a_log_that_somebody_removes_begins_anew(
    tmp_path: Path, writer: LogWriter, *, whole_folder: bool
) -> None:
    writer.write([line(1)])
    for path in (tmp_path / "logs").iterdir():
        path.unlink()
    if whole_folder:
        (tmp_path / "logs").rmdir()
    writer.tend()
    writer.write([line(2)])

    assert whole(tmp_path / "logs") == line(2)


def test_a_link_in_the_folder_is_neither_followed_nor_removed(
    tmp_path: Path, writer: LogWriter
) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "logs").mkdir()
    link = tmp_path / "logs" / "maestrarr-20200101T000000000000Z.log"
    link.symlink_to(tmp_path / "mine")
    writer.bounds = Bounds(kept=timedelta(days=1))

    writer.write([line(1)])
    writer.tend()

    assert link.is_symlink()
    assert (tmp_path / "mine").read_bytes() == b"mine"
