"""What stands beside the media already: offered as candidates, unless we put it there."""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork.candidates import LocalOffer
from maestrarr.features.artwork.models import CachedImage, Selection
from maestrarr.features.artwork.usual import LOCAL
from maestrarr.features.library.models import LocalArtwork
from maestrarr.kit.db import in_pieces
from maestrarr.media import images
from maestrarr.media.artwork import ARTWORK_TYPES


async def files(session: AsyncSession, title_ids: Sequence[UUID]) -> list[LocalArtwork]:
    """Return the pictures beside the media of titles, in order."""
    found: list[LocalArtwork] = []
    for some in in_pieces(title_ids):
        query = select(LocalArtwork).where(LocalArtwork.title_id.in_(some))
        found += await session.scalars(query.order_by(LocalArtwork.type, LocalArtwork.number))
    return [each for each in found if each.type in ARTWORK_TYPES]


async def ours(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[int, set[str]]:
    """Name the pictures that we may have put beside the media, by their sizes in bytes."""
    found: dict[int, set[str]] = defaultdict(set)
    for some in in_pieces(title_ids):
        query = (
            select(CachedImage.size_bytes, CachedImage.sha256)
            .join(Selection, Selection.sha256 == CachedImage.sha256)
            .where(Selection.title_id.in_(some), Selection.provider != LOCAL)
        )
        for size_bytes, sha256 in await session.execute(query):
            found[size_bytes].add(sha256)
    return found


async def offers(
    found: Iterable[LocalArtwork], published: Mapping[int, Collection[str]]
) -> dict[UUID, list[LocalOffer]]:
    """Offer what stands there and does not come from us; looked at beside the loop."""

    def look() -> dict[UUID, list[LocalOffer]]:
        offered: dict[UUID, list[LocalOffer]] = defaultdict(list)
        for file in found:
            if not _is_one_of(file, published.get(file.size_bytes, ())):
                offered[file.title_id].append(_offer(file))
        return offered

    return await asyncio.to_thread(look)


def _is_one_of(file: LocalArtwork, published: Collection[str]) -> bool:
    """Tell whether a file is a copy of ours; only one of the same size is read."""
    if not published:
        return False
    try:
        return hashlib.sha256(file.path.read_bytes()).hexdigest() in published
    except OSError:
        return False


def _offer(file: LocalArtwork) -> LocalOffer:
    width = height = None
    with suppress(images.NotAPicture, OSError), images.opened(file.path) as picture:
        width, height = picture.size
    return LocalOffer(
        type=file.type,
        url=file.path.as_uri(),
        width=width,
        height=height,
        stamp=f"{file.size_bytes}:{file.mtime_ns}",
    )
