"""The pictures beside the media: which of them stands for a title, and where it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, String, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.errors import PictureUnknown
from maestrarr.features.library.models import TITLES, LibraryFolder, LocalArtwork, Title
from maestrarr.features.library.states import TitleKind

# The type of the picture that stands for a title in lists.
MAIN = {
    TitleKind.MOVIE.value: "poster",
    TitleKind.SERIES.value: "poster",
    TitleKind.SEASON.value: "season-poster",
    TitleKind.EPISODE.value: "thumb",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A picture's file, its version, and the folders in one of which it has to lie."""

    path: Path
    version: str
    roots: Sequence[Path]


def version_of_main() -> ColumnElement[str | None]:
    """Tell which version of a title's main picture is shown: the one beside it, or the chosen."""
    main = case(MAIN, value=TITLES.c.kind, else_="")
    stamp = select(func.max(LocalArtwork.mtime_ns)).where(
        LocalArtwork.title_id == TITLES.c.id, LocalArtwork.type == main, LocalArtwork.number == 0
    )
    beside = cast(stamp.correlate(TITLES).scalar_subquery(), String)
    return func.coalesce(beside, TITLES.c.picture)


async def find(
    session: AsyncSession, title_id: UUID, artwork_type: str, number: int, kept: Path
) -> Found:
    """Return one picture beside the media of a title; of several that fit, the first by path.

    While nothing stands there for the title, it is the chosen one, of which a copy lies in `kept`.

    Raises:
        PictureUnknown: there is none.
    """
    query = select(LocalArtwork).where(
        LocalArtwork.title_id == title_id,
        LocalArtwork.type == artwork_type,
        LocalArtwork.number == number,
    )
    picture = (await session.scalars(query.order_by(LocalArtwork.path).limit(1))).first()
    if picture is None:
        return await _chosen(session, title_id, (artwork_type, number), kept)
    roots = (
        select(LibraryFolder.path)
        .join(Title, Title.library_id == LibraryFolder.library_id)
        .where(Title.id == title_id)
    )
    found = (await session.scalars(roots)).all()
    return Found(picture.path, str(picture.mtime_ns), found)


async def _chosen(
    session: AsyncSession, title_id: UUID, role: tuple[str, int], kept: Path
) -> Found:
    title = await session.get(Title, title_id)
    if title is None or title.picture is None or role != (MAIN.get(title.kind), 0):
        raise PictureUnknown("none")
    return Found(kept / title.picture[:2] / title.picture, title.picture, [kept])
