"""A file whose header lies costs a library nothing but its own numbers."""

from lies import a_lying_film
from shelf import Shelf, plant


async def test_a_lying_header_costs_its_own_numbers_and_no_scan(shelf: Shelf) -> None:
    a_lying_film(shelf.root / "Lie (2001)" / "Lie (2001).mkv")
    plant(shelf.root, "Truth (2002)/Truth (2002).mkv")

    await shelf.scan()

    assert [title.title for title in await shelf.titles()] == ["Lie", "Truth"]
    (sound,) = await shelf.tracks("Lie (2001)/Lie (2001).mkv")
    assert (sound.codec, sound.channels, sound.number) == ("ac3", 0, None)
