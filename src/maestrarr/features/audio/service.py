"""What can be asked about sound: judge files, pin a track, and what is preferred."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.core.settings import service as settings
from maestrarr.features.audio import pins, policy, queries
from maestrarr.features.audio.errors import NoSuchTrack, NotInTitle
from maestrarr.features.audio.events import PinChanged
from maestrarr.features.audio.models import PinRecord, RuleRecord, VerdictRecord
from maestrarr.features.audio.queries import FileFacts
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.features.audio.taste import LanguageRule, Taste, Verdict
from maestrarr.features.library import marks
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import MediaFile
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows

JUDGED_TOGETHER: Final = 250  # while these are judged and written, others wait to write
_POLICY: Final = 2  # one more when the policy decides differently, so that all is judged anew


async def taste(session: AsyncSession) -> Taste:
    """Return what decides about every file, as it is set now."""
    said = await settings.read(session, AudioSettings)
    return taste_of(said, map(rule_of, await queries.rules(session)))


def taste_of(said: AudioSettings, rules: Iterable[LanguageRule]) -> Taste:
    """Put settings and rules together to what decides."""
    return Taste(
        languages=tuple(said.languages),
        rules=tuple(rules),
        codecs=said.codec_order,
        prefers_fewer_channels=said.prefer_fewer_channels,
        chooses_subtitles=said.subtitles,
        containers=said.containers,
    )


def rule_of(record: RuleRecord) -> LanguageRule:
    """Read a rule as the policy takes it."""
    return LanguageRule(
        name=record.name,
        languages=tuple(record.languages),
        path=record.path,
        library=None if record.library_id is None else str(record.library_id),
        genre=record.genre,
        tag=record.tag,
        undetermined_is=record.undetermined_is,
    )


def digest(taste: Taste) -> str:
    """Return what tells one taste from another, and from what an older policy made of it."""
    said = (_POLICY, *(getattr(taste, name) for name in Taste.__slots__ if name != "containers"))
    written = f"{said!r} {sorted(taste.containers)!r}"
    return hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


async def has_unjudged(session: AsyncSession) -> bool:
    """Tell whether something has changed since files were judged."""
    return await queries.has_unjudged(session, digest(await taste(session)))


async def count_open(session: AsyncSession, title_ids: Sequence[UUID], *, everything: bool) -> int:
    """Count the files of these titles that start wrong or are not judged yet, or all of them."""
    return len(await queries.open_paths(session, title_ids, everything=everything))


def judged(facts: FileFacts, taste: Taste) -> Verdict:
    """Judge a file by what is known of it."""
    return policy.judge(facts.container, facts.audio, facts.subtitles, facts.film, taste)


async def judge_some(
    session: AsyncSession, taste: Taste, *, after: UUID | None = None
) -> Sequence[UUID]:
    """Judge the next files that are to be, and mark them; return their ids, none at the end."""
    by = digest(taste)
    query = queries.unjudged(by).order_by(MediaFile.id).limit(JUDGED_TOGETHER)
    if after is not None:
        query = query.where(MediaFile.id > after)
    held = query.with_for_update(of=MediaFile, skip_locked=True)  # what a scan has is not yet known
    file_ids = (await session.scalars(held)).all()
    found = await queries.facts_in(session, file_ids)
    await write_verdicts(session, {facts.id: judged(facts, taste) for facts in found}, by)
    return file_ids


async def write_verdicts(
    session: AsyncSession, verdicts: Mapping[UUID, Verdict], taste: str
) -> None:
    """Write down what was decided about files, by the taste of this digest, and mark them."""
    for some in in_pieces(list(verdicts)):
        old = delete(VerdictRecord).where(VerdictRecord.media_file_id.in_(some))
        await session.execute(old.execution_options(synchronize_session=False))
    rows = [
        {
            "media_file_id": file_id,
            "track_index": verdict.track,
            "subtitle_index": verdict.subtitle,
            "reason": verdict.reason,
            "said": verdict.why.to_json(),
            "taste": taste,
        }
        for file_id, verdict in verdicts.items()
    ]
    await insert_rows(session, VerdictRecord, rows)
    await marks.mark(session, {file_id: verdict.state for file_id, verdict in verdicts.items()})


async def pin(
    session: AsyncSession, title_id: UUID, file_id: UUID, track: int, *, pinned_by: str
) -> None:
    """Choose a track of one of a title's files for the title and all below it.

    In its other files, the best track in that language is meant.

    Raises:
        TitleUnknown: there is no title with this id.
        FileUnknown: there is no file with this id.
        NotInTitle: the file plays another title.
        NoSuchTrack: the file has no such sound track.
    """
    await library.title_named(session, str(title_id))
    facts = await queries.file_facts(session, file_id)
    if title_id not in facts.title_ids:
        raise NotInTitle(facts.path)
    chosen = next((each for each in facts.audio if each.index == track), None)
    if chosen is None:
        raise NoSuchTrack(facts.path, track, [each.index for each in facts.audio])
    await session.merge(
        PinRecord(
            title_id=title_id,
            track_index=track,
            language=chosen.language,
            pinned_by=pinned_by,
            pinned_at=now(),
        )
    )
    await session.flush()
    await pins.keep(session)
    await _judge_again(session, title_id)


async def unpin(session: AsyncSession, title_id: UUID) -> None:
    """Let rules and languages decide about a title again.

    Raises:
        TitleUnknown: there is no title with this id.
    """
    await library.title_named(session, str(title_id))
    await pins.forget(session, title_id)
    await _judge_again(session, title_id)


async def _judge_again(session: AsyncSession, title_id: UUID) -> None:
    await session.flush()
    await marks.unmark(session, [title_id])
    await events.publish(session, PinChanged(title_id))
