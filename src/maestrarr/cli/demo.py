"""The sample installation of `serve --demo`: a made-up library, in a data folder of its own."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import structlog

from maestrarr.kit.config import Config
from maestrarr.kit.errors import Problem
from maestrarr.kit.terminal import Terminal
from maestrarr.server.installation import OpenInstallation

NAME = PASSWORD = "demo"  # noqa: S105  # no secret: it is written on the sign-in page

_SUFFIX = "-demo"
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})

logger = structlog.get_logger(__name__)


class DemoElsewhere(Problem):
    """A sample installation that anybody may enter would be open to the network."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Leave --host away, or begin with --first-run in another --data folder."

    def __init__(self, host: str) -> None:
        super().__init__(
            f"Anybody may sign in to this sample installation, so {host} is no place for it.",
            host=host,
        )


def choose_folder(terminal: Terminal) -> None:
    """Without a data folder of the caller's choice, use one beside the usual one.

    So a real installation never meets the sample.
    """
    config = terminal.config()
    if config.origin("data").source == "default":
        terminal.data = config.data.with_name(config.data.name + _SUFFIX)
    terminal.say(f"The sample library is in {_library(terminal.config())}.")


@dataclass(frozen=True, slots=True)
class Demo:
    """The sample installation: who may enter it, and what is in it.

    `first_run` leaves it as a newcomer finds it, without a user and without libraries.
    """

    config: Config
    first_run: bool = False

    async def let_in(self, installation: OpenInstallation) -> None:
        """Make the user that anybody may sign in as, where only this machine reaches it.

        Raises:
            DemoElsewhere: there is that user already, and others would reach it.
        """
        from maestrarr.core.accounts import passwords, queries, service  # noqa: PLC0415
        from maestrarr.core.accounts.callers import TERMINAL, Role  # noqa: PLC0415

        async with installation.database.reading() as session:
            is_new = await queries.is_setup_needed(session)
            is_open = await queries.find_user(session, NAME) is not None
        if self.config.host not in _THIS_MACHINE:
            if is_open:
                raise DemoElsewhere(self.config.host)
        elif is_new and not self.first_run:
            kept = await passwords.hashed(PASSWORD)
            async with installation.database.writing() as session:
                await service.add_user(
                    session, TERMINAL, name=NAME, password_hash=kept, role=Role.ADMIN
                )

    async def fill(self, installation: OpenInstallation) -> None:
        """Make what is missing of the sample library, and have it scanned."""
        folder = _library(self.config)
        await asyncio.to_thread(_make_library, folder)
        logger.info("demo.made", folder=str(folder))
        if not self.first_run:
            await _add_libraries(installation, folder)


def _library(config: Config) -> Path:
    return config.data / "library"


def _make_library(folder: Path) -> None:
    from maestrarr.demo.library import make_library  # noqa: PLC0415  # loads FFmpeg

    make_library(folder)


async def _add_libraries(installation: OpenInstallation, library: Path) -> None:
    from maestrarr.features.library import queries, service  # noqa: PLC0415
    from maestrarr.features.library.group import LibraryKind  # noqa: PLC0415
    from maestrarr.features.library.jobs import scan_library  # noqa: PLC0415

    kinds = {"Movies": LibraryKind.MOVIES, "Series": LibraryKind.SERIES}
    async with installation.database.writing() as session:
        if await queries.libraries(session):
            return
        for name, kind in kinds.items():
            added = await service.add_library(
                session, name=name, kind=kind, folders=[library / name]
            )
            await scan_library.enqueue(
                session, asked_by="demo", library_id=added.id, name=added.name
            )
