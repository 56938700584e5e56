"""`/libraries/{id}/artwork`: what a library wants of its pictures."""

from uuid import UUID

from fastapi import APIRouter

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Operator,
    ReadDatabase,
    Viewer,
)
from maestrarr.core.jobs.schemas import JobDocument
from maestrarr.core.jobs.service import shown_one
from maestrarr.features.artwork import wishes
from maestrarr.features.artwork.jobs import select_library
from maestrarr.features.artwork.schemas import EffectiveWishes, Wishes
from maestrarr.features.library import queries as library

router = APIRouter(prefix="/libraries/{library_id}/artwork")


@router.get("")
async def get_library_artwork(
    library_id: UUID, _caller: Viewer, session: ReadDatabase
) -> EffectiveWishes:
    """Return what a library wants of its pictures: the usual, and what was said for it."""
    found = await library.library(session, library_id)
    return wishes.effective(found, await wishes.of_library(session, library_id))


@router.put("")
async def set_library_artwork(
    library_id: UUID, said: Wishes, caller: Admin, session: Database
) -> EffectiveWishes:
    """Say what a library wants of its pictures; what is not said is as usual.

    Nothing is chosen anew by it until somebody asks for that.
    """
    found = await library.library(session, library_id)
    await wishes.say(session, library_id, said)
    facts = {"said": said.model_dump_json(exclude_defaults=True)}
    audit.record(session, caller, "artwork.wishes_set", found.name, **facts)
    return wishes.effective(found, said)


@router.post("/select", status_code=202, dependencies=STARTS_WORK)
async def select_library_artwork(
    library_id: UUID, caller: Operator, session: Database
) -> JobDocument:
    """Queue that all pictures of a library are chosen anew, but for what is locked."""
    found = await library.library(session, library_id)
    queued = await select_library.enqueue(
        session, asked_by=caller.known_as, library_id=found.id, name=found.name
    )
    return await shown_one(session, queued)
