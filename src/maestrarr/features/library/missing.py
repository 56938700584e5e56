"""What is no longer on the disk: missing at first, forgotten after the days of grace."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.events import service as events
from maestrarr.features.library import policy, queries, remembered, search, traits
from maestrarr.features.library.errors import TooManyMissing
from maestrarr.features.library.events import titles_changed
from maestrarr.features.library.models import Library, MediaFile, Title, TitleFolder
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces


async def let_go(
    session: AsyncSession,
    library: Library,
    *,
    gone: Sequence[str],
    unread: Sequence[str],
    usual: policy.UsualLoss,
    accept_missing: bool,
) -> int:
    """Mark as missing what is no longer on the disk; return how many titles that is.

    Args:
        session: to write with; the caller commits, or rolls all of this back.
        library: whose titles they are.
        gone: the title folders that are no longer there.
        unread: folders that could not be listed; what lies below them stays.
        usual: how many may go missing unasked.
        accept_missing: whether the user has said that many may go.

    Raises:
        TooManyMissing: so many would go at once that the user is asked first.
    """
    moment = now()
    total = await queries.leaf_count(session, library.id)
    await _lose_files(session, library.id, gone, unread, moment)
    leaves = (await session.scalars(queries.leaves_without_files(library.id))).all()
    verdict = policy.may_go_missing(len(leaves), total, usual)
    if not (verdict.value or accept_missing):
        raise TooManyMissing(library.name, len(leaves), total)
    for some in in_pieces(leaves):
        await _mark_missing(session, Title.id.in_(some), moment)
    if leaves:
        for kind in (TitleKind.SEASON, TitleKind.SERIES):
            below = aliased(Title)
            has_some = select(below.id).where(
                below.parent_id == Title.id, below.missing_since.is_(None)
            )
            empty = (Title.kind == kind.value) & ~has_some.exists()
            in_library = Title.library_id == library.id
            await _mark_missing(session, in_library & empty & Title.missing_since.is_(None), moment)
    return len(leaves)


async def collect(session: AsyncSession, library_id: UUID, before: datetime) -> int:
    """Forget what has been missing since before a moment; return how many titles that is.

    What their users decided about them is kept, and returns with their ids.
    """
    long_gone = (Title.library_id == library_id) & (Title.missing_since < before)
    leaving = (await session.scalars(select(Title).where(long_gone))).all()
    await _forget(session, leaving)
    files = (MediaFile.library_id == library_id) & (MediaFile.missing_since < before)
    had_more = await traits.titles_playing(
        session, (await session.scalars(select(MediaFile.id).where(files))).all()
    )
    await session.execute(delete(MediaFile).where(files))
    await search.refresh(session, had_more)
    left = {title.parent_id for title in leaving if title.parent_id is not None}
    await traits.refresh(session, left - {title.id for title in leaving})
    return len(leaving)


async def hand_over(session: AsyncSession, library_id: UUID, folders: Sequence[Path]) -> None:
    """Forget what other libraries had in these folders, which a library takes in.

    What users decided about it is kept, and returns with its ids where that library finds it.
    """
    areas = list(map(str, folders))
    titles = select(Title).where(Title.library_id != library_id, Title.missing_since.is_not(None))
    files = select(MediaFile.id, MediaFile.path).where(
        MediaFile.library_id != library_id, MediaFile.missing_since.is_not(None)
    )
    await _forget(
        session,
        [
            title
            for title in await session.scalars(titles)
            if policy.lies_in_any(str(title.folder), areas)
        ],
    )
    lost = [
        file_id
        for file_id, path in await session.execute(files)
        if policy.lies_in_any(str(path), areas)
    ]
    for some in in_pieces(lost):
        await session.execute(delete(MediaFile).where(MediaFile.id.in_(some)))


async def _forget(session: AsyncSession, titles: Collection[Title]) -> None:
    """Forget titles, but not what their users decided about them."""
    await remembered.remember(session, list(titles))
    ids = [title.id for title in titles]
    for some in in_pieces(ids):
        await session.execute(
            delete(Title).where(Title.id.in_(some)).execution_options(synchronize_session=False)
        )
    await events.publish(session, *titles_changed(ids))


async def _lose_files(
    session: AsyncSession,
    library_id: UUID,
    gone: Sequence[str],
    unread: Sequence[str],
    moment: datetime,
) -> None:
    """Mark files as missing that are adrift or whose folder is gone, but for unread places."""
    for paths in in_pieces([Path(path) for path in gone]):
        await session.execute(delete(TitleFolder).where(TitleFolder.path.in_(paths)))
    adrift = (
        (MediaFile.library_id == library_id)
        & MediaFile.title_folder_id.is_(None)
        & MediaFile.missing_since.is_(None)
    )
    lost = [
        file_id
        for file_id, path in await session.execute(
            select(MediaFile.id, MediaFile.path).where(adrift)
        )
        if not policy.lies_in_any(str(path), unread)
    ]
    for some in in_pieces(lost):
        await session.execute(
            update(MediaFile).where(MediaFile.id.in_(some)).values(missing_since=moment)
        )
    await traits.refresh(session, await traits.titles_playing(session, lost))


async def _mark_missing(session: AsyncSession, condition: object, moment: datetime) -> None:
    missing = {"missing_since": moment, "changed_at": moment}
    changed = await session.execute(
        update(Title)
        .where(condition)  # type: ignore[arg-type]  # any SQL condition
        .values(state_before_missing=Title.state, state=TitleState.MISSING.value, **missing)
        .returning(Title.id)
        .execution_options(synchronize_session=False)
    )
    await events.publish(session, *titles_changed(changed.scalars().all()))
