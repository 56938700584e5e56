"""What people do with pictures: pick, upload, name an address, take away, lock, reject."""

import asyncio
import io
from uuid import UUID

import pytest
from gallery import API, Gallery, a_picture, moving, png_that_claims
from PIL import Image
from sqlalchemy import delete, text

from maestrarr.cli.remote import LARGEST_PAGE
from maestrarr.features.artwork.jobs import select_artwork
from maestrarr.features.artwork.models import CandidateRecord, LockRecord
from maestrarr.features.library.models import Title
from maestrarr.kit.ids import new_id


async def test_what_somebody_chose_stays_also_while_the_title_is_gone(gallery: Gallery) -> None:
    await gallery.connect("tmdb")
    title_id = await gallery.film()
    await gallery.catch_up()
    place = f"titles/{title_id}/artwork"
    last = (await gallery.candidates(title_id, "poster"))[-1]

    told = await gallery.send("PUT", f"{place}/poster/0", {"candidate_id": last["id"]})
    poster = next(each for each in told["types"] if each["type"] == "poster")
    assert (poster["selected"][0]["url"], poster["locked_by"]) == (last["url"], "operator")
    await gallery.send("PUT", f"{place}/poster/lock", {"is_locked": False})
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    assert (await gallery.types(title_id))["poster"]["selected"][0]["url"] != last["url"]
    await gallery.send("PUT", f"{place}/poster/0", {"candidate_id": last["id"]})
    own = a_picture(1920, 1080)
    await gallery.send("PUT", f"{place}/fanart/0/file", content=own)
    await gallery.send("PUT", f"{place}/fanart/1", {"url": last["url"]})
    await gallery.send("DELETE", f"{place}/clearlogo/0")
    await gallery.send("PUT", f"{place}/fanart/3", {"url": last["url"]}, status=422)
    await gallery.send("PUT", f"{place}/thumb/0", {"url": last["url"]}, status=422)

    await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    before = await chosen_of(gallery, title_id)
    assert before["fanart"][0][1:] == ("own", None)
    assert (len(before["fanart"]), "clearlogo" in before) == (2, False)

    async with gallery.house.database.writing() as session:
        await session.execute(delete(Title).where(Title.id == title_id))
    again = await gallery.film()
    assert again != title_id
    await gallery.catch_up()
    assert await chosen_of(gallery, again) == before

    told = await gallery.send(
        "POST", f"titles/{again}/artwork/select", {"types": ["poster", "fanart"]}, status=202
    )
    await gallery.run(select_artwork, title_id=again, name="Film 0")
    after = await chosen_of(gallery, again)
    assert after["poster"] != before["poster"]
    assert (len(after["fanart"]), "clearlogo" in after) == (1, False)


async def test_what_was_said_of_pictures_by_hand_is_discarded_for_the_score(
    gallery: Gallery,
) -> None:
    await gallery.connect("tmdb")
    title_id = await gallery.film()
    await gallery.catch_up()
    place = f"titles/{title_id}/artwork"
    before = await chosen_of(gallery, title_id)
    best, *_, last = await gallery.candidates(title_id, "poster")
    reject = f"artwork/candidates/{best['id']}/reject"
    await gallery.send("POST", reject, {"reason": "dull"}, status=204)
    await gallery.send("PUT", f"{place}/poster/0", {"candidate_id": last["id"]})
    await gallery.send("PUT", f"{place}/fanart/0/file", content=a_picture(1920, 1080))
    await gallery.send("DELETE", f"{place}/clearlogo/0")
    await gallery.send("PUT", f"{place}/banner/lock", {"is_locked": True})
    async with gallery.house.database.writing() as session:
        title = await session.get_one(Title, title_id)
        waiting = LockRecord(title_id=None, type="poster", locked_by="another")
        waiting.kind, waiting.place, waiting.tmdb_id = "movie", "", title.tmdb_id
        waiting.pictures = []
        session.add(waiting)

    queued = await gallery.send("POST", f"{place}/discard", status=202)
    assert queued["kind"] == "artwork.select"
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")

    assert await chosen_of(gallery, title_id) == before
    assert (await gallery.get("artwork/rejections", limit=LARGEST_PAGE))["rejections"] == []
    types = await gallery.types(title_id)
    assert not any(each["locked_by"] for each in types.values())
    assert not any(one["chosen_by"] for each in types.values() for one in each["selected"])


async def test_what_was_rejected_and_is_no_longer_offered_is_discarded_too(
    gallery: Gallery,
) -> None:
    await gallery.connect("tmdb")
    titles = [await gallery.film(number) for number in (0, 1)]
    await gallery.catch_up()
    for title_id in titles:
        *_, last = await gallery.candidates(title_id, "poster")
        reject = f"artwork/candidates/{last['id']}/reject"
        await gallery.send("POST", reject, {"reason": "dull"}, status=204)
        async with gallery.house.database.writing() as session:
            await session.execute(
                delete(CandidateRecord).where(CandidateRecord.id == UUID(last["id"]))
            )

    await gallery.send("POST", f"titles/{titles[0]}/artwork/discard", status=202)

    left = (await gallery.get("artwork/rejections", limit=LARGEST_PAGE))["rejections"]
    assert [each["title"] for each in left] == ["Film 1"]


async def test_half_an_address_is_refused_in_a_sentence(gallery: Gallery) -> None:
    title_id = await gallery.film()

    path, said = f"titles/{title_id}/artwork/poster/0", {"url": "https://[0"}
    refusal = await gallery.send("PUT", path, said, status=422)

    assert refusal["key"] == "http.forbidden_address"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_who_locks_the_same_at_the_same_moment_is_told_so(gallery: Gallery) -> None:
    title_id = await gallery.film()
    lock = f"{API}/titles/{title_id}/artwork/poster/lock"

    async with gallery.house.database.writing() as session:
        first = LockRecord(title_id=title_id, type="poster", locked_by="another")
        first.kind, first.place, first.pictures = "movie", "", []
        session.add(first)
        await session.flush()
        second = asyncio.create_task(gallery.operator.put(lock, json={"is_locked": True}))
        waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
        while not await session.scalar(waiting):
            assert not second.done()
    answer = await second

    assert (answer.status_code, answer.json()["key"]) == (409, "server.same_moment")


async def chosen_of(
    gallery: Gallery, title_id: object
) -> dict[str, list[tuple[str, str, str | None]]]:
    """Return what a title has: each picture's name, provider and address."""
    types = await gallery.types(title_id)  # type: ignore[arg-type]
    return {
        name: [(one["sha256"], one["provider"], one["url"]) for one in each["selected"]]
        for name, each in types.items()
        if each["selected"]
    }


async def test_what_is_rejected_is_offered_nowhere_until_that_is_taken_back(
    gallery: Gallery,
) -> None:
    await gallery.connect("tmdb")
    title_id = await gallery.film()
    await gallery.catch_up()
    best, second = (await gallery.candidates(title_id, "poster"))[:2]

    said = {"reason": "Ugly"}
    await gallery.send("POST", f"artwork/candidates/{best['id']}/reject", said, status=204)
    await gallery.run(select_artwork, title_id=title_id, name="Film 0")
    poster = (await gallery.types(title_id))["poster"]["selected"][0]
    assert poster["url"] == second["url"]
    offered = await gallery.candidates(title_id, "poster")
    assert best["url"] not in [each["url"] for each in offered]
    # Neither by its address nor as a file that shows the same.
    path = f"titles/{title_id}/artwork/poster/0"
    refusal = await gallery.send("PUT", path, {"url": best["url"]}, status=422)
    assert refusal["key"] == "artwork.picture_refused"
    copy = next(each for each in gallery.cached() if each.stem == best["sha256"])
    small = io.BytesIO()
    Image.open(copy).resize((800, 1200)).save(small, "WEBP", quality=70)
    await gallery.send("PUT", f"{path}/file", content=small.getvalue(), status=422)

    listed = (await gallery.get("artwork/rejections"))["rejections"]
    assert [(each["url"], each["reason"], each["rejected_by"]) for each in listed] == [
        (best["url"], "Ugly", "operator")
    ]
    await gallery.send("DELETE", f"artwork/rejections/{listed[0]['id']}", status=204)
    assert (await gallery.candidates(title_id, "poster"))[0]["url"] == best["url"]
    await gallery.send("DELETE", f"artwork/rejections/{listed[0]['id']}", status=404)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_is_no_picture_is_refused_in_a_sentence(gallery: Gallery) -> None:
    title_id = await gallery.film()
    path = f"titles/{title_id}/artwork/poster/0/file"

    for content, reason in (
        (b"", "not_an_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_an_image"),
        (a_picture()[:-2_000], "broken"),
        (png_that_claims(7_000, 6_000), "too_large"),
        (png_that_claims(60_000, 60_000), "too_large"),
        (moving(), "animated"),
    ):
        told = await gallery.send("PUT", path, content=content, status=422)
        assert (told["key"], told["facts"]["reason"]) == ("artwork.picture_refused", reason)
    await gallery.send("PUT", path, content=bytes(64 * 2**20 + 1), status=413)
    assert gallery.cached() == []

    for url, key in (
        ("http://127.0.0.1/x.jpg", "http.forbidden_address"),
        ("http://169.254.169.254/x", "http.forbidden_address"),
    ):
        body = {"url": url}
        told = await gallery.send("PUT", f"titles/{title_id}/artwork/poster/0", body, status=422)
        assert told["key"] == key
    refused = await gallery.viewer.put(f"/api/v1/{path}", content=a_picture())
    assert refused.status_code == 403
    assert (await gallery.get("artwork/cache"))["images"] == 0
    missing = f"titles/{new_id()}/artwork/poster/0/file"
    await gallery.send("PUT", missing, content=a_picture(), status=404)
