"""`/titles/{id}/audio`: the tracks of a title's files, and the one that is pinned."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import Database, Operator, ReadDatabase, Viewer
from maestrarr.features.audio import service, titles
from maestrarr.features.audio.schemas import PinSent, TitleAudio

MOST_FILES = 100

router = APIRouter()


@router.get("/titles/{title_id}/audio")
async def get_title_audio(
    title_id: UUID,
    _caller: Viewer,
    session: ReadDatabase,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=MOST_FILES)] = 20,
) -> TitleAudio:
    """Say of each file of a title, and of those below it, which track shall play first, and why.

    With it stands what would be written, as the files are just read; by pages, in order of paths.
    """
    found = await titles.of_title(session, title_id, after=after, limit=limit)
    return TitleAudio.model_validate(found)


@router.put("/titles/{title_id}/audio/pin")
async def pin_track(
    title_id: UUID, said: PinSent, caller: Operator, session: Database
) -> TitleAudio:
    """Choose a track for a title and all below it, whatever rules and languages say.

    In a file without that very track, the best one in its language is meant. Nothing is written
    into the files.
    """
    await service.pin(session, title_id, said.file_id, said.track, pinned_by=caller.known_as)
    audit.record(session, caller, "audio.pinned", str(title_id), track=said.track)
    return TitleAudio.model_validate(await titles.of_title(session, title_id))


@router.delete("/titles/{title_id}/audio/pin")
async def take_pin_back(title_id: UUID, caller: Operator, session: Database) -> TitleAudio:
    """Let rules and languages decide about a title again."""
    await service.unpin(session, title_id)
    audit.record(session, caller, "audio.unpinned", str(title_id))
    return TitleAudio.model_validate(await titles.of_title(session, title_id))
