"""Language rules: which languages win where, in the order in which they are asked."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.audio import queries
from maestrarr.features.audio.errors import (
    NotALanguage,
    OrderUnfit,
    RuleNameTaken,
    TooManyRules,
)
from maestrarr.features.audio.events import RulesChanged
from maestrarr.features.audio.models import RuleRecord
from maestrarr.features.audio.schemas import RuleSent
from maestrarr.features.audio.taste import ORIGINAL
from maestrarr.features.library import queries as library
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

MOST_RULES: Final = 200
_SAID: Final = set(RuleSent.model_fields)


async def add(session: AsyncSession, said: RuleSent, position: int | None = None) -> RuleRecord:
    """Make a rule, the last one unless its place is said.

    Raises:
        RuleNameTaken, NotALanguage, LibraryUnknown: what it says does not fit.
        TooManyRules: there are as many as there may be.
    """
    standing = list(await queries.rules(session))
    if len(standing) >= MOST_RULES:
        raise TooManyRules(MOST_RULES)
    await check(session, said)
    made = RuleRecord(**said.model_dump(include=_SAID), position=len(standing))
    session.add(made)
    standing.insert(len(standing) if position is None else position, made)
    await _number(session, standing)
    return made


async def replace(session: AsyncSession, rule_id: UUID, said: RuleSent) -> RuleRecord:
    """Let a rule say something else, in its place.

    Raises:
        RuleUnknown: there is none with this id.
        RuleNameTaken, NotALanguage, LibraryUnknown: what it says does not fit.
    """
    record = await queries.rule(session, rule_id)
    await check(session, said, rule_id)
    for name, value in said.model_dump(include=_SAID).items():
        setattr(record, name, value)
    await _tell(session)
    return record


async def remove(session: AsyncSession, rule_id: UUID) -> RuleRecord:
    """Forget a rule, and return what it was.

    Raises:
        RuleUnknown: there is none with this id.
    """
    record = await queries.rule(session, rule_id)
    await session.delete(record)
    await _number(session, [each for each in await queries.rules(session) if each is not record])
    return record


async def reorder(session: AsyncSession, rule_ids: Sequence[UUID]) -> None:
    """Let rules be asked in this order.

    Raises:
        OrderUnfit: it does not name each rule once.
    """
    standing = {each.id: each for each in await queries.rules(session)}
    if sorted(rule_ids) != sorted(standing):
        raise OrderUnfit
    await _number(session, [standing[rule_id] for rule_id in rule_ids])


async def check(session: AsyncSession, said: RuleSent, rule_id: UUID | None = None) -> None:
    """Refuse what no rule can say, or not beside the others.

    Raises:
        RuleNameTaken: another rule than `rule_id` is called so.
        NotALanguage: a language is none that is known.
        LibraryUnknown: there is no such library.
    """
    named = select(RuleRecord.id).where(RuleRecord.name == said.name, RuleRecord.id != rule_id)
    if rule_id is None:
        named = select(RuleRecord.id).where(RuleRecord.name == said.name)
    if await session.scalar(named):
        raise RuleNameTaken(said.name)
    for word in (*said.languages, said.undetermined_is or ORIGINAL):
        if word.strip().casefold() != ORIGINAL and normalise(word) == UNDETERMINED:
            raise NotALanguage(word)
    if said.library_id is not None:
        await library.library(session, said.library_id)


async def _number(session: AsyncSession, in_order: Sequence[RuleRecord]) -> None:
    for position, record in enumerate(in_order):
        record.position = position
    await _tell(session)


async def _tell(session: AsyncSession) -> None:
    await session.flush()
    await events.publish(session, RulesChanged())
