"""What stands since it was published: each title's files, as they looked then."""

import os
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Connection, Row, Table, Text, select, type_coerce

from maestrarr.core.changes.writes import Stamp
from maestrarr.features.library.models import TITLES
from maestrarr.features.publishing.models import Publication, PublishedFile
from maestrarr.features.publishing.states import NFO
from maestrarr.kit.db import in_pieces
from maestrarr.kit.text import as_on_disk

_PUBLICATIONS = cast("Table", Publication.__table__)
_FILES = cast("Table", PublishedFile.__table__)
_QUICK: Final = tuple(_PUBLICATIONS.c[name] for name in ("id", "title_id", "fingerprint"))
_WHOLE: Final = (*_QUICK, _PUBLICATIONS.c.said, _PUBLICATIONS.c.judged_at)
_OF_A_FILE: Final = (
    _FILES.c.publication_id,
    type_coerce(_FILES.c.path, Text).label("place"),
    *(_FILES.c[name] for name in ("type", "number", "sha256", "size_bytes", "mtime_ns", "is_ours")),
)


@dataclass(frozen=True, slots=True)
class StandingFile:
    """A published file, and how it looked when it was."""

    place: str
    type: str
    number: int
    sha256: str
    size_bytes: int
    mtime_ns: int
    is_ours: bool

    @property
    def path(self) -> Path:
        """Where it stands; made when it is asked for, for there are tens of thousands."""
        return Path(self.place)

    def looks_like(self, seen: Stamp) -> bool:
        """Tell whether nothing says that somebody has changed it."""
        return (self.size_bytes, self.mtime_ns) == (seen.size_bytes, seen.mtime_ns)

    def looks_right(self) -> bool:
        """Look whether it stands there as it was published.

        Raises:
            OSError: the disk does not say.
        """
        try:
            seen = os.lstat(self.place)
        except (FileNotFoundError, NotADirectoryError):
            return False
        return (seen.st_size, seen.st_mtime_ns) == (self.size_bytes, self.mtime_ns)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a title.

    `contents` are NFO files, by path; these, and what was said then, are there where asked for.
    """

    publication: Row[Any]
    files: Sequence[StandingFile]
    contents: Mapping[Path, bytes] = field(default_factory=dict)

    @property
    def title_id(self) -> UUID:
        """Whose it is."""
        return cast("UUID", self.publication.title_id)

    @property
    def fingerprint(self) -> bytes | None:
        """The digest of all that decided it."""
        return cast("bytes | None", self.publication.fingerprint)

    def nfo(self, path: Path) -> bytes | None:
        """Give what was published as this NFO file; else as any other, which says the same."""
        return self.contents.get(path) or next(iter(self.contents.values()), None)


def standing(
    connection: Connection, title_ids: Sequence[UUID], *, with_contents: bool = False
) -> dict[UUID, Standing]:
    """Return what stands of these titles; those of which nothing does are left out."""
    found: dict[UUID, Standing] = {}
    for some in in_pieces(title_ids):
        query = select(*(_WHOLE if with_contents else _QUICK)).where(
            _PUBLICATIONS.c.title_id.in_(some), _PUBLICATIONS.c.is_standing.is_(True)
        )
        found |= _with_files(connection, connection.execute(query), with_contents=with_contents)
    return found


def page(
    connection: Connection, *, library_id: UUID | None, after: UUID | None, limit: int
) -> list[UUID]:
    """Name titles of which something stands, in the order of their ids."""
    query = (
        select(_PUBLICATIONS.c.title_id)
        .where(_PUBLICATIONS.c.is_standing.is_(True))
        .order_by(_PUBLICATIONS.c.title_id)
        .limit(limit)
    )
    if after is not None:
        query = query.where(_PUBLICATIONS.c.title_id > after)
    if library_id is not None:
        query = query.join(TITLES, TITLES.c.id == _PUBLICATIONS.c.title_id)
        query = query.where(TITLES.c.library_id == library_id)
    return list(connection.execute(query).scalars())


def deflated(data: bytes | None) -> bytes | None:
    """Make what an NFO file holds small."""
    return None if data is None else zlib.compress(data)


def _with_files(
    connection: Connection, rows: Iterable[Row[Any]], *, with_contents: bool
) -> dict[UUID, Standing]:
    by_id = {row.id: row for row in rows}
    files: dict[UUID, list[StandingFile]] = defaultdict(list)
    for some in in_pieces(list(by_id)):
        query = select(*_OF_A_FILE).where(_FILES.c.publication_id.in_(some))
        for row in connection.execute(query):
            files[row[0]].append(StandingFile(as_on_disk(row[1]), *row[2:]))
    contents = _contents(connection, list(by_id)) if with_contents else {}
    return {
        row.title_id: Standing(row, files[row.id], contents.get(row.id, {}))
        for row in by_id.values()
    }


def _contents(
    connection: Connection, publication_ids: Sequence[UUID]
) -> dict[UUID, dict[Path, bytes]]:
    """Read what NFO files held, by publication and path."""
    found: dict[UUID, dict[Path, bytes]] = defaultdict(dict)
    columns = (_FILES.c.publication_id, _FILES.c.path, _FILES.c.content)
    is_nfo = (_FILES.c.type == NFO, _FILES.c.content.is_not(None))
    for some in in_pieces(publication_ids):
        query = select(*columns).where(_FILES.c.publication_id.in_(some), *is_nfo)
        for row in connection.execute(query):
            found[row.publication_id][row.path] = zlib.decompress(row.content)
    return found
