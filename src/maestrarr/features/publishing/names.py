"""How people call what is published."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from maestrarr.features.library.states import TitleKind


def name_of(row: Row[Any], parents: Mapping[UUID, Row[Any]]) -> str:
    """Name a title as people do: `Alien (1979)`, `The Wire S01E02`, `The Wire, Season 1`."""
    season = parents.get(row.parent_id)
    if row.kind == TitleKind.SEASON.value and season is not None:
        return f"{season.title}, {row.title}"
    series = parents.get(season.parent_id) if season is not None else None
    if row.kind == TitleKind.EPISODE.value and series is not None:
        if row.episode_number is None:
            return f"{series.title} {row.premiered or row.title}"
        return f"{series.title} S{row.season_number or 0:02}E{row.episode_number:02}"
    return f"{row.title} ({row.year})" if row.year else str(row.title)
