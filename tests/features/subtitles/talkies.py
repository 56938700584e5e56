"""Films with text in them, a service that has more, and what becomes of both."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2

from household import Household
from maestrarr.core.connections import drafts
from maestrarr.core.connections import service as connections
from maestrarr.core.jobs import transitions
from maestrarr.core.jobs.registry import find
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind
from makers import make_mkv, sound, words
from shelf import Shelf

API = "/api/v1"
PLACE = "titles/{}/subtitles"


@dataclass
class Talkies:
    """A library of films, a twin of a service, and who may act there."""

    house: Household
    shelf: Shelf
    upstreams: Upstreams
    operator: httpx2.AsyncClient

    async def film(self, **more: str) -> tuple[UUID, Path]:
        """Put a film on the shelf that the twin knows, with text in French twice and pictures."""
        story = self.upstreams.world.catalogue.first(Kind.FILM, 1)[0]
        folder = self.shelf.root / f"Film ({story.year}) {{tmdb-{story.ids.tmdb}}}"
        tracks = [
            words("fr"),
            words("fr", codec="ass", is_forced=True),
            words("fr"),
            words("en", codec="hdmv_pgs_subtitle"),
        ]
        make_mkv(folder / "Film.mkv", audio=[sound("en")], subtitles=tracks)
        for name, text in more.items():
            (folder / f"Film.{name}.srt").write_text(text)
        await self.shelf.scan()
        return (await self.shelf.title("Film")).id, folder

    async def connect(self, **secrets: str) -> None:
        """Connect the service."""
        given = {"url": self.upstreams.url("opensubtitles"), "key": "demo", **secrets}
        async with self.house.database.writing() as session:
            await connections.add(session, self.house.outside, drafts.new("opensubtitles", given))

    async def ask(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """Have something told or done by an operator."""
        answer = await self.operator.request(method, f"{API}/{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json()

    async def run(self, queued: Any) -> dict[str, Any]:
        """Run a job that was queued to its end, as the engine would."""
        async with self.house.database.writing() as session:
            record = await transitions.claim_this(session, "here", UUID(queued["id"]))
        assert record is not None
        outside = self.house.outside
        job = Job(self.house.database, record, data=self.house.data, outside=outside)
        kind = find(record.kind)
        return dict(await kind(job, **kind.arguments.from_json(record.arguments)) or {})
