"""What routes of artwork reach for: whoever gets pictures on behalf of a person."""

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import pictures
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.pictures import Previews
from maestrarr.features.artwork.errors import PictureRefused
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.library import queries as library
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.http import Urgency
from maestrarr.kit.outside import Outside
from maestrarr.media import images
from maestrarr.providers.contracts import OffersArtwork


async def fetcher(session: AsyncSession, outside: Outside, request: Request) -> Fetcher:
    """Make what gets a picture for somebody who waits for it."""
    asked = await connections.connected(session, outside, OffersArtwork)
    roots = [folder for folder, _ in await library.all_folders(session)]
    return Fetcher(
        outside,
        data_of(request),
        houses=pictures.houses(asked),
        roots=roots,
        urgency=Urgency.USER,
    )


async def preview(request: Request, url: str, width: int, taker: Fetcher) -> bytes:
    """Return a small copy of a picture of which we have none.

    Raises:
        PictureRefused: it is no picture that can be used.
        Problem: of kit.http, when it cannot be had now.
    """
    previews: Previews = request.app.state.previews
    try:
        return await previews.of(url, width, taker.preview)
    except images.NotAPicture as error:
        raise PictureRefused(error.fault.value) from error


def data_of(request: Request) -> DataFolder:
    """Return the folder of the installation."""
    data: DataFolder = request.app.state.installation.data
    return data
