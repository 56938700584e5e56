"""How much all libraries hold together, for a monitoring system."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.models import FileFault, MediaFile, Title


@dataclass(frozen=True, slots=True)
class Figures:
    """What the libraries hold; `titles` has the count of each kind and state."""

    titles: Sequence[tuple[str, str, int]]
    files: int
    size_bytes: int
    faults: int


async def figures(session: AsyncSession) -> Figures:
    """Count what all libraries hold."""
    by_state = select(Title.kind, Title.state, func.count()).group_by(Title.kind, Title.state)
    titles = (await session.execute(by_state.order_by(Title.kind, Title.state))).all()
    present = select(func.count(), func.coalesce(func.sum(MediaFile.size_bytes), 0))
    found = await session.execute(present.where(MediaFile.missing_since.is_(None)))
    files, size_bytes = found.one()
    faults = await session.scalar(select(func.count()).select_from(FileFault))
    return Figures(
        titles=[(str(kind), str(state), count) for kind, state, count in titles],
        files=files,
        size_bytes=int(size_bytes),
        faults=faults or 0,
    )
