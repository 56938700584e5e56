"""`/audio/preview`, `/audio/files`, `/files/{id}/audio`: what is decided about files, and why."""

from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from maestrarr.core.accounts.access import ReadDatabase, Viewer, database_of
from maestrarr.features.audio import previews, titles
from maestrarr.features.audio.schemas import AudioPreview, FileAudioPage, FilePlan
from maestrarr.features.library.schemas import LARGEST_PAGE, TitleFilter
from maestrarr.features.library.states import DefaultAudio

router = APIRouter()


class FilesQuery(TitleFilter):
    """Which files are listed: of titles that fit, those in a state or for a reason."""

    file_state: DefaultAudio | None = None
    reason: Annotated[
        str | None, Query(max_length=2_000, description="As the preview words it.")
    ] = None
    after: UUID | None = None
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 50


@router.get("/audio/preview")
async def preview_audio(
    wanted: Annotated[TitleFilter, Query()], request: Request, _caller: Viewer
) -> AudioPreview:
    """Count files by whether they start with the right track, and by why; nothing is written.

    Filters mean the titles that the list shows under the same ones; without any, every file counts.
    """
    found = await database_of(request).ask(partial(previews.preview, wanted=wanted))
    return AudioPreview.model_validate(found)


@router.get("/audio/files")
async def list_audio_files(
    asked: Annotated[FilesQuery, Query()], request: Request, _caller: Viewer
) -> FileAudioPage:
    """List files by path with their sound tracks, which one is wanted, and why."""
    own = {"file_state", "reason", "after", "limit"}
    wanted = TitleFilter.model_validate(asked.model_dump(exclude=own, exclude_unset=True))
    found = await database_of(request).ask(
        partial(
            previews.files,
            wanted=wanted,
            state=asked.file_state,
            reason=asked.reason,
            after=asked.after,
            limit=asked.limit,
        )
    )
    return FileAudioPage.model_validate(found)


@router.get("/files/{file_id}/audio")
async def get_file_audio(file_id: UUID, _caller: Viewer, session: ReadDatabase) -> FilePlan:
    """Say which track of a file shall play first, why, and what would be written for it."""
    return FilePlan.model_validate(await titles.of_file(session, file_id))
