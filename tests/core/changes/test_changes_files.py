"""Whole files: made, replaced, removed and renamed, with all that they were; or as before."""

import os
from pathlib import Path
from typing import ClassVar

import pytest
from disk_stage import Stage, facts, listing

from disks import small_disk
from maestrarr.core.changes import service as changes
from maestrarr.core.changes.writes import Action, Deed, Put, Remove, Rename, Stamp, Write
from maestrarr.kit.errors import Problem


class TooLong(Problem):
    hint: ClassVar[str] = "Allow it more time."


@pytest.fixture
def note(stage: Stage) -> Path:
    """A file of somebody's, with a mode, an attribute and an old time of change."""
    path = stage.root / "movie.nfo"
    path.write_bytes(b"<movie/>")
    path.chmod(0o640)
    os.setxattr(path, "user.mood", b"calm")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path


def a_put(stage: Stage, path: Path, content: object, **facts: object) -> Write:
    seen = Stamp.of(path)
    return stage.write(path, Put(content=content, **facts), seen=seen)  # type: ignore[arg-type]


async def test_a_new_file_is_made_with_the_folders_on_its_way(stage: Stage) -> None:
    path = stage.root / "Film (1999)" / ".actors" / "Somebody.jpg"

    outcome = await stage.carry_out(stage.write(path, Put(content=b"picture")))

    assert [(done.deed, done.before) for done in outcome.done] == [(Deed.CREATE, None)]
    assert outcome.done[0].after == Stamp.of(path)
    assert listing(stage.root) == {"Film (1999)/.actors/Somebody.jpg": b"picture"}


async def test_a_file_that_is_replaced_keeps_owner_mode_and_attributes(
    stage: Stage, note: Path
) -> None:
    os.chown(note, 4321, 1234)

    outcome = await stage.carry_out(a_put(stage, note, b"<movie>new</movie>"))

    [done] = outcome.done
    said = facts(note)
    assert done.deed is Deed.REPLACE
    assert done.recycled is not None
    assert done.recycled.read_bytes() == b"<movie/>"
    assert (said.st_uid, said.st_gid, said.st_mode & 0o7777) == (4321, 1234, 0o640)
    assert os.getxattr(note, "user.mood") == b"calm"
    assert said.st_mtime > 1_000_000_000
    assert listing(stage.root) == {"movie.nfo": b"<movie>new</movie>"}


async def test_a_function_fills_the_new_file_by_its_path(stage: Stage, note: Path) -> None:
    seen: list[Path] = []

    def make(path: Path) -> None:
        seen.append(path)
        path.write_bytes(b"made")

    await stage.carry_out(a_put(stage, note, make, size_bytes=4))

    assert listing(stage.root) == {"movie.nfo": b"made"}
    assert (seen[0].parent, seen[0].suffix) == (note.parent, ".nfo")


async def test_what_a_function_cannot_make_leaves_everything_as_it_was(
    stage: Stage, note: Path
) -> None:
    def make(path: Path) -> None:
        path.write_bytes(b"half")
        raise TooLong("It took too long.")

    outcome = await stage.carry_out(a_put(stage, note, make))

    assert [type(each.problem) for each in outcome.refused] == [TooLong]
    assert listing(stage.root) == {"movie.nfo": b"<movie/>"}
    assert stage.journals() == []


async def test_a_bug_in_a_function_comes_out_and_leaves_everything_as_it_was(
    stage: Stage, note: Path
) -> None:
    film = stage.film()
    old = film.read_bytes()

    def make(path: Path) -> None:
        path.write_bytes(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await stage.carry_out(stage.edit(film), a_put(stage, note, make))

    assert listing(stage.root) == {"Film.mkv": old, "movie.nfo": b"<movie/>"}
    assert stage.journals() == []


async def test_a_file_is_copied_in_with_its_holes(stage: Stage, tmp_path: Path) -> None:
    source = tmp_path / "large"
    with source.open("wb") as file:
        file.truncate(3_000_000_000)
        file.seek(1_000_000_000)
        file.write(b"something")
    path = stage.root / "copy.bin"

    await stage.carry_out(stage.write(path, Put(content=source)))

    assert path.stat().st_size == 3_000_000_000
    assert path.stat().st_blocks < 10_000
    with path.open("rb") as file:
        file.seek(1_000_000_000)
        assert file.read(9) == b"something"
    assert source.exists()


async def test_a_file_that_is_removed_lies_in_the_recycle_folder(stage: Stage, note: Path) -> None:
    inode = facts(note).st_ino

    outcome = await stage.carry_out(stage.write(note, Remove()))

    [done] = outcome.done
    assert (done.deed, done.after) == (Deed.REMOVE, None)
    assert done.recycled is not None
    assert done.recycled.stat().st_ino == inode
    assert listing(stage.root) == {}


async def test_a_file_is_renamed_and_never_over_another(stage: Stage, note: Path) -> None:
    other = stage.root / "other.nfo"
    other.write_bytes(b"other")

    outcome = await stage.carry_out(stage.write(note, Rename(other)))
    assert [each.problem.key for each in outcome.refused] == ["changes.already_there"]

    outcome = await stage.carry_out(stage.write(note, Rename(stage.root / "Film.nfo")))
    assert [(done.deed, done.path.name) for done in outcome.done] == [(Deed.RENAME, "Film.nfo")]
    assert listing(stage.root) == {"Film.nfo": b"<movie/>", "other.nfo": b"other"}


@pytest.mark.parametrize("what", ["put", "create", "remove", "rename", "make"])
async def test_what_is_not_recorded_leaves_everything_as_it_was(
    stage: Stage, note: Path, what: str
) -> None:
    stamp, before = Stamp.of(note), listing(stage.root)
    new = stage.root / "a" / "b" / "new.nfo"
    write = {
        "put": a_put(stage, note, b"new"),
        "create": stage.write(new, Put(content=b"new")),
        "remove": stage.write(note, Remove()),
        "rename": stage.write(note, Rename(stage.root / "Film.nfo")),
        "make": a_put(stage, note, lambda path: path.write_bytes(b"made")),
    }[what]

    async with changes.carried_out(stage.database, stage.data, [write]) as outcome:
        assert len(outcome.done) == 1
        assert listing(stage.root) != before

    now = Stamp.of(note)
    assert now is not None
    assert now.is_same(stamp)
    assert listing(stage.root) == before
    assert not new.parent.exists()
    assert stage.journals() == []
    assert list(stage.data.recycle.iterdir()) == []


@pytest.mark.parametrize(
    ("action", "seen", "key"),
    [
        (Put(content=b"new"), None, "changes.already_there"),
        (Put(content=b"new"), Stamp(1, 2, 3, 4), "changes.changed_since"),
        (Remove(), Stamp(1, 2, 3, 4), "changes.changed_since"),
    ],
)
async def test_a_file_that_is_not_as_it_was_seen_is_let_be(
    stage: Stage, note: Path, action: Action, seen: Stamp | None, key: str
) -> None:
    outcome = await stage.carry_out(stage.write(note, action, seen=seen))

    assert [each.problem.key for each in outcome.refused] == [key]
    assert listing(stage.root) == {"movie.nfo": b"<movie/>"}


async def test_a_full_disk_leaves_everything_as_it_was(stage: Stage, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", kib=2048) as disk:
        kept = disk / "kept.nfo"
        kept.write_bytes(b"old")
        full = b"x" * 4_000_000

        def make(path: Path) -> None:
            path.write_bytes(full)

        writes = [
            Write(path=path, root=disk, action=action, title="", reason="", seen=Stamp.of(path))
            for path, action in (
                (disk / "a.bin", Put(content=full)),
                (disk / "b.bin", Put(content=make)),
                (kept, Put(content=make)),
                (disk / "c.bin", Put(content=make, size_bytes=4_000_000)),
            )
        ]
        outcome = await stage.carry_out(*writes)

        assert {each.problem.key for each in outcome.refused} == {"changes.no_space"}
        assert len(outcome.refused) == len(writes)
        assert listing(disk) == {"kept.nfo": b"old"}
    assert stage.journals() == []


async def test_what_is_replaced_on_another_disk_is_kept_as_a_copy(
    stage: Stage, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", kib=2048) as disk:
        path = disk / "movie.nfo"
        path.write_bytes(b"old")
        os.utime(path, (1_000_000_000, 1_000_000_000))
        write = Write(
            path=path,
            root=disk,
            action=Put(content=b"new"),
            title="",
            reason="",
            seen=Stamp.of(path),
        )

        outcome = await stage.carry_out(write)

        assert listing(disk) == {"movie.nfo": b"new"}
    [done] = outcome.done
    assert done.recycled is not None
    assert done.recycled.read_bytes() == b"old"
    assert done.recycled.stat().st_mtime == 1_000_000_000
