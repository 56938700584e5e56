"""What is written down of titles that were published, or were not: the log, and what stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.schemas import ProblemSaid
from maestrarr.core.changes.writes import Done
from maestrarr.core.events import service as events
from maestrarr.core.notifications import service as notifications
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.service import Occurrence
from maestrarr.features.library import published
from maestrarr.features.library.published import Picture, Published
from maestrarr.features.library.states import TitleState
from maestrarr.features.publishing import policy, queries
from maestrarr.features.publishing.events import publications_done
from maestrarr.features.publishing.models import ForeignWrite, Publication, PublishedFile
from maestrarr.features.publishing.plans import PlannedFile, PublishPlan
from maestrarr.features.publishing.standing import deflated
from maestrarr.features.publishing.states import (
    ACTOR,
    NFO,
    FileDeed,
    PublicationKind,
    PublicationStatus,
)
from maestrarr.features.publishing.subjects import Subject
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.errors import Problem
from maestrarr.kit.ids import new_id
from maestrarr.kit.text import readable

JUST_BEFORE: Final = timedelta(microseconds=1)
Row: TypeAlias = dict[str, Any]
DoneBy: TypeAlias = Mapping[Path, Done]


@dataclass(frozen=True, slots=True)
class About:
    """What a pass was: why it wrote, who asked, and the ChangeSet of what it wrote."""

    kind: PublicationKind
    asked_by: str | None
    change_set: UUID | None


async def note(
    session: AsyncSession,
    about: About,
    plans: Sequence[PublishPlan],
    failed: Mapping[UUID, Problem],
    done: DoneBy,
) -> dict[UUID, UUID]:
    """Write down what stands since, and what failed; return publications by their titles."""
    good = [plan for plan in plans if plan.subject.id not in failed and not plan.is_known]
    edited = await queries.changed_since(session, [r for plan in good for r in plan.subject.titles])
    bad = [plan for plan in plans if is_failure(failed.get(plan.subject.id))]
    ids = {plan.subject.id: new_id() for plan in (*good, *bad)}
    await _stand_down(session, [plan.subject.id for plan in good])
    settled = [plan.subject.id for plan in plans if plan.is_known]
    await _forget_failures(session, [*ids, *settled])
    rows = [_publication(plan, ids[plan.subject.id], about, done, edited) for plan in good]
    rows += [_failure(plan, ids[plan.subject.id], about, failed) for plan in bad]
    await insert_rows(session, Publication, rows)
    standing = [row for plan in good for row in _standing(plan, ids[plan.subject.id], done)]
    await insert_rows(session, PublishedFile, standing)
    await _tell_library(session, plans, good, bad, done)
    await events.publish(session, *publications_done(list(ids)))
    await notifications.note(session, *(_occurrence(plan, failed) for plan in bad))
    return ids


def has_news(plan: PublishPlan) -> bool:
    """Tell whether titles are marked as if they were not published, though nothing is new."""
    return any(map(_is_marked, plan.subject.titles))


async def settle_fights(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    """Forget who has rewritten files of these titles: somebody has published them by hand."""
    for some in in_pieces(title_ids):
        settled = update(ForeignWrite).where(ForeignWrite.title_id.in_(some))
        await session.execute(settled.values(is_settled=True))


def is_failure(problem: Problem | None) -> bool:
    """Tell what goes into the log from what is only said to whoever asked."""
    return problem is not None and not problem.skips


async def _stand_down(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    for some in in_pieces(title_ids):
        stood = update(Publication).where(
            Publication.title_id.in_(some), Publication.is_standing.is_(True)
        )
        await session.execute(stood.values(is_standing=False))


async def _forget_failures(session: AsyncSession, title_ids: Sequence[UUID]) -> None:
    """Let the log say once that something keeps failing, and not at all once it went well."""
    failed = Publication.status == PublicationStatus.FAILED.value
    for some in in_pieces(title_ids):
        await session.execute(delete(Publication).where(Publication.title_id.in_(some), failed))


async def _tell_library(
    session: AsyncSession,
    plans: Sequence[PublishPlan],
    good: Sequence[PublishPlan],
    bad: Sequence[PublishPlan],
    done: DoneBy,
) -> None:
    known = [row for plan in plans if plan.is_known for row in plan.subject.titles]
    still = [row.id for row in known if _is_marked(row)]
    told = [each for plan in good for each in _told(plan, done)]
    await published.note_published(session, [*told, *map(Published, still)])
    put_back = [plan for plan in good if plan.judged_at is not None]
    unlike = [row.id for plan in put_back for row in plan.subject.titles if row.is_unpublished]
    await published.mark_unpublished(session, dict.fromkeys(unlike, True))
    await published.note_failed(session, [row.id for plan in bad for row in plan.subject.titles])


def _is_marked(row: Any) -> bool:  # noqa: ANN401  # a title's row
    return bool(row.is_unpublished) or str(row.state) != TitleState.PUBLISHED.value


def _told(plan: PublishPlan, done: DoneBy) -> Iterator[Published]:
    """Say what the library should know: our NFO file says nothing new, our pictures stand there."""
    nfo = next((file for file in plan.files if file.type == NFO), None)
    standing = [file for file in plan.files if file.deed is not FileDeed.REMOVE]
    pictures = [file for file in standing if file.type not in {NFO, ACTOR}]
    for place, row in enumerate(plan.subject.titles):
        yield Published(
            row.id,
            nfo_path=nfo.path if nfo else None,
            nfo_mtime_ns=_mtime_ns(nfo, done) if nfo else None,
            pictures=[_picture(file, plan.subject, done) for file in pictures if place == 0],
            gone=[file.path for file in plan.files if file.deed is FileDeed.REMOVE],
        )


def _picture(file: PlannedFile, subject: Subject, done: DoneBy) -> Picture:
    return Picture(
        path=file.path,
        type=file.type,
        number=file.number,
        size_bytes=file.size_bytes,
        mtime_ns=_mtime_ns(file, done),
        title_folder=subject.version_at(file.path).title_folder,
    )


def _publication(
    plan: PublishPlan,
    publication_id: UUID,
    about: About,
    done: DoneBy,
    edited: Mapping[UUID, datetime],
) -> Row:
    counts = dict.fromkeys(FileDeed, 0)
    for file in plan.files:
        counts[file.deed] += 1
    has_written = any(file.path in done for file in plan.files)
    is_adopted = not has_written and about.kind is PublicationKind.PUBLISH
    return {
        **_row(plan, publication_id, about),
        "kind": (PublicationKind.ADOPT if is_adopted else about.kind).value,
        "status": PublicationStatus.PUBLISHED.value,
        "is_standing": True,
        "fingerprint": plan.fingerprint,
        "nfo_sha256": next((file.sha256 for file in plan.files if file.type == NFO), None),
        "created": counts[FileDeed.CREATE],
        "replaced": counts[FileDeed.REPLACE],
        "removed": counts[FileDeed.REMOVE],
        "kept": counts[FileDeed.KEEP],
        "change_set_id": about.change_set if has_written else None,
        "said": plan.said,
        "judged_at": _judged_at(plan, edited),
    }


def _judged_at(plan: PublishPlan, edited: Mapping[UUID, datetime]) -> datetime:
    """Say until when nothing new is known: before the first edit that was not read, if there is."""
    unread = [edited[row.id] for row in plan.subject.titles if row.id in edited]
    return min([plan.judged_at or plan.subject.read_at, *(each - JUST_BEFORE for each in unread)])


def _failure(
    plan: PublishPlan, publication_id: UUID, about: About, failed: Mapping[UUID, Problem]
) -> Row:
    problem = failed[plan.subject.id]
    return {
        **_row(plan, publication_id, about),
        "status": PublicationStatus.FAILED.value,
        "problem": readable(str(problem)),
        "problem_key": problem.key,
        "problem_facts": ProblemSaid.of(problem).facts,
        "may_pass": policy.may_pass(problem),
    }


def _occurrence(plan: PublishPlan, failed: Mapping[UUID, Problem]) -> Occurrence:
    subject, problem = plan.subject, failed[plan.subject.id]
    facts = {"title": subject.name, "title_id": str(subject.id)}
    return Occurrence(
        kind=Kind.PUBLISHING_FAILED,
        key=f"publication/{subject.id}/{problem.key}",
        facts=facts | notifications.problem_facts(problem),
    )


def _row(plan: PublishPlan, publication_id: UUID, about: About) -> Row:
    subject = plan.subject
    return {
        "id": publication_id,
        "title_id": subject.id,
        "kind": about.kind.value,
        "is_standing": False,
        "made_at": now(),
        "judged_at": subject.read_at,
        "asked_by": about.asked_by,
        "profiles": [profile.value for profile in subject.profiles],
        "fingerprint": None,
        "nfo_sha256": None,
        **dict.fromkeys(("created", "replaced", "removed", "kept"), 0),
        "change_set_id": None,
        "folder": subject.folder,
        "video": subject.video and subject.video.path,
        "said": {},
        "players": [],
        "problem": None,
        "problem_key": None,
        "problem_facts": None,
        "may_pass": False,
    }


def _standing(plan: PublishPlan, publication_id: UUID, done: DoneBy) -> Iterator[Row]:
    for file in plan.files:
        if file.deed is not FileDeed.REMOVE:
            yield {
                "publication_id": publication_id,
                "path": file.path,
                "type": file.type,
                "number": file.number,
                "sha256": file.sha256,
                "size_bytes": file.size_bytes,
                "mtime_ns": _mtime_ns(file, done),
                "is_ours": file.is_ours,
                "content": deflated(file.nfo),
            }


def _mtime_ns(file: PlannedFile, done: DoneBy) -> int:
    written = done.get(file.path)
    if written is not None and written.after is not None:
        return written.after.mtime_ns
    return file.seen.mtime_ns if file.seen is not None else 0
