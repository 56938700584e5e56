"""A file that cannot be played whole is told of once, however often it is met."""

from pathlib import Path

import daily
from maestrarr.kit.db import Database
from noticing import occurred, somebody_listens
from shelf import Shelf, put


@daily.ON_SQLITE
async def test_a_damaged_film_is_told_of_once(database: Database, tmp_path: Path) -> None:
    shelf = await Shelf.over(database, tmp_path / "films")
    await somebody_listens(database)
    film = put(shelf.root / "Heat (1995)" / "Heat (1995).mkv")
    film.write_bytes(b"")
    await shelf.scan()
    put(film.parent / "more.txt")
    await shelf.scan()

    assert await occurred(database) == [("file_faulty", "Heat (1995).mkv")]
