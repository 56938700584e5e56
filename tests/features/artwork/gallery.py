"""A house with a few films that the twins have pictures of, and who may look and who may act."""

import io
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
from PIL import Image
from sqlalchemy import select

from household import Household
from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.core.jobs.models import LogLine
from maestrarr.core.jobs.registry import JobKind
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind, Story
from maestrarr.features.artwork.jobs import catch_up
from maestrarr.kit.ids import new_id
from maestrarr.kit.outside import Outside
from makers import make_mkv
from shelf import Shelf

API = "/api/v1"


@dataclass
class Gallery:
    """A library, the twins, and people."""

    house: Household
    shelf: Shelf
    upstreams: Upstreams
    viewer: httpx2.AsyncClient
    operator: httpx2.AsyncClient

    @property
    def outside(self) -> Outside:
        """The way out."""
        way: Outside = self.house.app.state.installation.outside
        return way

    async def connect(self, *kinds: str) -> None:
        """Connect some of the twins, in this order."""
        async with self.house.database.writing() as session:
            for position, kind in enumerate(kinds):
                connection_id = new_id()
                sealed = clients.seal(self.outside, connection_id, {"key": "demo"})
                session.add(
                    ConnectionRecord(
                        id=connection_id,
                        kind=kind,
                        name=kind,
                        name_key=kind,
                        position=position,
                        options={"url": self.upstreams.url(kind)},
                        sealed=sealed,
                    )
                )

    def story(self, number: int = 0) -> Story:
        """Return a film that the twins know."""
        return self.upstreams.world.catalogue.first(Kind.FILM, number + 1)[number]

    async def film(self, number: int = 0) -> UUID:
        """Put such a film on the shelf; returns its title's id."""
        story = self.story(number)
        name = f"Film {number}"
        folder = self.shelf.root / f"{name} ({story.year}) {{tmdb-{story.ids.tmdb}}}"
        make_mkv(folder / f"{name}.mkv")
        await self.shelf.scan()
        return (await self.shelf.title(name)).id

    async def run(self, kind: JobKind[Any], **arguments: Any) -> tuple[dict[str, Any], list[str]]:
        """Run a job to its end; returns its result, and what it warned of."""
        begun = await kind.begin(self.house.database, **arguments)
        job = Job(self.house.database, begun.record, data=self.house.data, outside=self.outside)
        result: Mapping[str, object] = await kind(job, **arguments) or {}
        async with job.writing_news() as session:
            lines = select(LogLine.sentence).where(
                LogLine.job_id == job.id, LogLine.severity == "warning"
            )
            warned = list(await session.scalars(lines))
        return dict(result), warned

    async def catch_up(self) -> list[str]:
        """Search and choose what is due; returns what the job warned of."""
        return (await self.run(catch_up))[1]

    async def get(self, path: str, /, **query: Any) -> Any:
        """Ask as a viewer."""
        answer = await self.viewer.get(f"{API}/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        status: int = 200,
        content: bytes | None = None,
    ) -> Any:
        """Have something done as an operator."""
        answer = await self.operator.request(method, f"{API}/{path}", json=body, content=content)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def types(self, title_id: UUID) -> dict[str, Any]:
        """Return what a title has, by type."""
        shown = await self.get(f"titles/{title_id}/artwork")
        return {each["type"]: each for each in shown["types"]}

    async def candidates(self, title_id: UUID, type_: str, **query: Any) -> list[Any]:
        """Return what is offered for a title."""
        page = await self.get(f"titles/{title_id}/artwork/{type_}/candidates", **query)
        found: list[Any] = page["candidates"]
        return found

    def cached(self) -> list[Path]:
        """List the files of the cache, its thumbnails left out."""
        return sorted(self.house.data.artwork.glob("[0-9a-f][0-9a-f]/*"))


def a_picture(width: int = 1000, height: int = 1500, *, seed: int = 1, form: str = "JPEG") -> bytes:
    """Draw a picture that looks like no other one of another seed."""
    small = Image.effect_noise((8, 12), 200)
    small.putdata([(seed * 7919 * (at + 3) ** 2) % 251 for at in range(96)])
    written = io.BytesIO()
    small.convert("RGB").resize((width, height), Image.Resampling.BICUBIC).save(written, form)
    return written.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """Write a PNG of a few bytes whose header claims a size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def moving() -> bytes:
    """Draw a picture that moves."""
    written = io.BytesIO()
    frames = [Image.new("RGB", (500, 750), color) for color in ("red", "blue")]
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    return written.getvalue()
