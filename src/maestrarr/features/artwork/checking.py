"""Whether our copies are still what they were, and getting those anew that are not."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from sqlalchemy import update

from maestrarr.core.connections import pictures
from maestrarr.core.connections import service as connections
from maestrarr.features.artwork import cache, queries
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.artwork.models import CachedImage
from maestrarr.features.library import queries as library
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.kit.outside import Outside
from maestrarr.providers.contracts import OffersArtwork

_READ_AT_ONCE: Final = 100


async def check_all(
    database: Database, data: DataFolder, outside: Outside
) -> AsyncIterator[tuple[CachedImage, bool | None]]:
    """Read every copy; says of those that were damaged whether they could be had again."""
    async with database.reading() as session:
        asked = await connections.connected(session, outside, OffersArtwork)
        roots = [folder for folder, _ in await library.all_folders(session)]
    fetcher = Fetcher(outside, data, houses=pictures.houses(asked), roots=roots)
    last = ""
    while True:
        async with database.reading() as session:
            some = await queries.copies_after(session, last, _READ_AT_ONCE)
        for image in some:
            last = image.sha256
            fault = await asyncio.to_thread(cache.state_of, data, image.sha256, image.suffix)
            is_well = None if fault is None else await _repair(database, fetcher, image, fault)
            await _note(database, image, fault if is_well is False else None)
            yield image, is_well
        if len(some) < _READ_AT_ONCE:
            return


def sentence(image: CachedImage, *, is_repaired: bool) -> str:
    """Say what became of a damaged copy."""
    name = f"{image.sha256[:12]}{image.suffix}"
    if is_repaired:
        return f"The copy {name} was missing or damaged; it was got anew."
    return f"The copy {name} is missing or damaged, and cannot be had again now."


async def _repair(database: Database, fetcher: Fetcher, image: CachedImage, fault: str) -> bool:
    """Get a picture from wherever it was offered; what is not the same to the byte is none.

    A copy that the disk does not let us read stays: it may be the only one.
    """
    if fault == cache.UNREADABLE:
        return False
    async with database.reading() as session:
        places = await queries.places_of(session, image.sha256)
    await asyncio.to_thread(cache.remove, fetcher.data, image.sha256, image.suffix)
    for url in places:
        try:
            picture = await fetcher.take(url)
        except Problem:
            continue
        if picture.sha256 == image.sha256:
            return True
    return False


async def _note(database: Database, image: CachedImage, fault: str | None) -> None:
    if image.fault != fault:
        async with database.writing() as session:
            noted = update(CachedImage).where(CachedImage.sha256 == image.sha256)
            await session.execute(noted.values(fault=fault))
