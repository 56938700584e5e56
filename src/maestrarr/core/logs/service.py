"""The log's verbs: look through it, take it along, and keep its files within their bounds."""

import asyncio
import gzip
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from maestrarr.core.logs import search
from maestrarr.core.logs.entries import Wanted
from maestrarr.core.logs.errors import OneWayOnly
from maestrarr.core.logs.files import log_files, opened
from maestrarr.core.logs.recorder import Recorder
from maestrarr.core.logs.schemas import LogPage
from maestrarr.core.logs.search import Place
from maestrarr.core.logs.settings import LogsSettings
from maestrarr.core.settings import service as settings
from maestrarr.kit.db import Database

LOOK_SECONDS = 0.8
PIECE_BYTES = 256 * 1024


def page(
    folder: Path, wanted: Wanted, *, before: str | None, after: str | None, limit: int
) -> LogPage:
    """Look through a log that stands in a folder, from its end unless a place is named.

    Raises:
        NoSuchPlace: what should be a place is none.
        OneWayOnly: two are named.
    """
    if before and after:
        raise OneWayOnly
    end = search.end(folder)
    if after:
        found = search.newer(folder, wanted, Place.read(after), limit)
    else:
        found = search.older(folder, wanted, Place.read(before) if before else end, limit)
    following = found.next and str(found.next)
    newest = following if after and following else str(end)
    return LogPage(entries=found.entries, next=following, newest=newest)


def whole(folder: Path) -> Iterator[bytes]:
    """Give the whole log as one gzip file, the oldest line first.

    What is compressed already is passed on as it is: gzip files after one another are one.
    Source: RFC 1952, 2.2.
    """
    for file in log_files(folder):
        if not file.is_compressed or not file.path.exists():
            read, size = opened(file)
            for start in range(0, size, PIECE_BYTES):
                yield gzip.compress(read(start, min(size, start + PIECE_BYTES)))
            continue
        with file.path.open("rb") as stream:
            while piece := stream.read(PIECE_BYTES):
                yield piece


async def keep_within_settings(database: Database, recorder: Recorder) -> None:
    """Let a recorder go by the settings, as they are within a second, until this is cancelled."""
    while True:
        try:
            async with database.reading() as session:
                recorder.bounds = (await settings.read(session, LogsSettings)).bounds
        except (DBAPIError, NoConnection):  # whoever needs the database says so; here it can wait
            pass
        await asyncio.sleep(LOOK_SECONDS)
