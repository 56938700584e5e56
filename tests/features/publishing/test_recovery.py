"""What was published and is gone comes back by itself, from our own copies, under today's names."""

import os

import pytest
from press import FILM, UPGRADED, Press

from maestrarr.features.library.models import Library, Title
from maestrarr.features.publishing import jobs, service
from maestrarr.kit.clock import now
from maestrarr.kit.text import readable
from shelf import Shelf, nfo, plant


async def test_what_vanishes_after_the_scan_is_found_by_a_later_look(press: Press) -> None:
    heat = await press.published_film()
    before = press.files()
    press.delete_all()

    await press.restore(heat, look=2, is_asked=False)

    assert press.files() == before
    assert (await press.restore(heat))["restored"] == 0


async def test_looks_are_queued_for_files_that_were_replaced(press: Press) -> None:
    await press.published_film()
    (press.root / FILM / f"{FILM}.mkv").rename(press.root / FILM / f"{UPGRADED}.mkv")
    await press.shelf.scan()

    await press.recover()

    queued = await press.queued("publishing.restore")
    assert [round(each) for each in queued] == [5, 60, 600]


async def test_an_altered_picture_is_put_back_and_the_other_kept(press: Press) -> None:
    heat = await press.published_film()
    poster = press.root / FILM / f"{FILM}-poster.jpg"
    poster.write_bytes(b"another's")

    await press.restore(heat)

    assert poster.read_bytes() == b"poster"
    kept = [path.read_bytes() for path in (press.house.data.path / "recycle").glob("*/*")]
    assert b"another's" in kept


async def test_what_was_left_standing_once_still_comes_back_the_next_time(press: Press) -> None:
    heat = await press.published_film()
    before = press.files()
    (press.root / FILM / f"{FILM}-poster.jpg").unlink()
    await press.restore(heat)
    press.delete_all()

    await press.restore(heat)

    assert press.files() == before


async def test_an_edit_of_the_nfo_stands_but_for_what_is_locked(press: Press) -> None:
    heat = await press.film(plot="A robbery.", tagline="Coffee.")
    await press.shelf.edit(heat, locked_fields=["tagline"])
    await press.publish(heat)
    nfo = press.root / FILM / f"{FILM}.nfo"
    edited = nfo.read_bytes().replace(b"A robbery.", b"Mine.").replace(b"Coffee.", b"Theirs.")
    nfo.write_bytes(edited)

    await press.shelf.scan()
    await press.recover()

    assert nfo.read_bytes() == edited.replace(b"Theirs.", b"Coffee.")
    assert (await press.again(heat)).plot == "Mine."


async def test_an_edit_that_says_nothing_locked_is_not_written_at_all(press: Press) -> None:
    heat = await press.film(plot="A robbery.")
    await press.publish(heat)
    nfo = press.root / FILM / f"{FILM}.nfo"
    nfo.write_bytes(nfo.read_bytes().replace(b"A robbery.", b"Mine."))
    stood = nfo.stat()

    await press.shelf.scan()
    told = await press.recover()

    assert (told["adopted"], told["restored"]) == (1, 0)
    stands = nfo.stat()
    assert (stands.st_ino, stands.st_mtime_ns) == (stood.st_ino, stood.st_mtime_ns)
    assert (await press.publish(heat))["files_replace"] == 0


@pytest.mark.parametrize("alone", ["title", "library"])
async def test_what_automation_leaves_alone_is_only_put_back_by_hand(
    press: Press, alone: str
) -> None:
    heat = await press.published_film()
    before = press.files()
    async with press.house.database.writing() as session:
        if alone == "title":
            (await session.get_one(Title, heat.id)).is_monitored = False
        else:
            (await session.get_one(Library, heat.library_id)).automation = "manual"
    press.delete_all()
    await press.shelf.scan()

    await press.recover()
    assert press.files() == {}

    await press.restore(heat)
    assert press.files() == before


async def test_a_picture_whose_copy_is_gone_stops_no_other(press: Press) -> None:
    heat = await press.published_film()
    press.delete_all()
    for copy in press.house.data.artwork.glob("*/*.jpg"):
        if copy.read_bytes() == b"first":
            copy.unlink()

    told = await press.restore(heat)

    assert (told["restored"], told["left"]) == (3, 1)
    assert set(press.files()) == {
        f"{FILM}.nfo", f"{FILM}-poster.jpg", f"{FILM}-fanart1.jpg",
    }  # fmt: skip
    assert "Our copy of the fanart of Heat (1995) is gone" in "\n".join(await press.log())


async def test_an_nfo_file_of_the_whole_folder_comes_back_as_such(press: Press) -> None:
    nfo(press.root / FILM / "movie.nfo", title="Heat", year=1995, tmdbid=949)
    plant(press.root, f"{FILM}/{FILM}.mkv")
    await press.shelf.scan()
    await press.publish(await press.shelf.title("Heat"))
    before = press.files()
    press.delete_all()
    await press.shelf.scan()

    await press.recover()

    assert set(before) == {"movie.nfo"}
    assert press.files() == before


async def test_what_is_put_back_leaves_newer_edits_unpublished(press: Press) -> None:
    heat = await press.published_film()
    await press.shelf.edit(heat, plot="Mine.", changed_at=now())
    await press.run(jobs.judge)
    press.delete_all()

    await press.restore(heat)

    assert b"A robbery." in press.files()[f"{FILM}.nfo"]
    assert (await press.again(heat)).is_unpublished


async def test_episodes_in_one_video_stay_one_title_for_jellyfin(press: Press) -> None:
    root = press.root.with_name("series")
    video = root / "Lost (2004)" / "Season 01" / "Lost S01E01-E02.mkv"
    plant(root, str(video.relative_to(root)))
    nfo(root / "Lost (2004)" / "tvshow.nfo", "tvshow", title="Lost", tvdbid=73739)
    press.shelf = await Shelf.over(press.house.database, root, kind="series", name="Series")
    await press.shelf.scan()
    (series,) = await press.shelf.titles("series")
    async with press.house.database.writing() as session:
        await service.set_naming(session, press.shelf.library_id, ["jellyfin"])
    await press.publish(series)
    written, end = video.with_suffix(".nfo"), b"</episodedetails>"
    written.write_bytes(written.read_bytes().replace(end, b"<mine>kept</mine>" + end))
    await press.shelf.scan()

    await press.restore(series)

    assert written.read_bytes().count(end) == 1
    assert b"<mine>kept</mine>" in written.read_bytes()


async def test_a_folder_whose_name_is_no_text_is_told_of_as_any_other(press: Press) -> None:
    name = os.fsdecode(b"Heat \xff (1995)")
    plant(press.root / name, f"{name}.mkv")
    nfo(press.root / name / "movie.nfo", title="Heat", year=1995, tmdbid=949)
    await press.shelf.scan()
    await press.publish(*await press.shelf.titles())
    (press.root / name).rename(press.root.with_name("away"))

    told = await press.run(jobs.verify)

    (left,) = (await press.get(f"verifications/{told['verification_id']}/files"))["files"]
    assert left["reason_key"] == "publishing.no_folder"
    assert left["reason_facts"] == {"folder": readable(str(press.root / name))}
