"""Posters of works that a title may be: as their services show them, made small."""

from collections.abc import Collection
from typing import Final

from maestrarr.core.connections import pictures
from maestrarr.core.connections.pictures import Previews
from maestrarr.features.metadata.errors import PosterGone
from maestrarr.features.metadata.models import Candidate
from maestrarr.kit.http.errors import TooLarge
from maestrarr.kit.outside import Outside
from maestrarr.media import images

_WIDTH: Final = min(images.THUMBNAIL_WIDTHS)


async def small(
    candidate: Candidate, previews: Previews, outside: Outside, houses: Collection[str]
) -> bytes:
    """Return the poster of a work, as WebP.

    Raises:
        PosterGone: it has none, or what stands there is no picture that can be shown.
        Problem: of kit.http, when it cannot be had now.
    """
    if candidate.poster_url is None:
        raise PosterGone(candidate.title)

    async def get(url: str) -> bytes:
        answer = await pictures.fetch(outside, url, pictures.PREVIEW, houses=houses)
        if answer is None:
            raise PosterGone(candidate.title)
        return answer.body

    try:
        return await previews.of(candidate.poster_url, _WIDTH, get)
    except (TooLarge, images.NotAPicture) as error:
        raise PosterGone(candidate.title) from error
