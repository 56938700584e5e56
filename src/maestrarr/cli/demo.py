"""The sample installation of `serve --demo`: a made-up library, in a data folder of its own."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import structlog

from maestrarr.cli import demo_channels
from maestrarr.kit.config import Config
from maestrarr.kit.errors import Problem
from maestrarr.kit.terminal import Terminal
from maestrarr.server.installation import OpenInstallation

if TYPE_CHECKING:
    from maestrarr.core.connections.models import ConnectionRecord
    from maestrarr.providers.base import Kind

NAME = PASSWORD = "demo"  # noqa: S105  # no secret: it is written on the sign-in page

_SUFFIX = "-demo"
_UPSTREAMS_PORT = 9394
_PLAYERS_FOLDER = "/media"
_TWINS = "http://127.0.0.1:"
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
        """Make what is missing of the sample library, have it scanned, and serve outside services.

        It goes on for as long as they are to be served.
        """
        folder = _library(self.config)
        await asyncio.to_thread(_make_library, folder)
        logger.info("demo.made", folder=str(folder))
        async with _upstreams() as address:
            logger.info("demo.upstreams", url=address)
            installation.neighbours.append(address)
            if not self.first_run:
                await demo_channels.reach(installation, NAME, address)
                await _add_libraries(installation, folder)
                await _connect(installation, address, folder)
            await asyncio.Event().wait()


def _library(config: Config) -> Path:
    return config.data / "library"


def _make_library(folder: Path) -> None:
    from maestrarr.demo.library import make_library  # noqa: PLC0415  # loads FFmpeg

    make_library(folder)


@asynccontextmanager
async def _upstreams() -> AsyncIterator[str]:
    """Serve the twins of outside services until the end of the block, and name their address.

    They have a process of their own, which ends with its input: with this one, however it ends.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "maestrarr.demo.upstreams", "--port", str(_UPSTREAMS_PORT),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None  # noqa: S101  # for the types
    assert process.stdout is not None  # noqa: S101  # for the types
    try:
        address = (await process.stdout.readline()).decode().strip()
        if not address:
            raise ChildProcessError("The twins of outside services did not start.")
        yield address
    finally:
        process.stdin.close()
        await process.wait()


async def _connect(installation: OpenInstallation, address: str, library: Path) -> None:
    """Connect each of the twins that is served, or find them again where they are served now."""
    from maestrarr.core.connections import queries  # noqa: PLC0415
    from maestrarr.providers.registry import KINDS  # noqa: PLC0415

    async with installation.database.reading() as session:
        known = await queries.connections(session)
    for record in known:
        url, place = str(record.options.get("url")), f"/{record.kind}"
        is_twin = url.startswith(_TWINS) and url.endswith(place)
        if is_twin and url != f"{address}{place}":
            await _find_again(installation, record, address)
    for kind in [] if known else KINDS.values():
        with suppress(Problem):  # one that has no twin
            await _connect_one(installation, kind, address, library)
    logger.info("demo.connected")


async def _connect_one(
    installation: OpenInstallation, kind: "Kind[Any]", address: str, library: Path
) -> None:
    from maestrarr.core.accounts.callers import TERMINAL  # noqa: PLC0415
    from maestrarr.core.connections import saving, schemas  # noqa: PLC0415
    from maestrarr.providers.contracts import Player  # noqa: PLC0415

    folders = [schemas.MappingDocument(remote=_PLAYERS_FOLDER, local=str(library))]
    said = schemas.NewConnection(
        kind=kind.name,
        config=_told(kind, address),
        mappings=folders if Player in kind.capabilities else [],
    )
    await saving.add(installation.database, installation.outside, said, TERMINAL)


async def _find_again(
    installation: OpenInstallation, record: "ConnectionRecord", address: str
) -> None:
    from maestrarr.core.accounts.callers import TERMINAL  # noqa: PLC0415
    from maestrarr.core.connections import saving, schemas  # noqa: PLC0415
    from maestrarr.core.connections.clients import kind_of  # noqa: PLC0415

    config = _told(kind_of(record.kind), address)
    said = schemas.ConnectionPatch(config=config, even_if_failing=True)
    database, outside = installation.database, installation.outside
    await saving.change(database, outside, record.id, said, TERMINAL)


def _told(kind: "Kind[Any]", address: str) -> dict[str, str | None]:
    """Say what a connection to a twin is told: each takes the key that opens the demo, too."""
    from maestrarr.core.connections.forms import fields_of  # noqa: PLC0415

    needed = [each.name for each in fields_of(kind) if each.form == "secret" and each.is_needed]
    secrets = dict.fromkeys(needed or ["password"], PASSWORD)
    return {"url": f"{address}/{kind.name}", **secrets}


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
