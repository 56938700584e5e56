"""Pictures are searched for, chosen by the score, kept and shown."""

import hashlib
import io

import pytest
from gallery import Gallery
from PIL import Image

from maestrarr.features.artwork import service
from maestrarr.features.artwork.jobs import select_artwork
from maestrarr.features.library.states import TitleState


async def test_the_best_of_every_type_is_kept_and_shown(gallery: Gallery) -> None:
    await gallery.connect("tmdb", "fanart")
    title_id = await gallery.film()
    assert await gallery.catch_up() == []

    types = await gallery.types(title_id)
    chosen = [name for name, each in types.items() if each["selected"]]
    assert chosen == ["poster", "fanart", "clearlogo", "landscape", "clearart", "discart"]
    poster = types["poster"]["selected"][0]
    best = (await gallery.candidates(title_id, "poster"))[0]
    assert (best["number"], best["sha256"], best["place"]) == (0, poster["sha256"], 1)
    assert poster["reason"] == f"Number 1 of 13: {best['reason']}"
    assert poster["said"] == best["score"]
    assert best["score"]["points"] == round(sum(p["points"] for p in best["score"]["parts"]), 2)

    for path in gallery.cached():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
    assert len(gallery.cached()) == 6
    async with gallery.house.database.reading() as session:
        given = await service.chosen(session, title_id)
    assert [each.type for each in given] == sorted(chosen)
    title = await gallery.shelf.title("Film 0")
    assert title.state == TitleState.SELECTED
    assert title.picture == f"{poster['sha256']}.jpg"

    again = await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    assert again == ({"changed": 0}, [])
    assert await gallery.catch_up() == []
    assert len(await gallery.candidates(title_id, "poster", provider="fanart")) == 4


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_pictures_are_sent_small_and_may_be_kept_for_ever(gallery: Gallery) -> None:
    await gallery.connect("tmdb")
    title_id = await gallery.film()
    await gallery.catch_up()
    title = await gallery.shelf.title("Film 0")
    sha256 = (await gallery.types(title_id))["poster"]["selected"][0]["sha256"]
    other = (await gallery.candidates(title_id, "poster"))[-1]
    assert other["sha256"] is None

    for path, width in (
        (f"artwork/images/{sha256}?size=small", 320),
        (f"artwork/images/{sha256}?size=medium", 640),
        (f"artwork/candidates/{other['id']}/thumbnail", 300),
        (f"titles/{title_id}/artwork/poster?size=small&version={title.picture}", 320),
    ):
        answer = await gallery.viewer.get(f"/api/v1/{path}")
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "image/webp"
        assert "immutable" in answer.headers["cache-control"]
        assert width_of(answer.content) == width


def width_of(content: bytes) -> int:
    return Image.open(io.BytesIO(content)).width
