"""What is shown of a title's artwork: what it has, and what it could have, with the scores.

Asked by the thousand, so each is a few statements in one trip to the database (`Database.ask`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, cast
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Row, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.artwork import candidates, cases, wishes
from maestrarr.features.artwork.errors import TypeUnfit
from maestrarr.features.artwork.models import (
    CachedImage,
    CandidateRecord,
    LibraryWishes,
    LockRecord,
    SearchRecord,
    Selection,
)
from maestrarr.features.artwork.policy import Scored, Taste
from maestrarr.features.artwork.schemas import Wishes
from maestrarr.features.artwork.usual import TEXTLESS, TYPES
from maestrarr.features.library.errors import TitleUnknown
from maestrarr.features.library.models import Library, Title

Document = dict[str, Any]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
Ordered = Sequence[tuple[int, Scored, CandidateRecord]]
UNKNOWN: Final = "unknown"
_SHOWN: Final = (
    "id", "provider", "url", "width", "height", "language", "is_textless", "rating", "votes",
    "sha256", "fault",
)  # fmt: skip

_ID: BindParameter[UUID] = bindparam("id")
_TYPE: BindParameter[str] = bindparam("type")
_TITLE: Final = select(
    Title.id, Title.parent_id, Title.kind, Title.library_id, Title.original_language
).where(Title.id == _ID)
_LIBRARY: Final = (
    select(Library.language, Library.providers, LibraryWishes.wishes)
    .outerjoin(LibraryWishes, LibraryWishes.library_id == Library.id)
    .where(Library.id == _ID)
)
_OFFERED: Final = (
    select(CandidateRecord.type, func.count().label("offered"))
    .where(CandidateRecord.title_id == _ID)
    .group_by(CandidateRecord.type)
)
_SELECTED: Final = (
    select(
        *Selection.__table__.columns,
        CachedImage.width,
        CachedImage.height,
        CachedImage.size_bytes,
        CandidateRecord.id.label("candidate_id"),
    )
    .join(CachedImage, CachedImage.sha256 == Selection.sha256)
    .outerjoin(
        CandidateRecord,
        and_(
            CandidateRecord.title_id == Selection.title_id,
            CandidateRecord.type == Selection.type,
            CandidateRecord.url == Selection.url,
        ),
    )
    .where(Selection.title_id == _ID)
    .order_by(Selection.type, Selection.number)
)
_LOCKS: Final = select(LockRecord.type, LockRecord.locked_by).where(LockRecord.title_id == _ID)
_SEARCH: Final = select(SearchRecord.searched_at, SearchRecord.failures).where(
    SearchRecord.title_id == _ID
)
_OF_TYPE: Final = (
    select(*CandidateRecord.__table__.columns, CachedImage.phash)
    .outerjoin(
        CachedImage,
        and_(CachedImage.sha256 == CandidateRecord.sha256, CachedImage.fault.is_(None)),
    )
    .where(CandidateRecord.title_id == _ID, CandidateRecord.type == _TYPE)
)
_TAKEN: Final = select(Selection.url, Selection.number).where(
    Selection.title_id == _ID, Selection.type == _TYPE
)


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


@dataclass(frozen=True, slots=True)
class _Line:
    """A title, the top one above it, and what their library wants."""

    title: AnyRow
    top: AnyRow
    taste: Taste


def title(connection: Connection, title_id: UUID) -> Document:
    """Describe the pictures of a title by type.

    Raises:
        TitleUnknown: there is none with this id.
    """
    line, which = _line(connection, title_id), {"id": title_id}
    offered = {each.type: each.offered for each in connection.execute(_OFFERED, which)}
    locked_by = {lock.type: lock.locked_by for lock in connection.execute(_LOCKS, which)}
    search = connection.execute(_SEARCH, {"id": line.top.id}).one_or_none()
    selected: dict[str, list[Document]] = defaultdict(list)
    for each in connection.execute(_SELECTED, which):
        selected[each.type].append(_selected(each))
    return {
        "title_id": title_id,
        "types": [
            {
                "type": type_,
                "wanted": line.taste.counts.get(type_, 0),
                "candidates": offered.get(type_, 0),
                "locked_by": locked_by.get(type_),
                "selected": selected[type_],
            }
            for type_ in TYPES[line.title.kind]
        ],
        "searched_at": search and search.searched_at,
        "failures": search.failures if search else [],
    }


async def title_in(session: AsyncSession, title_id: UUID) -> Document:
    """Describe the pictures of a title within a session, as it has changed them.

    Raises:
        TitleUnknown: there is none with this id.
    """
    await session.flush()
    connection = await session.connection()
    return await connection.run_sync(title, title_id)


def page(
    connection: Connection,
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
    line, which = _line(connection, title_id), {"id": title_id, "type": type_}
    if type_ not in TYPES[line.title.kind]:
        raise TypeUnfit(type_, line.title.kind, list(TYPES[line.title.kind]))
    ordered = _in_order(connection, line, connection.execute(_OF_TYPE, which).all())
    shown = [each for each in ordered if narrowed.fits(each[2])]
    records = [record for _, _, record in ordered]
    numbers = {each.url: each.number for each in connection.execute(_TAKEN, which)}
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


def _line(connection: Connection, title_id: UUID) -> _Line:
    found = above = connection.execute(_TITLE, {"id": title_id}).one_or_none()
    while above is not None and above.parent_id is not None:
        above = connection.execute(_TITLE, {"id": above.parent_id}).one_or_none()
    if found is None or above is None:
        raise TitleUnknown(str(title_id))
    library = connection.execute(_LIBRARY, {"id": above.library_id}).one()
    said = Wishes.model_validate(library.wishes or {})
    return _Line(found, above, wishes.taste(cast("Library", library), said))


def _in_order(connection: Connection, line: _Line, rows: Sequence[AnyRow]) -> Ordered:
    """Put all candidates in order: what cannot be taken stands behind what can."""
    rejected = cases.as_rejected(connection.execute(cases.REJECTED).all())
    hashes = {row.url: int(row.phash, 16) for row in rows if row.phash is not None}
    records = cast("Sequence[CandidateRecord]", rows)
    original = line.top.original_language
    order = candidates.in_order(records, original, line.taste, rejected, hashes)
    order.sort(key=lambda each: each[1].fault is not None)
    return [(place, scored, record) for place, (scored, record) in enumerate(order, start=1)]


def _selected(each: AnyRow) -> Document:
    return {
        "number": each.number,
        "sha256": each.sha256,
        "width": each.width,
        "height": each.height,
        "size_bytes": each.size_bytes,
        "provider": each.provider,
        "url": each.url,
        "candidate_id": each.candidate_id,
        "chosen_by": each.chosen_by,
        "chosen_at": each.chosen_at,
        "reason": each.reason,
        "said": each.said,
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
