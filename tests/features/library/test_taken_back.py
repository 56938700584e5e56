"""What was written into a file and taken back is known to the library, wherever the file is."""

from pathlib import Path
from uuid import UUID

import pytest

from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.changes import undoing
from maestrarr.core.changes.writes import Write
from maestrarr.core.jobs import queries as jobs
from maestrarr.core.jobs.registry import find
from maestrarr.core.jobs.running import Job
from maestrarr.core.jobs.states import Status
from maestrarr.core.jobs.transitions import claim_this
from maestrarr.kit.data_folder import DataFolder
from maestrarr.media import containers
from maestrarr.media.edits import EditPlan
from makers import make_mkv, sound
from shelf import Shelf

QUEUED = jobs.Filter(statuses=[Status.QUEUED], kinds=["library.scan"])
FILM = "Up (2009)/Up (2009).mkv"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    for door in ("settings", "jobs", "listeners"):
        rooms.load(door)  # type: ignore[arg-type]
    data = DataFolder(tmp_path / "data")
    data.make()
    return data


async def edited(shelf: Shelf, data: DataFolder) -> UUID:
    """Make a film whose second sound is then made the default one."""
    path = shelf.root / FILM
    make_mkv(path, audio=[sound("en"), sound("ja", is_default=False)])
    plan = containers.plan_default_audio(path, 2)
    assert isinstance(plan, EditPlan)
    write = Write(path=path, root=shelf.root, action=plan, title="Up", reason="A test")
    async with (
        changes.carried_out(shelf.database, data, [write]) as outcome,
        shelf.database.writing() as session,
    ):
        made = await changes.record(session, outcome, kind="test.write", title="Up")
    assert made is not None
    return made.id


async def defaults(shelf: Shelf, name: str = FILM) -> list[bool]:
    return [track.is_default for track in await shelf.tracks(name)]


async def test_what_was_taken_back_is_looked_at_again(shelf: Shelf, data: DataFolder) -> None:
    made = await edited(shelf, data)
    await shelf.scan()
    assert await defaults(shelf) == [False, True]

    await undoing.undo(shelf.database, data, made)

    async with shelf.database.writing() as session:
        [asked] = await jobs.jobs(session, QUEUED)
        assert (asked.kind, asked.asked_by) == ("library.scan", "undo")
        record = await claim_this(session, "here", asked.id)
    assert record is not None
    kind = find(record.kind)
    await kind(Job(shelf.database, record), **kind.arguments.from_json(record.arguments))
    assert await defaults(shelf) == [True, False]


async def test_an_undo_that_was_not_committed_asks_for_nothing(
    shelf: Shelf, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await edited(shelf, data)
    await shelf.scan()

    async def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(undoing.events, "publish", fails)
    with pytest.raises(ZeroDivisionError):
        await undoing.undo(shelf.database, data, made)

    async with shelf.database.reading() as session:
        assert await jobs.jobs(session, QUEUED) == []


async def test_an_undo_finds_a_film_that_a_scan_has_seen_elsewhere(
    shelf: Shelf, data: DataFolder
) -> None:
    made = await edited(shelf, data)
    before = (shelf.root / FILM).read_bytes()
    await shelf.scan()
    (shelf.root / "Up (2009)").rename(shelf.root / "Oben (2009)")
    await shelf.scan()

    undone = await undoing.undo(shelf.database, data, made)

    assert undone.count == 1
    assert (shelf.root / "Oben (2009)" / "Up (2009).mkv").read_bytes() != before
