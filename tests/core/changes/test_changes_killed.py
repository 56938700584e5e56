"""Killed at every call that changes the disk: after the next start, everything is old or new."""

import errno
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from disk_stage import listing
from scenes import SCENES, SHARED_MEMORY, Scene, films

from killing import Fault, recover, run
from maestrarr.core.changes.holding import Desk

NEVER = Fault(at=1_000_000)


@dataclass(frozen=True)
class Theatre:
    """Where a scene is played, again and again."""

    folder: Path
    desk: Desk
    scene: Scene

    @property
    def root(self) -> Path:
        return self.folder / "films"

    def play(self, fault: Fault) -> int | None:
        """Begin anew, and carry the writes out until the fault."""
        for left in (self.root, self.desk.journal, self.desk.recycle):
            shutil.rmtree(left, ignore_errors=True)
        self.root.mkdir()
        self.scene.prepare(self.root)
        return run(self.desk, self.scene.writes(self.root), self.folder, fault)

    def states(self) -> tuple[dict[str, bytes], dict[str, bytes], int]:
        """Tell what stands there before and after, and how many calls lie between."""
        self.root.mkdir()
        self.scene.prepare(self.root)
        before = listing(self.root)
        calls = self.play(NEVER)
        assert calls is not None
        assert listing(self.root) != before
        return before, listing(self.root), calls

    def assert_old_or_new(self, before: dict[str, bytes], after: dict[str, bytes]) -> bool:
        """See that everything stands there as before, or as after; tell whether it is new."""
        found, known = recover(self.desk, self.folder)
        assert found.interrupted == {}
        assert listing(self.root) == (after if known else before)
        assert not any(self.desk.journal.glob("*")) or not known
        if not known:
            assert not any(self.desk.recycle.glob("*"))
            for name in before.keys() - {"given"}:
                if name != "seed" and (self.root / "movie.nfo").exists():
                    assert (self.root / name).stat().st_mtime == 1_000_000_000
        return bool(known)


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def theatre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Theatre]:
    yield from a_theatre(request.param, tmp_path)


def a_theatre(scene: Scene, folder: Path) -> Iterator[Theatre]:
    recycle = folder / "recycle"
    if scene.recycles_elsewhere:
        if not SHARED_MEMORY.is_dir() or SHARED_MEMORY.stat().st_dev == folder.stat().st_dev:
            pytest.skip("There is no other disk here.")
        recycle = SHARED_MEMORY / f"maestrarr-{folder.name}-{os.getpid()}"
    yield Theatre(folder, Desk(journal=folder / "journal", recycle=recycle), scene)
    shutil.rmtree(recycle, ignore_errors=True)


def test_killed_before_any_call_everything_is_old_or_new(theatre: Theatre) -> None:
    before, after, calls = theatre.states()
    outcomes = set()

    for at in range(1, calls + 1):
        assert theatre.play(Fault(at)) is None
        outcomes.add(theatre.assert_old_or_new(before, after))

    assert outcomes == {False, True}


@pytest.mark.parametrize(
    "torn_bytes", [7, *(pytest.param(bytes_, marks=pytest.mark.sweep) for bytes_ in (1, 100, 300))]
)
def test_killed_amid_any_write_everything_is_old_or_new(theatre: Theatre, torn_bytes: int) -> None:
    before, after, calls = theatre.states()

    for at in range(1, calls + 1):
        assert theatre.play(Fault(at, torn_bytes=torn_bytes)) is None
        theatre.assert_old_or_new(before, after)


@pytest.mark.parametrize(
    ("how", "number"),
    [
        ("error", errno.EIO),
        pytest.param("dead disk", errno.EIO, marks=pytest.mark.sweep),
        pytest.param("error", errno.ENOSPC, marks=pytest.mark.sweep),
        pytest.param("dead disk", errno.ENOSPC, marks=pytest.mark.sweep),
    ],
)
def test_whichever_call_the_disk_fails_at_everything_is_old_or_new(
    theatre: Theatre, how: str, number: int
) -> None:
    before, after, calls = theatre.states()

    for at in range(1, calls + 1):
        assert theatre.play(Fault(at, how=how, number=number)) is not None  # type: ignore[arg-type]
        found, _ = recover(theatre.desk, theatre.folder)
        assert found.interrupted == {}
        standing = listing(theatre.root)
        if theatre.scene.prepare is not films:  # of several files, one may be new without another
            assert standing in (before, after)
        assert all(data in (before.get(name), after.get(name)) for name, data in standing.items())
