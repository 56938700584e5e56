"""A batch as it is asked for and shown: which files it may mean, and how far it is."""

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import service as accounts
from maestrarr.core.jobs.models import JobRecord
from maestrarr.features.audio import targets
from maestrarr.features.audio.batches import Asked, said_of
from maestrarr.features.audio.errors import BatchUnclear, NotCovered, NotThere
from maestrarr.features.audio.models import BatchRecord
from maestrarr.features.audio.patience import seen_in_time
from maestrarr.features.audio.schemas import BatchDocument, BatchSent
from maestrarr.kit.text import readable


async def checked(session: AsyncSession, said: BatchSent, *, may_be_anywhere: bool) -> Asked:
    """Check that it is clear which files are meant, and that they may be.

    Raises:
        BatchUnclear: neither paths nor a filter say which, or both do.
        NotCovered: a path lies in no library, and may not.
        NotThere: a path is not there, or cannot be looked at.
    """
    if bool(said.wanted) == bool(said.paths):
        raise BatchUnclear
    if not said.paths:
        return Asked("Default tracks of the titles of a filter", [])
    paths = [Path(path) for path in said.paths]
    roots = await targets.roots(session)
    real = await _real(paths, below=[Path("/")] if may_be_anywhere else list(roots))
    first = readable(paths[0].name or str(paths[0]))
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return Asked(f"Default tracks in {first}{more}", real)


async def document(session: AsyncSession, batch: BatchRecord, status: str) -> BatchDocument:
    """Show a batch with where it stands."""
    job = await session.get(JobRecord, batch.job_id) if batch.job_id else None
    processed = batch.changed + batch.right + batch.skipped + batch.failed
    percent = round(100 * processed / batch.total, 1) if batch.total else None
    people = await accounts.names_of(session, [batch.asked_by])
    names = set(BatchDocument.model_fields) - {
        "asked_by_name",
        "said",
        "status",
        "processed",
        "percent",
        "eta_at",
        "paths",
    }
    return BatchDocument.model_validate(
        {
            **{name: getattr(batch, name) for name in names},
            "asked_by_name": people.get(batch.asked_by),
            "status": status,
            "said": said_of(batch),
            "paths": [readable(path) for path in batch.paths],
            "processed": processed,
            "percent": 100.0 if status == "completed" else percent,
            "eta_at": job and job.eta_at,
        }
    )


async def _real(paths: Sequence[Path], *, below: Sequence[Path]) -> list[Path]:
    """Return where paths really lie, looked at beside the loop: a disk may not answer.

    Of what lies elsewhere, not even whether it is there is told.
    """

    def look() -> list[Path]:
        return [_real_place(path, below) for path in paths]

    try:
        return await seen_in_time(look)
    except TimeoutError as error:
        raise NotThere(paths[0], error) from error


def _real_place(path: Path, below: Sequence[Path]) -> Path:
    try:
        place = Path(os.path.realpath(path))
    except OSError:  # a link on the way may not be read, so nobody can tell where it leads
        raise NotCovered(path) from None
    if not any(place.is_relative_to(root) for root in below):
        raise NotCovered(path)
    try:
        return Path(os.path.realpath(path, strict=True))
    except OSError as error:
        raise NotThere(path, error) from error
