"""What every command shares: the way to the API, tables, JSON, progress, exit codes.

Standard output carries the result and nothing else; all talk goes to standard error.
"""

import asyncio
import dataclasses
import json
import os
import signal
import sys
import uuid
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias

from maestrarr.kit import clock, deadline, tables
from maestrarr.kit.errors import Problem
from maestrarr.kit.tables import Table, visible

if TYPE_CHECKING:  # takes long to import, and `--help` does without
    from maestrarr.kit.config import Config

DONE = 0
ATTENTION = 1
WRONG = 2
INTERRUPTED = 130
TERMINATED = 143
STOP_SECONDS = 9.5  # in which a command that was interrupted is gone, whatever holds it up

BUG = 70  # EX_SOFTWARE of sysexits.h
SERVER_FAULT = 500

Document: TypeAlias = dict[str, Any]
Asked: TypeAlias = str | int | Sequence[str] | None


class OnlyHere(Problem):
    """A command that works on this machine was sent to another."""

    hint: ClassVar[str] = (
        "Run it on the machine of that server, without --server and MAESTRARR_SERVER."
    )

    def __init__(self) -> None:
        super().__init__("This command works on the installation of this machine only.")


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a job is, in the words of its row."""

    title: str
    status: str
    current: int | None = None
    total: int | None = None
    message: str | None = None

    @classmethod
    def of(cls, job: Document) -> "JobProgress":
        """Read it from a job as the API tells it."""
        return cls(**{field.name: job[field.name] for field in dataclasses.fields(cls)})


class Api(Protocol):
    """The way to an installation's API: over the net, beside a server, or in this process.

    Paths are relative to `/api/v1/`; a query's values that are None are left out. A refusal is
    raised as a `Problem` with its sentence, and so is an answer that nobody can understand.
    """

    @property
    def is_here(self) -> bool:
        """Tell whether it works on this machine, so that a path names the same for both."""

    async def get(self, path: str, /, **query: Asked) -> Document:
        """Ask for something."""

    def pieces(self, path: str) -> AsyncIterator[bytes]:
        """Ask for a file, and give it piece by piece."""

    async def post(self, path: str, body: object = None, **query: Asked) -> Document:
        """Have something made or done."""

    async def put(self, path: str, body: object) -> Document:
        """Put something in the place of what is there; bytes are sent as they are."""

    async def patch(self, path: str, body: object, **query: Asked) -> Document:
        """Change a part of something."""

    async def delete(self, path: str, **query: Asked) -> Document:
        """Take something away."""

    async def pages(
        self,
        path: str,
        part: str,
        *,
        by: str,
        begin: Asked = None,
        most: int | None = None,
        **query: Asked,
    ) -> list[Document]:
        """Gather what stands under `part` on page after page; `by` names where each begins."""

    async def follow(self, job: Document, on_change: Callable[[JobProgress], None]) -> Document:
        """Return a job once it has ended, whoever runs it; being interrupted cancels the job.

        It returns before that when the server that ran the job has stopped: nobody works then.
        """


class Connect(Protocol):
    """The ways to an installation's API; the floor of the commands has them."""

    def __call__(self, terminal: "Terminal", *, work: bool) -> AbstractAsyncContextManager[Api]:
        """Find the API that the terminal means; with `work`, see to it that jobs are run."""


class Terminal:
    """One command's way to its installation and to the person or the script that called it."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self.as_json = False
        self.data: Path | None = None
        self.config_file: Path | None = None
        self.server: str | None = None
        self.token: str | None = None

    def config(self, **options: object) -> "Config":
        """Read the configuration, with the options given on the command line above the rest.

        Raises:
            OnlyHere: a server elsewhere is named, and this is about this machine.
        """
        from maestrarr.kit import config  # noqa: PLC0415  # takes long to import

        if self.far_server() is not None:
            raise OnlyHere
        data = self.data and self.data.expanduser().absolute()
        return config.load(file=self.config_file, options={"data": data, **options})

    def is_set_up(self) -> bool:
        """Tell whether there is an installation to ask, so that looking makes none."""
        from maestrarr.kit.data_folder import DataFolder  # noqa: PLC0415

        if self.far_server() is not None:
            return True
        config = self.config()
        return config.database_url is not None or DataFolder(config.data).database.exists()

    def far_server(self) -> str | None:
        """Return the address of the server that `--server` or the environment names."""
        return self.server or os.environ.get("MAESTRARR_SERVER") or None

    def far_token(self) -> str | None:
        """Return the token that `--token` or the environment gives, for that server alone."""
        return self.token or os.environ.get("MAESTRARR_TOKEN") or None

    def api(self, *, work: bool = False) -> AbstractAsyncContextManager[Api]:
        """Open the way to the API; with `work`, jobs are run until the end of the block.

        A server runs them; where there is none, this process does.
        """
        return self._connect(self, work=work)

    async def wait_for(self, api: Api, job: Document) -> Document:
        """Follow a job to its end, with a bar on a terminal, and return it."""
        with self.progress() as show:
            return await api.follow(job, show)

    def run(self, command: Callable[[], Coroutine[Any, Any, int | None]]) -> None:
        """Run a command to its end, and leave with its exit code unless that is `DONE`.

        An expected failure becomes one sentence on standard error.
        """
        with told_in_words(), _terminable():
            code = asyncio.run(command())
            sys.stdout.flush()
        if code:
            raise SystemExit(code)

    def emit(self, document: object, *, table: Table | str | list[Table | str]) -> None:
        """Print the result: one JSON document for a script; for a person tables and sentences."""
        if self.as_json:
            print(json.dumps(document, default=_plain, indent=2))  # noqa: T201
            return
        parts = table if isinstance(table, list) else [table]
        for place, part in enumerate(parts):
            if place > 0:
                print()  # noqa: T201
            self._print(part)

    def _print(self, part: Table | str) -> None:
        if isinstance(part, str):
            print(visible(part))  # noqa: T201
        elif not part.rows:
            self.say(part.empty)
        elif sys.stdout.isatty():
            tables.draw(part)
        else:
            tables.write(part, sys.stdout)

    def say(self, sentence: str) -> None:
        """Tell the person something that is not the result."""
        print(visible(sentence), file=sys.stderr)  # noqa: T201

    @property
    def is_attended(self) -> bool:
        """Tell whether a person sits here, who can be asked."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def ask(self, question: str) -> str:
        """Ask a person something; empty when there is none, or they only press Enter."""
        if not self.is_attended:
            return ""
        print(f"{visible(question)} ", end="", file=sys.stderr, flush=True)  # noqa: T201
        return sys.stdin.readline().strip()

    def confirm(self, question: str) -> bool:
        """Ask a question that only a person at a terminal can answer with yes."""
        return self.ask(f"{question} [y/N]").lower() in {"y", "yes"}

    @contextmanager
    def progress(self) -> Iterator[Callable[[JobProgress], None]]:
        """Show a job's progress as a bar on a terminal, and not at all in a pipe."""
        if not sys.stderr.isatty():
            yield lambda _: None
            return
        with _bar() as show:
            yield show


def asked_unseen(question: str) -> str:
    """Ask for a secret, unseen; a script gives it in a line."""
    import getpass  # noqa: PLC0415

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        return getpass.getpass(f"{question}: ", stream=sys.stderr)
    except EOFError:  # Ctrl-D
        return ""


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn what may be expected to fail at a terminal into one sentence and an exit code."""
    try:
        yield
    except Problem as problem:
        _leave(str(problem), BUG if problem.status == SERVER_FAULT else WRONG)
    except BrokenPipeError:  # the reader has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(DONE) from None
    except OSError as error:
        _leave(_disk_said(error), WRONG)
    except KeyboardInterrupt:
        _leave("Stopped.", INTERRUPTED)


@contextmanager
def _terminable() -> Iterator[None]:
    """Let SIGTERM stop what runs in the same order as Ctrl-C does, and leave with its own code."""
    is_terminated = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal is_terminated
        is_terminated = True
        deadline.leave_at_the_latest(STOP_SECONDS, TERMINATED)
        on_interrupt = signal.getsignal(signal.SIGINT)
        (on_interrupt if callable(on_interrupt) else signal.default_int_handler)(number, frame)

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    except KeyboardInterrupt:
        _leave("Stopped.", TERMINATED if is_terminated else INTERRUPTED)
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(sentence: str, code: int) -> None:
    lines = (visible(line) for line in sentence.splitlines())
    print("\n".join(lines), file=sys.stderr)  # noqa: T201
    raise SystemExit(code) from None


def _disk_said(error: OSError) -> str:
    where = f" ({error.filename})" if isinstance(error.filename, str) else ""
    return f"The system answered: {error.strerror or error}{where}."


def _plain(value: object) -> object:
    """Say in JSON what it has no word for."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return clock.to_text(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, (Path, uuid.UUID)):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON.")


@contextmanager
def _bar() -> Iterator[Callable[[JobProgress], None]]:
    from rich.console import Console  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        line = progress.add_task("", total=None)

        def show(job: JobProgress) -> None:
            words = escape(visible(job.message or job.title))
            progress.update(line, description=words, completed=job.current, total=job.total)

        yield show
