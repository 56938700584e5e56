"""Where episodes stand on discs and among all."""

from typing import Any

from tmdb_documents import CONFIGURATION, SERIES, episode, season

from answering import Answering
from maestrarr.kit.http import Http
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Order, Place
from maestrarr.providers.tmdb.client import Tmdb, TmdbConfig
from maestrarr.providers.tmdb.orders import group_of, places_in
from maestrarr.providers.tmdb.wire import GroupDetails, GroupInBrief

DISCS, ALL = "5e9077d2e640d600151f32bd", "5e9077d2e640d600151f32be"


def grouped(*groups: tuple[int, list[int]]) -> GroupDetails:
    """List the episodes of each season by their ids, in a shuffled answer."""
    told = [
        {"order": order, "episodes": [{"id": number, "order": at} for at, number in reversed(
            list(enumerate(numbers)))]}
        for order, numbers in reversed(groups)
    ]  # fmt: skip
    return GroupDetails.model_validate({"groups": told})


def test_discs_have_seasons_of_their_own() -> None:
    details = grouped((0, [9]), (1, [3, 1]), (2, [2]))

    assert places_in(details, Order.DVD) == {
        9: Place(0, 1),
        3: Place(1, 1),
        1: Place(1, 2),
        2: Place(2, 1),
    }


def test_all_are_counted_through_and_specials_are_not() -> None:
    details = grouped((0, [9]), (1, [3, 1]), (2, [2]))

    assert places_in(details, Order.ABSOLUTE) == {3: Place(1, 1), 1: Place(1, 2), 2: Place(1, 3)}
    assert places_in(grouped((0, [5, 6])), Order.ABSOLUTE) == {5: Place(1, 1), 6: Place(1, 2)}


def test_the_fullest_group_says_it() -> None:
    told: list[dict[str, Any]] = [
        {"id": DISCS, "type": 3, "episode_count": 2},
        {"id": ALL, "type": 3, "episode_count": 20},
        {"id": "../../account", "type": 3, "episode_count": 99},
        {"id": DISCS, "type": 5, "episode_count": 99},
        {},
    ]
    groups = [GroupInBrief.model_validate(each) for each in told]

    assert group_of(groups, Order.DVD) == ALL
    assert group_of(groups, Order.ABSOLUTE) is None


async def test_a_series_has_the_places_that_its_groups_say(http: Http, service: Answering) -> None:
    groups = {"results": [{"id": DISCS, "type": 3, "episode_count": 2}]}
    first, second = episode(1, 1), episode(1, 2)
    told = {"groups": [{"order": 1, "episodes": [{"id": second["id"], "order": 0},
                                                 {"id": first["id"], "order": 1}]}]}  # fmt: skip
    service.answer("/3/configuration", CONFIGURATION)
    service.answer("/3/tv/900201", {**SERIES, "episode_groups": groups})
    service.answer("/3/tv/900201/season/1", season(1, first, second))
    service.answer(f"/3/tv/episode_group/{DISCS}", told)
    tmdb = Tmdb(http, TmdbConfig(url=service.url, key="demo"), "instance")

    series = await tmdb.describe("series", ExternalIds(tmdb=900201), "en")

    assert [each.places for each in series.episodes] == [
        {Order.DVD: Place(1, 2)},
        {Order.DVD: Place(1, 1)},
    ]
