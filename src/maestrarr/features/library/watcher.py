"""Live watching of every library's folders: a hint when to scan what, while the scan is the truth.

A folder that cannot be watched is scanned by schedule, as all are, and its library says so.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import structlog

from maestrarr.core.settings import service as settings
from maestrarr.features.library import policy, queries
from maestrarr.features.library.jobs import scan_library
from maestrarr.features.library.models import Library
from maestrarr.features.library.settings import LibrarySettings
from maestrarr.features.library.states import Watching
from maestrarr.features.library.watch import FAILED, RootWatch
from maestrarr.kit import mounts
from maestrarr.kit.choice import Choice
from maestrarr.kit.db import Database
from maestrarr.kit.rounds import PAUSE_SECONDS, Rounds

LOOK_SECONDS = 1.0
QUIET_SECONDS = 2.0  # without a change, before a folder is scanned: a copy is seldom one write
RETRY_SECONDS = 60.0
MOST_PATHS = 100  # in one hint; more than that, and the whole library is looked at
ASKED_BY = "watching"
NOT_YET = Choice(Watching.SCHEDULED, "It is about to be watched.")

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Root:
    """One of a library's folders, and how it is watched."""

    state: Choice[Watching]
    watch: RootWatch | None = None
    retry_at: float = 0.0
    changed: dict[str, float] = field(default_factory=dict)


class Watcher:
    """Watches the folders of every library while the setting says so.

    Changes that follow each other within two seconds are one hint. Nothing waits for it: a folder
    is set up in a thread of its own, and a stop leaves the threads where they are.
    """

    def __init__(
        self,
        database: Database,
        *,
        quiet_seconds: float = QUIET_SECONDS,
        pause_seconds: float = PAUSE_SECONDS,
        read_mounts: Callable[[], Mapping[str, str]] = mounts.read,
    ) -> None:
        self._database = database
        self._quiet_seconds = quiet_seconds
        self._read_mounts = read_mounts
        self._roots: dict[Path, _Root] = {}
        self._is_wanted = True
        self._rounds = Rounds(
            "library.watching",
            self._look,
            log=log,
            retry_seconds=LOOK_SECONDS,
            pause_seconds=pause_seconds,
        )

    @property
    def is_in_trouble(self) -> bool:
        """Tell whether a bug stopped it, or the watch of a folder, and it has not begun again."""
        has_failed = any(root.state.reason == FAILED for root in self._roots.values())
        return self._rounds.is_in_trouble or has_failed

    def state(self, folders: list[Path]) -> Choice[Watching]:
        """Tell how these folders of a library are watched; the worst of them counts."""
        if not self._is_wanted:
            return Choice(Watching.OFF, "Watching is switched off: `library.watch`.")
        known = [self._roots.get(folder) for folder in folders]
        states = [root.state if root else NOT_YET for root in known]
        return next((one for one in states if one.value is not Watching.LIVE), states[0])

    async def start(self) -> None:
        """Begin to watch, without waiting for it."""
        self._loop = asyncio.get_running_loop()
        self._rounds.start()

    async def stop(self) -> None:
        """Watch no more."""
        await self._rounds.stop()
        for root in list(self._roots):
            self._leave(root)

    async def _look(self) -> float:
        """Watch what is to be watched now, and have scanned what has come to rest."""
        async with self._database.reading() as session:
            self._is_wanted = (await settings.read(session, LibrarySettings)).watch
            libraries = await queries.libraries_by_folder(session) if self._is_wanted else {}
        for folder in self._roots.keys() - libraries.keys():
            self._leave(folder)
        moment = time.monotonic()
        for folder in libraries:
            root = self._roots.get(folder)
            if root is None or (root.watch is None and root.retry_at <= moment):
                await self._begin(folder)
        await self._hint(libraries, moment)
        return LOOK_SECONDS

    async def _begin(self, folder: Path) -> None:
        before = self._roots.get(folder)
        found = await asyncio.to_thread(self._read_mounts)
        choice = policy.how_to_watch(str(folder), found)
        root = _Root(choice, retry_at=time.monotonic() + RETRY_SECONDS)
        self._roots[folder] = root
        if choice.value is not Watching.LIVE:
            if before is None or before.state != choice:
                log.info("library.not_watched", folder=str(folder), reason=choice.reason)
            return
        root.state = before.state if before else NOT_YET
        root.watch = RootWatch(
            str(folder),
            apart=mounts.network_below(str(folder), found),
            on_live=lambda count: self._call(self._is_live, folder, root, choice, count),
            on_change=lambda path: self._call(self._has_changed, root, path),
            on_end=lambda reason: self._call(self._has_ended, folder, root, reason),
        )
        root.watch.start()

    def _call(self, what: Callable[..., None], *facts: object) -> None:
        """Go on in the loop of the server, unless that has ended meanwhile."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what, *facts)

    def _is_live(self, folder: Path, root: _Root, choice: Choice[Watching], count: int) -> None:
        root.state = choice
        log.info("library.watched", folder=str(folder), folders=count)

    def _has_changed(self, root: _Root, path: str) -> None:
        root.changed[path] = time.monotonic()

    def _has_ended(self, folder: Path, root: _Root, reason: str) -> None:
        """Go by the schedule from now on; what was told lately may be a disk on its way out."""
        if root.state.reason != reason:
            log.warning("library.not_watched", folder=str(folder), reason=reason)
        if root.watch:
            root.watch.stop()
        root.watch, root.state = None, Choice(Watching.SCHEDULED, reason)
        root.retry_at = time.monotonic() + RETRY_SECONDS
        root.changed.clear()

    def _leave(self, folder: Path) -> None:
        root = self._roots.pop(folder)
        if root.watch:
            root.watch.stop()

    async def _hint(self, libraries: Mapping[Path, Library], moment: float) -> None:
        paths: dict[UUID, list[str]] = defaultdict(list)
        for folder, library in libraries.items():
            root = self._roots[folder]
            for path in policy.at_rest(root.changed, str(folder), moment - self._quiet_seconds):
                del root.changed[path]
                paths[library.id].append(path)
        names = {library.id: library.name for library in libraries.values()}
        for library_id, some in paths.items():
            await self._ask_for_scan(library_id, names[library_id], some)

    async def _ask_for_scan(self, library_id: UUID, name: str, paths: list[str]) -> None:
        wanted = policy.outermost(paths)
        async with self._database.writing() as session:
            await scan_library.enqueue(
                session,
                asked_by=ASKED_BY,
                library_id=library_id,
                name=name,
                paths=wanted if len(wanted) <= MOST_PATHS else (),
            )
