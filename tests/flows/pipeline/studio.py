"""A house with films and series that the twins know, and Radarr and Sonarr that report of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from maestrarr.core.jobs.models import JobRecord, LogLine
from maestrarr.core.jobs.registry import JobKind
from maestrarr.core.jobs.running import Job
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind, Story
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import Library, Title
from maestrarr.flows.pipeline.jobs import import_media
from maestrarr.media import probe
from makers import make_mkv, sound
from reporting import Desk, imported

WRONG = (sound("de", is_default=True), sound("en"), sound("ja"), sound("fr"), sound("ko"))


@dataclass
class Studio:
    """A library of films in reach of the twins, and what reports to it."""

    desk: Desk
    upstreams: Upstreams
    services: list[UUID]

    @property
    def root(self) -> Path:
        return self.desk.films

    def story(self, number: int = 0) -> Story:
        """Return a film that the twins know."""
        return self.upstreams.world.catalogue.first(Kind.FILM, number + 1)[number]

    def film(self, number: int = 0, *, stem: str = "film") -> Path:
        """Put such a film into the folder, with the wrong track first; return its file."""
        story = self.story(number)
        folder = self.root / f"Film {number} ({story.year}) {{tmdb-{story.ids.tmdb}}}"
        path = folder / f"{stem}.mkv"
        make_mkv(path, audio=WRONG)
        return path

    def mend(self) -> None:
        """Let every service answer again, and be asked again."""
        self.upstreams.mend()
        for service in self.services:
            self.desk.outside.http.forgive(str(service))

    async def set(self, **values: Any) -> None:
        """Say what the library does by itself."""
        async with self.desk.database.writing() as session:
            await session.execute(update(Library).values(values))

    async def report(self, path: Path, **more: Any) -> None:
        """Let Radarr report that it has imported a film, and the report be taken up."""
        answer = await self.desk.report("radarr", imported(str(path.parent), **more))
        assert answer.status_code == 202, answer.text
        await self.desk.take_up()

    async def queued(self, kind: str = import_media.name) -> list[JobRecord]:
        """List the jobs of a kind that wait, the next one first."""
        query = select(JobRecord).where(JobRecord.kind == kind, JobRecord.status == "queued")
        async with self.desk.database.reading() as session:
            return list(await session.scalars(query.order_by(JobRecord.run_after, JobRecord.id)))

    async def run(self, kind: "JobKind[...]" = import_media, **arguments: Any) -> dict[str, Any]:
        """Run the next job of a kind as the engine does, or one with these arguments."""
        waiting = await self.queued(kind.name)
        said = kind.arguments.from_json(waiting[0].arguments) if waiting else arguments
        begun = await kind.begin(self.desk.database, **said)
        job = Job(
            self.desk.database, begun.record, data=self.desk.house.data, outside=self.desk.outside
        )
        result = dict(await kind(job, **said) or {})
        async with job.writing_news():
            return result

    async def bring_in(self, path: Path, **more: Any) -> dict[str, Any]:
        """Let Radarr report a film, and what follows be done."""
        await self.report(path, **more)
        return await self.run()

    async def log(self) -> list[str]:
        """Return what jobs have said."""
        async with self.desk.database.reading() as session:
            query = select(LogLine.sentence).where(LogLine.severity != "debug")
            return list(await session.scalars(query.order_by(LogLine.id)))

    async def the_title(self) -> Title:
        async with self.desk.database.reading() as session:
            return (await session.scalars(select(Title))).one()

    async def library(self) -> Library:
        async with self.desk.database.reading() as session:
            return (await library.libraries(session))[0]


def default_language(path: Path) -> str | None:
    """Tell which language a film starts with."""
    read = probe.examine(path).probe
    assert read is not None
    return next((track.language for track in read.audio if track.is_default), None)


def beside(path: Path) -> Mapping[str, bytes]:
    """Read all that lies beside a film."""
    return {
        each.name: each.read_bytes()
        for each in sorted(path.parent.iterdir())
        if each.suffix != path.suffix
    }
