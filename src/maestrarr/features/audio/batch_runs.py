"""Carrying a batch out: its files listed, looked at together, and gone over in chunks."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes import service as changes
from maestrarr.core.changes.looking import Looks
from maestrarr.core.changes.models import ChangeSet
from maestrarr.core.changes.settings import ChangesSettings
from maestrarr.core.changes.writes import HardLinks, Outcome
from maestrarr.core.jobs.running import Job
from maestrarr.core.settings import service as settings
from maestrarr.features.audio import batches, loose, previews, runs, service, targets
from maestrarr.features.audio.batches import Listed
from maestrarr.features.audio.copies import Copies
from maestrarr.features.audio.errors import NotThere
from maestrarr.features.audio.fixing import How, Result, Target
from maestrarr.features.audio.models import BatchRecord, VerdictRecord
from maestrarr.features.audio.runs import Pass
from maestrarr.features.audio.settings import AudioSettings
from maestrarr.features.library.models import MediaFile
from maestrarr.features.library.schemas import TitleFilter
from maestrarr.features.library.states import DefaultAudio
from maestrarr.media.languages import normalise

RESTS_SECONDS: Final = (2.0, 10.0, 30.0, 60.0)  # before a file that grows is looked at again
CHUNK: Final = changes.MOST_AT_ONCE
WAITING: Final = "Waiting for files that are written or played"
SETTING: Final = "Setting default tracks"
LOOKING: Final = "Looking at files"

Waiting = Sequence[tuple[int, Path]]


class BatchRun:
    """One attempt at a batch; what an earlier one has committed is not done again."""

    def __init__(self, job: Job, batch: BatchRecord) -> None:
        self._job = job
        self._batch = batch
        self._done = 0

    async def go(self) -> None:
        """Go over every file that waits; those that are still being written come last."""
        if self._batch.total is None:
            await self._list()
        async with self._job.database.reading() as session:
            self._batch = await batches.batch(session, self._batch.id)
            waiting: Waiting = await batches.waiting(session, self._batch.id)
        self._done = (self._batch.total or 0) - len(waiting)
        waiting = await self._over(waiting, is_last=not self._batch.waits)
        for number, rest in enumerate(RESTS_SECONDS, start=1):
            if not waiting:
                return
            await self._job.progress(self._done, self._batch.total, message=WAITING)
            await asyncio.sleep(rest)
            waiting = await self._over(waiting, is_last=number == len(RESTS_SECONDS))

    async def _list(self) -> None:
        await self._job.progress(0, message="Listing files")
        found = await asyncio.to_thread(lambda: list(_listed(self._batch)))
        async with self._job.step("List the files") as session:
            by_paths = bool(self._batch.paths)
            listed = await (_with_ids(session, found) if by_paths else _meant(session, self._batch))
            await batches.list_files(session, self._batch.id, listed)

    async def _over(self, waiting: Waiting, *, is_last: bool) -> Waiting:
        """Go over files; return those that may go better later, unless this was the last time."""
        looks = await changes.settled([path for _, path in waiting])
        again: list[tuple[int, Path]] = []
        for start in range(0, len(waiting), CHUNK):
            again += await self._chunk(waiting[start : start + CHUNK], looks, is_last=is_last)
            await self._job.progress(
                self._done,
                self._batch.total,
                message=LOOKING if self._batch.dry_run else SETTING,
            )
        return again

    async def _chunk(self, some: Waiting, looks: Looks, *, is_last: bool) -> Waiting:
        positions = {path: position for position, path in some}
        again: list[tuple[int, Path]] = []

        async def note(
            session: AsyncSession, outcome: Outcome, results: Sequence[Result]
        ) -> ChangeSet | None:
            ended = [each for each in results if is_last or not each.may_pass]
            again.extend(
                (positions[each.target.path], each.target.path)
                for each in results
                if not is_last and each.may_pass
            )
            self._done += len(ended)
            numbered = [(positions[each.target.path], each) for each in ended]
            await batches.note(session, self._batch.id, numbered)
            return await self._record(session, outcome)

        done_by, found = await self._prepared([path for _, path in some])
        await done_by.over(found, looks, note)
        return again

    async def _prepared(self, paths: Sequence[Path]) -> tuple[Pass, list[Target]]:
        """Read what decides about these files; of those that no library has, from beside them."""
        original = self._batch.original_language and normalise(self._batch.original_language)
        async with self._job.database.reading() as session:
            said = await settings.read(session, AudioSettings)
            writing = await settings.read(session, ChangesSettings)
            usual = await service.taste(session)
            known = await targets.known(session, paths)
            roots = await targets.roots(session)
        asked = batches.paths_of(self._batch)

        def gather() -> Iterator[Target]:
            places = {**dict.fromkeys(_root_of(each) for each in asked), **roots}
            for path in paths:
                if path in known:
                    yield targets.with_original(known[path], original)
                    continue
                # Where its library has let go of its folder, it is below none, and refused so.
                above = (place for place in reversed(places) if path.is_relative_to(place))
                root = next(above, next(iter(places), path))
                yield targets.beside(path, root, places.get(root), original)

        found = await asyncio.to_thread(lambda: list(gather()))
        taste = runs.with_languages(usual, self._batch.languages)
        copies = Copies.of(said, lambda: self._job.cancelled)
        how = How(taste, copies, HardLinks(writing.hard_links))
        is_dry = self._batch.dry_run or self._job.data.is_look_only
        return Pass(self._job, how, usual, is_dry=is_dry), found

    async def _record(self, session: AsyncSession, outcome: Outcome) -> ChangeSet | None:
        """Record what was written as one ChangeSet, whatever number of chunks it takes."""
        batch = await batches.batch(session, self._batch.id)
        into = await session.get(ChangeSet, batch.change_set_id) if batch.change_set_id else None
        made = await changes.record(
            session,
            outcome,
            kind="audio.batch",
            title=batch.title,
            said=batches.said_of(batch),
            asked_by=batch.asked_by,
            into=into,
        )
        if made is not None and into is None:
            first = update(BatchRecord).where(BatchRecord.id == batch.id)
            await session.execute(first.values(change_set_id=made.id))
        return made


def _listed(batch: BatchRecord) -> Iterator[Path]:
    for path in batches.paths_of(batch):
        try:
            yield from loose.listed(path, recursive=batch.recursive, pattern=batch.pattern)
        except OSError as error:
            raise NotThere(path, error) from error


async def _with_ids(session: AsyncSession, paths: Sequence[Path]) -> list[Listed]:
    """Give each path once, with the file of a library that it is."""
    ids = await targets.ids(session, paths)
    return [Listed(path, ids.get(path)) for path in dict.fromkeys(paths)]


async def _meant(session: AsyncSession, batch: BatchRecord) -> list[Listed]:
    """List the films and episodes of the titles that a filter means, by path.

    With a reason, only those that are wrong for it.
    """
    said = dict(batch.wanted)
    reason = said.pop("reason", None)
    query = select(MediaFile.path, MediaFile.id).where(
        *previews.meant(TitleFilter.model_validate(said))
    )
    if reason is not None:
        is_wrong = MediaFile.default_audio == DefaultAudio.WRONG
        query = query.join(VerdictRecord).where(is_wrong, VerdictRecord.reason == reason)
    rows = await session.execute(query.order_by(MediaFile.path))
    return [Listed(path, file_id) for path, file_id in rows]


def _root_of(path: Path) -> Path:
    return path if path.is_dir() else path.parent
