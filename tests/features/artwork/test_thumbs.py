"""An episode's picture is that of the episode in its file, however the file is numbered."""

from pathlib import Path

from gallery import Gallery
from sqlalchemy import select, update

from daily import ON_SQLITE
from maestrarr.demo.upstreams.stories import Kind
from maestrarr.features.artwork.models import CandidateRecord
from maestrarr.features.library.models import Library, Title
from shelf import Shelf, plant


@ON_SQLITE
async def test_a_file_numbered_as_on_the_disc_has_the_picture_of_what_aired(
    gallery: Gallery, tmp_path: Path
) -> None:
    story = gallery.upstreams.world.catalogue.first(Kind.SERIES, 1)[0]
    name = f"Series {{tmdb-{story.ids.tmdb}}}"
    shelf = await Shelf.over(gallery.house.database, tmp_path / "tv", kind="series", name="TV")
    plant(shelf.root, *(f"{name}/Season 01/Series S01E0{number}.mkv" for number in (1, 2)))
    await shelf.scan()
    await gallery.connect("tmdb")
    async with gallery.house.database.writing() as session:
        await session.execute(update(Library).values(auto_enrich=False))
        first = Title.episode_number == 1
        await session.execute(update(Title).where(first).values(places={"aired": [1, 2]}))

    await gallery.catch_up()

    async with gallery.house.database.reading() as session:
        thumbs = select(Title.episode_number, CandidateRecord.url).join(
            CandidateRecord, CandidateRecord.title_id == Title.id
        )
        rows = (await session.execute(thumbs.where(CandidateRecord.type == "thumb"))).all()
    urls = {row.episode_number: row.url for row in rows}
    assert urls[1] == urls[2]
