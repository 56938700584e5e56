"""Identifying a title by hand: which work it is, whatever its name and its NFO file say."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import describe, queries
from maestrarr.features.library.errors import IdsTaken, NotIdentified, TitleUnknown
from maestrarr.features.library.events import TitleIdentified, titles_changed
from maestrarr.features.library.models import Title, TitleFolder
from maestrarr.features.library.states import TitleState
from maestrarr.kit.clock import now
from maestrarr.media.ids import NO_IDS, ExternalIds

NEVER_READ = b""  # as a signature: that of no folder


async def identify(session: AsyncSession, title_id: UUID, ids: ExternalIds) -> Title:
    """Say which work a movie or series is; from then on these ids are the user's own.

    Raises:
        TitleUnknown: there is no title with this id.
        NotIdentified: it is a season, an episode or a set.
        IdsTaken: another title of its library that is on the disk has one of these ids.
    """
    title = await _movie_or_series(session, title_id)
    other = await _namesake(session, title, ids)
    if other is not None:
        raise IdsTaken(f"{other.title} ({other.year})" if other.year else other.title, other.id)
    title.locked_fields = sorted({*title.locked_fields, *describe.IDS})
    await _write(session, title, ids, TitleState.IDENTIFIED)
    await events.publish(session, TitleIdentified(title.id))
    return title


async def recognise(session: AsyncSession, title_id: UUID, ids: ExternalIds) -> Title:
    """Take a title for a work that was found by its name; a file or a user may say another.

    Raises:
        TitleUnknown, NotIdentified, IdsTaken: as when somebody says it.
    """
    title = await _movie_or_series(session, title_id)
    other = await _namesake(session, title, ids)
    if other is not None:
        raise IdsTaken(f"{other.title} ({other.year})" if other.year else other.title, other.id)
    await _write(session, title, ids, TitleState.IDENTIFIED)
    return title


async def take_back(session: AsyncSession, title_id: UUID) -> tuple[Title, Sequence[Path]]:
    """Let names and NFO files say again which work a title is.

    Returns the folders whose next scan will do so; none where the ids were not the user's.

    Raises:
        TitleUnknown: there is no title with this id.
        NotIdentified: it is a season, an episode or a set.
    """
    title = await _movie_or_series(session, title_id)
    if not describe.has_own_ids(title.locked_fields):
        return title, []
    title.locked_fields = sorted({*title.locked_fields} - {*describe.IDS})
    await _write(session, title, NO_IDS, TitleState.DISCOVERED)
    await events.publish(session, TitleIdentified(title.id))
    again = await session.scalars(
        update(TitleFolder)
        .where(TitleFolder.id.in_(queries.folders_of_title(title_id)))
        .values(signature=NEVER_READ)
        .returning(TitleFolder.path)
        .execution_options(synchronize_session=False)
    )
    return title, again.all()


async def _movie_or_series(session: AsyncSession, title_id: UUID) -> Title:
    title = await session.get(Title, title_id)
    if title is None:
        raise TitleUnknown(str(title_id))
    if title.kind not in queries.TOPS:
        raise NotIdentified(title.kind)
    return title


async def _namesake(session: AsyncSession, title: Title, ids: ExternalIds) -> Title | None:
    """Find another title of this library with one of these ids; one that is gone may stay so."""
    said = ((Title.tmdb_id, ids.tmdb), (Title.tvdb_id, ids.tvdb), (Title.imdb_id, ids.imdb))
    others = select(Title).where(
        Title.library_id == title.library_id,
        Title.kind == title.kind,
        Title.id != title.id,
        Title.missing_since.is_(None),
        or_(*(column == value for column, value in said if value is not None)),
    )
    return (await session.scalars(others.limit(1))).first()


async def _write(session: AsyncSession, title: Title, ids: ExternalIds, state: TitleState) -> None:
    title.tmdb_id, title.tvdb_id, title.imdb_id = ids.tmdb, ids.tvdb, ids.imdb
    title.changed_at = now()
    if title.missing_since is None:
        title.state = state.value
    else:
        title.state_before_missing = state.value
    await session.flush()
    await events.publish(session, *titles_changed([title.id]))
