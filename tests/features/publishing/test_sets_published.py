"""Sets of movies have their pictures where players look for them, and nowhere until it is said."""

from pathlib import Path

import pytest
from press import FILM, Press
from sqlalchemy import update

from maestrarr.core.events import service as events
from maestrarr.core.settings import service as settings
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.jobs import gather_sets
from maestrarr.features.library.models import Title
from maestrarr.features.publishing import jobs
from maestrarr.features.publishing.errors import NoFolderForSets, SetElsewhere
from maestrarr.kit.atomic import make_folder
from maestrarr.kit.clock import now
from shelf import Shelf

NAME = "Heat: All of It"
FOLDER = "Heat_ All of It"


async def a_set(press: Press) -> Title:
    """Make a film that says its set, and return the set with pictures that were chosen for it."""
    await press.film(FILM, set=f"<name>{NAME}</name>")
    await press.run(gather_sets, library_id=press.shelf.library_id, name="Shelf")
    (found,) = await press.shelf.titles("set")
    await press.choose(found, poster=b"poster", fanart=b"fanart")
    return found


async def name_folder(press: Press, folder: Path, profiles: tuple[str, ...] = ("kodi",)) -> None:
    make_folder(folder)
    said = {"sets_folder": str(folder), "profiles": list(profiles)}
    async with press.house.database.writing() as session:
        await settings.change(session, "publishing", said)


def standing(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


async def test_a_set_stands_in_the_folder_for_sets(press: Press, tmp_path: Path) -> None:
    heat = await a_set(press)
    await name_folder(press, tmp_path / "sets")

    await press.publish(heat)

    assert standing(tmp_path / "sets") == {f"{FOLDER}/poster.jpg", f"{FOLDER}/fanart.jpg"}
    assert (await press.again(heat)).state == "published"


async def test_each_player_finds_a_set_by_its_own_name(press: Press, tmp_path: Path) -> None:
    heat = await a_set(press)
    await name_folder(press, tmp_path / "sets", ("jellyfin", "plex"))

    await press.publish(heat)

    boxset = f"{FOLDER} [boxset]"
    assert standing(tmp_path / "sets") == {f"{boxset}/poster.jpg", f"{boxset}/fanart.jpg"}


async def test_a_set_that_vanished_comes_back(press: Press, tmp_path: Path) -> None:
    heat = await a_set(press)
    await name_folder(press, tmp_path / "sets")
    await press.publish(heat)
    (tmp_path / "sets" / FOLDER / "poster.jpg").unlink()

    await press.restore(heat)

    assert (tmp_path / "sets" / FOLDER / "poster.jpg").read_bytes() == b"poster"


async def test_without_a_folder_sets_are_not_published_and_not_marked(press: Press) -> None:
    heat = await a_set(press)

    with pytest.raises(NoFolderForSets):
        await press.publish(heat)
    await press.run(jobs.judge, everything=True)

    assert not (await press.again(heat)).is_unpublished


async def test_with_a_folder_sets_are_marked_until_they_are_published(
    press: Press, tmp_path: Path
) -> None:
    heat = await a_set(press)
    await name_folder(press, tmp_path / "sets")
    await press.run(jobs.judge, everything=True)
    assert (await press.again(heat)).is_unpublished

    await press.publish(heat)

    assert not (await press.again(heat)).is_unpublished


async def test_one_set_stands_for_all_libraries_that_have_it(press: Press, tmp_path: Path) -> None:
    first = await a_set(press)
    press.shelf = await Shelf.over(press.house.database, tmp_path / "more", name="More")
    second = await a_set(press)
    await name_folder(press, tmp_path / "sets")
    await press.publish(first)

    with pytest.raises(SetElsewhere):
        await press.publish(second)


async def test_a_movie_says_what_its_set_tells_and_is_unpublished_when_that_is_new(
    press: Press,
) -> None:
    heat = await a_set(press)
    film = await press.shelf.title("Heat")
    await press.publish(film)

    async def tell(plot: str) -> None:
        async with press.house.database.writing() as session:
            told = update(Title).where(Title.id == heat.id)
            await session.execute(told.values(plot=plot, changed_at=now()))
            await events.publish(session, *titles_changed([heat.id]))
        assert await press.queued("publishing.judge")
        await press.run(jobs.judge)

    await tell("Cops and robbers.")
    assert (await press.again(film)).is_unpublished
    assert (await press.publish(film))["published"] == 1
    assert b"<overview>Cops and robbers.</overview>" in press.files()["Heat (1995).nfo"]
    assert (await press.publish(film))["unchanged"] == 1
