"""Child processes that read title folders at low priority, so that nothing else waits for them."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from functools import cache
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from maestrarr.features.library.group import TitleFolder
from maestrarr.features.library.read import read_title_folder
from maestrarr.features.library.report import FolderReport
from maestrarr.features.library.walk import Stamp
from maestrarr.media.ffmpeg import FfmpegReader
from maestrarr.media.probe import Probed, examine_fully

FEW_FILES = 200  # below this, reading here is done before a child process has started
PROCESSES = min(2, os.cpu_count() or 1)
BATCHES_AHEAD = 2 * PROCESSES  # enough to keep the children busy; more would only take memory
NICENESS = 10

# Title folders, and the stamps of those of their files that need no probing.
Batch: TypeAlias = tuple[Sequence[TitleFolder], Mapping[str, Stamp]]


class Readers:
    """A pool that reads batches of title folders; close it, or use it in a `with` block."""

    def __init__(self, executor: Executor, children: "_Children | None" = None) -> None:
        self._executor = executor
        self._children = children

    @classmethod
    def for_files(cls, count: int) -> "Readers":
        """Open a pool fit for so many files: few of them are read in this process."""
        return cls(ThreadPoolExecutor(1)) if count < FEW_FILES else cls.in_processes()

    @classmethod
    def in_processes(cls) -> "Readers":
        """Open a pool of child processes, which end when this process does."""
        children = _Children()
        pool = ProcessPoolExecutor(PROCESSES, mp_context=children, initializer=_settle_in)
        return cls(pool, children)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Drop what is queued and what is being read: a disk that hangs holds nobody up."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        if self._children is not None:
            self._children.kill()

    def read(
        self, batches: Iterable[Batch], stop: "Future[None] | None" = None
    ) -> Iterator[FolderReport]:
        """Read batch after batch, a few ahead of whoever takes the reports, in their order.

        Raises:
            CancelledError: `stop` was done before the last was read.
        """
        for ahead in self._ahead(batches):
            either: list[Future[Any]] = [ahead] if stop is None else [ahead, stop]
            wait(either, return_when=FIRST_COMPLETED)
            if stop is not None and stop.done():
                raise CancelledError
            yield from ahead.result()

    async def reports(self, batches: Iterable[Batch]) -> AsyncIterator[list[FolderReport]]:
        """Read batch after batch as `read` does, while the event loop does other things."""
        for ahead in self._ahead(batches):
            yield await asyncio.wrap_future(ahead)

    def _ahead(self, batches: Iterable[Batch]) -> Iterator["Future[list[FolderReport]]"]:
        waiting: deque[Future[list[FolderReport]]] = deque()
        for folders, known in batches:
            waiting.append(self._executor.submit(_read_batch, folders, known))
            if len(waiting) > BATCHES_AHEAD:
                yield waiting.popleft()
        yield from waiting


class _Children(SpawnContext):
    """Starts a pool's processes and knows them, since the pool itself waits for them for ever."""

    def __init__(self) -> None:
        super().__init__()
        self._started: list[SpawnProcess] = []
        self._answers: list[SimpleQueue[Any]] = []

    def Process(  # type: ignore[override]  # noqa: N802  # a class in the parent, a maker here
        self,
        *given: Any,  # noqa: ANN401  # whatever the pool gives its processes
        **named: Any,  # noqa: ANN401
    ) -> SpawnProcess:
        """Make a process that the pool will start."""
        self._started.append(SpawnProcess(*given, **named))
        return self._started[-1]

    def SimpleQueue(self) -> "SimpleQueue[Any]":  # noqa: N802  # a class in the parent
        """Make the queue by which the processes answer the pool."""
        self._answers.append(super().SimpleQueue())
        return self._answers[-1]

    def kill(self) -> None:
        """Kill those that still run, and let the pool read no answer to its end.

        Our end keeps the pipe open: the pool would wait for the rest of what a dead one began.
        """
        for process in self._started:
            if process.is_alive():
                process.kill()
        for queue in self._answers:
            queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001


def _read_batch(folders: Sequence[TitleFolder], known: Mapping[str, Stamp]) -> list[FolderReport]:
    """Read one batch; files whose stamps are known are not probed again."""
    return [read_title_folder(folder, known, _probe) for folder in folders]


def _probe(path: Path) -> Probed:
    return examine_fully(path, _second_tier())


@cache
def _second_tier() -> FfmpegReader:
    """Keep one for the life of the process: it starts its own child when first needed."""
    return FfmpegReader()


def _settle_in() -> None:
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C, and closes the pool
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
