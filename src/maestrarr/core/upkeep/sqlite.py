"""SQLite: copying the database while it is used, looking at its health, putting one in place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from maestrarr.core.upkeep.archive import TableContent
from maestrarr.core.upkeep.errors import DatabaseDamaged, DatabaseInUse
from maestrarr.kit import atomic
from maestrarr.kit.db import DatabaseUnusable

_BESIDE = ("-wal", "-shm", "-journal")
_WAIT_SECONDS = 30


def check(file: Path) -> None:
    """Look through the whole database once; about a second for each gigabyte.

    Raises:
        DatabaseDamaged: a page or an index of it is not as it should be.
        DatabaseUnusable: it is locked, its disk is full, or it cannot be read.
    """
    try:
        with closing(_open(file)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:  # locked, full or unreadable: not about its pages
        raise DatabaseUnusable(f"The database answered: {error}.") from error
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(str(file), str(error)) from error
    if verdict != "ok":
        raise DatabaseDamaged(str(file), str(verdict).rpartition("\n")[2])  # above: where


def copy(source: Path, target: Path) -> dict[str, TableContent]:
    """Copy one state of a database, also while others write to it, and count the copy's rows.

    It goes in one step: a copy in portions starts again whenever another process writes.

    Raises:
        DatabaseDamaged: the copy is not sound, so neither is its source.
    """
    with closing(_open(source)) as original, closing(_open(target)) as twin:
        original.backup(twin)
        twin.execute("PRAGMA journal_mode = DELETE")
    check(target)
    return count(target)


def count(file: Path) -> dict[str, TableContent]:
    """Count every table's rows."""
    with closing(_open(file)) as connection:
        listing = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
            "ESCAPE '\\' ORDER BY name"
        )
        names = [name for (name,) in listing]
        return {name: TableContent(rows=_rows(connection, name)) for name in names}


def put_in_place(new: Path, place: Path) -> None:
    """Let a database take another's place in one step; a crash leaves the one or the other.

    The old one's write-ahead log is first folded into it: left beside the new one, it would be
    applied to that.

    Raises:
        DatabaseInUse: another process has the old one open.
    """
    if place.exists():
        _fold(place)
    for suffix in _BESIDE:
        atomic.remove(place.with_name(place.name + suffix))
    atomic.move_in(new, place)


def set_aside(place: Path, beside: Path) -> None:
    """Keep a damaged database and its log under another name; it also stays where it is."""
    beside.hardlink_to(place)
    for suffix in _BESIDE:
        if (log := place.with_name(place.name + suffix)).exists():
            beside.with_name(beside.name + suffix).hardlink_to(log)


def _fold(place: Path) -> None:
    try:
        with closing(_open(place)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise DatabaseInUse from error
    except sqlite3.DatabaseError:  # damaged: it was set aside, there is nothing to fold
        return


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)


def _rows(connection: sqlite3.Connection, table: str) -> int:
    (rows,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608  # from the schema itself
    return int(rows)
