"""Everything that is known of a title, read in one trip and past the mapper.

Rows have the names of the models' fields, so the documents are those of the models.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Row, Table, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import documents, pictures
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.models import (
    TITLES,
    FileFault,
    LocalArtwork,
    MediaFile,
    TitleFile,
    Track,
)
from maestrarr.features.library.schemas import USUAL_FIELDS
from maestrarr.features.library.states import TitleKind

Document = dict[str, Any]

_FILES = cast("Table", MediaFile.__table__)
_LINKS = cast("Table", TitleFile.__table__)
_TRACKS = cast("Table", Track.__table__)
_ARTWORK = cast("Table", LocalArtwork.__table__)
_FAULTS = cast("Table", FileFault.__table__)
_CHILD = {
    **{name: TITLES.c[name] for name in (*USUAL_FIELDS, "premiered", "runtime_minutes")},
    "picture_version": pictures.version_of_main(),
}
_SAID = (
    "outline", "ratings", "original_language", "languages", "status", "set_name", "set_id",
    "other_titles", "studios", "networks", "countries", "tags", "trailers", "episode_order",
    "sources",
)  # fmt: skip
_IN_ORDER = ("season_number", "episode_number", "premiered")
_MADE_OF_OTHERS = frozenset({TitleKind.SERIES, TitleKind.SEASON, TitleKind.SET})

_ID = bindparam("id", type_=TITLES.c.id.type)
_THE_TITLE = select(TITLES).where(TITLES.c.id == _ID)
_ITS_FILES = (
    select(_FILES)
    .join(_LINKS, _LINKS.c.media_file_id == _FILES.c.id)
    .where(_LINKS.c.title_id == _ID)
    .order_by(_LINKS.c.position, _FILES.c.path)
)
_THEIR_TRACKS = (
    select(_TRACKS)
    .join(_LINKS, _LINKS.c.media_file_id == _TRACKS.c.media_file_id)
    .where(_LINKS.c.title_id == _ID)
    .order_by(_TRACKS.c.media_file_id, _TRACKS.c.position)
)
_ITS_ARTWORK = (
    select(_ARTWORK).where(_ARTWORK.c.title_id == _ID).order_by(_ARTWORK.c.type, _ARTWORK.c.number)
)
_CHILDREN = select(*_CHILD.values()).order_by(
    *(TITLES.c[name].nulls_last() for name in _IN_ORDER), TITLES.c.id
)
_ITS_CHILDREN = _CHILDREN.where(TITLES.c.parent_id == _ID)
_ITS_MOVIES = _CHILDREN.where(TITLES.c.set_id == _ID)


def detail(connection: Connection, title_id: UUID) -> Document:
    """Return everything that is known of a title.

    Raises:
        TitleUnknown: there is none with this id.
    """
    which = {"id": title_id}
    title: Any = connection.execute(_THE_TITLE, which).one_or_none()
    if title is None:
        raise TitleUnknown(str(title_id))
    is_made_of_others = title.kind in _MADE_OF_OTHERS
    files = [] if is_made_of_others else connection.execute(_ITS_FILES, which).all()
    parts = _ITS_MOVIES if title.kind == TitleKind.SET else _ITS_CHILDREN
    children = connection.execute(parts, which) if is_made_of_others else ()
    artwork = connection.execute(_ITS_ARTWORK, which)
    return documents.stored_title(title) | {
        "library_id": title.library_id,
        "sort_title": title.sort_title,
        "tagline": title.tagline,
        "certification": title.certification,
        **{name: getattr(title, name) for name in _SAID},
        "places": _places(title.places),
        "default_audio": title.default_audio,
        "is_unpublished": title.is_unpublished,
        "people": title.people,
        "added_at": title.added_at,
        "changed_at": title.changed_at,
        "files": _with_tracks(connection, files, which),
        "artwork": [documents.stored_artwork(cast("LocalArtwork", each)) for each in artwork],
        "children": [dict(zip(_CHILD, row, strict=True)) for row in children],
        "faults": _faults(connection, title, files),
    }


async def detail_in(session: AsyncSession, title_id: UUID) -> Document:
    """Return everything that is known of a title within a session, as it has changed it.

    Raises:
        TitleUnknown: there is none with this id.
    """
    await session.flush()
    connection = await session.connection()
    return await connection.run_sync(detail, title_id)


def _places(places: dict[str, list[int]]) -> list[Document]:
    return [
        {"order": order, "season": place[0], "episode": place[1]}
        for order, place in sorted(places.items())
    ]


def _with_tracks(
    connection: Connection, files: Sequence[Row[Any]], which: dict[str, UUID]
) -> list[Document]:
    tracks: dict[UUID, list[Track]] = defaultdict(list)
    for track in connection.execute(_THEIR_TRACKS, which) if files else ():
        tracks[track.media_file_id].append(cast("Track", track))
    return [documents.stored_file(cast("MediaFile", file), tracks[file.id]) for file in files]


def _faults(
    connection: Connection,
    title: Any,  # noqa: ANN401  # a row
    files: Sequence[Row[Any]],
) -> list[Document]:
    """Say what is wrong with a title's files and its NFO; most have nothing wrong."""
    if not title.has_faults:
        return []
    named = [*(file.path for file in files), *filter(None, [title.nfo_path])]
    wrong = select(_FAULTS).where(_FAULTS.c.path.in_(named)).order_by(_FAULTS.c.path)
    return [documents.stored_fault(cast("FileFault", each)) for each in connection.execute(wrong)]
