"""What is left alone, and why: each refusal in words, and every byte as it was."""

import asyncio
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from disk_stage import Stage, defaults, facts, listing, planned

from disks import make_read_only, small_disk
from maestrarr.core.changes import leases
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.folders import Folder
from maestrarr.core.changes.holding import Desk
from maestrarr.core.changes.writes import HardLinks, Outcome, Put, Remove, Rename, Write

NOBODY = 65_534


def keys(outcome: Outcome) -> list[str]:
    return [each.problem.key for each in outcome.refused]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be a user who may write nothing of ours; only root can."""
    if os.geteuid() != 0:
        pytest.skip("Only root can be somebody else.")
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def locked_elsewhere(path: Path) -> Iterator[None]:
    """Let another process hold a file's lock."""
    script = "import fcntl,sys; f=open(sys.argv[1]); fcntl.flock(f,2); print(); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "PATIENCE_SECONDS", 0.2)


async def test_a_hard_linked_file_is_skipped_unless_it_is_said_otherwise(
    stage: Stage, tmp_path: Path
) -> None:
    film, seed = stage.film(), tmp_path / "seed"
    os.link(film, seed)
    before = facts(film)

    skipped = await stage.carry_out(stage.edit(film))
    assert keys(skipped) == ["changes.hard_linked"]
    assert skipped.refused[0].problem.facts["links"] == 2
    assert (facts(film).st_mtime_ns, defaults(seed)) == (before.st_mtime_ns, [1])

    edited = await stage.carry_out(stage.edit(film, hard_links=HardLinks.EDIT))
    assert keys(edited) == []
    assert defaults(film) == defaults(seed) == [2]
    assert facts(film).st_ino == facts(seed).st_ino


async def test_a_file_is_not_written_once_it_is_another(stage: Stage) -> None:
    film = stage.film()
    write = stage.edit(film)
    film.write_bytes(film.read_bytes() + b"more")
    assert keys(await stage.carry_out(write)) == ["changes.changed_since"]

    film = stage.film("b.mkv")
    write = stage.edit(film)
    data = bytearray(film.read_bytes())
    data[5] ^= 1
    film.write_bytes(data)
    assert keys(await stage.carry_out(write)) == ["changes.changed_since"]
    assert film.read_bytes() == data


async def test_a_link_in_the_place_of_the_file_is_not_followed(
    stage: Stage, tmp_path: Path
) -> None:
    film, outside = stage.film(), tmp_path / "outside.mkv"
    write = stage.edit(film)
    film.rename(outside)
    film.symlink_to(outside)
    before = outside.read_bytes()

    outcome = await stage.carry_out(write, stage.write(film, Remove()))

    assert keys(outcome) == ["changes.not_a_file"] * 2
    assert (outside.read_bytes(), film.is_symlink()) == (before, True)


async def test_a_folder_that_became_a_link_leads_nowhere(stage: Stage, tmp_path: Path) -> None:
    film, outside = stage.film("Film/a.mkv"), tmp_path / "outside"
    writes = [stage.edit(film), stage.write(stage.root / "Film/new.nfo", Put(content=b"new"))]
    film.parent.rename(outside)
    (stage.root / "Film").symlink_to(outside)
    before = listing(outside)

    outcome = await stage.carry_out(*writes)

    assert keys(outcome) == ["changes.outside_root"] * 2
    assert listing(outside) == before


@pytest.mark.parametrize("place", ["../outside.nfo", "Film/../../outside.nfo", "/tmp/outside.nfo"])  # noqa: S108
async def test_what_does_not_lie_below_its_root_is_refused(stage: Stage, place: str) -> None:
    (stage.root / "Film").mkdir()

    outcome = await stage.carry_out(stage.write(stage.root / place, Put(content=b"new")))

    assert keys(outcome) == ["changes.outside_root"]
    assert not (stage.root.parent / "outside.nfo").exists()


def test_folders_above_are_passed_through_without_the_right_to_list_them() -> None:
    top = Path(tempfile.mkdtemp())
    (top / "films").mkdir()
    (top / "films").chmod(0o755)
    top.chmod(0o711)
    try:
        with as_nobody():
            with pytest.raises(PermissionError):
                list(top.iterdir())
            with Folder.at(top / "films") as folder:
                assert folder.names() == []
    finally:
        shutil.rmtree(top)


async def test_a_link_to_a_folder_inside_the_root_is_no_obstacle(stage: Stage) -> None:
    film = stage.film("Films/a.mkv")
    (stage.root / "Movies").symlink_to(stage.root / "Films")

    outcome = await stage.carry_out(stage.edit(stage.root / "Movies" / "a.mkv"))

    assert [done.path for done in outcome.done] == [stage.root / "Movies" / "a.mkv"]
    assert defaults(film) == [2]


def an_open_desk(folder: Path) -> Desk:
    """Make a journal's and a recycle folder that anybody may write into."""
    desk = Desk(journal=folder / "journal", recycle=folder / "recycle")
    desk.make()
    for each in (desk.journal, desk.recycle):
        each.chmod(0o777)
    return desk


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="maestrarr-test-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


async def test_what_may_not_be_written_is_said_to_be_read_only(
    stage: Stage, open_folder: Path
) -> None:
    shelf = Stage(stage.database, stage.data, open_folder)
    film, note = shelf.film(), open_folder / "movie.nfo"
    note.write_bytes(b"old")
    writes = [
        shelf.edit(film),
        shelf.write(note, Remove()),
        shelf.write(open_folder / "new.nfo", Put(content=b"new")),
        shelf.write(note, Rename(open_folder / "other.nfo")),
    ]
    desk = an_open_desk(open_folder)
    before = listing(open_folder)

    for write in writes:
        with as_nobody():
            carried = changes.editing.carry_out(desk, changes.editing.hold(desk, [write]))
            carried.settle(())
        [refused] = carried.outcome.refused
        assert (refused.problem.key, refused.problem.facts["reason"]) == (
            "changes.read_only",
            "forbidden",
        )

    left = {name for name in listing(open_folder) if not name.startswith("journal/")}
    assert left == before.keys()
    assert all(listing(open_folder)[name] == before[name] for name in left)


def carried_out_by_nobody(desk: Desk, write: Write) -> Outcome:
    with as_nobody():
        carried = changes.editing.carry_out(desk, changes.editing.hold(desk, [write]))
        carried.settle([done.id for done in carried.outcome.done])
    return carried.outcome


async def test_a_film_of_another_user_that_we_may_write_is_edited_and_taken_back(
    stage: Stage, open_folder: Path
) -> None:
    shelf = Stage(stage.database, stage.data, open_folder)
    film = shelf.film()
    film.chmod(0o666)
    old, edit = film.read_bytes(), shelf.edit(film)
    desk = an_open_desk(open_folder)
    back = replace(edit, action=planned(film).reversed(), mtime_ns=1_000_000_000)

    refused = carried_out_by_nobody(desk, replace(edit, keep_mtime=True)).refused
    assert [each.problem.key for each in refused] == ["changes.read_only"]
    assert film.read_bytes() == old

    assert carried_out_by_nobody(desk, edit).refused == []
    assert defaults(film) == [2]
    assert carried_out_by_nobody(desk, back).refused == []
    assert film.read_bytes() == old


async def test_what_lies_on_a_disk_that_is_read_only_is_said_so(
    stage: Stage, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", kib=4096) as disk:
        shelf = Stage(stage.database, stage.data, disk)
        film = shelf.film()
        writes = [shelf.edit(film), shelf.write(disk / "new.nfo", Put(content=b"new"))]
        make_read_only(disk)

        outcome = await shelf.carry_out(*writes)

    assert [each.problem.facts.get("reason") for each in outcome.refused] == ["read_only"] * 2


async def test_a_file_that_another_process_holds_is_busy(stage: Stage) -> None:
    film = stage.film()
    before = film.read_bytes()

    with locked_elsewhere(film):
        assert keys(await stage.carry_out(stage.edit(film))) == ["changes.busy"]

    assert film.read_bytes() == before
    assert keys(await stage.carry_out(stage.edit(film))) == []


async def test_no_lease_outlives_its_call(stage: Stage) -> None:
    film = stage.film()
    await stage.carry_out(stage.edit(film))

    with film.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert leases._taken == set()


async def test_a_file_asked_for_twice_in_one_call_is_written_once(stage: Stage) -> None:
    film = stage.film()

    outcome = await stage.carry_out(stage.edit(film, 2), stage.edit(film, 3))

    assert (len(outcome.done), keys(outcome)) == (1, ["changes.busy"])


async def test_two_batches_and_an_import_on_one_file_write_one_after_the_other(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "PATIENCE_SECONDS", 10)
    film = stage.film()
    others = [stage.film(f"{name}.mkv") for name in "abc"]
    note = stage.root / "movie.nfo"

    outcomes = await asyncio.gather(
        stage.carry_out(stage.edit(film, 2), stage.edit(others[0])),
        stage.carry_out(stage.edit(film, 2), stage.edit(others[1])),
        stage.carry_out(
            stage.edit(film, 2), stage.edit(others[2]), stage.write(note, Put(content=b"new"))
        ),
    )

    written = [done.path for outcome in outcomes for done in outcome.done]
    assert sorted(written) == sorted([film, *others, note])
    assert [key for outcome in outcomes for key in keys(outcome)] == ["changes.changed_since"] * 2
    assert defaults(film) == [2]


async def test_a_film_of_twelve_gigabytes_is_edited_in_place(stage: Stage) -> None:
    film, small = stage.film(), stage.film("small/Film.mkv")
    with film.open("r+b") as file:
        file.truncate(12 * 2**30)
    before = facts(film)
    plan = replace(planned(small), size_bytes=12 * 2**30)  # both begin alike

    outcome = await stage.carry_out(stage.write(film, plan))

    assert keys(outcome) == []
    assert facts(film).st_size == 12 * 2**30
    assert facts(film).st_blocks <= before.st_blocks + 8


async def test_files_that_move_are_told_from_those_that_are_only_young(stage: Stage) -> None:
    still, growing, gone = (stage.film(f"{name}.mkv") for name in "abc")
    looking = asyncio.create_task(changes.settled([still, growing, gone, stage.root / "none"]))
    await asyncio.sleep(0.1)
    with growing.open("ab") as file:
        file.write(b"more")
    gone.unlink()

    found = await looking

    assert list(found.stamps) == [still]
    assert {path.name: problem.key for path, problem in found.refused.items()} == {
        "b.mkv": "changes.growing",
        "c.mkv": "changes.vanished",
        "none": "changes.vanished",
    }


async def test_more_writes_than_fit_one_call_are_a_mistake(stage: Stage) -> None:
    writes = [stage.write(stage.root / f"{number}", Remove()) for number in range(201)]

    with pytest.raises(ValueError, match="201 writes"):
        await stage.carry_out(*writes)
