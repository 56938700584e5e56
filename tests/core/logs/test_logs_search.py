"""Finding what was said, page by page, while more is said and files are compressed."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from maestrarr.core.logs import search, service
from maestrarr.core.logs.entries import Wanted
from maestrarr.core.logs.errors import NoSuchPlace, OneWayOnly
from maestrarr.core.logs.policy import Bounds
from maestrarr.core.logs.writer import LogWriter

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
COUNT = 300


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Write entries into several files, some compressed, one a second, and some rubbish."""
    moment = NOON
    writer = LogWriter(tmp_path / "logs", lambda: moment)
    writer.bounds = Bounds(file_bytes=4000)
    for number in range(COUNT):
        moment = NOON + timedelta(seconds=number)
        writer.write([line(number)] + [b"no entry\n"] * (number % 50 == 0))
        if number == COUNT // 2:
            writer.tend()
    yield tmp_path / "logs"
    writer.close()


def line(number: int, **more: Any) -> bytes:
    said = {
        "timestamp": (NOON + timedelta(seconds=number)).isoformat(),
        "level": ("debug", "info", "warning", "error")[number % 4],
        "component": ("jobs", "server", "library")[number % 3],
        "event": "test.said",
        "number": number,
        "name": "Île d’Été" if number == 77 else "",
        "request_id": f"request-{number}",
        "job_id": f"job-{number % 10}",
    }
    return json.dumps(said | more).encode() + b"\n"


def numbers(entries: list[Any]) -> list[int]:
    return [entry.facts["number"] for entry in entries]


def backwards(folder: Path, wanted: Wanted, limit: int) -> list[int]:
    found: list[int] = []
    before = None
    while True:
        page = service.page(folder, wanted, before=before, after=None, limit=limit)
        found += numbers(page.entries)
        before = page.next
        if before is None:
            return found


@pytest.mark.parametrize("limit", [1, 7, 100, 1000])
@pytest.mark.parametrize("block", [64, 300, 1_000_000])
def test_pages_backwards_have_every_entry_once(
    folder: Path, limit: int, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "BLOCK_BYTES", block)

    assert backwards(folder, Wanted(), limit) == list(reversed(range(COUNT)))


def test_pages_forwards_have_every_entry_once_and_go_on(folder: Path) -> None:
    found: list[int] = []
    after = "20200101T000000000000Z-0"
    while entries := (
        page := service.page(folder, Wanted(), before=None, after=after, limit=11)
    ).entries:
        found += numbers(entries)
        after = page.newest
    with max(folder.glob("*.log")).open("ab") as last:
        last.write(line(COUNT) + line(COUNT + 1)[:20])

    more = service.page(folder, Wanted(), before=None, after=after, limit=11)

    assert found == list(range(COUNT))
    assert numbers(more.entries) == [COUNT]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted("warning"), lambda n: n % 4 >= 2),
        (Wanted(components=frozenset({"jobs", "library"})), lambda n: n % 3 != 1),
        (Wanted(text="SAID"), lambda _: True),
        (Wanted(text="not said"), lambda _: False),
        (Wanted(text="ÎLE D’ÉTÉ"), lambda n: n == 77),
        (Wanted(request_id="request-5"), lambda n: n == 5),
        (Wanted(job_id="job-3"), lambda n: n % 10 == 3),
        (Wanted(of="job-3"), lambda n: n % 10 == 3),
        (Wanted(of="request-5"), lambda n: n == 5),
        (Wanted(since=NOON + timedelta(seconds=290)), lambda n: n >= 290),
        (Wanted(until=NOON + timedelta(seconds=10)), lambda n: n < 10),
        (Wanted("error", frozenset({"jobs"}), job_id="job-3"), lambda n: n % 60 in {3, 63}),
    ],
)
def test_only_what_fits_is_found(folder: Path, wanted: Wanted, fits: Any) -> None:
    assert backwards(folder, wanted, 20) == [n for n in reversed(range(COUNT)) if fits(n)]


def test_a_long_search_makes_pauses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_BYTES", 2000)

    page = service.page(folder, Wanted(request_id="request-5"), before=None, after=None, limit=10)

    assert (page.entries, page.next is not None) == ([], True)
    assert backwards(folder, Wanted(request_id="request-5"), 10) == [5]


def test_a_place_stays_the_same_when_its_file_is_compressed(folder: Path) -> None:
    first = service.page(folder, Wanted(), before=None, after=None, limit=60)
    writer = LogWriter(folder, lambda: NOON + timedelta(days=2))
    writer.tend()

    second = service.page(folder, Wanted(), before=first.next, after=None, limit=1)

    assert not list(folder.glob("*.log"))
    assert numbers(second.entries) == [COUNT - 61]


@pytest.mark.parametrize(
    "place", ["x", "1", "20200101T000000000000Z", "20200101T000000000000Z--1", "../x-1", "a" * 999]
)
def test_what_is_no_place_is_refused(folder: Path, place: str) -> None:
    for before, after in ((place, None), (None, place)):
        with pytest.raises(NoSuchPlace):
            service.page(folder, Wanted(), before=before, after=after, limit=1)


def test_a_page_lies_on_one_side_of_a_place(folder: Path) -> None:
    with pytest.raises(OneWayOnly):
        service.page(folder, Wanted(), before="1", after="1", limit=1)


def test_there_may_be_no_log_yet(tmp_path: Path) -> None:
    page = service.page(tmp_path / "none", Wanted(), before=None, after=None, limit=9)
    again = service.page(tmp_path / "none", Wanted(), before=None, after=page.newest, limit=9)

    assert (page.entries, page.next) == ([], None)
    assert (again.entries, again.newest) == ([], page.newest)
    assert b"".join(service.whole(tmp_path / "none")) == b""
