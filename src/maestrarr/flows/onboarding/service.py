"""What can be done about onboarding."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.connections.schemas import problem_document
from maestrarr.core.connections.service import Connected
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import Library
from maestrarr.flows.onboarding import policy, queries
from maestrarr.flows.onboarding.models import SettledStep
from maestrarr.flows.onboarding.schemas import (
    ManagerDocument,
    OnboardingDocument,
    RootDocument,
    StepDocument,
)
from maestrarr.flows.onboarding.states import Outcome, Step
from maestrarr.flows.webhooks import looking
from maestrarr.kit.clock import now
from maestrarr.kit.db import Database
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.errors import Unreachable
from maestrarr.kit.outside import Outside
from maestrarr.providers.acquisition import DownloadManager


async def shown(session: AsyncSession) -> OnboardingDocument:
    """Say how far somebody has come, and what is asked next."""
    settled = {Step(each.step): each for each in await queries.settled(session)}
    has_libraries = bool(await library.libraries(session))
    steps = [_step(step, settled.get(step)) for step in Step]
    choice = policy.next_step(settled.keys(), has_libraries=has_libraries)
    return OnboardingDocument(step=choice.value, steps=steps)


def _step(step: Step, settled: SettledStep | None) -> StepDocument:
    if settled is None:
        return StepDocument(name=step, outcome=None, settled_at=None)
    outcome = Outcome(settled.outcome)
    return StepDocument(name=step, outcome=outcome, settled_at=settled.settled_at)


async def settle(session: AsyncSession, step: Step, outcome: Outcome) -> None:
    """Note that nobody has to be asked about a step any more; the last word counts."""
    await session.merge(SettledStep(step=step, outcome=outcome, settled_at=now()))


async def roots(database: Database, outside: Outside) -> list[ManagerDocument]:
    """Say of every download manager where its folders lead to here."""
    async with database.reading() as session:
        managers = await connections.connected(session, outside, DownloadManager)
        libraries = await library.libraries_by_folder(session)
    return await asyncio.gather(*(_roots_of(each, libraries) for each in managers))


async def _roots_of(
    manager: Connected[DownloadManager], libraries: Mapping[Path, Library]
) -> ManagerDocument:
    remote: list[str] = []
    problem: Problem | None = None
    try:
        async with asyncio.timeout(connections.PATIENCE_SECONDS):
            remote = await manager.client.roots()
    except Problem as told:
        problem = told
    except TimeoutError:
        problem = Unreachable("silent", manager.connection.name)
    return ManagerDocument(
        connection_id=manager.connection.id,
        name=manager.connection.name,
        problem=problem_document(connections.told(problem) if problem else None),
        roots=[_root(manager, each, libraries) for each in remote],
    )


def _root(
    manager: Connected[DownloadManager], remote: str, libraries: Mapping[Path, Library]
) -> RootDocument:
    local = connections.local_path(manager.connection, remote)
    wanted = looking.where([remote], manager.connection, libraries)
    found = next((each.name for each, _ in wanted.folders.values()), None)
    likely = None if found else policy.likely_folder(remote, libraries)
    return RootDocument(
        remote=remote,
        local=None if local is None else str(local),
        library=found,
        likely=None if likely is None else str(likely),
    )
