"""What routes of artwork reach for: whoever gets pictures on behalf of a person."""

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.features.artwork import searching
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.library import queries as library
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.http import Urgency
from maestrarr.kit.outside import Outside
from maestrarr.providers.contracts import OffersArtwork


async def fetcher(session: AsyncSession, outside: Outside, request: Request) -> Fetcher:
    """Make what gets a picture for somebody who waits for it."""
    asked = await connections.connected(session, outside, OffersArtwork)
    roots = [folder for folder, _ in await library.all_folders(session)]
    return Fetcher(
        outside,
        data_of(request),
        houses=searching.houses(asked),
        roots=roots,
        urgency=Urgency.USER,
    )


def data_of(request: Request) -> DataFolder:
    """Return the folder of the installation."""
    data: DataFolder = request.app.state.installation.data
    return data
