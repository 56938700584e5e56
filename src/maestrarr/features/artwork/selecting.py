"""Choosing the pictures of a title: score, download the best, pass over what shows the same.

Network first, session last: `choose` fetches, `settle` writes down what came of it.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import candidates, policy
from maestrarr.features.artwork.cache import Picture
from maestrarr.features.artwork.cases import Case
from maestrarr.features.artwork.errors import CacheFull, PictureRefused
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.features.artwork.keeping import note_copies
from maestrarr.features.artwork.models import CandidateRecord, Selection
from maestrarr.features.artwork.policy import Scored
from maestrarr.kit.choice import Choice
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem

MOST_TRIES: Final = 12  # downloads for one type of one title, however many look alike


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that was chosen: by which candidate, and why."""

    record: CandidateRecord
    choice: Choice[Scored]


@dataclass(slots=True)
class Outcome:
    """What came of one type: pictures taken, copies made, candidates that are of no use.

    `failures` are Problems that may pass; while there are any, what a title had stays.
    """

    type: str
    taken: Sequence[Taken] = ()
    copies: dict[UUID, Picture] = field(default_factory=dict)
    faults: dict[UUID, str] = field(default_factory=dict)
    failures: list[Problem] = field(default_factory=list)

    @property
    def names(self) -> list[str | None]:
        """The pictures that were taken, by their SHA-256."""
        return [self.name_of(taken.record) for taken in self.taken]

    def name_of(self, record: CandidateRecord) -> str | None:
        """Name our copy of a candidate."""
        copy = self.copies.get(record.id)
        return record.sha256 if copy is None else copy.sha256


async def choose(case: Case, fetcher: Fetcher) -> list[Outcome]:
    """Choose the pictures of every type that is not locked, all types at once.

    Raises:
        CacheFull: there is no room for our copies.
    """
    open_types = [type_ for type_ in case.types if type_ not in case.locks]
    return list(await asyncio.gather(*(_choose_type(case, each, fetcher) for each in open_types)))


async def _choose_type(case: Case, type_: str, fetcher: Fetcher) -> Outcome:
    """Take the best, and look at it; where that shows it to be of no use, take the next."""
    outcome, count = Outcome(type_), case.taste.counts.get(type_, 0)
    left = {each.id: each for each in case.candidates.get(type_, ()) if each.fault is None}
    hashes = dict(case.hashes)
    for _ in range(MOST_TRIES):
        ranked = _ranked(case, left.values(), hashes)
        records = {scored.candidate.url: record for scored, record in ranked}
        chosen = policy.choose([scored for scored, _ in ranked], count, hashes)
        taken = [Taken(records[choice.value.candidate.url], choice) for choice in chosen]
        unseen = next((each.record for each in taken if each.record.url not in hashes), None)
        if unseen is None:
            outcome.taken = taken
            break
        await _look_at(unseen, case, fetcher, outcome, hashes)
        if unseen.id not in outcome.copies or unseen.id in outcome.faults:
            del left[unseen.id]
    return outcome


async def _look_at(
    record: CandidateRecord,
    case: Case,
    fetcher: Fetcher,
    outcome: Outcome,
    hashes: dict[str, int],
) -> None:
    """Get a candidate; note what it really is, or why it is of no use."""
    try:
        picture = await fetcher.take(record.url)
    except PictureRefused as refusal:
        outcome.faults[record.id] = refusal.reason
    except CacheFull:
        raise
    except Problem as problem:
        outcome.failures.append(problem)
    else:
        outcome.copies[record.id] = picture
        hashes[record.url] = picture.phash
        record.width, record.height = picture.width, picture.height  # detached: settle writes it
        if policy.too_small(candidates.as_candidate(record), case.taste):
            outcome.faults[record.id] = "too_small"


def _ranked(
    case: Case, records: Collection[CandidateRecord], hashes: Mapping[str, int]
) -> list[tuple[Scored, CandidateRecord]]:
    return candidates.in_order(records, case.original, case.taste, case.rejected, hashes)


async def settle(session: AsyncSession, case: Case, outcomes: Sequence[Outcome]) -> bool:
    """Write down what was chosen for a title; tells whether it has other pictures now.

    A type somebody locked meanwhile is passed over: the caller has read the case anew.
    """
    for outcome in outcomes:
        await note_copies(session, outcome.copies, outcome.faults)
    changed = [
        await _replace(session, case, outcome)
        for outcome in outcomes
        if outcome.type not in case.locks and not _is_worse(case, outcome)
    ]
    return any(changed)


def _is_worse(case: Case, outcome: Outcome) -> bool:
    """Tell whether a title would lose pictures because somebody could not be reached."""
    had = case.selected.get(outcome.type, ())
    return bool(outcome.failures) and len(outcome.taken) < len(had)


async def _replace(session: AsyncSession, case: Case, outcome: Outcome) -> bool:
    had = case.selected.get(outcome.type, ())
    rows = [_row(case, outcome, number, taken) for number, taken in enumerate(outcome.taken)]
    place = (Selection.title_id == case.title.id, Selection.type == outcome.type)
    if [each.sha256 for each in had] == [row["sha256"] for row in rows]:
        for row in rows:  # the same pictures, perhaps for other reasons
            values = {name: row[name] for name in ("provider", "url", "reason", "said")}
            same = update(Selection).where(*place, Selection.number == row["number"])
            await session.execute(same.values(chosen_by=None, **values))
        return False
    await session.execute(delete(Selection).where(*place))
    session.add_all(Selection(**row) for row in rows)
    await session.flush()
    return True


def _row(case: Case, outcome: Outcome, number: int, taken: Taken) -> dict[str, Any]:
    scored = taken.choice.value
    return {
        "title_id": case.title.id,
        "type": outcome.type,
        "number": number,
        "sha256": outcome.name_of(taken.record),
        "provider": taken.record.provider,
        "url": taken.record.url,
        "chosen_by": None,
        "chosen_at": now(),
        "reason": taken.choice.reason,
        "said": scored.to_json(),
    }
