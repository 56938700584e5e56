"""Cases: all that is known of a title whose pictures are to be chosen, read at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import queries, wishes
from maestrarr.features.artwork.models import CandidateRecord, LockRecord, Rejection, Selection
from maestrarr.features.artwork.policy import Rejected, Taste
from maestrarr.features.artwork.queries import Family
from maestrarr.features.artwork.usual import TYPES
from maestrarr.features.library.models import Title

REJECTED: Final = select(Rejection.url, Rejection.phash)

Typed = TypeVar("Typed", CandidateRecord, Selection)


@dataclass(frozen=True, slots=True)
class Case:
    """A title, what its library wants, and what there is; everything is by type.

    `hashes` are the perceptual hashes of candidates of which there is a copy, by their addresses.
    """

    title: Title
    original: str | None
    taste: Taste
    candidates: Mapping[str, Sequence[CandidateRecord]]
    selected: Mapping[str, Sequence[Selection]]
    locks: Mapping[str, LockRecord]
    rejected: Rejected
    hashes: Mapping[str, int]

    @property
    def types(self) -> Sequence[str]:
        """The types that such a title has."""
        return TYPES[self.title.kind]


async def of_family(session: AsyncSession, family: Family, only: Collection[UUID]) -> list[Case]:
    """Read the cases of those titles of a family that are named."""
    titles = [title for title in family.titles if title.id in only]
    ids = [title.id for title in titles]
    said = await wishes.of_library(session, family.library.id)
    taste = wishes.taste(family.library, said)
    offered = await queries.candidates(session, ids)
    selected = await queries.selections(session, ids)
    locked = await queries.locks(session, ids)
    unwanted = await rejected(session)
    copies = {record.sha256 for each in offered.values() for record in each if record.sha256}
    images = await queries.images(session, copies)
    phashes = {name: int(image.phash, 16) for name, image in images.items() if not image.fault}
    return [
        Case(
            title,
            family.top.original_language,
            taste,
            _by_type(offered[title.id]),
            _by_type(selected[title.id]),
            {lock.type: lock for lock in locked[title.id]},
            unwanted,
            {
                record.url: phashes[record.sha256]
                for record in offered[title.id]
                if record.sha256 in phashes
            },
        )
        for title in titles
    ]


async def rejected(session: AsyncSession) -> Rejected:
    """Return what nobody wants, by addresses and by perceptual hashes."""
    return as_rejected((await session.execute(REJECTED)).all())


def as_rejected(rows: Sequence[Row[*tuple[Any, ...]]]) -> Rejected:
    """Put together what nobody wants from what REJECTED selects."""
    return Rejected(
        frozenset(row.url for row in rows if row.url is not None),
        tuple(int(row.phash, 16) for row in rows if row.phash is not None),
    )


def _by_type(records: Sequence[Typed]) -> Mapping[str, Sequence[Typed]]:
    found: dict[str, list[Typed]] = defaultdict(list)
    for record in records:
        found[record.type].append(record)
    return found
