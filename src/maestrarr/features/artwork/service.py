"""What can be asked of artwork: choose, pick, upload, lock, reject; and what was chosen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.events import service as events
from maestrarr.features.artwork import cases, keeping, locks, queries, selecting
from maestrarr.features.artwork.cache import Picture
from maestrarr.features.artwork.errors import NumberUnfit, PictureRefused, TypeUnfit
from maestrarr.features.artwork.events import ArtworkChanged, RejectionsChanged
from maestrarr.features.artwork.models import CachedImage, CandidateRecord, Rejection, Selection
from maestrarr.features.artwork.policy import Candidate, is_rejected
from maestrarr.features.artwork.queries import Family
from maestrarr.features.artwork.reasons import BY_HAND
from maestrarr.features.artwork.selecting import Outcome
from maestrarr.features.artwork.usual import MAIN, MOST_OF_A_TYPE, TYPES
from maestrarr.features.library import marks
from maestrarr.features.library.models import Title
from maestrarr.kit.clock import now
from maestrarr.providers.contracts import OffersArtwork

MOST_IDS = 200


@dataclass(frozen=True, slots=True)
class Chosen:
    """A picture that a title has in a role; `artwork.cache.path_of` tells where our copy lies."""

    type: str
    number: int
    sha256: str
    suffix: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Portrait(Chosen):
    """The portrait of somebody who plays in a title, and how its file is called."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A picture that somebody wants in a place: our copy, and where it comes from.

    `how` is `picked`, `uploaded` or `pasted`.
    """

    picture: Picture
    provider: str
    url: str | None
    how: str
    given_by: str


async def chosen(session: AsyncSession, title_id: UUID) -> Sequence[Chosen]:
    """Return the pictures that were chosen for a title, in order; seasons have their own."""
    query = (
        select(
            Selection.type,
            Selection.number,
            CachedImage.sha256,
            CachedImage.suffix,
            CachedImage.size_bytes,
        )
        .join(CachedImage, CachedImage.sha256 == Selection.sha256)
        .where(Selection.title_id == title_id)
        .order_by(Selection.type, Selection.number)
    )
    return [Chosen(*row) for row in await session.execute(query)]


async def count_due(session: AsyncSession, title_ids: Collection[UUID], *, everything: bool) -> int:
    """Count those of these titles whose pictures would be sought and chosen now, or all."""
    due = await queries.due_among(
        session, title_ids, now(), only_described=False, everything=everything
    )
    if not await connections.is_anybody(session, OffersArtwork):
        due = await queries.with_local_artwork(session, due)
    return len(due)


async def settle(
    session: AsyncSession, family: Family, outcomes: Mapping[UUID, Sequence[Outcome]]
) -> list[UUID]:
    """Write down what was chosen for titles of a family; returns those that look otherwise now."""
    changed = set(await locks.give_back(session, family))
    for case in await cases.of_family(session, family, outcomes):
        if await selecting.settle(session, case, outcomes[case.title.id]):
            changed.add(case.title.id)
    await _tell(session, sorted(changed))
    return sorted(changed)


async def place(
    session: AsyncSession, title_id: UUID, type_: str, number: int, given: Given
) -> None:
    """Give a title a picture by hand, in a place of its type; the type is locked with it.

    Raises:
        TitleUnknown: there is no such title.
        TypeUnfit: such a title has no pictures of this type.
        NumberUnfit: that place lies behind a gap, or too far.
    """
    family, title = await _title(session, title_id, type_)
    had = [
        each for each in (await queries.selections(session, [title_id]))[title_id]
        if each.type == type_
    ]  # fmt: skip
    if number > len(had) or number >= MOST_OF_A_TYPE:
        raise NumberUnfit(type_, MOST_OF_A_TYPE)
    await keeping.note_copy(session, given.picture)
    await _remove(session, title_id, type_, number)
    session.add(
        Selection(
            title_id=title_id,
            type=type_,
            number=number,
            sha256=given.picture.sha256,
            provider=given.provider,
            url=given.url,
            chosen_by=given.given_by,
            reason=BY_HAND[given.how],
            said={"key": given.how},
        )
    )
    await session.flush()
    await locks.lock(session, family, title, type_, locked_by=given.given_by)
    await _tell(session, [title_id])


async def take_away(
    session: AsyncSession, title_id: UUID, type_: str, number: int, *, by: str
) -> None:
    """Take a picture away from a title; those behind it move up, and the type is locked.

    Raises:
        TitleUnknown: there is no such title.
        TypeUnfit: such a title has no pictures of this type.
    """
    family, title = await _title(session, title_id, type_)
    await _remove(session, title_id, type_, number)
    for each in (await queries.selections(session, [title_id]))[title_id]:
        if each.type == type_ and each.number > number:
            moved = {name: getattr(each, name) for name in _MOVING} | {"number": each.number - 1}
            await _remove(session, title_id, type_, each.number)
            session.add(Selection(**moved))
            await session.flush()
    await locks.lock(session, family, title, type_, locked_by=by)
    await _tell(session, [title_id])


async def lock(
    session: AsyncSession, title_id: UUID, type_: str, *, is_locked: bool, by: str
) -> None:
    """Let a title's pictures of a type stay as they are, or be chosen again when that is due.

    Raises:
        TitleUnknown: there is no such title.
        TypeUnfit: such a title has no pictures of this type.
    """
    family, title = await _title(session, title_id, type_)
    if is_locked:
        await locks.lock(session, family, title, type_, locked_by=by)
    else:
        await locks.unlock(session, title_id, [type_])
    await events.publish(session, ArtworkChanged([title_id]))


async def prepare_choice(
    session: AsyncSession, title_id: UUID, types: Collection[str] | None
) -> Family:
    """Lift the locks of the types that are to be chosen anew.

    Raises:
        TitleUnknown: there is no such title.
        TypeUnfit: such a title has no pictures of one of these types.
    """
    for type_ in types or ():
        await _title(session, title_id, type_)
    await locks.unlock(session, title_id, types or ())
    return await queries.family(session, title_id)


async def discard(session: AsyncSession, title_id: UUID) -> Family:
    """Take back all that was said of a title's pictures by hand, so that the score chooses them.

    No type of it is locked then, and what was rejected of what it is or was offered is so no
    longer, of no title.

    Raises:
        TitleUnknown: there is no such title.
    """
    family = await queries.family(session, title_id)
    title = next(each for each in family.titles if each.id == title_id)
    await locks.forget(session, family, title)
    offered = select(CandidateRecord.url).where(CandidateRecord.title_id == title_id)
    rejected = or_(Rejection.url.in_(offered), Rejection.title_id == title_id)
    await session.execute(delete(Rejection).where(rejected))
    await events.publish(session, RejectionsChanged(), ArtworkChanged([title_id]))
    return family


async def reject(
    session: AsyncSession,
    record: CandidateRecord,
    phash: int | None,
    *,
    reason: str,
    by: str,
) -> list[UUID]:
    """Let a picture be offered for no title any more; returns the titles that have it.

    `phash` is its perceptual hash, where somebody has seen it.
    """
    title = await session.get_one(Title, record.title_id)
    known = select(Rejection).where(Rejection.url == record.url)
    rejection = (await session.scalars(known)).first()
    if rejection is None:
        rejection = Rejection(
            url=record.url,
            preview_url=record.preview_url,
            type=record.type,
            provider=record.provider,
            rejected_by=by,
        )
        session.add(rejection)
    rejection.title_id, rejection.title = title.id, title.title
    rejection.phash = f"{phash:016x}" if phash is not None else rejection.phash
    rejection.reason, rejection.rejected_by, rejection.rejected_at = reason, by, now()
    await session.flush()
    await events.publish(session, RejectionsChanged(), ArtworkChanged([title.id]))
    having = select(Selection.title_id).where(
        (Selection.url == record.url) | (Selection.sha256 == record.sha256)
    )
    return sorted(set(await session.scalars(having)))


async def take_back(session: AsyncSession, rejection_id: UUID) -> Rejection:
    """Let a rejected picture be offered again.

    Raises:
        RejectionUnknown: there is none with this id.
    """
    found = await queries.rejection(session, rejection_id)
    await session.delete(found)
    await events.publish(session, RejectionsChanged())
    return found


async def check_wanted(session: AsyncSession, picture: Picture, url: str | None) -> None:
    """Refuse a picture that shows what was rejected.

    Raises:
        PictureRefused: it does.
    """
    candidate = Candidate(type="", url=url or "", provider="")
    if is_rejected(candidate, picture.phash, await cases.rejected(session)):
        raise PictureRefused("rejected")


async def _title(session: AsyncSession, title_id: UUID, type_: str) -> tuple[Family, Title]:
    family = await queries.family(session, title_id)
    title = next(each for each in family.titles if each.id == title_id)
    types = TYPES[title.kind]
    if type_ not in types:
        raise TypeUnfit(type_, title.kind, list(types))
    return family, title


async def _remove(session: AsyncSession, title_id: UUID, type_: str, number: int) -> None:
    place = (Selection.title_id == title_id, Selection.type == type_)
    await session.execute(delete(Selection).where(*place, Selection.number == number))


async def _tell(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    """Show titles by what they have now, and tell that it is so."""
    for title_id in title_ids:
        title = await session.get_one(Title, title_id)
        main = MAIN[title.kind]
        its = await chosen(session, title_id)
        has = [each for each in its if each.type == main]
        name = f"{has[0].sha256}{has[0].suffix}" if has else None
        await marks.show_picture(session, title_id, name, {each.type for each in its})
    for start in range(0, len(title_ids), MOST_IDS):
        await events.publish(session, ArtworkChanged(title_ids[start : start + MOST_IDS]))


_MOVING = (
    "title_id", "type", "sha256", "provider", "url", "chosen_by", "chosen_at", "reason", "said",
)  # fmt: skip
