"""What is decided about many files: counted by reason, listed by pages, and tried with a rule."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import aliased

from maestrarr.features.audio import documents, queries, service
from maestrarr.features.audio.models import VerdictRecord
from maestrarr.features.audio.queries import FEATURE, FileFacts
from maestrarr.features.audio.reasons import Reason
from maestrarr.features.audio.taste import LanguageRule, Taste, Verdict
from maestrarr.features.library import filters
from maestrarr.features.library.models import MediaFile, Title, TitleFile
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.states import DefaultAudio
from maestrarr.kit.db import Database

Document = dict[str, Any]

MOST_REASONS: Final = 500
TRIED_TOGETHER: Final = 250  # while these are judged, no other list is answered by the same thread


def preview(connection: Connection, wanted: TitleFilter) -> Document:
    """Count the files of the titles that are meant, by state and reason."""
    state, reason, said = MediaFile.default_audio, VerdictRecord.reason, VerdictRecord.said
    count = func.count().label("files")
    query = (
        select(state, reason, said, count)
        .outerjoin(VerdictRecord, VerdictRecord.media_file_id == MediaFile.id)
        .where(*meant(wanted))
        .group_by(state, reason, said)
        .order_by(count.desc(), reason)
    )
    rows = connection.execute(query).all()
    states: Counter[str | None] = Counter()
    for row in rows:
        states[row.default_audio] += row.files
    reasons = [
        {"state": row.default_audio, "reason": row.reason, "said": row.said, "files": row.files}
        for row in rows
        if row.default_audio is not None and row.reason is not None
    ]
    return {
        "files": states.total(),
        **{each.value: states[each.value] for each in DefaultAudio},
        "unjudged": states[None],
        "reasons": reasons[:MOST_REASONS],
    }


def files(
    connection: Connection,
    wanted: TitleFilter,
    *,
    state: DefaultAudio | None,
    reason: str | None,
    after: UUID | None,
    limit: int,
) -> Document:
    """List the files of the titles that are meant, by path, with what is decided about each."""
    query = select(MediaFile.id).where(*meant(wanted), *_behind(after))
    if state is not None:
        query = query.where(MediaFile.default_audio == state.value)
    if reason is not None:
        query = query.join(VerdictRecord, VerdictRecord.media_file_id == MediaFile.id)
        query = query.where(VerdictRecord.reason == reason)
    ids = connection.scalars(query.order_by(MediaFile.path).limit(limit + 1)).all()
    shown = ids[:limit]
    following = shown[-1] if len(ids) > limit else None
    return {"files": documents.files(connection, shown), "next": following}


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule that is tried: which one it is of the rules as they would be, and were before."""

    tried: LanguageRule
    replaced: LanguageRule | None
    taste: Taste
    before: Taste

    def concerns(self, facts: FileFacts) -> bool:
        """Tell whether the rule decides about a file, or did so before it was changed."""
        if facts.film.pin is not None:
            return False
        decides = _first(self.taste, facts) is self.tried
        return decides or (
            self.replaced is not None and _first(self.before, facts) is self.replaced
        )


async def try_rule(database: Database, trial: Trial, *, after: UUID | None, limit: int) -> Document:
    """Say what a rule would do, in pieces, so that others are answered meanwhile.

    The first page tells the counts; those that follow only go on with the list.
    """
    ids = await database.ask(partial(_all_files, after=after))
    reasons: Counter[tuple[DefaultAudio, str]] = Counter()
    whys: dict[str, Reason] = {}
    listed: list[tuple[FileFacts, Verdict, Verdict]] = []
    concerned = otherwise = 0
    for start in range(0, len(ids), TRIED_TOGETHER):
        some = ids[start : start + TRIED_TOGETHER]
        for facts, now, before in await database.ask(partial(_tried, ids=some, trial=trial)):
            concerned += 1
            reasons[now.state, now.reason] += 1
            whys[now.reason] = now.why
            otherwise += now.track != before.track
            if now.state is DefaultAudio.WRONG:
                listed.append((facts, now, before))
        if after is not None and len(listed) > limit:
            break
    would_change = sum(
        count for (state, _), count in reasons.items() if state is DefaultAudio.WRONG
    )
    counts = {"files": concerned, "would_change": would_change, "otherwise": otherwise}
    shown = listed[:limit]
    return {
        **(counts if after is None else dict.fromkeys(counts)),
        "reasons": [
            {
                "state": state,
                "reason": reason,
                "said": whys[reason].to_json(),
                "files": count,
            }
            for (state, reason), count in (
                reasons.most_common(MOST_REASONS) if after is None else ()
            )
        ],
        "listed": await database.ask(partial(documents.tried, listed=shown)),
        "next": shown[-1][0].id if len(listed) > limit else None,
    }


def _first(taste: Taste, facts: FileFacts) -> LanguageRule | None:
    return next((rule for rule in taste.rules if rule.fits(facts.film)), None)


def _all_files(connection: Connection, after: UUID | None) -> Sequence[UUID]:
    query = select(MediaFile.id).where(*meant(TitleFilter()), *_behind(after))
    return connection.scalars(query.order_by(MediaFile.path)).all()


def _tried(
    connection: Connection, ids: Sequence[UUID], trial: Trial
) -> list[tuple[FileFacts, Verdict, Verdict]]:
    return [
        (facts, service.judged(facts, trial.taste), service.judged(facts, trial.before))
        for facts in queries.facts(connection, ids)
        if trial.concerns(facts)
    ]


def meant(wanted: TitleFilter) -> Iterator[ColumnElement[bool]]:
    """Say which files are meant: films and episodes that are there, of titles that fit."""
    yield MediaFile.missing_since.is_(None)
    yield MediaFile.role == FEATURE
    if wanted.model_fields_set:
        tops = select(Title.id).where(*filters.conditions(wanted))
        season = aliased(Title)
        seasons = select(season.id).where(season.parent_id.in_(tops))
        part = aliased(Title)
        played = select(TitleFile.media_file_id).join(part, part.id == TitleFile.title_id)
        yield MediaFile.id.in_(
            played.where(part.id.in_(tops) | part.parent_id.in_(tops) | part.parent_id.in_(seasons))
        )


def _behind(after: UUID | None) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        last = select(MediaFile.path).where(MediaFile.id == after).scalar_subquery()
        yield MediaFile.path > last
