"""`maestrarr admin drill`: what is promised, shown on a small library of its own.

The library lies in a temporary folder, with a data folder beside it: nothing else is touched, and
no service is connected.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.jobs.states import Status
from maestrarr.demo.library import make_library, upgrading
from maestrarr.demo.library.drawings import FANART, POSTER, Lettering, jpeg
from maestrarr.features.artwork import cache
from maestrarr.features.artwork import service as artwork
from maestrarr.features.artwork.service import Given
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import Title
from maestrarr.features.publishing.jobs import look_again, publish
from maestrarr.kit import config
from maestrarr.kit.http.figures import REQUESTS
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Terminal
from maestrarr.server.installation import OpenInstallation, open_installation

WITHIN_SECONDS: Final = 150
LOOK_SECONDS: Final = 0.2
_PICTURES: Final = (("poster", POSTER), ("fanart", FANART))


@dataclass(slots=True)
class Film:
    """A film of the drill: what stood beside it, and how its upgrade went."""

    id: UUID
    name: str
    folder: Path
    video: Path
    deletes_after: float
    before: Mapping[str, bytes] = field(default_factory=dict)
    deleted_at: float | None = None
    back_at: float | None = None

    @property
    def stem(self) -> str:
        """What its files begin with after the upgrade."""
        return upgrading.new_stem(self.video)

    @property
    def wanted(self) -> dict[str, bytes]:
        """What shall stand beside it then."""
        renamed = ((name.replace(self.video.stem, self.stem), data) for name, data in
                   self.before.items())  # fmt: skip
        return dict(renamed)


async def upgrade(terminal: Terminal, delays: Sequence[float]) -> int:
    """Let films be upgraded as Radarr does it, and show that all is back; return the exit code."""
    with upgrading.a_folder_of_its_own() as folder:
        told = await _drill(terminal, folder, delays)
    rows = [
        (film["title"], film["deleted_after"], film["back_after"], len(film["files"]))
        for film in told["films"]
    ]
    said = (
        f"Every byte of {told['files']} files is back under its new name after "
        f"{told['seconds']} s, with {told['requests']} requests to services."
        if told["is_whole"]
        else f"Not everything was back after {told['seconds']} s."
    )
    columns = ("Film", "Deleted after (s)", "Back after (s)", "Files")
    terminal.emit(told, table=[Table(columns, rows), said])
    return DONE if told["is_whole"] else ATTENTION


async def _drill(terminal: Terminal, folder: Path, delays: Sequence[float]) -> dict[str, Any]:
    made = make_library(folder / "media", films=len(delays), series=0, broken=False)
    read = config.load(options={"data": folder / "data"}, environment={})
    async with open_installation(read, work=True) as here:
        library_id = await _shelve(here, made.films)
        films = await _published(here, library_id, delays)
        terminal.say(f"{len(films)} films are published. Now each is upgraded, as Radarr does it.")
        asked = _requests()
        began = time.monotonic()
        await _upgrade(here, library_id, films, began)
        await _watch(films, began)
        return _told(films, began, _requests() - asked)


async def _shelve(here: OpenInstallation, root: Path) -> UUID:
    """Make a library of the films, and scan it."""
    kind = LibraryKind.MOVIES
    async with here.database.writing() as session:
        made = await library.add_library(session, name="Drill", kind=kind, folders=[root])
        made.auto_enrich = made.auto_select = False  # the drill chooses its pictures itself
        scan = await scan_library.enqueue(session, library_id=made.id, name=made.name)
    await _ended(here, [scan.id])
    return made.id


async def _published(
    here: OpenInstallation, library_id: UUID, delays: Sequence[float]
) -> list[Film]:
    """Choose pictures for the films, publish them, and remember what stands there."""
    async with here.database.reading() as session:
        query = select(Title).where(Title.library_id == library_id, Title.kind == "movie")
        titles = (await session.scalars(query.order_by(Title.sort_title))).all()
    for title in titles:
        await _choose(here, title)
    async with here.database.writing() as session:
        queued = await publish.enqueue(
            session, title="Drill", title_ids=[title.id for title in titles]
        )
    await _ended(here, [queued.id])
    films = [_film(title, delay) for title, delay in zip(titles, delays, strict=False)]
    for film in films:
        film.before = upgrading.beside(film.folder, film.video.stem)
    return films


async def _choose(here: OpenInstallation, title: Title) -> None:
    """Draw pictures for a title, and give them to it as its owner would."""
    for kind, size in _PICTURES:
        drawn = jpeg(size, Lettering(title.title, kind))
        picture = await asyncio.to_thread(cache.look_at, drawn)
        await asyncio.to_thread(cache.keep, here.data, picture)
        given = Given(
            picture=picture, provider="upload", url=None, how="uploaded", given_by="drill"
        )
        async with here.database.writing() as session:
            await artwork.place(session, title.id, kind, 0, given)


async def _upgrade(
    here: OpenInstallation, library_id: UUID, films: Sequence[Film], began: float
) -> None:
    """Give each film a new file, tell of it, and delete what stands beside it: now, or later."""
    for film in films:
        upgrading.replace_video(film.video)
        if film.deletes_after == 0:
            _delete(film, began)
    async with here.database.writing() as session:
        scan = await scan_library.enqueue(
            session,
            library_id=library_id,
            name="Drill",
            paths=tuple(str(film.folder) for film in films),
        )
    await _ended(here, [scan.id])
    async with here.database.writing() as session:  # in the place of Radarr's report
        await look_again(session, "Drill", [film.id for film in films], at_once=True)


async def _watch(films: Sequence[Film], began: float) -> None:
    """Delete what is to be deleted later, and note when each film's files are back."""
    while time.monotonic() - began < WITHIN_SECONDS:
        for film in films:
            since = time.monotonic() - began
            if film.deleted_at is None and since >= film.deletes_after:
                _delete(film, began)
            elif film.deleted_at is not None and film.back_at is None and _is_back(film):
                film.back_at = time.monotonic() - began
        if all(film.back_at is not None for film in films):
            return
        await asyncio.sleep(LOOK_SECONDS)


async def _ended(here: OpenInstallation, job_ids: Sequence[UUID]) -> None:
    """Wait until jobs have ended.

    Raises:
        RuntimeError: one did not complete.
    """
    running = {Status.QUEUED, Status.RUNNING}
    while True:
        async with here.database.reading() as session:
            found = [await session.get_one(JobRecord, job_id) for job_id in job_ids]
        if not any(job.status in running for job in found):
            break
        await asyncio.sleep(LOOK_SECONDS)
    for job in found:
        if job.status is not Status.COMPLETED:
            raise RuntimeError(f"{job.title}: {job.status}. {job.error}")


def _film(title: Title, deletes_after: float) -> Film:
    videos = sorted(title.folder.glob("*.m[kp][v4]"), key=lambda path: -path.stat().st_size)
    return Film(title.id, title.title, title.folder, videos[0], deletes_after)


def _delete(film: Film, began: float) -> None:
    upgrading.delete_beside(film.video)
    film.deleted_at = time.monotonic() - began


def _is_back(film: Film) -> bool:
    return upgrading.beside(film.folder, film.stem) == film.wanted


def _requests() -> float:
    """Count the requests that this process has sent to services."""
    return sum(count for _, _, count in REQUESTS.family().samples)


def _told(films: Sequence[Film], began: float, requests: float) -> dict[str, Any]:
    is_whole = all(film.back_at is not None for film in films)
    return {
        "drill": "upgrade",
        "is_whole": is_whole,
        "seconds": round(time.monotonic() - began, 1),
        "limit_seconds": WITHIN_SECONDS,
        "requests": int(requests),
        "files": sum(len(film.before) for film in films),
        "films": [
            {
                "title": film.name,
                "deleted_after": film.deleted_at and round(film.deleted_at, 1),
                "back_after": film.back_at and round(film.back_at, 1),
                "files": sorted(film.wanted),
            }
            for film in films
        ],
    }
