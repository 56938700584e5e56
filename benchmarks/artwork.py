"""Candidates and copies of pictures for a library that was just scanned, without any service."""

import asyncio
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PIL import Image
from sqlalchemy import select

from maestrarr.features.artwork import cache
from maestrarr.features.artwork.keeping import note_copy
from maestrarr.features.artwork.models import CandidateRecord, Selection
from maestrarr.features.library.models import Title
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Database, in_pieces, insert_rows, sqlite_url
from maestrarr.kit.ids import new_id

LOOKED_AT = 300  # titles that somebody looks at, each with many posters
POSTERS = 60
COPIES = 40
_PROVIDERS = ("tmdb", "fanart", "tvdb")
_LANGUAGES = ("en", "de", "ja", None)


def add_artwork(data: Path, candidates: int) -> None:
    """Offer so many pictures for the titles of an installation, and choose some."""
    asyncio.run(_add(DataFolder(data), candidates))


async def _add(data: DataFolder, candidates: int) -> None:
    database = Database(sqlite_url(data.database))
    try:
        async with database.writing() as session:
            query = select(Title.id).where(Title.kind.in_(("movie", "series")))
            tops = (await session.scalars(query.order_by(Title.sort_title, Title.id))).all()
            rows = list(_offered(tops, candidates))
            for some in in_pieces(rows):
                await insert_rows(session, CandidateRecord, some)
            for number in range(COPIES):
                picture = cache.look_at(_picture(number))
                cache.keep(data, picture)
                await note_copy(session, picture)
                for title_id in tops[number::COPIES]:
                    session.add(_selection(title_id, picture.sha256))
    finally:
        await database.close()


def _offered(tops: Sequence[UUID], candidates: int) -> Iterator[dict[str, Any]]:
    """Give some titles as many posters as a famous film has, and all the others a few."""
    looked_at = tops[:LOOKED_AT]
    left = max(0, candidates - len(looked_at) * POSTERS)
    for number in range(POSTERS):
        yield from (_row(title_id, "poster", number) for title_id in looked_at)
    for number in range(left):
        yield _row(tops[number % len(tops)], "fanart", number // len(tops))


def _row(title_id: UUID, type_: str, number: int) -> dict[str, Any]:
    language = _LANGUAGES[number % 4]
    return {
        "id": new_id(),
        "title_id": title_id,
        "type": type_,
        "url": f"pictures.invalid/{title_id}/{type_}/{number}.jpg",
        "provider": _PROVIDERS[number % 3],
        "preview_url": None,
        "width": 1000 + 20 * number,
        "height": 1500 + 30 * number,
        "language": language,
        "is_textless": language is None,
        "rating": 5.0,
        "votes": number,
        "sha256": None,
        "fault": None,
        "stamp": None,
    }


def _selection(title_id: UUID, sha256: str) -> Selection:
    return Selection(
        title_id=title_id,
        type="poster",
        number=0,
        sha256=sha256,
        provider="tmdb",
        url=None,
        chosen_by=None,
        reason="It was drawn.",
        said={"key": "uploaded"},
    )


def _picture(number: int) -> bytes:
    """Draw a poster of usual size that is like no other."""
    small = Image.new("RGB", (20, 30))
    small.putdata([((7 * number + at) % 256, at % 256, 5 * number % 256) for at in range(600)])
    written = io.BytesIO()
    small.resize((2000, 3000), Image.Resampling.BICUBIC).save(written, "JPEG", quality=88)
    return written.getvalue()
