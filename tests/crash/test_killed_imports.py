"""A server that is killed amid an import: after the next start it ends as if nothing had been."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx2

from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.features.library import service as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.flows.webhooks.models import SenderRecord
from maestrarr.flows.webhooks.senders import place_of
from maestrarr.kit import config
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.ids import new_id
from maestrarr.media import probe
from maestrarr.server.installation import open_installation
from makers import make_mkv, sound
from reporting import imported
from serving import serving

SECRET = "of this test only".replace(" ", "-")


async def test_an_import_that_is_killed_is_carried_through(
    tmp_path: Path, upstreams: Upstreams
) -> None:
    data, films = DataFolder(tmp_path / "data"), tmp_path / "films"
    story = upstreams.world.catalogue.first(Kind.FILM, 1)[0]
    film = films / f"Film ({story.year}) {{tmdb-{story.ids.tmdb}}}" / "film.mkv"
    make_mkv(film, audio=[sound("de", is_default=True), sound("en")])
    await prepare(data, films, upstreams)

    with serving(data.path) as server:
        httpx2.post(
            f"http://127.0.0.1:{server.port}/webhook/radarr/{SECRET}",
            json=imported(str(film.parent)),
            timeout=60,
        ).raise_for_status()
        with lines(data) as said:
            next(line for line in said if line.startswith("film.mkv: changed"))
        server.kill()
    with serving(data.path), lines(data) as said:
        next(line for line in said if line.startswith("Titles published: 1"))

    read = probe.examine(film).probe
    assert read is not None
    assert [track.language for track in read.audio if track.is_default] == [story.language]
    stands = {path.name for path in film.parent.iterdir()}
    assert {"film.mkv", "film.nfo", "film-poster.jpg"} <= stands
    assert not [name for name in stands if name.startswith(".")], "nothing half-written is left"


async def prepare(data: DataFolder, films: Path, upstreams: Upstreams) -> None:
    """Connect the twins, let a Radarr report, and make a library."""
    chosen = config.load(options={"data": data.path}, environment={})
    async with open_installation(chosen, work=True) as opened, opened.database.writing() as session:
        for position, kind in enumerate(("tmdb", "fanart", "radarr")):
            connection_id = new_id()
            sealed = clients.seal(opened.outside, connection_id, {"key": "demo"})
            session.add(
                ConnectionRecord(
                    id=connection_id, kind=kind, name=kind, name_key=kind, position=position,
                    options={"url": upstreams.url(kind)}, sealed=sealed,
                )
            )  # fmt: skip
        await session.flush()
        secret = opened.outside.keys.seal(SECRET, place=place_of(connection_id))
        session.add(SenderRecord(connection_id=connection_id, sealed=secret))
        movies = LibraryKind.MOVIES
        await library.add_library(session, name="Films", kind=movies, folders=[films])


@contextmanager
def lines(data: DataFolder) -> Iterator[Iterator[str]]:
    """Read what jobs say, as they say it."""

    def said() -> Iterator[str]:
        query = "SELECT id, sentence FROM job_log_lines WHERE id > ? ORDER BY id"
        last = 0
        while True:
            for number, sentence in database.execute(query, (last,)).fetchall():
                last = number
                yield sentence
            time.sleep(0.01)

    with closing(sqlite3.connect(f"file:{data.database}?mode=ro", uri=True)) as database:
        yield said()
