"""The parts of a series at TMDB: seasons, their pictures, other orders of its episodes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from maestrarr.providers.base import Model, Read, Service
from maestrarr.providers.contracts import Asking, Order, Place
from maestrarr.providers.errors import NotThere
from maestrarr.providers.tmdb.orders import group_of, places_in
from maestrarr.providers.tmdb.wire import GroupDetails, GroupInBrief, Images, SeasonDetails

MOST_APPENDED: Final = 20
MOST_EPISODES: Final = 300  # in one answer: each brings its guests and its crew


class SeriesParts:
    """Asks for the parts of one series, as many in one question as it answers."""

    def __init__(self, service: Service, tmdb_id: int, asking: Asking) -> None:
        self._service = service
        self._path = f"/3/tv/{tmdb_id}"
        self._asking = asking
        self._missing = NotThere("series", service.name, str(tmdb_id))

    async def seasons(self, counts: Mapping[int, int], spoken: str) -> dict[int, SeasonDetails]:
        """Ask for seasons with their episodes; `counts` says about how many each has."""
        read = {}
        for some in _in_pieces(counts):
            parts = {number: f"season/{number}" for number in some}
            answers = await self._appended(SeasonDetails, parts, {"language": spoken})
            for number, season in answers.items():
                # What the season says of its own number is left aside: it was asked for by it.
                read[number] = season.model_copy(update={"season_number": number})
        return read

    async def images(self, numbers: Sequence[int]) -> dict[int, Images]:
        """Ask for the pictures of seasons."""
        read: dict[int, Images] = {}
        for some in _in_pieces(dict.fromkeys(numbers, 1)):
            parts = {number: f"season/{number}/images" for number in some}
            read |= await self._appended(Images, parts, {})
        return read

    async def places(self, groups: Sequence[GroupInBrief]) -> dict[int, dict[Order, Place]]:
        """Ask for where episodes stand on discs and among all, by the episodes' ids."""
        found: dict[int, dict[Order, Place]] = {}
        for order in (Order.DVD, Order.ABSOLUTE):
            group = group_of(groups, order)
            if group is None:
                continue
            details = await self._service.get(
                GroupDetails,
                f"/3/tv/episode_group/{group}",
                asking=self._asking,
                missing=self._missing,
            )
            for episode, place in places_in(details, order).items():
                found.setdefault(episode, {})[order] = place
        return found

    async def _appended(
        self, model: type[Model], parts: Mapping[int, str], params: Mapping[str, str]
    ) -> dict[int, Model]:
        """Ask for parts in one question; those that it leaves out are asked for one by one."""

        def those_there(whole: Mapping[str, Any]) -> dict[int, Model]:
            return {
                number: model.model_validate(whole[part])
                for number, part in parts.items()
                if isinstance(whole.get(part), dict)
            }

        appended = {**params, "append_to_response": ",".join(parts.values())}
        read = await self._ask(those_there, "", appended)
        for number in parts.keys() - read.keys():
            try:
                read[number] = await self._ask(model.model_validate, f"/{parts[number]}", params)
            except NotThere:  # it was listed, and yet is not there
                continue
        return read

    async def _ask(
        self, read: Callable[[dict[str, Any]], Read], part: str, params: Mapping[str, str]
    ) -> Read:
        return await self._service.ask(
            read, f"{self._path}{part}", params, asking=self._asking, missing=self._missing
        )


def _in_pieces(counts: Mapping[int, int]) -> Iterator[list[int]]:
    """Cut seasons into what one answer can hold."""
    piece: list[int] = []
    held = 0
    for number, count in counts.items():
        if piece and (len(piece) == MOST_APPENDED or held + count > MOST_EPISODES):
            yield piece
            piece, held = [], 0
        piece.append(number)
        held += count
    if piece:
        yield piece
