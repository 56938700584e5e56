"""What a start does with journals that were left: what is torn, unreachable, recorded, or not."""

import hashlib
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from disk_stage import Stage, defaults, listing
from sqlalchemy import delete
from sqlalchemy.engine import URL

from maestrarr.core.changes import editing, recycling, undoing
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.editing import Carried
from maestrarr.core.changes.entries import Entry
from maestrarr.core.changes.journal import Journal, left_behind
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.writes import Deed, Put, Remove, Stamp, Write
from maestrarr.core.settings import service as settings
from maestrarr.kit import config
from maestrarr.kit.db import Database
from maestrarr.kit.ids import new_id
from maestrarr.server.installation import open_installation

A_STAMP = Stamp(1, 2, 3, 4)


async def left(stage: Stage, *writes: Write, is_recorded: bool = False) -> Carried:
    """Carry writes out, and crash before it is settled."""
    desk = await changes.desk_of(stage.database, stage.data)
    carried = editing.carry_out(desk, editing.hold(desk, writes))
    assert carried.outcome.refused == []
    if is_recorded:
        await stage.record(carried.outcome)
    carried.leave()
    return carried


async def test_a_journal_torn_at_any_byte_is_dropped_or_whole(stage: Stage) -> None:
    film = stage.film()
    before = film.read_bytes()
    await left(stage, stage.edit(film))
    [file] = stage.data.journal.iterdir()
    whole = file.read_bytes().rstrip(b"\0")  # it has the size of whole blocks
    edited = film.read_bytes()

    for length in [*range(0, len(whole), 97), len(whole) - 1, len(whole)]:
        file.write_bytes(whole[:length])
        film.write_bytes(edited)
        found = await changes.recover(stage.database, stage.data)
        is_whole = length >= len(whole) - 1  # all but the line's end
        assert len(found.put_back) == is_whole
        assert film.read_bytes() == (before if is_whole else edited)
        assert stage.journals() == []


async def test_a_journal_whose_line_was_altered_is_not_believed(stage: Stage) -> None:
    film = stage.film()
    await left(stage, stage.edit(film))
    [file] = stage.data.journal.iterdir()
    file.write_bytes(file.read_bytes().replace(b"Film.mkv", b"Filn.mkv"))

    assert (await changes.recover(stage.database, stage.data)).put_back == []
    assert defaults(film) == [2]


async def test_what_is_recorded_lasts_and_only_its_leftovers_go(stage: Stage) -> None:
    film, note = stage.film(), stage.root / "movie.nfo"
    note.write_bytes(b"old")
    put = stage.write(note, Put(content=b"new"), seen=Stamp.of(note))
    await left(stage, stage.edit(film), put, is_recorded=True)
    assert len(listing(stage.root)) == 3  # the old one still has a name

    found = await changes.recover(stage.database, stage.data)

    assert (found.lasting, found.put_back, found.interrupted) == (2, [], {})
    assert set(listing(stage.root)) == {"Film.mkv", "movie.nfo"}
    assert (defaults(film), note.read_bytes()) == ([2], b"new")


async def test_a_database_from_before_the_change_gets_the_files_it_knew(stage: Stage) -> None:
    film, note = stage.film(), stage.root / "movie.nfo"
    note.write_bytes(b"old")
    settled = await stage.carry_out(stage.edit(film))
    edited = film.read_bytes()
    put = stage.write(note, Put(content=b"new"), seen=Stamp.of(note))
    await left(stage, put, is_recorded=True)
    async with stage.database.writing() as session:  # a backup from before both is restored
        await session.execute(delete(ChangeSet))

    found = await changes.recover(stage.database, stage.data)

    assert [entry.path for entry in found.put_back] == [note]
    assert listing(stage.root) == {"Film.mkv": edited, "movie.nfo": b"old"}
    assert len(settled.done) == 1


async def test_what_lies_on_a_disk_that_is_away_waits_for_it(stage: Stage) -> None:
    film = stage.film("disk/Film.mkv")
    before = film.read_bytes()
    await left(stage, stage.edit(film))
    away = film.parent.rename(stage.root.parent / "away")

    found = await changes.recover(stage.database, stage.data)
    assert [problem.key for _, problem in found.interrupted.values()] == ["changes.vanished"]
    assert len(stage.journals()) == 1

    away.rename(film.parent)
    found = await changes.recover(stage.database, stage.data)
    assert (len(found.put_back), found.interrupted) == (1, {})
    assert film.read_bytes() == before
    async with stage.database.reading() as session:
        assert await changes.queries.interrupted(session) == []


async def test_what_cannot_be_put_back_is_listed_since_it_was_first_seen(stage: Stage) -> None:
    film = stage.film()
    await left(stage, stage.edit(film))
    film.unlink()

    await changes.recover(stage.database, stage.data)
    async with stage.database.reading() as session:
        (first,) = await changes.queries.interrupted(session)
    await changes.recover(stage.database, stage.data)
    async with stage.database.reading() as session:
        (again,) = await changes.queries.interrupted(session)

    assert (again.id, again.found_at) == (first.id, first.found_at)
    assert again.problem["key"] == "changes.vanished"


async def test_one_conflict_keeps_no_other_from_being_put_back(stage: Stage) -> None:
    good, bad = stage.film("a.mkv"), stage.film("b.mkv")
    before = good.read_bytes()
    await left(stage, stage.edit(good), stage.edit(bad))
    bad.write_bytes(b"a third thing")

    found = await changes.recover(stage.database, stage.data)

    assert [entry.path for entry in found.put_back] == [good]
    assert (good.read_bytes(), bad.read_bytes()) == (before, b"a third thing")
    assert len(stage.journals()) == 1
    async with changes.carried_out(stage.database, stage.data, [stage.edit(good)]) as outcome:
        await stage.record(outcome)
    assert (await changes.recover(stage.database, stage.data)).put_back == []
    assert defaults(good) == [2]


async def test_a_film_on_another_inode_is_known_by_what_is_in_it(stage: Stage) -> None:
    film = stage.film()
    before = film.read_bytes()
    await left(stage, stage.edit(film))
    copy = shutil.copy2(film, stage.root / "copy")
    os.replace(copy, film)  # noqa: PTH105  # asynchronous code, and a real disk

    assert len((await changes.recover(stage.database, stage.data)).put_back) == 1
    assert film.read_bytes() == before


async def test_a_journal_that_somebody_works_with_is_let_be(stage: Stage) -> None:
    film = stage.film()
    desk = await changes.desk_of(stage.database, stage.data)
    carried = editing.carry_out(desk, editing.hold(desk, [stage.edit(film)]))

    found = await changes.recover(stage.database, stage.data)

    assert (found.put_back, found.interrupted) == ([], {})
    assert defaults(film) == [2]
    carried.settle(())


async def test_a_silent_database_leaves_the_journal_to_a_later_look(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = stage.film()
    before = film.read_bytes()

    async def silent(*_: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patched, pytest.raises(ConnectionError):
        async with changes.carried_out(stage.database, stage.data, [stage.edit(film)]):
            patched.setattr(Database, "ask", silent)

    assert len(stage.journals()) == 1
    await changes.sweep(stage.database, stage.data)
    assert (film.read_bytes(), stage.journals()) == (before, [])


async def test_an_old_journal_takes_nothing_back_that_was_written_and_recorded_since(
    stage: Stage,
) -> None:
    film = stage.film()
    before = film.read_bytes()
    await left(stage, stage.edit(film))
    film.write_bytes(before)  # somebody has put it back, and a later edit is the same again
    again = await stage.carry_out(stage.edit(film))
    assert len(again.done) == 1

    found = await changes.recover(stage.database, stage.data)

    assert (found.put_back, found.lasting) == ([], 1)
    assert (defaults(film), stage.journals()) == ([2], [])


async def test_a_start_settles_before_anything_else(
    stage: Stage, sqlite_database_url: URL, tmp_path: Path
) -> None:
    if not stage.database.is_sqlite:
        pytest.skip("What is started here has its database in its data folder.")
    film = stage.film()
    before = film.read_bytes()
    await left(stage, stage.edit(film))
    shutil.copyfile(str(sqlite_database_url.database), stage.data.database)

    read = config.load(options={"data": tmp_path / "data"}, environment={})
    async with open_installation(read, work=True):
        assert film.read_bytes() == before

    assert stage.journals() == []


async def test_a_full_data_disk_refuses_everything_before_the_first_byte(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = stage.film()
    before = film.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "_append", full)
    outcome = await stage.carry_out(stage.edit(film))

    assert [each.problem.key for each in outcome.refused] == ["changes.journal_unwritable"]
    assert (film.read_bytes(), stage.journals()) == (before, [])


async def test_the_recycle_folder_is_emptied_by_the_age_of_changes(stage: Stage) -> None:
    note = stage.root / "movie.nfo"
    note.write_bytes(b"old")
    [done] = (await stage.carry_out(stage.write(note, Remove()))).done
    (stage.data.recycle / "somebody else's").mkdir()

    assert await changes.sweep(stage.database, stage.data) == 0
    assert done.recycled is not None
    assert done.recycled.exists()
    later = datetime.now(UTC) + timedelta(days=31)
    assert recycling.sweep(stage.data.recycle, keep_for=timedelta(days=30), moment=later) == [
        done.id
    ]
    assert not done.recycled.exists()
    assert (stage.data.recycle / "somebody else's").exists()


async def test_the_recycle_folder_is_where_the_settings_say(stage: Stage, tmp_path: Path) -> None:
    note = stage.root / "movie.nfo"
    note.write_bytes(b"old")
    async with stage.database.writing() as session:
        folder = str(tmp_path / "elsewhere" / "bin")
        await settings.change(session, "changes", {"recycle_folder": folder})

    [done] = (await stage.carry_out(stage.write(note, Remove()))).done
    assert done.recycled is not None
    assert done.recycled.is_relative_to(folder)
    async with stage.database.reading() as session:
        [made] = await changes.queries.change_sets(session)
    await undoing.undo(stage.database, stage.data, made.id)
    assert listing(stage.root) == {"movie.nfo": b"old"}


def test_every_line_of_a_journal_bears_its_own_hash(tmp_path: Path) -> None:
    journal = Journal.begin(tmp_path, [])
    line, _unused_block = journal.file.read_bytes().split(b"\n")
    journal.leave()

    assert hashlib.sha256(line[64:]).hexdigest().encode() == line[:64]
    assert left_behind(tmp_path) == []
    assert not journal.file.exists()


def test_a_journal_that_is_written_over_says_only_what_is_new(tmp_path: Path) -> None:
    first = Journal.begin(tmp_path, [an_entry(tmp_path / f"{number}.mkv") for number in range(3)])
    first.note(next(iter(first.entries)), A_STAMP)
    first.drop()
    new = an_entry(tmp_path / "new.mkv")
    second = Journal.begin(tmp_path, [new])
    assert second.file == first.file
    second.leave()

    [found] = left_behind(tmp_path)

    assert found.entries == {new.id: new}
    found.drop()
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_was_taken_away_is_not_written_over(tmp_path: Path) -> None:
    first = Journal.begin(tmp_path, [an_entry(tmp_path / "old.mkv")])
    first.drop()
    first.file.unlink()

    second = Journal.begin(tmp_path, [an_entry(tmp_path / "new.mkv")])
    second.leave()

    assert second.file != first.file
    assert [*second.entries] == [*left_behind(tmp_path)[0].entries]


def an_entry(path: Path) -> Entry:
    return Entry(
        id=new_id(), deed=Deed.EDIT, root=path.parent, path=path, asked=path, before=A_STAMP
    )


async def test_dismissing_what_is_not_there_is_said_so(stage: Stage) -> None:
    async with stage.database.writing() as session:
        with pytest.raises(changes.NoSuchChange):
            await changes.dismiss(session, stage.data, new_id())
