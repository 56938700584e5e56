"""Pictures that would do harm: offered by a service, and lying beside the media."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

import pytest
from gallery import Gallery, a_picture, moving, png_that_claims

from maestrarr.core.connections import clients
from maestrarr.core.connections.models import ConnectionRecord
from maestrarr.features.artwork.jobs import select_artwork
from maestrarr.features.artwork.models import CandidateRecord
from maestrarr.kit.ids import new_id
from maestrarr.media import images

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GOOD: Final = a_picture()
HOSTILE: Final[Mapping[str, tuple[bytes, str]]] = {
    "forty-million-and-more.png": (png_that_claims(8_000, 5_001), "too_large"),
    "bomb.png": (png_that_claims(60_000, 60_000), "too_large"),
    "truncated.jpg": (GOOD[:-2_000], "broken"),
    "header-only.jpg": (GOOD[:200], "broken"),
    "page.jpg": (b"<!doctype html><title>Not found</title>", "not_an_image"),
    "drawing.png": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_an_image"),
    "empty.jpg": (b"", "not_an_image"),
    "moving.gif": (moving(), "animated"),
}
INFLATING: Final = "inflating.jpg"


class Service(BaseHTTPRequestHandler):
    """Sends hostile pictures, a good one, and one that inflates to more than any picture has."""

    def do_GET(self) -> None:
        name = self.path.removeprefix("/")
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        if name == INFLATING:
            body = gzip.compress(bytes(images.LARGEST_BYTES + 1), compresslevel=9)
            self.send_header("Content-Encoding", "gzip")
        else:
            body = HOSTILE[name][0] if name in HOSTILE else GOOD
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name there
        pass


@contextmanager
def serving() -> Iterator[str]:
    """Run such a service; returns its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


async def test_what_a_service_offers_to_do_harm_is_passed_over(gallery: Gallery) -> None:
    title_id = await gallery.film()
    with serving() as address:
        await _offer(gallery, title_id, address)
        result, warned = await gallery.run(select_artwork, title_id=title_id, name="Film 0")
        offered = await gallery.candidates(title_id, "poster")
        small = {
            each["url"]: await gallery.viewer.get(
                f"/api/v1/artwork/candidates/{each['id']}/thumbnail"
            )
            for each in offered
        }

    assert (result, warned) == ({"changed": 1}, [])
    (poster,) = (await gallery.types(title_id))["poster"]["selected"]
    assert poster["url"] == f"{address}/good.jpg"
    assert [path.stem for path in gallery.cached()] == [poster["sha256"]]
    faults = {each["url"].rpartition("/")[2]: each["fault"] for each in offered}
    expected = {name: fault for name, (_, fault) in HOSTILE.items()}
    assert faults == {**expected, INFLATING: "too_large", "good.jpg": None}
    assert small.pop(f"{address}/good.jpg").status_code == 200
    assert {each.status_code for each in small.values()} == {422}


async def test_what_lies_beside_the_media_to_do_harm_is_passed_over(gallery: Gallery) -> None:
    title_id = await gallery.film()
    folder = next(gallery.shelf.root.iterdir())
    types = (
        "poster",
        "fanart",
        "banner",
        "clearlogo",
        "clearart",
        "discart",
        "landscape",
        "keyart",
    )
    planted = {
        folder / f"{type_}{Path(name).suffix}": content
        for type_, (name, (content, _)) in zip(types, HOSTILE.items(), strict=True)
    }
    for path, content in planted.items():
        path.write_bytes(content)
    with (folder / "fanart1.jpg").open("wb") as large:
        large.truncate(images.LARGEST_BYTES + 1)
    await gallery.shelf.scan()

    assert await gallery.catch_up() == []

    shown = await gallery.types(title_id)
    assert not any(each["selected"] for each in shown.values())
    assert gallery.cached() == []
    assert {path: path.read_bytes() for path in planted} == planted
    faults = {
        type_: {each["fault"] for each in await gallery.candidates(title_id, type_)}
        for type_ in types
        if shown[type_]["wanted"] and shown[type_]["candidates"]
    }
    assert faults["poster"] == {"too_large"}
    assert faults["fanart"] == {"too_large"}
    assert all(None not in each for each in faults.values())


async def _offer(gallery: Gallery, title_id: object, address: str) -> None:
    """Let the service, which stands in the house, offer all of it, the good one the last."""
    connection_id = new_id()
    sealed = clients.seal(gallery.outside, connection_id, {"key": "demo"})
    names = [*HOSTILE, INFLATING, "good.jpg"]
    async with gallery.house.database.writing() as session:
        connection = ConnectionRecord(id=connection_id, kind="tmdb", name="tmdb", name_key="tmdb")
        connection.position, connection.options, connection.sealed = 0, {"url": address}, sealed
        session.add(connection)
        session.add_all(
            CandidateRecord(
                title_id=title_id,
                type="poster",
                url=f"{address}/{name}",
                provider="tmdb",
                width=1_000,
                height=1_500,
                rating=10 - place / 2,
                votes=1_000,
            )
            for place, name in enumerate(names)
        )
