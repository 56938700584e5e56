"""What is known of a title stands beside its media, all of it or nothing, and nothing twice."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from press import FILM, Press
from sqlalchemy import Row, delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from disks import make_read_only, small_disk
from maestrarr.core.changes.errors import NotAFile, ReadOnly
from maestrarr.core.changes.writes import Stamp
from maestrarr.features.artwork.models import Selection
from maestrarr.features.library.models import Library, RememberedTitle, Title
from maestrarr.features.publishing import jobs, judging, queries, service
from maestrarr.features.publishing.errors import FolderFull, NfoEdited, NoFolder
from maestrarr.features.publishing.plans import PublishPlan
from maestrarr.kit.clock import now
from noticing import occurred, somebody_listens
from shelf import Shelf, plant


async def test_a_film_is_published_with_its_pictures_and_its_nfo(press: Press) -> None:
    heat = await press.film(plot="A robbery.")
    await press.choose(heat, poster=b"poster", fanart=b"first", fanart1=b"second")

    told = await press.publish(heat)

    assert told["published"] == 1
    found = press.files()
    assert set(found) == {
        f"{FILM}.nfo", f"{FILM}-poster.jpg", f"{FILM}-fanart.jpg", f"{FILM}-fanart1.jpg",
    }  # fmt: skip
    assert found[f"{FILM}-poster.jpg"] == b"poster"
    assert b"<plot>A robbery.</plot>" in found[f"{FILM}.nfo"]
    title = await press.again(heat)
    assert (title.state, title.is_unpublished) == ("published", False)


async def test_what_is_published_is_not_written_twice(press: Press) -> None:
    heat = await press.film()
    await press.choose(heat, poster=b"poster")
    await press.publish(heat)
    before = {path: Stamp.of(path) for path in (press.root / FILM).iterdir()}

    told = await press.publish(heat)
    await press.shelf.scan()
    told_again = await press.publish(heat)

    assert told["unchanged"] == told_again["unchanged"] == 1
    assert {path: Stamp.of(path) for path in (press.root / FILM).iterdir()} == before


async def test_one_file_that_cannot_be_written_keeps_all_of_a_title_as_it_was(
    press: Press,
) -> None:
    heat, alien = await press.film(), await press.film("Alien (1979)")
    await press.choose(heat, fanart=b"fanart", poster=b"poster")
    in_the_way = press.root / FILM / f"{FILM}-poster.jpg"
    in_the_way.mkdir()

    told = await press.publish(heat, alien)

    assert (told["published"], told["failed"]) == (1, 1)
    assert press.files() == {}
    assert (await press.again(heat)).state == "failed"
    (failed,) = (await press.get("publications", status="failed"))["publications"]
    assert (failed["title_id"], failed["problem_key"]) == (str(heat.id), "changes.not_a_file")

    in_the_way.rmdir()
    await press.publish(heat)
    assert len(press.files()) == 3
    assert (await press.get("publications", status="failed"))["publications"] == []


async def test_a_full_disk_fails_with_a_reason_and_is_tried_again(
    press: Press, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", kib=2_048) as disk:
        press.shelf = await Shelf.over(press.house.database, disk, name="Small")
        heat = await press.film()
        (disk / "full").write_bytes(bytes(1_500 * 1_024))
        await press.choose(heat, fanart=bytes(900 * 1_024), poster=b"poster")

        with pytest.raises(FolderFull):
            await press.publish(heat)
        assert press.files() == {}
        (disk / "full").unlink()

        told = await press.run(jobs.retry)

        assert told["published"] == 1
        assert len(press.files()) == 3


async def test_a_read_only_disk_fails_with_a_reason(press: Press, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", kib=32_768) as disk:
        press.shelf = await Shelf.over(press.house.database, disk, name="Small")
        heat = await press.film()
        await somebody_listens(press.house.database)
        make_read_only(disk)

        with pytest.raises(ReadOnly):
            await press.publish(heat)

        assert (await press.again(heat)).state == "failed"
        assert await occurred(press.house.database) == [("publishing_failed", "Heat (1995)")]


async def test_a_folder_that_is_away_fails_with_a_reason(press: Press) -> None:
    heat = await press.film()
    (press.root / FILM).rename(press.root / "elsewhere")

    with pytest.raises(NoFolder):
        await press.publish(heat)


async def test_other_names_take_the_place_of_those_of_before(press: Press) -> None:
    heat = await press.film()
    await press.choose(heat, poster=b"poster", fanart=b"first", fanart1=b"second", keyart=b"key")
    await press.publish(heat)

    named = f"libraries/{heat.library_id}/naming"
    await press.send("PUT", named, {"profiles": ["jellyfin"]})
    await press.run(jobs.judge, everything=True)
    assert (await press.again(heat)).is_unpublished
    await press.publish(heat)

    assert set(press.files()) == {
        f"{FILM}.nfo", f"{FILM}-poster.jpg", f"{FILM}-fanart.jpg", f"{FILM}-fanart-1.jpg",
    }  # fmt: skip
    assert await press.get(named) == {
        "profiles": ["jellyfin"], "own": ["jellyfin"], "usual": ["kodi"],
    }  # fmt: skip


async def test_two_players_each_find_their_own_names(press: Press) -> None:
    heat = await press.film()
    await press.choose(heat, fanart=b"first", fanart1=b"second")
    both = {"profiles": ["kodi", "jellyfin"]}
    await press.send("PUT", f"libraries/{heat.library_id}/naming", both)

    await press.publish(heat)

    assert set(press.files()) == {
        f"{FILM}.nfo", f"{FILM}-fanart.jpg", f"{FILM}-fanart1.jpg", f"{FILM}-fanart-1.jpg",
    }  # fmt: skip


async def test_what_we_did_not_write_is_never_deleted(press: Press) -> None:
    heat = await press.film()
    folder = press.root / FILM
    (folder / f"{FILM}-poster.jpg").write_bytes(b"poster")  # the very bytes that we would write
    (folder / f"{FILM}-fanart.jpg").write_bytes(b"another's")
    (folder / "notes.txt").write_bytes(b"mine")
    await press.choose(heat, poster=b"poster", fanart=b"fanart")
    await press.publish(heat)

    async with press.house.database.writing() as session:
        await session.execute(delete(Selection).where(Selection.title_id == heat.id))
    await press.publish(heat)

    assert set(press.files()) == {f"{FILM}.nfo", f"{FILM}-poster.jpg", "notes.txt"}
    kept = [path.read_bytes() for path in (press.house.data.path / "recycle").glob("*/*")]
    assert b"another's" in kept


async def test_an_edit_that_nobody_has_read_yet_is_not_written_over(press: Press) -> None:
    heat = await press.film(plot="A robbery.")
    await press.publish(heat)
    path = press.root / FILM / f"{FILM}.nfo"
    path.write_bytes(path.read_bytes().replace(b"A robbery.", b"Mine."))
    await press.shelf.edit(heat, tagline="New.", changed_at=now())

    with pytest.raises(NfoEdited):
        await press.publish(heat)
    await press.shelf.scan()
    await press.publish(heat)

    assert b"Mine." in path.read_bytes()
    assert b"New." in path.read_bytes()


async def test_many_titles_are_previewed_and_published_by_a_filter(press: Press) -> None:
    for name in ("Alien (1979)", FILM):
        await press.film(name)
    plant(press.root, "Unknown (2001)/Unknown (2001).mkv")
    await press.shelf.scan()

    seen = await press.send("POST", "publications/preview?kind=movie", {})
    assert (seen["titles"], seen["to_publish"], seen["created"], seen["refused_count"]) == (
        3, 2, 2, 1,
    )  # fmt: skip
    assert seen["refused"][0]["problem"]["key"] == "publishing.not_identified"
    job = await press.send("POST", "publications?kind=movie", {}, status=202)
    assert job["kind"] == "publishing.publish"
    dry = await press.run(jobs.publish, title="A test", wanted={"kind": ["movie"]}, dry_run=True)
    assert (dry["published"], dry["refused"]) == (2, 1)
    assert press.files() == {}

    told = await press.run(jobs.publish, title="A test", wanted={"kind": ["movie"]})

    assert (told["published"], told["refused"], told["failed"]) == (2, 1, 0)
    (change,) = (await press.get("changes"))["change_sets"]
    assert (change["kind"], change["count"]) == ("publishing.publish", 2)


async def test_what_is_published_at_once_is_called_by_its_titles(press: Press) -> None:
    one, other = [await press.film(name) for name in ("Alien (1979)", FILM)]

    ids = [str(each.id) for each in (one, other)]
    alone = await press.send("POST", "publications", {"ids": ids[:1]}, status=202)
    both = await press.send("POST", "publications", {"ids": ids}, status=202)
    every = await press.send("POST", "publications?kind=movie", {}, status=202)

    assert (alone["title"], alone["arguments"]["named"]) == ("Publish: Alien (1979)", None)
    assert both["title"] == "Publish: Alien (1979) and 1 more"
    assert both["arguments"]["named"]["facts"] == {"name": "Alien (1979)", "more": 1}
    said = every["arguments"]["named"]
    await press.run(jobs.publish, title="Two", title_ids=[one.id, other.id], named=said)
    (change,) = (await press.get("changes"))["change_sets"]
    assert change["said"]["key"] == "titles_of_filter"


async def test_a_database_made_anew_knows_again_what_stands_with_all_locks(press: Press) -> None:
    heat = await press.film(plot="A robbery.")
    await press.choose(heat, poster=b"poster")
    await press.shelf.edit(heat, plot="Mine.", locked_fields=["plot"])
    await press.publish(heat)
    before = press.files()
    async with press.house.database.writing() as session:
        await session.execute(delete(Library))
        await session.execute(delete(RememberedTitle))
    press.shelf = await Shelf.over(press.house.database, press.root)
    await press.shelf.scan()

    told = await press.run(jobs.rebuild)

    title = await press.shelf.title("Heat")
    assert (title.plot, title.locked_fields, title.state) == ("Mine.", ["plot"], "published")
    assert told["unchanged"] == 1
    assert press.files() == before


async def test_a_link_in_the_place_of_a_picture_is_never_followed(
    press: Press, tmp_path: Path
) -> None:
    heat = await press.film()
    elsewhere = tmp_path / "elsewhere.jpg"
    elsewhere.write_bytes(b"another's")
    (press.root / FILM / f"{FILM}-poster.jpg").symlink_to(elsewhere)
    await press.choose(heat, poster=b"poster")

    with pytest.raises(NotAFile):
        await press.publish(heat)

    assert elsewhere.read_bytes() == b"another's"
    assert not (press.root / FILM / f"{FILM}.nfo").exists()


async def test_an_edit_while_a_title_is_being_published_is_not_taken_for_published(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    heat = await press.film(plot="A robbery.")
    plans_for = service.plans_for

    async def edited_after(*asked: Any) -> list[PublishPlan]:
        planned = await plans_for(*asked)
        await press.shelf.edit(heat, plot="Mine.", changed_at=now())
        return planned

    monkeypatch.setattr(service, "plans_for", edited_after)
    await press.publish(heat)
    await press.run(jobs.judge)

    assert b"A robbery." in press.files()[f"{FILM}.nfo"]
    assert (await press.again(heat)).is_unpublished
    await press.send("POST", f"titles/{heat.id}/publication/discard")
    await press.run(jobs.judge)

    title = await press.again(heat)
    assert (title.plot, title.is_unpublished) == ("A robbery.", False)


async def test_an_edit_that_began_before_a_publish_and_ends_amid_it_is_unpublished(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    heat = await press.film(plot="A robbery.")
    began_at, plans_for = now(), service.plans_for

    async def edited_after(*asked: Any) -> list[PublishPlan]:
        planned = await plans_for(*asked)
        await press.shelf.edit(heat, plot="Mine.", changed_at=began_at)
        return planned

    monkeypatch.setattr(service, "plans_for", edited_after)
    await press.publish(heat)
    await press.run(jobs.judge)

    assert (await press.again(heat)).is_unpublished


async def test_an_edit_that_ends_while_a_title_is_judged_is_judged_the_next_time(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    heat = await press.published_film()
    began_at, changed_since = now(), queries.changed_since
    database = press.house.database
    async with database.reading() as session:
        names = await service.naming(session)

    async def edited_before(session: AsyncSession, seen: Sequence[Row[Any]]) -> Any:
        mine = update(Title).where(Title.id == heat.id)
        await session.execute(mine.values(plot="Mine.", changed_at=began_at))
        return await changed_since(session, seen)

    await press.shelf.edit(heat, plot="Other.", changed_at=now())
    with monkeypatch.context() as patched:
        patched.setattr(queries, "changed_since", edited_before)
        assert await judging.judge(database, [heat.id], names) == 0

    assert await judging.unjudged(database, None) == [heat.id]
    assert await press.run(jobs.judge) == {"marked": 1}


async def test_a_failure_is_forgotten_once_nothing_is_left_to_publish(press: Press) -> None:
    heat = await press.published_film()
    written = press.root / FILM / f"{FILM}.nfo"
    before, seen = written.read_bytes(), written.stat()
    await press.shelf.edit(heat, plot="Mine.", changed_at=now())
    written.write_bytes(b"<movie><title>Another</title></movie>")
    with pytest.raises(NfoEdited):
        await press.publish(heat)
    written.write_bytes(before)
    os.utime(written, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    await press.send("POST", f"titles/{heat.id}/publication/discard")

    assert (await press.run(jobs.retry))["unchanged"] == 1

    assert (await press.get(f"titles/{heat.id}/publication"))["failed"] is None
    assert await press.run(jobs.retry) == {"titles": 0}
