"""Telling players what was published: their folders read again, old pictures forgotten.

A player is left in peace about what it plays, and told when that is over. What goes wrong is
written down with the publication, and changes nothing of it.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.schemas import Refusal
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.service import Connected, ConnectionView
from maestrarr.features.publishing.models import Publication, PublishedFile
from maestrarr.features.publishing.states import NFO, PlayerState
from maestrarr.kit import clock
from maestrarr.kit.db import in_pieces
from maestrarr.kit.errors import Problem
from maestrarr.providers.contracts import ForgetsPictures, Player
from maestrarr.providers.errors import LATER, NotThere

FAILED_RESTS: Final = 9  # after so many, more than an hour, who does not answer is left alone


@dataclass(frozen=True, slots=True)
class News:
    """A publication that changed files in folders; `pictures` are those that it put in place."""

    publication_id: UUID
    folders: Sequence[Path]
    pictures: Sequence[Path] = ()


@dataclass(slots=True)
class Told:
    """What one player was told: of which folders, what is in its way, and what was wrong."""

    connection: ConnectionView
    told: list[Path] = field(default_factory=list)
    waiting: list[Path] = field(default_factory=list)
    problem: Problem | None = None

    @property
    def may_pass(self) -> bool:
        """Tell whether it may go better in a while without anybody's doing."""
        return isinstance(self.problem, LATER)

    def state(self, folders: Sequence[Path]) -> PlayerState:
        """Tell whether it knows of all these folders."""
        left = [folder for folder in folders if not _is_below(folder, self.told)]
        if not left:
            return PlayerState.TOLD
        waits = all(_is_below(folder, self.waiting) for folder in left)
        return PlayerState.WAITING if waits else PlayerState.FAILED


async def news_of(session: AsyncSession, title_ids: Sequence[UUID]) -> list[News]:
    """Say which folders have changed since these titles were published as they are."""
    found: list[News] = []
    for some in in_pieces(title_ids):
        changed = Publication.created + Publication.replaced + Publication.removed > 0
        query = select(Publication.id, Publication.folder, Publication.replaced).where(
            Publication.title_id.in_(some), Publication.is_standing, changed
        )
        rows = [row for row in await session.execute(query) if row.folder]
        files = await _files(session, [row.id for row in rows])
        for row in rows:
            folders = topmost([row.folder, *(file.path.parent for file in files[row.id])])
            pictures = [file.path for file in files[row.id] if file.type != NFO]
            found.append(News(row.id, folders, pictures if row.replaced else ()))
    return found


async def tell(
    players: Sequence[Connected[Player]],
    keepers: Sequence[Connected[ForgetsPictures]],
    news: Sequence[News],
) -> list[Told]:
    """Tell every player what is new, at the same time; none stops another.

    Args:
        players: whom to tell.
        keepers: who of them keeps copies of pictures.
        news: what has changed.
    """
    folders = topmost(folder for each in news for folder in each.folders)
    pictures = [picture for each in news for picture in each.pictures]
    forgetful = {each.connection.id: each.client for each in keepers}
    telling = (
        _tell_one(player, forgetful.get(player.connection.id), folders, pictures)
        for player in players
    )
    return list(await asyncio.gather(*telling))


async def note(session: AsyncSession, news: Sequence[News], told: Sequence[Told]) -> None:
    """Write down with each publication who knows of it; who was told before stays so."""
    by_id = {each.publication_id: each for each in news}
    for some in in_pieces(list(by_id)):
        query = select(Publication).where(Publication.id.in_(some))
        for publication in await session.scalars(query):
            folders = by_id[publication.id].folders
            lately = [_note(each, folders) for each in told]
            names = {each["connection_id"] for each in lately}
            before = [each for each in publication.players if each["connection_id"] not in names]
            publication.players = [*before, *lately]


def again(told: Sequence[Told], rests: int) -> list[UUID]:
    """Name the connections that are asked again, after `rests` that were in vain."""
    return [
        each.connection.id
        for each in told
        if each.waiting or (each.may_pass and rests < FAILED_RESTS)
    ]


def topmost(folders: Iterable[Path]) -> list[Path]:
    """Leave out folders that lie in others: whoever reads a folder reads what is below it."""
    kept: list[Path] = []
    for folder in sorted(set(folders), key=lambda each: len(each.parts)):
        if not _is_below(folder, kept):
            kept.append(folder)
    return sorted(kept)


async def _tell_one(
    player: Connected[Player],
    keeper: ForgetsPictures | None,
    folders: Sequence[Path],
    pictures: Sequence[Path],
) -> Told:
    told = Told(player.connection)
    try:
        playing = await connections.files_playing(player)
        busy = [each for each in folders if any(_is_below(file, [each]) for file in playing)]
        told.waiting += busy
        free = [each for each in folders if each not in busy]
        await _forget(player.connection, keeper, free, pictures)
        for folder in free:
            await _refresh(player, folder, told)
    except Problem as problem:
        told.problem = problem
    return told


async def _refresh(player: Connected[Player], folder: Path, told: Told) -> None:
    """Have a folder read again; one that the player does not have keeps none from the others."""
    try:
        await player.client.refresh(connections.remote_path(player.connection, folder))
    except NotThere as problem:
        told.problem = problem
    else:
        told.told.append(folder)


async def _forget(
    connection: ConnectionView,
    keeper: ForgetsPictures | None,
    folders: Sequence[Path],
    pictures: Sequence[Path],
) -> None:
    """Have copies of pictures dropped first, so that what is read again finds none."""
    gone = [each for each in pictures if _is_below(each, folders)]
    if keeper is not None and gone:
        await keeper.forget_pictures([connections.remote_path(connection, each) for each in gone])


async def _files(
    session: AsyncSession, publication_ids: Sequence[UUID]
) -> Mapping[UUID, Sequence[Row[UUID, Path, str]]]:
    found: dict[UUID, list[Row[UUID, Path, str]]] = defaultdict(list)
    query = select(PublishedFile.publication_id, PublishedFile.path, PublishedFile.type).where(
        PublishedFile.publication_id.in_(publication_ids)
    )
    for row in await session.execute(query):
        found[row.publication_id].append(row)
    return found


def _note(told: Told, folders: Sequence[Path]) -> dict[str, Any]:
    state = told.state(folders)
    problem = told.problem if state is PlayerState.FAILED else None
    return {
        "connection_id": str(told.connection.id),
        "name": told.connection.name,
        "state": state.value,
        "at": clock.to_text(clock.now()),
        "problem": None if problem is None else Refusal.of(problem).model_dump(),
    }


def _is_below(path: Path, folders: Iterable[Path]) -> bool:
    return any(map(path.is_relative_to, folders))
