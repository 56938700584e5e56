"""What sound follows: scans, and whatever its decisions rest on; each has files judged anew."""

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events.listening import listens_to
from maestrarr.core.settings.events import SettingsChanged
from maestrarr.core.settings.registry import name_of
from maestrarr.features.audio import pins, service
from maestrarr.features.audio.events import PinChanged, RulesChanged
from maestrarr.features.audio.jobs import judge_files
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.features.library.events import LibraryScanned, TitlesRetold


@listens_to(LibraryScanned)
async def judge_what_was_scanned(session: AsyncSession, _news: LibraryScanned) -> None:
    """Judge the files that a scan found new or changed; most scans find none.

    With them come the pins of titles that have returned, or are known by other ids now.
    """
    if await service.has_unjudged(session) or await pins.are_stale(session):
        await judge_files.enqueue(session)


@listens_to(TitlesRetold)
async def judge_what_was_told_anew(session: AsyncSession, _news: TitlesRetold) -> None:
    """Judge the files of titles whose original language, genres or tags are others now."""
    await judge_files.enqueue(session)


@listens_to(SettingsChanged)
async def judge_by_new_settings(session: AsyncSession, news: SettingsChanged) -> None:
    """Judge every file by what is preferred now."""
    if news.name == name_of(AudioSettings):
        await judge_files.enqueue(session)


@listens_to(RulesChanged)
async def judge_by_new_rules(session: AsyncSession, _news: RulesChanged) -> None:
    """Judge every file by the rules as they are now."""
    await judge_files.enqueue(session)


@listens_to(PinChanged)
async def judge_what_is_pinned(session: AsyncSession, _news: PinChanged) -> None:
    """Judge the files of a title by what was chosen for it."""
    await judge_files.enqueue(session)
