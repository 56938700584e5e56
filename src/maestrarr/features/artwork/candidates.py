"""Candidates: what providers offer, written down, and put in order by the score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import policy, queries
from maestrarr.features.artwork.models import CandidateRecord
from maestrarr.features.artwork.policy import Candidate, Rejected, Scored, Taste
from maestrarr.features.artwork.usual import LOCAL
from maestrarr.kit.db import in_pieces
from maestrarr.media.artwork import Offer

MOST_OF_A_TYPE: Final = 300  # of one provider, for one title: nobody looks at more
_LONGEST_URL: Final = 2_000
_SAID: Final = (
    "preview_url", "width", "height", "language", "is_textless", "rating", "votes",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalOffer(Offer):
    """A picture that stands beside the media; `stamp` changes when its file does."""

    stamp: str


async def store(
    session: AsyncSession,
    provider: str,
    offers: Mapping[UUID, Sequence[Offer]],
    *,
    of_same: bool,
) -> None:
    """Write down what a provider offers for titles, in the place of what it offered before.

    What stays keeps what is known of it, such as our copy. As long as the titles are the same
    works, as `of_same` says, a picture that one of them has stays a candidate: services forget
    pictures, and disks lose them. A service that suddenly knows none at all is not believed.
    """
    known = await queries.candidates(session, offers)
    has_some = any(record.provider == provider for each in known.values() for record in each)
    if of_same and has_some and provider != LOCAL and not any(offers.values()):
        return
    taken = await queries.selections(session, offers) if of_same else {}
    gone: list[UUID] = []
    for title_id, offered in offers.items():
        had = {(each.type, each.url) for each in taken.get(title_id, ())}
        before = {
            (record.type, record.url): record
            for record in known[title_id]
            if record.provider == provider
        }
        for offer in _first_ones(offered):
            record = before.pop((offer.type, offer.url), None)
            if record is None:
                record = CandidateRecord(
                    title_id=title_id, type=offer.type, url=offer.url, provider=provider
                )
                session.add(record)
            _renew(record, offer)
        gone += [record.id for role, record in before.items() if role not in had]
    for some in in_pieces(gone):
        await session.execute(delete(CandidateRecord).where(CandidateRecord.id.in_(some)))
    await session.flush()


def as_candidate(record: CandidateRecord) -> Candidate:
    """Turn what is stored of a candidate into what is judged."""
    said = {name: getattr(record, name) for name in _SAID}
    return Candidate(type=record.type, url=record.url, provider=record.provider, **said)


def in_order(
    records: Iterable[CandidateRecord],
    original: str | None,
    taste: Taste,
    rejected: Rejected,
    hashes: Mapping[str, int],
) -> list[tuple[Scored, CandidateRecord]]:
    """Put candidates of one type in order, without those that nobody wants."""
    by_url = {record.url: record for record in records}
    wanted = [
        candidate
        for candidate in map(as_candidate, by_url.values())
        if not policy.is_rejected(candidate, hashes.get(candidate.url), rejected)
    ]
    ranked = policy.rank(wanted, original, taste)
    return [(scored, by_url[scored.candidate.url]) for scored in ranked]


def _first_ones(offers: Iterable[Offer]) -> Iterable[Offer]:
    """Leave out what comes twice, what is of no use, and what nobody would look through."""
    seen: set[tuple[str, str]] = set()
    counts: dict[str, int] = {}
    for offer in offers:
        is_new = (offer.type, offer.url) not in seen and len(offer.url) <= _LONGEST_URL
        if is_new and counts.get(offer.type, 0) < MOST_OF_A_TYPE:
            seen.add((offer.type, offer.url))
            counts[offer.type] = counts.get(offer.type, 0) + 1
            yield offer


def _renew(record: CandidateRecord, offer: Offer) -> None:
    stamp = offer.stamp if isinstance(offer, LocalOffer) else None
    if stamp != record.stamp:  # another file stands there now
        record.sha256 = record.fault = None
    record.stamp = stamp
    for name in _SAID:
        value = getattr(offer, name)
        is_measured = record.sha256 is not None and name in ("width", "height")
        if not is_measured and getattr(record, name) != value:
            setattr(record, name, value)
