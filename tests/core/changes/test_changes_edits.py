"""Edits in place: carried out, recorded, put back, and refused one by one."""

import errno
import os

import pytest
from disk_stage import Stage, defaults, listing
from sqlalchemy import select

from maestrarr.core.changes import editing
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.models import Change, ChangeSet
from maestrarr.core.changes.writes import Deed, Stamp


async def test_an_edit_is_written_and_recorded_with_what_takes_it_back(stage: Stage) -> None:
    path = stage.film()
    before, old = Stamp.of(path), path.read_bytes()

    outcome = await stage.carry_out(stage.edit(path), kind="audio.fix")

    assert defaults(path) == [2]
    assert outcome.refused == []
    [done] = outcome.done
    assert (done.deed, done.path, done.before) == (Deed.EDIT, path, before)
    assert done.after == Stamp.of(path)
    assert path.stat().st_size == len(old)
    async with stage.database.reading() as session:
        made = (await session.scalars(select(ChangeSet))).one()
        change = (await session.scalars(select(Change))).one()
    assert (made.kind, made.count, made.undone_at) == ("audio.fix", 1, None)
    assert (change.id, change.path, change.root) == (done.id, path, stage.root)
    assert change.edit is not None
    assert stage.journals() == []
    assert list(listing(stage.root)) == ["Film.mkv"]


async def test_one_write_that_is_refused_stops_no_other(stage: Stage) -> None:
    first, gone, last = (stage.film(f"{name}.mkv") for name in "abc")
    writes = [stage.edit(path) for path in (first, gone, last)]
    gone.unlink()

    outcome = await stage.carry_out(*writes)

    assert {done.path for done in outcome.done} == {first, last}
    assert [(each.write.path, each.problem.key) for each in outcome.refused] == [
        (gone, "changes.vanished")
    ]
    assert defaults(first) == defaults(last) == [2]


async def test_a_disk_that_gives_less_at_once_than_is_there_is_read_to_the_end(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    film, pread = stage.film(), os.pread
    before = film.read_bytes()
    monkeypatch.setattr(os, "pread", lambda file, length, at: pread(file, min(length, 99), at))

    async with changes.carried_out(stage.database, stage.data, [stage.edit(film)]) as outcome:
        assert outcome.refused == []
        assert defaults(film) == [2]

    assert film.read_bytes() == before


async def test_a_disk_that_fails_to_close_a_file_leaves_no_file_held(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    films, close = [stage.film(f"{name}.mkv") for name in "ab"], os.close
    desk = await changes.desk_of(stage.database, stage.data)

    def failing(descriptor: int) -> None:
        close(descriptor)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    carried = editing.carry_out(desk, editing.hold(desk, [stage.edit(film) for film in films]))
    with monkeypatch.context() as patched:
        patched.setattr(os, "close", failing)
        carried.settle(())

    again = editing.carry_out(desk, editing.hold(desk, [stage.edit(film) for film in films]))
    again.settle(())
    assert again.outcome.refused == []


async def test_what_is_not_recorded_is_put_back(stage: Stage) -> None:
    path = stage.film()
    old, stamp = path.read_bytes(), path.stat()

    async with changes.carried_out(stage.database, stage.data, [stage.edit(path)]) as outcome:
        assert defaults(path) == [2]

    assert len(outcome.done) == 1
    assert path.read_bytes() == old
    assert path.stat().st_mtime_ns == stamp.st_mtime_ns
    assert stage.journals() == []


async def test_what_the_caller_fails_to_commit_is_put_back(stage: Stage) -> None:
    path = stage.film()
    old = path.read_bytes()

    with pytest.raises(ZeroDivisionError):
        async with (
            changes.carried_out(stage.database, stage.data, [stage.edit(path)]) as outcome,
            stage.database.writing() as session,
        ):
            await changes.record(session, outcome, kind="test.write", title="Never")
            raise ZeroDivisionError

    assert path.read_bytes() == old
    assert stage.journals() == []


async def test_what_is_committed_lasts_although_the_caller_fails_after_it(stage: Stage) -> None:
    path = stage.film()

    with pytest.raises(ZeroDivisionError):
        async with changes.carried_out(stage.database, stage.data, [stage.edit(path)]) as outcome:
            await stage.record(outcome)
            raise ZeroDivisionError

    assert defaults(path) == [2]
    assert stage.journals() == []


async def test_nothing_that_was_written_makes_no_change_set(stage: Stage) -> None:
    path = stage.film()
    write = stage.edit(path)
    path.unlink()

    async with changes.carried_out(stage.database, stage.data, [write]) as outcome:
        assert await stage.record(outcome) is None

    async with stage.database.reading() as session:
        assert (await session.scalars(select(ChangeSet))).all() == []


@pytest.mark.parametrize("keeps", [True, False])
async def test_the_time_of_change_is_honest_unless_it_shall_be_kept(
    stage: Stage, *, keeps: bool
) -> None:
    path = stage.film()
    os.utime(path, (1_000_000_000, 1_000_000_000))

    await stage.carry_out(stage.edit(path, keep_mtime=keeps))

    assert (path.stat().st_mtime == 1_000_000_000) is keeps


async def test_a_journal_that_was_left_is_settled_as_the_database_says(stage: Stage) -> None:
    path = stage.film()
    old = path.read_bytes()
    desk = await changes.desk_of(stage.database, stage.data)
    carried = changes.editing.carry_out(desk, changes.editing.hold(desk, [stage.edit(path)]))
    assert defaults(path) == [2]
    carried.leave()  # as a crash would

    found = await changes.recover(stage.database, stage.data)

    assert [entry.path for entry in found.put_back] == [path]
    assert path.read_bytes() == old
    assert stage.journals() == []


async def test_a_third_thing_is_not_touched_and_is_told(stage: Stage) -> None:
    path = stage.film()
    desk = await changes.desk_of(stage.database, stage.data)
    write = stage.edit(path)
    changes.editing.carry_out(desk, changes.editing.hold(desk, [write])).leave()
    foreign = bytearray(path.read_bytes())
    foreign[write.action.patches[0].offset] ^= 0x55  # type: ignore[union-attr]
    path.write_bytes(foreign)

    found = await changes.recover(stage.database, stage.data)

    assert path.read_bytes() == foreign
    [(entry, problem)] = found.interrupted.values()
    assert problem.key == "changes.conflict"
    assert len(stage.journals()) == 1
    async with stage.database.reading() as session:
        assert [each.id for each in await changes.queries.interrupted(session)] == [entry.id]
