"""Killed at every call that changes a disk: the old set stands after the next start, or the new."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pressing
import pytest
from sqlalchemy import delete, select
from sqlalchemy.engine import URL

from maestrarr import rooms
from maestrarr.core.changes import service as changes
from maestrarr.core.jobs.running import Job
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.models import CachedImage, Selection
from maestrarr.features.library.models import Title
from maestrarr.features.publishing.jobs import publish
from maestrarr.features.publishing.models import Publication
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, insert_rows
from shelf import Shelf, nfo, plant

FILM = "Heat (1995)"
NEVER = 1_000_000
EVERY = 9  # of the calls, one is tried where not all are


@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.sweep)])
async def test_the_old_set_stands_or_the_new(
    sqlite_database_url: URL, tmp_path: Path, every: int
) -> None:
    theatre = Theatre(sqlite_database_url, DataFolder(tmp_path / "data"), tmp_path / "shelf")
    title_id = await theatre.prepare()
    before = theatre.standing()

    outcomes = []
    with theatre.pressing(title_id) as press:
        calls = theatre.play(press, NEVER)
        after = theatre.standing()
        assert calls > 40
        assert set(before) != set(after)
        for at in range(1, calls + 1, every):
            assert theatre.play(press, at) == -9
            outcomes.append(await theatre.is_new(before, after))

    assert outcomes[0] is False
    assert outcomes[-1] is True or every != 1


@dataclass
class Theatre:
    """A film that was published, with other pictures chosen since; made anew for each death."""

    url: URL
    data: DataFolder
    root: Path

    @property
    def folder(self) -> Path:
        return self.root / FILM

    async def prepare(self) -> UUID:
        rooms.load("settings")
        self.data.make()
        database = Database(self.url)
        plant(self.root, f"{FILM}/{FILM}.mkv")
        nfo(self.folder / "movie.nfo", title="Heat", year=1995, tmdbid=949, plot="A robbery.")
        shelf = await Shelf.over(database, self.root)
        await shelf.scan()
        (self.folder / "movie.nfo").unlink()
        await shelf.scan()
        title = await shelf.title("Heat")
        await self._choose(database, title, poster=b"old poster", fanart=b"fanart")
        await self._publish(database, title)
        await self._choose(database, title, poster=b"new poster", banner=b"banner")
        await shelf.edit(title, plot="Another.")
        await database.close()
        for name, place in (("shelf", self.root), ("data", self.data.path)):
            shutil.copytree(place, self.root.with_name(f"first-{name}"))
        shutil.copyfile(str(self.url.database), self.root.with_name("first.db"))
        return title.id

    def standing(self) -> Mapping[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}

    @contextmanager
    def pressing(self, title_id: UUID) -> Iterator["subprocess.Popen[str]"]:
        command = [
            sys.executable, pressing.__file__, self.url.render_as_string(hide_password=False),
            str(self.data.path), str(title_id),
        ]  # fmt: skip
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        ) as process:
            yield process
            assert process.stdin is not None
            process.stdin.close()

    def play(self, press: "subprocess.Popen[str]", at: int) -> int:
        """Begin anew, and publish until the call of this number; return what came of it."""
        for name, place in (("shelf", self.root), ("data", self.data.path)):
            shutil.rmtree(place)
            shutil.copytree(self.root.with_name(f"first-{name}"), place)
        for left in ("-wal", "-shm"):
            Path(f"{self.url.database}{left}").unlink(missing_ok=True)
        shutil.copyfile(self.root.with_name("first.db"), str(self.url.database))
        assert press.stdin is not None
        assert press.stdout is not None
        print(at, file=press.stdin, flush=True)
        said = press.stdout.readline()
        while said and not said.strip().lstrip("-").isdigit():
            said = press.stdout.readline()
        return int(said)

    async def is_new(self, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
        """Do what the next start does, and see that all is old or all is new, as is recorded."""
        database = Database(self.url)
        await changes.recover(database, self.data)
        async with database.reading() as session:
            query = select(Publication.nfo_sha256).where(Publication.is_standing.is_(True))
            standing = await session.scalar(query)
        await database.close()
        is_new = standing == hashlib.sha256(after[f"{FILM}.nfo"]).hexdigest()
        assert self.standing() == (after if is_new else before)
        assert not list(self.data.journal.glob("*.journal")) or is_new
        return is_new

    async def _publish(self, database: Database, title: Title) -> None:
        begun = await publish.begin(database, title="A test", title_ids=[title.id])
        job = Job(database, begun.record, data=self.data)
        await publish(job, title="A test", title_ids=[title.id])

    async def _choose(self, database: Database, title: Title, **pictures: bytes) -> None:
        images: list[dict[str, Any]] = []
        rows: list[dict[str, Any]] = []
        for kind, content in pictures.items():
            digest = hashlib.sha256(content).hexdigest()
            copy = cache.path_of(self.data, digest, ".jpg")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            images.append(
                {
                    "sha256": digest, "suffix": ".jpg", "width": 1, "height": 1,
                    "size_bytes": len(content), "phash": "0" * 16, "unused_since": None,
                    "fault": None,
                }
            )  # fmt: skip
            rows.append(
                {
                    "title_id": title.id, "type": kind, "number": 0, "sha256": digest,
                    "provider": "test", "url": None, "chosen_by": None, "reason": "A test",
                    "said": [],
                }
            )  # fmt: skip
        async with database.writing() as session:
            await session.execute(delete(Selection))
            await insert_rows(session, CachedImage, images)
            await insert_rows(session, Selection, rows)
