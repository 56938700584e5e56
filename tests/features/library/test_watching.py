"""Watching: what changes is heard and scanned, what cannot be watched says why, no stop waits."""

import asyncio
import errno
import os
import shutil
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.settings import service as settings
from maestrarr.features.library import policy
from maestrarr.features.library.states import Watching
from maestrarr.features.library.watcher import Watcher
from maestrarr.kit import mounts
from maestrarr.kit.inotify import Inotify
from shelf import Shelf, below, plant, put

pytestmark = pytest.mark.skipif(
    not hasattr(os, "eventfd"), reason="only Linux tells what changes in folders"
)
LOCAL = {"/": "ext4"}


@asynccontextmanager
async def watching(
    shelf: Shelf,
    found: Mapping[str, str] = LOCAL,
    read_mounts: Callable[[], Mapping[str, str]] | None = None,
) -> AsyncIterator[Watcher]:
    watcher = Watcher(
        shelf.database,
        quiet_seconds=0.2,
        pause_seconds=0.1,
        read_mounts=read_mounts or (lambda: found),
    )
    await watcher.start()
    try:
        yield watcher
    finally:
        await watcher.stop()


async def until(is_so: Callable[[], bool]) -> None:
    while True:
        if is_so():
            return
        await asyncio.sleep(0.02)


async def live(watcher: Watcher, shelf: Shelf) -> None:
    await until(lambda: watcher.state(list(shelf.roots)).value is Watching.LIVE)


async def hints(shelf: Shelf) -> list[Any]:
    """Return which paths scans were asked for, the first first."""
    async with shelf.database.reading() as session:
        query = select(JobRecord).where(JobRecord.asked_by == "watching").order_by(JobRecord.id)
        return [
            sorted(below(shelf.root, record.arguments["paths"]))
            for record in await session.scalars(query)
        ]


async def heard(shelf: Shelf, count: int = 1) -> list[Any]:
    while True:
        if len(found := await hints(shelf)) >= count:
            return found
        await asyncio.sleep(0.05)


async def test_a_new_film_and_all_that_comes_with_it_is_one_hint(shelf: Shelf) -> None:
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        plant(shelf.root, "New (2021)/film.mkv", "New (2021)/Extras/a.mkv", "New (2021)/movie.nfo")

        assert await heard(shelf) == [["New (2021)"]]


@pytest.mark.parametrize("how", ["write", "link", "rename", "delete", "folder_in", "folder_out"])
async def test_every_kind_of_change_is_heard(shelf: Shelf, tmp_path: Path, how: str) -> None:
    plant(shelf.root, "Film (2020)/film.mkv")
    other = put(tmp_path / "other/film.mkv")
    film = shelf.root / "Film (2020)"
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        match how:
            case "write":
                (film / "film.mkv").write_bytes(b"other")
            case "link":
                (film / "two.mkv").hardlink_to(other)
            case "rename":
                (film / "film.mkv").rename(film / "renamed.mkv")
            case "delete":
                (film / "film.mkv").unlink()
            case "folder_in":
                other.parent.rename(film / "Extras")
            case "folder_out":
                film.rename(tmp_path / "away")

        (found,) = await heard(shelf)

        assert found[0].startswith("Film (2020)")


async def test_a_folder_that_moved_is_heard_where_it_is_now(shelf: Shelf) -> None:
    plant(shelf.root, "A (2020)/Extras/x.mkv", "B (2021)/b.mkv")
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        (shelf.root / "A (2020)").rename(shelf.root / "C (2022)")
        await heard(shelf, 1)
        put(shelf.root / "C (2022)/Extras/y.mkv")

        assert (await heard(shelf, 2))[1] == ["C (2022)/Extras"]


async def test_a_file_that_is_being_written_is_no_hint_until_it_is_whole(shelf: Shelf) -> None:
    plant(shelf.root, "Film (2020)/film.mkv")
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        with (shelf.root / "Film (2020)/copy.mkv").open("wb") as file:
            file.write(b"half")
            file.flush()
            put(shelf.root / "Other (2021)/film.mkv")
            assert await heard(shelf) == [["Other (2021)"]]

        assert (await heard(shelf, 2))[1] == ["Film (2020)"]


async def test_a_root_that_vanishes_ends_the_watch_and_asks_for_no_scan(shelf: Shelf) -> None:
    plant(shelf.root, "Film (2020)/film.mkv")
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        shutil.rmtree(shelf.root)
        await until(lambda: watcher.state(list(shelf.roots)).value is Watching.SCHEDULED)

        assert "went away" in watcher.state(list(shelf.roots)).reason
        await asyncio.sleep(1.5)
        assert await hints(shelf) == []


async def test_a_network_mount_is_scanned_by_schedule_and_says_so(shelf: Shelf) -> None:
    async with watching(shelf, {"/": "ext4", str(shelf.root): "nfs4"}) as watcher:
        await until(lambda: "network" in watcher.state(list(shelf.roots)).reason)

        assert watcher.state(list(shelf.roots)).value is Watching.SCHEDULED
        assert "network mount (nfs4)" in watcher.state(list(shelf.roots)).reason


async def test_the_setting_switches_it_off_and_on(shelf: Shelf) -> None:
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        async with shelf.database.writing() as session:
            await settings.change(session, "library", {"watch": False})
        await until(lambda: watcher.state(list(shelf.roots)).value is Watching.OFF)
        async with shelf.database.writing() as session:
            await settings.change(session, "library", {"watch": True})
        await live(watcher, shelf)


@pytest.mark.parametrize(
    ("number", "method", "words"),
    [
        (errno.ENOSPC, "watch", "sysctl fs.inotify.max_user_watches"),
        (errno.EMFILE, "__init__", "sysctl fs.inotify.max_user_instances"),
    ],
)
async def test_a_limit_that_is_reached_says_how_to_raise_it(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, number: int, method: str, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Inotify, method, refuse)  # the system's limit is everybody's on the machine
    async with watching(shelf) as watcher:
        await until(lambda: words in watcher.state(list(shelf.roots)).reason)

        assert watcher.state(list(shelf.roots)).value is Watching.SCHEDULED


async def test_a_library_that_was_just_made_says_that_it_is_about_to_be_watched(
    shelf: Shelf, tmp_path: Path
) -> None:
    async with watching(shelf) as watcher:
        await live(watcher, shelf)
        other = await Shelf.over(shelf.database, tmp_path / "other", name="Other")

        about = watcher.state([other.root])
        partly = watcher.state([shelf.root, other.root])
        await live(watcher, other)

    assert (about.value, about.reason) == (Watching.SCHEDULED, "It is about to be watched.")
    assert partly == about


async def test_a_bug_in_a_look_is_logged_and_it_looks_again(shelf: Shelf) -> None:
    is_broken = True

    def read_mounts() -> Mapping[str, str]:
        if is_broken:
            raise ZeroDivisionError("a bug")
        return LOCAL

    with capture_logs() as said:
        async with watching(shelf, read_mounts=read_mounts) as watcher:
            await until(lambda: watcher.is_in_trouble)
            is_broken = False
            await live(watcher, shelf)
            await until(lambda: not watcher.is_in_trouble)

    assert has_traceback(said, "library.watching.failed")


async def test_a_bug_while_listening_is_logged_and_the_folder_goes_by_schedule(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changes(_: Inotify) -> list[Any]:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(Inotify, "changes", changes)
    with capture_logs() as said:
        async with watching(shelf) as watcher:
            await live(watcher, shelf)
            put(shelf.root / "Film (2020)/film.mkv")
            await until(lambda: watcher.is_in_trouble)

            assert watcher.state(list(shelf.roots)).value is Watching.SCHEDULED
            assert "the log tells more" in watcher.state(list(shelf.roots)).reason
    assert has_traceback(said, "library.watch_failed")


def has_traceback(said: Sequence[Mapping[str, Any]], event: str) -> bool:
    return any(line["event"] == event and line.get("exc_info") for line in said)


def test_mounts_are_read_as_the_system_writes_them() -> None:
    table = (
        "21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "30 21 0:40 / /media/my\\040films rw shared:9 - nfs4 nas:/films rw\n"
        "31 21 0:41 / /media/pool rw - fuse.mergerfs disks rw\n"
        "32 21 8:2 / /media rw master:2 - xfs /dev/sdb1 rw\n"
    )
    found = mounts.parse(table)

    assert mounts.kind_at("/media/my films/A", found) == "nfs4"
    assert mounts.kind_at("/media/my filmsets", found) == "xfs"
    assert mounts.kind_at("/home", found) == "ext4"
    assert policy.how_to_watch("/media/pool", found).value is Watching.SCHEDULED
    assert policy.how_to_watch("/media/films", found).value is Watching.LIVE
    partly = policy.how_to_watch("/media", found)
    assert partly.value is Watching.LIVE
    assert "/media/my films" in partly.reason


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuseblk", "9p"])
def test_these_are_networks(kind: str) -> None:
    assert mounts.is_network(kind)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs", "fusectl"])
def test_these_are_none(kind: str) -> None:
    assert not mounts.is_network(kind)
