"""Two scans of one library at once: what one has stored since the other looked, that one leaves."""

import shutil

import pytest

from makers import make_mkv
from shelf import READING, Shelf, plant

HEAT = "Heat (1995)"


async def test_what_came_and_was_stored_meanwhile_is_stored_once(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maestrarr.features.library.scan.FILES_PER_BATCH", 1)
    plant(shelf.root, "Alien (1979)/alien.mkv", f"{HEAT}/heat.mkv")
    seen = {}

    async def meddle() -> None:
        await shelf.scan(HEAT)
        seen["heat"] = (await shelf.title("Heat")).id

    await shelf.scan_while(meddle, READING)

    heat = await shelf.title("Heat")
    assert heat.id == seen["heat"]
    assert await shelf.files_of(heat) == [f"{HEAT}/heat.mkv"]
    assert [title.title for title in await shelf.titles()] == ["Alien", "Heat"]
    assert await shelf.faults() == set()


async def test_what_came_back_and_was_stored_meanwhile_is_not_missing(shelf: Shelf) -> None:
    plant(shelf.root, *(f"Film {number} (200{number})/film.mkv" for number in range(3)))
    plant(shelf.root, f"{HEAT}/heat.mkv")
    await shelf.scan()
    shutil.rmtree(shelf.root / HEAT)
    plant(shelf.root, "Alien (1979)/alien.mkv")

    async def meddle() -> None:
        make_mkv(shelf.root / HEAT / "heat better.mkv", seconds=3)
        await shelf.scan(HEAT)

    await shelf.scan_while(meddle, READING)

    heat = await shelf.title("Heat")
    assert heat.missing_since is None
    assert await shelf.files_of(heat) == [f"{HEAT}/heat better.mkv"]
    assert (await shelf.title("Alien")).missing_since is None


async def test_what_went_meanwhile_is_seen_by_the_next_scan(shelf: Shelf) -> None:
    plant(shelf.root, *(f"Film {number} (200{number})/film.mkv" for number in range(3)))
    plant(shelf.root, f"{HEAT}/heat.mkv", "Alien (1979)/alien.mkv")

    async def meddle() -> None:
        await shelf.scan(HEAT)
        shutil.rmtree(shelf.root / HEAT)
        await shelf.scan(HEAT)

    await shelf.scan_while(meddle, READING)
    await shelf.scan()

    assert (await shelf.title("Heat")).missing_since is not None
