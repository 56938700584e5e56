"""What is shown of a title's artwork: what it has, and what it could have, with the scores."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import candidates, cases, queries
from maestrarr.features.artwork.cases import Case
from maestrarr.features.artwork.errors import TypeUnfit
from maestrarr.features.artwork.models import CachedImage, CandidateRecord, Selection
from maestrarr.features.artwork.policy import Scored
from maestrarr.features.artwork.usual import TEXTLESS

Document = dict[str, Any]
UNKNOWN: Final = "unknown"
_SHOWN: Final = (
    "id", "provider", "url", "width", "height", "language", "is_textless", "rating", "votes",
    "sha256", "fault",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which candidates are shown: by language or `textless` or `unknown`, provider, least width."""

    language: str | None = None
    provider: str | None = None
    width_from: int | None = None

    def fits(self, record: CandidateRecord) -> bool:
        """Tell whether a candidate is shown."""
        return (
            self.language in (None, language_of(record))
            and self.provider in (None, record.provider)
            and (record.width or 0) >= (self.width_from or 0)
        )


async def title(session: AsyncSession, title_id: UUID) -> Document:
    """Describe the pictures of a title by type.

    Raises:
        TitleUnknown: there is none with this id.
    """
    family = await queries.family(session, title_id)
    case = (await cases.of_family(session, family, [title_id]))[0]
    search = await queries.search(session, family.top.id)
    names = [each.sha256 for selected in case.selected.values() for each in selected]
    images = await queries.images(session, names)
    return {
        "title_id": title_id,
        "types": [_type(case, type_, images) for type_ in case.types],
        "searched_at": search and search.searched_at,
        "failures": search.failures if search else [],
    }


async def page(
    session: AsyncSession,
    title_id: UUID,
    type_: str,
    narrowed: Narrowed,
    *,
    after: int,
    limit: int,
) -> Document:
    """Describe candidates of a type, the best first; those of no use come last.

    Raises:
        TitleUnknown: there is no such title.
        TypeUnfit: such a title has no pictures of this type.
    """
    family = await queries.family(session, title_id)
    case = (await cases.of_family(session, family, [title_id]))[0]
    if type_ not in case.types:
        raise TypeUnfit(type_, case.title.kind, list(case.types))
    ordered = _in_order(case, type_)
    shown = [each for each in ordered if narrowed.fits(each[2])]
    records = [record for _, _, record in ordered]
    numbers = {each.url: each.number for each in case.selected.get(type_, ())}
    following = after + limit if after + limit < len(shown) else None
    return {
        "candidates": [
            _candidate(place, scored, record, numbers)
            for place, scored, record in shown[after : after + limit]
        ],
        "total": len(shown),
        "languages": _counted(map(language_of, records)),
        "providers": _counted(record.provider for record in records),
        "next": following,
    }


def language_of(record: CandidateRecord) -> str:
    """Name a candidate's language, or that it has no text, or that nobody says."""
    return TEXTLESS if record.is_textless else record.language or UNKNOWN


def _in_order(case: Case, type_: str) -> list[tuple[int, Scored, CandidateRecord]]:
    """Put all candidates in order: what cannot be taken stands behind what can."""
    order = candidates.in_order(
        case.candidates.get(type_, ()), case.original, case.taste, case.rejected, case.hashes
    )
    order.sort(key=lambda each: each[1].fault is not None)
    return [(place, scored, record) for place, (scored, record) in enumerate(order, start=1)]


def _type(case: Case, type_: str, images: Mapping[str, CachedImage]) -> Document:
    lock = case.locks.get(type_)
    by_url = {record.url: record.id for record in case.candidates.get(type_, ())}
    return {
        "type": type_,
        "wanted": case.taste.counts.get(type_, 0),
        "candidates": len(case.candidates.get(type_, ())),
        "locked_by": lock and lock.locked_by,
        "selected": [
            _selected(each, images[each.sha256], by_url.get(each.url or ""))
            for each in case.selected.get(type_, ())
        ],
    }


def _selected(selection: Selection, image: CachedImage, candidate_id: UUID | None) -> Document:
    return {
        "number": selection.number,
        "sha256": selection.sha256,
        "width": image.width,
        "height": image.height,
        "size_bytes": image.size_bytes,
        "provider": selection.provider,
        "url": selection.url,
        "candidate_id": candidate_id,
        "chosen_by": selection.chosen_by,
        "chosen_at": selection.chosen_at,
        "reason": selection.reason,
        "said": selection.said,
    }


def _candidate(
    place: int, scored: Scored, record: CandidateRecord, numbers: Mapping[str | None, int]
) -> Document:
    return {
        **{name: getattr(record, name) for name in _SHOWN},
        "place": place,
        "number": numbers.get(record.url),
        "score": scored.to_json(),
        "reason": scored.reason,
    }


def _counted(values: Iterable[str]) -> Sequence[Document]:
    counts = Counter(values).most_common()
    return [{"value": value, "count": count} for value, count in counts]
