"""What rooms above know, written down here so that titles are shown, listed and counted by it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.library import lacking, traits
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import TITLES, MediaFile, Title, TitleFile
from maestrarr.features.library.states import DefaultAudio
from maestrarr.kit.db import in_pieces

_FOLLOW: Final = (
    update(TITLES)
    .where(TITLES.c.id == bindparam("_id"))
    .values(default_audio=bindparam("default_audio"))
)
REST_ON: Final = frozenset({"genres", "tags", "original_language"})  # of what is said of a title


async def mark(session: AsyncSession, marks: Mapping[UUID, DefaultAudio]) -> None:
    """Mark files by their ids; the titles that they play, and those above, follow."""
    playing = await traits.titles_playing(session, list(marks))
    titles = playing | await traits.above(session, playing)
    before = await _marks_of(session, titles)
    for value in DefaultAudio:
        files = [file_id for file_id, mark in marks.items() if mark is value]
        await _write(session, files, value.value)
    after = await traits.default_audio(session, titles)
    changed = sorted(title for title in titles if before[title] != after[title])
    if changed:
        follow = [{"_id": title_id, "default_audio": after[title_id]} for title_id in changed]
        await session.execute(_FOLLOW, follow)
    await events.publish(session, *titles_changed(changed))


async def show_picture(
    session: AsyncSession, title_id: UUID, name: str | None, kinds: Collection[str]
) -> None:
    """Let a title be shown by our copy of this name where no picture stands beside its media.

    `kinds` are the types of all pictures that are chosen for it.
    """
    has = lacking.bits_of(kinds)
    is_new = Title.picture.is_distinct_from(name) | (Title.pictures_chosen != has)
    shown = update(Title).where(Title.id == title_id, is_new)
    values = shown.values(picture=name, pictures_chosen=has)
    changed = await session.execute(values.returning(Title.id))
    if changed.first() is not None:
        await events.publish(session, *titles_changed([title_id]))


async def forget(session: AsyncSession, file_ids: Collection[UUID]) -> None:
    """Forget what files are marked with, for they turned out to be others."""
    await _write(session, file_ids, None)


async def unmark(session: AsyncSession, title_ids: Collection[UUID]) -> None:
    """Forget what the files of these titles, and of those below, are marked with.

    The titles keep theirs until the files are marked anew.
    """
    await _write(session, await _files_below(session, title_ids), None)


async def _files_below(session: AsyncSession, title_ids: Collection[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for some in in_pieces(list(title_ids)):
        seasons = select(Title.id).where(Title.parent_id.in_(some))
        parts = select(Title.id).where(
            Title.id.in_(some) | Title.parent_id.in_(some) | Title.parent_id.in_(seasons)
        )
        files = select(TitleFile.media_file_id).where(TitleFile.title_id.in_(parts))
        found.update(await session.scalars(files))
    return found


async def _write(session: AsyncSession, files: Iterable[UUID], value: str | None) -> None:
    for some in in_pieces(list(files)):
        marked = update(MediaFile).where(MediaFile.id.in_(some)).values(default_audio=value)
        await session.execute(marked.execution_options(synchronize_session=False))


async def _marks_of(session: AsyncSession, titles: Collection[UUID]) -> dict[UUID, str | None]:
    found: dict[UUID, str | None] = {}
    for some in in_pieces(list(titles)):
        query = select(Title.id, Title.default_audio).where(Title.id.in_(some))
        found.update((row.id, row.default_audio) for row in await session.execute(query))
    return found
