"""The portraits that stand beside what somebody plays in, each with the name of its file."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Row, select

from maestrarr.features.artwork.models import CachedImage, PortraitRecord
from maestrarr.features.artwork.service import Portrait
from maestrarr.features.publishing.states import ACTOR
from maestrarr.kit.db import in_pieces
from maestrarr.media.names.building import actor_names

_Row: TypeAlias = Row[UUID, int, str, str, str, int]
_PORTRAITS: Final = (
    select(
        PortraitRecord.title_id,
        PortraitRecord.number,
        PortraitRecord.name,
        PortraitRecord.sha256,
        CachedImage.suffix,
        CachedImage.size_bytes,
    )
    .join(CachedImage, CachedImage.sha256 == PortraitRecord.sha256)
    .order_by(PortraitRecord.title_id, PortraitRecord.number)
)


def of_titles(
    connection: Connection, title_ids: Sequence[UUID], most: int
) -> dict[UUID, list[Portrait]]:
    """Read the portraits of the first actors of titles, so many of each; nothing is read for 0."""
    rows: dict[UUID, list[_Row]] = defaultdict(list)
    for some in in_pieces(title_ids if most else ()):
        wanted = PortraitRecord.title_id.in_(some), PortraitRecord.number < most
        for row in connection.execute(_PORTRAITS.where(*wanted)):
            rows[row[0]].append(row)
    return {title_id: _named(some) for title_id, some in rows.items()}


def _named(rows: Sequence[_Row]) -> list[Portrait]:
    names = {
        suffix: actor_names((row.name for row in rows), suffix)
        for suffix in {row.suffix for row in rows}
    }
    return [
        Portrait(
            ACTOR,
            row.number,
            row.sha256,
            row.suffix,
            row.size_bytes,
            names[row.suffix][row.name].name,
        )
        for row in rows
    ]
