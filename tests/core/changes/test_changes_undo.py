"""Taking back: every byte, every name, once, and only what is still as we left it."""

import os
import resource
from contextlib import nullcontext
from pathlib import Path
from uuid import UUID

import pytest
from disk_stage import Stage, defaults, forget, listing
from sqlalchemy import select

from disks import small_disk
from maestrarr.core.changes import service as changes
from maestrarr.core.changes import undoing
from maestrarr.core.changes.errors import AlreadyUndone, Conflict, NoSuchChange, OriginalGone
from maestrarr.core.changes.models import Change, ChangeSet
from maestrarr.core.changes.writes import HardLinks, Outcome, Put, Remove, Rename, Stamp, Write
from maestrarr.core.events.models import EventRecord
from maestrarr.kit.ids import new_id

ELSEWHERE = "the recycle folder lies on another disk"


async def applied(stage: Stage, *writes: Write) -> UUID:
    async with changes.carried_out(stage.database, stage.data, writes) as outcome:
        made = await stage.record(outcome)
    assert outcome.refused == []
    assert made is not None
    return made.id


async def undo(stage: Stage, change_set_id: UUID, *only: UUID) -> undoing.Undone:
    return await undoing.undo(stage.database, stage.data, change_set_id, only=only)


async def is_undone(stage: Stage, change_set_id: UUID) -> bool:
    async with stage.database.reading() as session:
        found = await changes.queries.change_set(session, change_set_id)
        return found.undone_at is not None


async def change_ids(stage: Stage, change_set_id: UUID) -> list[UUID]:
    async with stage.database.reading() as session:
        return [change.id for change in await changes.queries.changes(session, change_set_id)]


async def test_an_undo_restores_every_byte_and_the_time(stage: Stage) -> None:
    films = [stage.film(f"{name}.mkv") for name in "abc"] + [stage.film("d.mp4")]
    before = listing(stage.root)
    stamps = [Stamp.of(film) for film in films]
    made = await applied(stage, *(stage.edit(film) for film in films))
    assert all(defaults(film) == [2] for film in films)

    undone = await undo(stage, made)

    assert (undone.count, undone.refused) == (4, [])
    assert listing(stage.root) == before
    assert all(
        now is not None and now.is_same(then)
        for now, then in zip(map(Stamp.of, films), stamps, strict=True)
    )
    async with stage.database.reading() as session:
        sets = (await session.scalars(select(ChangeSet).order_by(ChangeSet.id))).all()
        rows = (await session.scalars(select(Change).where(Change.change_set_id == made))).all()
        kinds = (await session.scalars(select(EventRecord.kind).order_by(EventRecord.id))).all()
    assert [(each.undoes_id, each.undone_at is not None) for each in sets] == [
        (None, True),
        (made, False),
    ]
    assert all(row.undone_at and row.undone_by_id for row in rows)
    told = [kind for kind in kinds if kind.startswith("change.")]
    assert told == ["change.applied", "change.undone"]


async def test_an_undo_twice_is_refused_in_words(stage: Stage) -> None:
    film = stage.film()
    made = await applied(stage, stage.edit(film))
    await undo(stage, made)
    before = listing(stage.root)

    with pytest.raises(AlreadyUndone, match="taken back already"):
        await undo(stage, made)
    with pytest.raises(NoSuchChange):
        await undo(stage, new_id())

    assert listing(stage.root) == before


@pytest.mark.parametrize("how", ["touched", "rewritten", "replaced", "longer"])
async def test_a_file_that_is_no_longer_as_we_left_it_is_let_be(stage: Stage, how: str) -> None:
    film = stage.film()
    made = await applied(stage, stage.edit(film))
    data = film.read_bytes()
    if how == "touched":
        os.utime(film, (1_000_000_000, 1_000_000_000))
    elif how == "rewritten":
        said = film.stat()
        film.write_bytes(data[:20] + b"\0" + data[21:])
        os.utime(film, ns=(said.st_atime_ns, said.st_mtime_ns))
    elif how == "replaced":
        film.unlink()
        film.write_bytes(data)
    else:
        film.write_bytes(data + b"more")
    before = listing(stage.root)

    with pytest.raises(Conflict):
        await undo(stage, made)

    assert listing(stage.root) == before


async def test_what_cannot_be_taken_back_stops_no_other_and_can_be_asked_for_again(
    stage: Stage,
) -> None:
    good, bad = stage.film("a.mkv"), stage.film("b.mkv")
    made = await applied(stage, stage.edit(good), stage.edit(bad))
    said = bad.stat()
    os.utime(bad, (1_000_000_000, 1_000_000_000))

    undone = await undo(stage, made)

    assert undone.count == 1
    assert [each.problem.key for each in undone.refused] == ["changes.conflict"]
    assert (defaults(good), defaults(bad)) == ([1], [2])
    os.utime(bad, ns=(said.st_atime_ns, said.st_mtime_ns))
    assert (await undo(stage, made)).count == 1
    assert defaults(bad) == [1]


async def test_one_change_of_a_set_can_be_taken_back_alone(stage: Stage) -> None:
    first, second = stage.film("a.mkv"), stage.film("b.mkv")
    made = await applied(stage, stage.edit(first), stage.edit(second))
    one, _ = await change_ids(stage, made)

    assert (await undo(stage, made, one)).count == 1

    assert (defaults(first), defaults(second)) == ([1], [2])
    with pytest.raises(AlreadyUndone):
        await undo(stage, made, one)


async def test_a_set_stands_until_all_of_it_was_taken_back(stage: Stage) -> None:
    made = await applied(stage, stage.edit(stage.film("a.mkv")), stage.edit(stage.film("b.mkv")))
    one, _ = await change_ids(stage, made)

    await undo(stage, made, one)
    assert await is_undone(stage, made) is False
    assert (await undo(stage, made)).count == 1

    assert await is_undone(stage, made) is True


async def test_an_undo_follows_a_rename_that_it_was_told_of(stage: Stage) -> None:
    film = stage.film()
    before = film.read_bytes()
    made = await applied(stage, stage.edit(film))
    moved = film.rename(stage.root / "Other.mkv")
    film.write_bytes(b"a newcomer")
    async with stage.database.writing() as session:
        await changes.moved(session, {film: moved})

    assert (await undo(stage, made)).count == 1

    assert listing(stage.root) == {"Film.mkv": b"a newcomer", "Other.mkv": before}


async def test_changes_one_after_the_other_are_taken_back_in_turn(stage: Stage) -> None:
    film = stage.film()
    before = film.read_bytes()
    first = await applied(stage, stage.edit(film, 2))
    second = await applied(stage, stage.edit(film, 3))

    with pytest.raises(Conflict):
        await undo(stage, first)
    await undo(stage, second)
    assert defaults(film) == [2]
    await undo(stage, first)

    assert film.read_bytes() == before


async def test_what_one_command_did_in_several_calls_is_taken_back_at_once(stage: Stage) -> None:
    film, other = stage.film("a.mkv"), stage.film("b.mkv")
    before, made = listing(stage.root), None
    for path, track in ((film, 2), (film, 3), (other, 2)):
        writes = [stage.edit(path, track)]
        async with (
            changes.carried_out(stage.database, stage.data, writes) as outcome,
            stage.database.writing() as session,
        ):
            made = await changes.record(session, outcome, kind="test.write", title="All", into=made)
            await session.commit()
    assert made is not None

    undone = await undo(stage, made.id)

    assert undone.count == 3
    assert listing(stage.root) == before


async def test_an_undo_in_several_parts_is_one_set(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = [stage.film(f"{name}.mkv") for name in "abcde"]
    made = await applied(stage, *map(stage.edit, films))
    monkeypatch.setattr(changes, "MOST_AT_ONCE", 2)

    undone = await undo(stage, made)

    assert undone.made is not None
    async with stage.database.reading() as session:
        (newest, _) = await changes.queries.change_sets(session)
    assert (newest.id, newest.undoes_id, newest.count) == (undone.made.id, made, 5)
    assert len(await change_ids(stage, newest.id)) == 5


async def test_whole_files_are_taken_back_as_they_were(stage: Stage) -> None:
    replaced, removed, renamed = (stage.root / f"{name}.nfo" for name in ("a", "b", "c"))
    for path in (replaced, removed, renamed):
        path.write_bytes(path.name.encode())
        os.utime(path, (1_000_000_000, 1_000_000_000))
    before = listing(stage.root)
    stamps = {path: Stamp.of(path) for path in (replaced, removed, renamed)}
    made = await applied(
        stage,
        stage.write(replaced, Put(content=b"new"), seen=stamps[replaced]),
        stage.write(removed, Remove()),
        stage.write(renamed, Rename(stage.root / "d.nfo")),
        stage.write(stage.root / "new" / "e.nfo", Put(content=b"e")),
    )
    assert listing(stage.root) != before

    undone = await undo(stage, made)

    assert (undone.count, undone.refused) == (4, [])
    assert listing(stage.root) == before
    assert not (stage.root / "new").exists()
    for path, stamp in stamps.items():
        now = Stamp.of(path)
        assert now is not None
        assert now.is_same(stamp)


async def test_an_undo_can_be_taken_back_itself(stage: Stage) -> None:
    note, film = stage.root / "a.nfo", stage.film()
    note.write_bytes(b"old")
    made = await applied(
        stage,
        stage.edit(film),
        stage.write(note, Put(content=b"new"), seen=Stamp.of(note)),
    )
    after = listing(stage.root)
    undone = await undo(stage, made)
    assert undone.made is not None

    await undo(stage, undone.made.id)

    assert listing(stage.root) == after


async def test_an_original_that_is_no_longer_kept_is_said_to_be_gone(stage: Stage) -> None:
    note = stage.root / "a.nfo"
    note.write_bytes(b"old")
    made = await applied(stage, stage.write(note, Put(content=b"new"), seen=Stamp.of(note)))
    forget(stage.data)

    with pytest.raises(OriginalGone):
        await undo(stage, made)

    assert note.read_bytes() == b"new"


async def test_a_link_that_was_broken_off_is_one_again_after_an_undo(
    stage: Stage, tmp_path: Path
) -> None:
    film, seed = stage.film(), tmp_path / "seed.mkv"
    os.link(film, seed)
    before = film.read_bytes()

    made = await applied(stage, stage.edit(film, hard_links=HardLinks.BREAK))
    assert seed.read_bytes() == before
    assert defaults(film) == [2]
    assert (film.stat().st_nlink, film.samefile(seed)) == (1, False)
    undone = await undo(stage, made)

    assert film.samefile(seed)
    assert film.read_bytes() == before
    assert undone.apart == []
    assert undone.made is not None
    await undo(stage, undone.made.id)
    assert (defaults(film), seed.read_bytes()) == ([2], before)


@pytest.mark.parametrize(
    "why",
    ["the other name was written to", "its original is not kept", ELSEWHERE],
)
async def test_bytes_come_back_where_a_link_that_was_broken_off_cannot(
    stage: Stage, tmp_path: Path, why: str
) -> None:
    film, seed = stage.film(), tmp_path / "seed.mkv"
    os.link(film, seed)
    before = film.read_bytes()
    with small_disk(stage.data.recycle, kib=64) if why == ELSEWHERE else nullcontext():
        made = await applied(stage, stage.edit(film, hard_links=HardLinks.BREAK))
    if why == "the other name was written to":
        with seed.open("r+b") as file:
            file.write(b"foreign")
    elif why == "its original is not kept":
        forget(stage.data)
    others = seed.read_bytes()

    undone = await undo(stage, made)

    assert (film.read_bytes(), seed.read_bytes()) == (before, others)
    assert undone.apart == [film]


async def test_what_an_undo_would_do_can_be_seen_first(stage: Stage) -> None:
    good, bad = stage.film("a.mkv"), stage.film("b.mkv")
    made = await applied(stage, stage.edit(good), stage.edit(bad))
    os.utime(bad, (1_000_000_000, 1_000_000_000))
    before = listing(stage.root)

    planned, refused = await undoing.would_refuse(stage.database, stage.data, made)

    assert {change.path for change in planned} == {good, bad}
    assert [(each.write.path, each.problem.key) for each in refused] == [(bad, "changes.conflict")]
    assert listing(stage.root) == before


async def test_what_an_undo_of_very_many_would_do_holds_only_some_of_them_open(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    films = [stage.film(f"{number}.mkv") for number in range(30)]
    made = await applied(stage, *map(stage.edit, films))
    monkeypatch.setattr(changes, "MOST_AT_ONCE", 5)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    os.close(free := os.dup(0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (free + 25, hard))
    try:
        planned, refused = await undoing.would_refuse(stage.database, stage.data, made)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    assert (len(planned), refused) == (30, [])


async def test_an_empty_outcome_records_nothing(stage: Stage) -> None:
    assert await stage.record(Outcome()) is None
