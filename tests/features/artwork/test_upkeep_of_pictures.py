"""The cache keeps itself in order; services that fail lose nothing; local pictures are kept."""

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest
from gallery import Gallery, a_picture
from sqlalchemy import delete, update

from maestrarr.core.accounts.callers import Role
from maestrarr.features.artwork import cache, keeping
from maestrarr.features.artwork.jobs import check, collect, collect_garbage, select_artwork
from maestrarr.features.artwork.models import CachedImage, SearchRecord
from maestrarr.features.library.models import Title
from maestrarr.kit.clock import now

ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_copies_are_mended_and_those_that_nobody_needs_go(gallery: Gallery) -> None:
    await gallery.connect("tmdb")
    title_id = await gallery.film()
    await gallery.catch_up()
    copies = gallery.cached()
    copies[0].unlink()
    copies[1].write_bytes(copies[1].read_bytes()[:-1] + b"!")
    uploaded = a_picture()
    await gallery.send("PUT", f"titles/{title_id}/artwork/banner/0/file", content=uploaded)
    lost = next(each for each in gallery.cached() if each.read_bytes() == uploaded)
    lost.unlink()

    result, warned = await gallery.run(check)
    assert result == {"checked": len(copies) + 1, "repaired": 2, "lost": 1}
    assert len(warned) == 3
    assert (await gallery.get("artwork/cache"))["faulty"] == 1
    assert gallery.cached() == copies

    stray = gallery.house.data.artwork / "ab" / f"{'ab' * 32}.jpg"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"left behind")
    async with gallery.house.database.writing() as session:
        await session.execute(delete(Title).where(Title.id == title_id))
    assert (await gallery.run(collect_garbage))[0]["removed"] == 0
    long_ago = update(CachedImage).where(CachedImage.unused_since.is_not(None))
    for copy in copies:
        os.utime(copy, (0, 0))
    async with gallery.house.database.writing() as session:
        await session.execute(long_ago.values(unused_since=now() - timedelta(days=91)))
    result, _ = await gallery.run(collect_garbage)
    # What was locked waits for its title to come back; a young stray may be about to be noted.
    assert (result["removed"], result["strays"]) == (len(copies), 0)
    assert gallery.cached() == [stray]


@ONE
@pytest.mark.parametrize("kind", ["dead", "garbage", "failing"])
async def test_a_service_that_fails_loses_nothing_and_is_asked_again(
    gallery: Gallery, kind: str
) -> None:
    await gallery.connect("tmdb", "fanart")
    title_id = await gallery.film()
    await gallery.catch_up()
    before = await gallery.types(title_id)
    gallery.upstreams.fail("tmdb", kind)

    _, warned = await gallery.run(collect, title_id=title_id, name="Film 0")
    assert len(warned) == 1, warned
    shown = await gallery.get(f"titles/{title_id}/artwork")
    assert [each["provider"] for each in shown["failures"]] == ["tmdb"]
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    assert await gallery.types(title_id) == before

    gallery.upstreams.mend()
    async with gallery.house.database.writing() as session:
        await session.execute(update(SearchRecord).values(due_at=now()))
    assert await gallery.catch_up() == []
    assert (await gallery.get(f"titles/{title_id}/artwork"))["failures"] == []


@ONE
async def test_what_stands_beside_the_media_goes_before_what_is_offered(
    gallery: Gallery,
) -> None:
    await gallery.connect("tmdb")
    story = gallery.story()
    folder = gallery.shelf.root / f"Film 0 ({story.year}) {{tmdb-{story.ids.tmdb}}}"
    folder.mkdir()
    (folder / "poster.jpg").write_bytes(a_picture())
    (folder / "fanart.jpg").write_bytes(a_picture(300, 170))
    title_id = await gallery.film()
    await gallery.catch_up()

    types = await gallery.types(title_id)
    assert types["poster"]["selected"][0]["provider"] == "local"
    (folder / "poster.jpg").unlink()  # as Radarr does: what was chosen stays chosen
    await gallery.shelf.scan()
    await gallery.run(collect, title_id=title_id, name="Film 0")
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    assert (await gallery.types(title_id))["poster"]["selected"] == types["poster"]["selected"]
    assert types["fanart"]["selected"][0]["provider"] == "tmdb"  # ours was too small
    library = f"libraries/{gallery.shelf.library_id}/artwork"
    admin = await gallery.house.client_of(Role.ADMIN)
    said = {"keeps_local": False, "counts": {"poster": 2, "fanart": 0}}
    answer = await admin.put(f"/api/v1/{library}", json=said)
    assert answer.status_code == 200, answer.text
    assert (await gallery.get(library))["counts"]["poster"] == 2
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    types = await gallery.types(title_id)
    assert [each["provider"] for each in types["poster"]["selected"]] == ["tmdb", "tmdb"]
    assert types["fanart"]["selected"] == []


@ONE
async def test_a_copy_that_the_disk_does_not_give_stays_and_one_kept_again_is_whole(
    gallery: Gallery, monkeypatch: pytest.MonkeyPatch
) -> None:
    title_id = await gallery.film()
    uploaded = a_picture()
    place = f"titles/{title_id}/artwork/banner/0/file"
    await gallery.send("PUT", place, content=uploaded)
    (copy,) = gallery.cached()
    with monkeypatch.context() as trouble:
        trouble.setattr(Path, "open", _refuse)
        assert (await gallery.run(check))[0] == {"checked": 1, "repaired": 0, "lost": 1}
    assert copy.read_bytes() == uploaded
    assert (await gallery.run(check))[0]["lost"] == 0

    copy.write_bytes(uploaded[:-1] + b"!")
    await gallery.send("PUT", place, content=uploaded)

    assert copy.read_bytes() == uploaded


@ONE
async def test_a_copy_that_somebody_has_just_kept_again_is_not_cleared_away(
    gallery: Gallery,
) -> None:
    picture = cache.look_at(a_picture())
    data = gallery.house.data
    cache.keep(data, picture)
    copy = cache.path_of(data, picture.sha256, picture.suffix)
    async with gallery.house.database.writing() as session:
        await keeping.note_copy(session, picture)
        unused = update(CachedImage).values(unused_since=now() - timedelta(days=91))
        await session.execute(unused)
    os.utime(copy, (0, 0))

    cache.keep(data, picture)  # as whoever chooses it does, before it is written down
    result, _ = await gallery.run(collect_garbage)

    assert (result["removed"], result["strays"]) == (1, 0)
    assert copy.exists()


def _refuse(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")
