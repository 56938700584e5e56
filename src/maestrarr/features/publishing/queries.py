"""Every question about what was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Exists, Row, Select, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.core.changes.models import Change
from maestrarr.features.library.models import LocalArtwork, MediaFile, Title, TitleFile
from maestrarr.features.library.states import TitleKind, TitleState
from maestrarr.features.publishing.errors import NoSuchPublication, NoSuchVerification
from maestrarr.features.publishing.models import (
    ForeignWrite,
    Publication,
    PublishedFile,
    Verification,
    VerifiedFile,
)
from maestrarr.features.publishing.states import NFO, Found, PublicationStatus
from maestrarr.features.publishing.subjects import IS_TWIN
from maestrarr.kit.db import in_pieces

PAGE = 50

_ITS_SET, _OWN, _OTHER = aliased(Title), aliased(TitleFile), aliased(TitleFile)


@dataclass(frozen=True, slots=True)
class Suspects:
    """Titles of which something published seems not to stand any more.

    Of the `replaced` ones the video itself is another: what deletes files late may be at work.
    """

    all: Sequence[UUID]
    replaced: Sequence[UUID]


def suspects(connection: Connection, library_id: UUID) -> Suspects:
    """Name the titles of which the last scan saw something published missing, or otherwise."""
    of_library = (
        select(Publication.title_id)
        .join(Title, Title.id == Publication.title_id)
        .where(
            Publication.is_standing.is_(True),
            Title.library_id == library_id,
            Title.missing_since.is_(None),
        )
    )
    files = of_library.join(PublishedFile, PublishedFile.publication_id == Publication.id)
    plays = exists().where(
        TitleFile.title_id == Title.id,
        MediaFile.id == TitleFile.media_file_id,
        MediaFile.path == Publication.video,
        MediaFile.missing_since.is_(None),
    )
    stands = exists().where(
        LocalArtwork.path == PublishedFile.path,
        LocalArtwork.size_bytes == PublishedFile.size_bytes,
        LocalArtwork.mtime_ns == PublishedFile.mtime_ns,
    )
    is_read = (Title.nfo_path == PublishedFile.path) & (
        Title.nfo_mtime_ns == PublishedFile.mtime_ns
    )
    replaced = _ids(connection, of_library.where(Publication.video.is_not(None), ~plays))
    unlike = _ids(connection, files.where(PublishedFile.type != NFO, ~stands))
    unread = or_(Title.nfo_path.is_(None), ~is_read)
    edited = _ids(connection, files.where(PublishedFile.type == NFO, unread))
    return Suspects(list(dict.fromkeys([*replaced, *unlike, *edited])), replaced)


def taken_back(connection: Connection) -> list[UUID]:
    """Name the publications that stand, and some of whose changes somebody has taken back."""
    query = (
        select(Publication.id)
        .join(Change, Change.change_set_id == Publication.change_set_id)
        .join(PublishedFile, PublishedFile.publication_id == Publication.id)
        .where(
            Publication.is_standing.is_(True),
            Change.path == PublishedFile.path,
            Change.undone_at.is_not(None),
        )
    )
    return _ids(connection, query)


def unjudged(connection: Connection, *, after: UUID | None, limit: int) -> list[UUID]:
    """Name titles of which something stands and that have changed since, or whose sets have.

    An episode stands for all that are in its video.
    """
    its_set = aliased(Title)
    query = (
        select(Publication.title_id)
        .join(Title, Title.id == Publication.title_id)
        .join(its_set, its_set.id == Title.set_id, isouter=True)
        .where(
            Publication.is_standing.is_(True),
            (Title.changed_at > Publication.judged_at)
            | (its_set.changed_at > Publication.judged_at)
            | ((Title.kind == TitleKind.EPISODE.value) & _another_has_changed()),
        )
        .order_by(Publication.title_id)
        .limit(limit)
    )
    return _ids(connection, query if after is None else query.where(Publication.title_id > after))


async def changed_since(session: AsyncSession, seen: Sequence[Row[Any]]) -> dict[UUID, datetime]:
    """Say of titles that are not as they were seen when they were changed; they stay so until then.

    Whoever is about to change one is waited for, and nobody changes one before the end.
    """
    was = {row.id: row.changed_at for row in seen}
    found: dict[UUID, datetime] = {}
    for some in in_pieces(sorted(was)):  # sorted: two that lock never wait in a ring
        query = select(Title.id, Title.changed_at).where(Title.id.in_(some)).order_by(Title.id)
        rows = (await session.execute(query.with_for_update())).all()
        found |= {row.id: row.changed_at for row in rows if row.changed_at != was[row.id]}
    return found


def _another_has_changed() -> Exists:
    """Tell whether an episode in the video of one that was published has changed since."""
    own, other, episode = aliased(TitleFile), aliased(TitleFile), aliased(Title)
    return exists().where(
        own.title_id == Publication.title_id,
        other.media_file_id == own.media_file_id,
        episode.id == other.title_id,
        episode.changed_at > Publication.judged_at,
    )


def never_published(kinds: Sequence[str]) -> Select[UUID]:
    """Select the titles of these kinds of which nothing stands, though they could be published."""
    other, own = aliased(TitleFile), aliased(TitleFile)
    stands = exists().where(Publication.title_id == Title.id, Publication.is_standing.is_(True))
    stands_together = exists().where(
        own.title_id == Title.id,
        other.media_file_id == own.media_file_id,
        Publication.title_id == other.title_id,
        Publication.is_standing.is_(True),
    )
    unready = [TitleState.DISCOVERED.value, TitleState.MISSING.value]
    return select(Title.id).where(
        Title.kind.in_(kinds),
        Title.state.not_in(unready),
        Title.missing_since.is_(None),
        ~stands,
        ~stands_together,
        ~IS_TWIN,
    )


async def has_standing(session: AsyncSession, library_id: UUID) -> bool:
    """Tell whether anything published stands in a library."""
    stands = select(Publication.id).join(Title, Title.id == Publication.title_id)
    mine = stands.where(Publication.is_standing.is_(True), Title.library_id == library_id)
    return (await session.scalar(mine.limit(1))) is not None


async def standing_among(session: AsyncSession, title_ids: Sequence[UUID]) -> list[UUID]:
    """Name those of these titles of which something published stands."""
    found: list[UUID] = []
    for some in in_pieces(title_ids):
        query = select(Publication.title_id).where(
            Publication.is_standing.is_(True), Publication.title_id.in_(some)
        )
        found += await session.scalars(query)
    return found


async def has_unjudged(
    session: AsyncSession, title_ids: Sequence[UUID], kinds: Sequence[str]
) -> bool:
    """Tell whether one of these titles or its set has changed since it was judged, or never was."""
    changed = (
        select(Title.id)
        .join(Publication, Publication.title_id == Title.id)
        .join(_ITS_SET, _ITS_SET.id == Title.set_id, isouter=True)
        .where(
            Publication.is_standing.is_(True),
            (Title.id.in_(title_ids) & (Title.changed_at > Publication.judged_at))
            | (_ITS_SET.id.in_(title_ids) & (_ITS_SET.changed_at > Publication.judged_at)),
        )
    )
    another = (
        select(Title.id)
        .join(_OWN, _OWN.title_id == Title.id)
        .join(_OTHER, _OTHER.media_file_id == _OWN.media_file_id)
        .join(Publication, Publication.title_id == _OTHER.title_id)
        .where(
            Title.id.in_(title_ids),
            Title.kind == TitleKind.EPISODE.value,
            Publication.is_standing.is_(True),
            Title.changed_at > Publication.judged_at,
        )
    )
    for query in (changed, another):
        if (await session.scalar(query.limit(1))) is not None:
            return True
    new = never_published(kinds).where(Title.id.in_(title_ids), Title.is_unpublished.is_(False))
    return (await session.scalar(new.limit(1))) is not None


def to_retry(connection: Connection) -> list[UUID]:
    """Name the titles whose publication failed for a reason that may have passed."""
    query = select(Publication.title_id).where(
        Publication.status == PublicationStatus.FAILED.value, Publication.may_pass.is_(True)
    )
    return _ids(connection, query.order_by(Publication.id))


async def publications(
    session: AsyncSession,
    *,
    title_id: UUID | None = None,
    statuses: Sequence[PublicationStatus] = (),
    before: UUID | None = None,
    limit: int = PAGE,
) -> list[tuple[Publication, Title]]:
    """Return a page of the log, the newest first, each with its title."""
    query = select(Publication, Title).join(Title, Title.id == Publication.title_id)
    if title_id is not None:
        query = query.where(Publication.title_id == title_id)
    if statuses:
        query = query.where(Publication.status.in_([status.value for status in statuses]))
    if before is not None:
        query = query.where(Publication.id < before)
    found = await session.execute(query.order_by(Publication.id.desc()).limit(limit))
    return [(row[0], row[1]) for row in found]


async def last_of(session: AsyncSession, title_id: UUID) -> list[Publication]:
    """Return the publication that stands of a title, and the last one that failed, if any."""
    failed = Publication.status == PublicationStatus.FAILED.value
    query = select(Publication).where(
        Publication.title_id == title_id, or_(Publication.is_standing.is_(True), failed)
    )
    return list((await session.scalars(query.order_by(Publication.id.desc()))).all())


async def publication(session: AsyncSession, publication_id: UUID) -> Publication:
    """Return a publication.

    Raises:
        NoSuchPublication: there is none with this id.
    """
    found = await session.get(Publication, publication_id)
    if found is None:
        raise NoSuchPublication(str(publication_id))
    return found


async def files(session: AsyncSession, publication_id: UUID) -> list[PublishedFile]:
    """Return the files that stood since a publication, by path."""
    query = select(PublishedFile).where(PublishedFile.publication_id == publication_id)
    return list((await session.scalars(query.order_by(PublishedFile.path))).all())


async def foreign_writes(session: AsyncSession, paths: Sequence[Any]) -> list[ForeignWrite]:
    """Return who has rewritten these files since somebody last published them by hand."""
    found: list[ForeignWrite] = []
    for some in in_pieces(paths):
        query = select(ForeignWrite).where(
            ForeignWrite.path.in_(some), ForeignWrite.is_settled.is_(False)
        )
        found += await session.scalars(query.order_by(ForeignWrite.id))
    return found


async def fights_of(session: AsyncSession, title_id: UUID) -> list[ForeignWrite]:
    """Return who has rewritten the files of a title."""
    query = select(ForeignWrite).where(
        ForeignWrite.title_id == title_id, ForeignWrite.is_settled.is_(False)
    )
    return list((await session.scalars(query.order_by(ForeignWrite.id))).all())


async def verification(session: AsyncSession, verification_id: UUID) -> Verification:
    """Return one comparison with the disks.

    Raises:
        NoSuchVerification: there is none with this id.
    """
    found = await session.get(Verification, verification_id)
    if found is None:
        raise NoSuchVerification(str(verification_id))
    return found


async def verifications(
    session: AsyncSession, *, before: UUID | None = None, limit: int = PAGE
) -> list[Verification]:
    """Return comparisons with the disks, the newest first."""
    query = select(Verification).order_by(Verification.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Verification.id < before)
    return list((await session.scalars(query)).all())


async def verified_files(
    session: AsyncSession,
    verification_id: UUID,
    *,
    found: Sequence[Found] = (),
    after: int | None = None,
    limit: int = PAGE,
) -> list[VerifiedFile]:
    """Return what was not right in a comparison, in the order in which it was seen."""
    query = select(VerifiedFile).where(VerifiedFile.verification_id == verification_id)
    if found:
        query = query.where(VerifiedFile.found.in_([each.value for each in found]))
    if after is not None:
        query = query.where(VerifiedFile.position > after)
    return list((await session.scalars(query.order_by(VerifiedFile.position).limit(limit))).all())


async def older_than(session: AsyncSession, moment: datetime) -> tuple[list[UUID], list[UUID]]:
    """Name the publications and the verifications of before a moment that nobody needs."""
    old = select(Publication.id).where(
        Publication.made_at < moment, Publication.is_standing.is_(False)
    )
    looks = select(Verification.id).where(Verification.started_at < moment)
    return list(await session.scalars(old)), list(await session.scalars(looks))


def _ids(connection: Connection, query: Select[UUID]) -> list[UUID]:
    return list(dict.fromkeys(connection.execute(query).scalars()))
