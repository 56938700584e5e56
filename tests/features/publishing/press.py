"""A house with films and series, pictures that were chosen for them, and a press that publishes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import select

from household import Household
from maestrarr.core.jobs.models import JobRecord, LogLine
from maestrarr.core.jobs.registry import JobKind
from maestrarr.core.jobs.running import Job
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.models import CachedImage, Selection
from maestrarr.features.library.models import Title
from maestrarr.features.publishing import jobs
from maestrarr.kit import atomic
from maestrarr.kit.clock import now
from maestrarr.kit.db import insert_rows
from shelf import Shelf, nfo, plant

API = "/api/v1"
FILM = "Heat (1995)"
UPGRADED = "Heat (1995) Bluray-2160p"


@dataclass
class Press:
    """A library, and who may do what there."""

    house: Household
    shelf: Shelf
    viewer: httpx2.AsyncClient
    operator: httpx2.AsyncClient

    @property
    def root(self) -> Path:
        return self.shelf.root

    async def film(self, name: str = FILM, *, video: str | None = None, **said: object) -> Title:
        """Make a film that is identified by its NFO file, scan it, and return it."""
        folder = self.root / name
        plant(folder, f"{video or name}.mkv")
        title, _, year = name.rstrip(")").partition(" (")
        nfo(folder / "movie.nfo", title=title, year=year, tmdbid=abs(hash(name)) % 10_000, **said)
        await self.shelf.scan()
        (folder / "movie.nfo").unlink()
        await self.shelf.scan()
        return await self.shelf.title(title)

    async def published_film(self) -> Title:
        """Make the film, and publish it with a poster and two fanarts."""
        heat = await self.film(plot="A robbery.")
        await self.choose(heat, poster=b"poster", fanart=b"first", fanart1=b"second")
        await self.publish(heat)
        return heat

    def delete_all(self, but: str = "") -> None:
        """Delete what stands beside the film, as Radarr does."""
        for path in (self.root / FILM).iterdir():
            if path.suffix != ".mkv" and path.name != but:
                path.unlink()

    async def choose(self, title: Title, **pictures: bytes) -> None:
        """Choose pictures for a title, each given as `type=bytes`, or `fanart1=bytes`."""
        rows: list[dict[str, Any]] = []
        images: list[dict[str, Any]] = []
        for said, content in pictures.items():
            kind, number = said.rstrip("0123456789"), said.lstrip("abcdefghijklmnopqrstuvwxyz_")
            digest = hashlib.sha256(content).hexdigest()
            copy = cache.path_of(self.house.data, digest, ".jpg")
            atomic.make_folder(copy.parent)
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
                    "title_id": title.id, "type": kind.replace("_", "-"),
                    "number": int(number or 0), "sha256": digest, "provider": "test",
                    "url": None, "chosen_by": None, "reason": "A test", "said": [],
                }
            )  # fmt: skip
        async with self.house.database.writing() as session:
            for image in images:
                await session.merge(CachedImage(**image))
            await session.flush()
            await insert_rows(session, Selection, rows)

    async def run(self, kind: "JobKind[...]", **arguments: Any) -> dict[str, Any]:
        """Run a job here and now, as the engine does."""
        begun = await kind.begin(self.house.database, **arguments)
        job = Job(self.house.database, begun.record, data=self.house.data)
        result = dict(await kind(job, **arguments) or {})
        async with job.writing_news():
            return result

    async def publish(self, *titles: Title, **options: Any) -> dict[str, Any]:
        """Publish titles and all below them, as somebody who asked for it."""
        ids = [title.id for title in titles]
        return await self.run(jobs.publish, title="A test", title_ids=ids, **options)

    async def restore(self, *titles: Title, **options: Any) -> dict[str, Any]:
        """Put back what was published of titles, as somebody who asked for it."""
        ids = [title.id for title in titles]
        options.setdefault("is_asked", True)
        return await self.run(jobs.restore, title="A test", title_ids=ids, **options)

    async def recover(self) -> dict[str, Any]:
        """Put back what the last scan has seen missing."""
        return await self.run(jobs.recover, library_id=self.shelf.library_id, name="Shelf")

    def files(self, folder: str = FILM) -> Mapping[str, bytes]:
        """Return all that lies in a folder, but for films."""
        place = self.root / folder
        return {
            str(path.relative_to(place)): path.read_bytes()
            for path in sorted(place.rglob("*"))
            if path.is_file() and path.suffix != ".mkv"
        }

    async def queued(self, kind: str) -> list[float]:
        """Tell in how many seconds the jobs of a kind that wait may start."""
        query = select(JobRecord.run_after).where(JobRecord.kind == kind)
        async with self.house.database.reading() as session:
            moments = await session.scalars(query.order_by(JobRecord.run_after))
            return [(moment - now()).total_seconds() for moment in moments]

    async def log(self) -> Sequence[str]:
        """Return what jobs have said."""
        async with self.house.database.reading() as session:
            return list(await session.scalars(select(LogLine.sentence).order_by(LogLine.id)))

    async def get(self, path: str, /, **query: Any) -> Any:
        """Ask as a viewer."""
        answer = await self.viewer.get(f"{API}/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def send(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """Have something done as an operator."""
        answer = await self.operator.request(method, f"{API}/{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def again(self, title: Title) -> Title:
        """Read a title as it is now."""
        async with self.house.database.reading() as session:
            return await session.get_one(Title, title.id)

    def id_of(self, said: Mapping[str, Any]) -> UUID:
        return UUID(said["id"])
