"""Other orders of a series' episodes, which TMDB calls episode groups."""

import re
from collections.abc import Sequence
from itertools import count
from typing import Final

from maestrarr.providers.contracts import Order, Place
from maestrarr.providers.tmdb.wire import Group, GroupDetails, GroupInBrief

_TYPES: Final = {Order.ABSOLUTE: 2, Order.DVD: 3}
_ID: Final = re.compile(r"[0-9a-f]{24}")
_SPECIALS: Final = 0


def group_of(groups: Sequence[GroupInBrief], order: Order) -> str | None:
    """Name the group that says most of an order; None when none does."""
    fitting = [
        group
        for group in groups
        if group.type == _TYPES[order] and group.id and _ID.fullmatch(group.id)
    ]
    fullest = max(fitting, key=lambda group: group.episode_count or 0, default=None)
    return fullest.id if fullest else None


def places_in(details: GroupDetails, order: Order) -> dict[int, Place]:
    """Read where each episode stands, by its id; specials have no place among all."""
    groups = sorted(details.groups, key=lambda group: group.order or 0)
    if order is Order.ABSOLUTE:
        numbers = count(1)
        counted = [group for group in groups if group.order != _SPECIALS or len(groups) == 1]
        return {number: Place(1, next(numbers)) for group in counted for number in _ids(group)}
    return {
        number: Place(group.order, at)
        for group in groups
        if group.order is not None and group.order >= 0
        for at, number in enumerate(_ids(group), start=1)
    }


def _ids(group: Group) -> list[int]:
    listed = sorted(group.episodes, key=lambda episode: episode.order or 0)
    return [episode.id for episode in listed if episode.id is not None]
