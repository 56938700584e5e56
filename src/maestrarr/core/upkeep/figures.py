"""How large an installation is: rows by room and table, bytes, and how far back it remembers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts.models import AuditEntry
from maestrarr.core.events.models import EventRecord
from maestrarr.core.jobs.models import JobRecord
from maestrarr.core.upkeep import backups
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.db import Base

_OLDEST = {
    "job": JobRecord.queued_at,
    "event": EventRecord.at,
    "audit_entry": AuditEntry.at,
}


@dataclass(frozen=True, slots=True)
class Figures:
    """An installation in numbers.

    `rooms` holds the rows of each room's tables, `oldest` the moment of the oldest of each kind of
    history.
    """

    rooms: Mapping[str, Mapping[str, int]]
    oldest: Mapping[str, datetime | None]
    database_bytes: int
    backups: int
    backups_bytes: int
    newest_backup: str | None

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(sum(tables.values()) for tables in self.rooms.values())


async def figures(session: AsyncSession, data: DataFolder) -> Figures:
    """Count everything; every room's tables must have been loaded."""
    there = backups.listed(await backups.folders(session, data))
    return Figures(
        rooms={
            room: {table: await _rows(session, table) for table in tables}
            for room, tables in _tables_by_room().items()
        },
        oldest={
            word: await session.scalar(select(func.min(column))) for word, column in _OLDEST.items()
        },
        database_bytes=await _size_bytes(session, data),
        backups=len(there),
        backups_bytes=sum(one.size_bytes for one in there),
        newest_backup=there[0].file.name if there else None,
    )


def _tables_by_room() -> dict[str, list[str]]:
    rooms: dict[str, list[str]] = {}
    for mapper in Base.registry.mappers:
        room = mapper.class_.__module__.split(".")[-2]
        rooms.setdefault(room, []).append(mapper.local_table.name)  # type: ignore[attr-defined]  # always a Table here
    return {room: sorted(tables) for room, tables in sorted(rooms.items())}


async def _rows(session: AsyncSession, table: str) -> int:
    counted = select(func.count()).select_from(Base.metadata.tables[table])
    return await session.scalar(counted) or 0


async def _size_bytes(session: AsyncSession, data: DataFolder) -> int:
    if session.get_bind().dialect.name == "postgresql":
        return await session.scalar(text("SELECT pg_database_size(current_database())")) or 0
    return sum(_file_bytes(file) for file in data.path.glob(f"{data.database.name}*"))


def _file_bytes(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0
