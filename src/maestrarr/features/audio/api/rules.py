"""`/audio/rules`: which languages win where, tried before they are saved."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    Database,
    Operator,
    ReadDatabase,
    Viewer,
    database_of,
)
from maestrarr.features.audio import previews, queries, rules, trials
from maestrarr.features.audio.schemas import (
    NewRule,
    RuleDocument,
    RuleOrder,
    RuleOutcome,
    Rules,
    RuleSent,
    RuleTrial,
)
from maestrarr.features.library.schemas import LARGEST_PAGE

router = APIRouter()
PageSize = Annotated[int, Query(ge=1, le=LARGEST_PAGE)]


@router.get("/audio/rules")
async def list_rules(_caller: Viewer, session: ReadDatabase) -> Rules:
    """List the language rules, the one that is asked first before the others."""
    found = await queries.rules(session)
    return Rules(rules=[RuleDocument.model_validate(each) for each in found])


@router.post("/audio/rules", status_code=201)
async def add_rule(said: NewRule, caller: Operator, session: Database) -> RuleDocument:
    """Make a language rule; every file is judged anew by it, and none is written."""
    made = await rules.add(session, said, said.position)
    audit.record(session, caller, "audio.rule_added", made.name)
    return RuleDocument.model_validate(made)


@router.put("/audio/rules/order")
async def order_rules(said: RuleOrder, caller: Operator, session: Database) -> Rules:
    """Let the rules be asked in this order, which names each of them once."""
    await rules.reorder(session, said.ids)
    audit.record(session, caller, "audio.rules_ordered")
    found = await queries.rules(session)
    return Rules(rules=[RuleDocument.model_validate(each) for each in found])


@router.post("/audio/rules/preview")
async def preview_rule(
    said: RuleTrial,
    request: Request,
    _caller: Operator,
    after: UUID | None = None,
    limit: PageSize = 50,
) -> RuleOutcome:
    """Say what a rule would do before it is saved: how many files it decides about, and changes.

    Nothing is kept. Counts stand on the first page; `after` goes on with the list of files.
    """
    database = database_of(request)
    async with database.reading() as session:
        trial = await trials.trial(session, said)
    found = await previews.try_rule(database, trial, after=after, limit=limit)
    return RuleOutcome.model_validate(found)


@router.put("/audio/rules/{rule_id}")
async def replace_rule(
    rule_id: UUID, said: RuleSent, caller: Operator, session: Database
) -> RuleDocument:
    """Let a language rule say something else, in its place; what is left out fits everywhere."""
    changed = await rules.replace(session, rule_id, said)
    audit.record(session, caller, "audio.rule_changed", changed.name)
    return RuleDocument.model_validate(changed)


@router.delete("/audio/rules/{rule_id}", status_code=204)
async def remove_rule(rule_id: UUID, caller: Operator, session: Database) -> None:
    """Forget a language rule."""
    removed = await rules.remove(session, rule_id)
    audit.record(session, caller, "audio.rule_removed", removed.name)
