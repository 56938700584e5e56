"""Where a report leads to: the folder here that it means, and what lies in it brought in."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.connections.service import ConnectionView
from maestrarr.core.jobs.states import Priority
from maestrarr.features.library.models import Library
from maestrarr.flows.pipeline.jobs import import_media
from maestrarr.kit.text import readable


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folders of libraries to look at, and why others are refused."""

    folders: Mapping[UUID, tuple[Library, list[str]]] = field(default_factory=dict)
    refusals: Sequence[dict[str, str]] = ()


def where(
    places: Sequence[str], connection: ConnectionView, libraries: Mapping[Path, Library]
) -> Wanted:
    """Find the folders here that a sender's folders are, and the library of each."""
    folders: dict[UUID, tuple[Library, list[str]]] = {}
    refusals = []
    for place in places:
        local = connections.local_path(connection, place)
        library = _library_of(local, libraries) if local else None
        if local is None:
            refusals.append({"reason": "unmapped", "path": place})
        elif library is None:
            refusals.append({"reason": "outside", "path": str(local)})
        else:
            folders.setdefault(library.id, (library, []))[1].append(os.path.normpath(local))
    return Wanted(folders, refusals)


async def have_brought_in(
    session: AsyncSession,
    folders: Mapping[UUID, tuple[Library, list[str]]],
    asked_by: str,
) -> list[str]:
    """Queue an import of each folder, before all other work; one that waits is the same job."""
    queued = [
        await import_media.enqueue(
            session,
            asked_by=asked_by,
            priority=Priority.WEBHOOK,
            library_id=library.id,
            folder=folder,
            name=readable(Path(folder).name),
        )
        for library, paths in folders.values()
        for folder in paths
    ]
    return [str(job.id) for job in queued]


def _library_of(path: Path, libraries: Mapping[Path, Library]) -> Library | None:
    """Find the library that a path lies in; the way there may not lead out of it."""
    known = Path(os.path.normpath(path))
    return next((libraries[each] for each in (known, *known.parents) if each in libraries), None)
