"""What is asked about onboarding."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.flows.onboarding.models import SettledStep


async def settled(session: AsyncSession) -> Sequence[SettledStep]:
    """Return what is settled."""
    return (await session.scalars(select(SettledStep))).all()
