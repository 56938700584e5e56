"""A library folder with real films, and writes into it."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.writes import Action, Outcome, Write
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.media import containers, probe
from maestrarr.media.edits import EditPlan
from makers import make_mkv, make_mp4, sound

SOUNDS = [sound("en"), sound("ja", is_default=False), sound("fr", is_default=False)]


@dataclass(frozen=True)
class Stage:
    """An installation's data folder and database, and a library folder below which it may write."""

    database: Database
    data: DataFolder
    root: Path

    def film(self, name: str = "Film.mkv") -> Path:
        """Make a film whose first sound is the default one."""
        path = self.root / name
        (make_mp4 if path.suffix == ".mp4" else make_mkv)(path, audio=SOUNDS)
        return path

    def write(self, path: Path, action: Action, **facts: Any) -> Write:
        return Write(
            path=path, root=self.root, action=action, title="A film", reason="A test", **facts
        )

    def edit(self, path: Path, track: int = 2, **facts: Any) -> Write:
        """Ask for another default sound."""
        return self.write(path, planned(path, track), **facts)

    async def carry_out(self, *writes: Write, kind: str = "test.write") -> Outcome:
        """Carry writes out, and record what was."""
        async with changes.carried_out(self.database, self.data, writes) as outcome:
            await self.record(outcome, kind=kind)
        return outcome

    async def record(self, outcome: Outcome, *, kind: str = "test.write") -> ChangeSet | None:
        async with self.database.writing() as session:
            return await changes.record(session, outcome, kind=kind, title="Some films")

    def journals(self) -> list[str]:
        """Name the journals that are left, without those that are kept for the next call."""
        folder = self.data.journal
        if not folder.exists():
            return []
        return sorted(path.name for path in folder.iterdir() if any(path.read_bytes()[:64]))


def planned(path: Path, track: int = 2) -> EditPlan:
    plan = containers.plan_default_audio(path, track)
    assert isinstance(plan, EditPlan), plan
    return plan


def defaults(path: Path) -> list[int]:
    return [track.index for track in probe.probe(path).audio if track.is_default]


def listing(root: Path) -> dict[str, bytes]:
    """Read everything below a folder, hidden files included."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def facts(path: Path) -> os.stat_result:
    """Look at a file from a test that is a coroutine."""
    return path.stat()


def forget(data: DataFolder) -> None:
    shutil.rmtree(data.recycle)
