"""The sample installation of `serve --demo`: a made-up library, in a data folder of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

from maestrarr.kit.terminal import Terminal

if TYPE_CHECKING:
    from maestrarr.kit.config import Config

_SUFFIX = "-demo"


def prepare(terminal: Terminal) -> None:
    """Make what is missing of the sample library, and have it scanned once the server runs.

    Without a data folder of the caller's choice it gets one beside the usual one, so that a real
    installation never meets it.
    """
    config = terminal.config()
    if config.origin("data").source == "default":
        terminal.data = config.data.with_name(config.data.name + _SUFFIX)
    from maestrarr.demo.library import make_library  # noqa: PLC0415  # loads FFmpeg

    library = terminal.config().data / "library"
    terminal.say(f"The sample library is in {library}.")
    made = make_library(library)
    terminal.run(lambda: _add_libraries(terminal.config(), made.folder))


async def _add_libraries(config: "Config", library: Path) -> None:
    from maestrarr.features.library import queries, service  # noqa: PLC0415
    from maestrarr.features.library.group import LibraryKind  # noqa: PLC0415
    from maestrarr.features.library.jobs import scan_library  # noqa: PLC0415
    from maestrarr.server.installation import open_installation  # noqa: PLC0415

    kinds = {"Movies": LibraryKind.MOVIES, "Series": LibraryKind.SERIES}
    async with (
        open_installation(config, work=False) as installation,
        installation.database.writing() as session,
    ):
        if await queries.libraries(session):
            return
        for name, kind in kinds.items():
            added = await service.add_library(
                session, name=name, kind=kind, folders=[library / name]
            )
            await scan_library.enqueue(
                session, asked_by="demo", library_id=added.id, name=added.name
            )
