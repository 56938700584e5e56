"""What publishing follows: scans, edits, choices of pictures, and what is taken back."""

from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.events import ChangeUndone
from maestrarr.core.connections import service as connections
from maestrarr.core.events.listening import listens_to
from maestrarr.core.settings import service as settings
from maestrarr.core.settings.events import SettingsChanged
from maestrarr.core.settings.registry import name_of
from maestrarr.features.artwork.events import ArtworkChanged
from maestrarr.features.library import published
from maestrarr.features.library import queries as library
from maestrarr.features.library.events import LibraryScanned, TitlesChanged
from maestrarr.features.publishing import queries
from maestrarr.features.publishing.events import PublicationDone
from maestrarr.features.publishing.jobs import judge, recover, tell
from maestrarr.features.publishing.settings import PublishingSettings
from maestrarr.features.publishing.subjects import published_kinds
from maestrarr.kit.clock import now
from maestrarr.providers.contracts import Player

PAUSE: Final = timedelta(seconds=2)  # in which other news of the same kind is one with it


@listens_to(LibraryScanned)
async def recover_what_vanished(session: AsyncSession, news: LibraryScanned) -> None:
    """Put back what a scan has seen missing, unless the settings leave it so."""
    said = await settings.read(session, PublishingSettings)
    if said.recover and await queries.has_standing(session, news.library_id):
        found = await library.library(session, news.library_id)
        await recover.enqueue(session, library_id=found.id, name=found.name)


@listens_to(TitlesChanged)
async def judge_what_changed(session: AsyncSession, news: TitlesChanged) -> None:
    """See whether what changed is published."""
    said = await settings.read(session, PublishingSettings)
    kinds = published_kinds(with_sets=said.folder_of_sets is not None)
    if await queries.has_unjudged(session, news.title_ids, kinds):
        await judge.enqueue(session, run_after=now() + PAUSE)


@listens_to(ArtworkChanged)
async def judge_other_pictures(session: AsyncSession, news: ArtworkChanged) -> None:
    """See whether the pictures that are chosen now are published, all of them in one job."""
    await published.note_other_pictures(session, news.title_ids)
    await judge.enqueue(session, run_after=now() + PAUSE)


@listens_to(ChangeUndone)
async def judge_what_was_taken_back(session: AsyncSession, _news: ChangeUndone) -> None:
    """Let what was taken back stand no longer."""
    await judge.enqueue(session)


@listens_to(PublicationDone)
async def tell_players(session: AsyncSession, news: PublicationDone) -> None:
    """Tell players what was published, if any is connected."""
    if await connections.is_anybody(session, Player):
        await tell.enqueue(session, run_after=now() + PAUSE, title_ids=list(news.title_ids))


@listens_to(SettingsChanged)
async def judge_by_new_settings(session: AsyncSession, news: SettingsChanged) -> None:
    """See what other names are wanted now."""
    if news.name == name_of(PublishingSettings):
        await judge.enqueue(session, everything=True)
