"""`/onboarding`: how far somebody has come, and where the folders of download managers lead to."""

from fastapi import APIRouter, Request

from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Outside,
    ReadDatabase,
    database_of,
)
from maestrarr.flows.onboarding import service
from maestrarr.flows.onboarding.schemas import OnboardingDocument, Roots, Settlement
from maestrarr.flows.onboarding.states import Step

router = APIRouter(prefix="/onboarding", tags=["onboarding"])


@router.get("")
async def get_onboarding(_caller: Admin, session: ReadDatabase) -> OnboardingDocument:
    """Say which steps are settled, and what is asked next."""
    return await service.shown(session)


@router.put("/steps/{step}")
async def settle_step(
    step: Step, said: Settlement, _caller: Admin, session: Database
) -> OnboardingDocument:
    """Settle a step, or settle it otherwise."""
    await service.settle(session, step, said.outcome)
    await session.flush()
    return await service.shown(session)


@router.post("/roots", dependencies=STARTS_WORK)
async def check_roots(request: Request, _caller: Admin, outside: Outside) -> Roots:
    """Ask every download manager for its folders, and say which library each lies in."""
    return Roots(managers=await service.roots(database_of(request), outside))
