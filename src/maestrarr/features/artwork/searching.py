"""Asking every connected service which pictures it has of a title, its seasons and its episodes."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.connections.service import Connected
from maestrarr.features.artwork import candidates, local, queries
from maestrarr.features.artwork.candidates import LocalOffer
from maestrarr.features.artwork.models import SearchRecord
from maestrarr.features.artwork.queries import Family
from maestrarr.features.artwork.settings import ArtworkSettings
from maestrarr.features.artwork.usual import LOCAL
from maestrarr.features.library.models import LocalArtwork, Title
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem
from maestrarr.kit.outside import Outside
from maestrarr.media.artwork import Offer
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import (
    Asking,
    DescribedKind,
    DescribesTitles,
    Description,
    OffersArtwork,
    Order,
)
from maestrarr.providers.errors import NotThere

_KINDS: Final[Mapping[str, DescribedKind]] = {
    TitleKind.MOVIE.value: "movie",
    TitleKind.SERIES.value: "series",
    TitleKind.SET.value: "set",
}
_USUAL_LANGUAGE: Final = "en"
Offers = Mapping[UUID, Sequence[Offer]]


@dataclass(frozen=True, slots=True)
class Search:
    """What is to be asked about a family, and who is there to answer."""

    family: Family
    asked: Sequence[Connected[OffersArtwork]]
    beside: Sequence[LocalArtwork]
    ours: Mapping[int, set[str]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A service that could not answer."""

    provider: str
    problem: Problem

    def to_json(self) -> dict[str, Any]:
        """Write it for the database and for clients."""
        said = self.problem
        return {
            "provider": self.provider,
            "sentence": said.sentence,
            "key": said.key,
            "facts": dict(said.facts),
        }


@dataclass(frozen=True, slots=True)
class Found:
    """What was offered, by providers and titles, and who could not answer."""

    offers: Mapping[str, Offers]
    failures: Sequence[Failure]


async def prepare(session: AsyncSession, outside: Outside, title_id: UUID) -> Search:
    """Read what is needed to search for the pictures of a title's whole family.

    Raises:
        TitleUnknown: there is no such title.
    """
    family = await queries.family(session, title_id)
    return Search(
        family,
        await connections.connected(session, outside, OffersArtwork),
        await local.files(session, family.ids),
        await local.ours(session, family.ids),
    )


async def carry_out(search: Search, asking: Asking) -> Found:
    """Ask everybody at once; one that fails keeps no other from answering."""
    ids = ids_of(search.family.top)
    asked = search.asked if ids else []
    told = await asyncio.gather(*(_ask(each, search.family, ids, asking) for each in asked))
    beside = await local.offers(search.beside, search.ours)
    offers: dict[str, Offers] = {LOCAL: _for_all(search.family, beside)}
    failures = []
    for connected, answer in zip(asked, told, strict=True):
        provider = connected.connection.kind
        if isinstance(answer, Problem):
            failures.append(Failure(provider, answer))
        else:
            offers[provider] = _for_all(search.family, answer)
    return Found(offers, failures)


async def note(
    session: AsyncSession, search: Search, found: Found, said: ArtworkSettings
) -> SearchRecord:
    """Write down what was found, and when to ask again; who failed keeps what they offered."""
    record = await queries.search(session, search.family.top.id)
    ids = queries.written_ids(search.family.top)
    of_same = record is not None and record.asked_for.partition(" ")[0] == ids
    for provider, offers in found.offers.items():
        await candidates.store(session, provider, offers, of_same=of_same)
    if record is None:
        record = SearchRecord(title_id=search.family.top.id)
        session.add(record)
    moment = now()
    record.asked_for = f"{ids} {','.join(each.connection.kind for each in search.asked)}"
    record.searched_at = moment
    record.due_at = moment + (said.retry if found.failures else said.refresh)
    record.failures = [failure.to_json() for failure in found.failures]
    await session.flush()
    return record


async def ask_again(session: AsyncSession, family: Family, said: ArtworkSettings) -> None:
    """Have a family looked after again soon: a picture could not be had."""
    record = await queries.search(session, family.top.id)
    if record is not None:
        record.due_at = min(record.due_at, now() + said.retry)


def ids_of(title: Title) -> ExternalIds:
    """Return the ids of a title."""
    return ExternalIds(title.tmdb_id, title.tvdb_id, title.imdb_id)


async def _ask(
    connected: Connected[OffersArtwork], family: Family, ids: ExternalIds, asking: Asking
) -> dict[UUID, list[Offer]] | Problem:
    """Ask one service; what it does not know has no pictures there."""
    kind, client = _KINDS[family.top.kind], connected.client
    try:
        found = _by_title(family, await client.artwork(kind, ids, asking))
        if kind == "series" and isinstance(client, DescribesTitles):
            language = family.library.language or _USUAL_LANGUAGE
            description = await client.describe(kind, ids, language, asking)
            found.update(_thumbs(family, description))
    except NotThere:
        return {}
    except Problem as problem:
        return problem
    return found


def _thumbs(family: Family, description: Description) -> dict[UUID, list[Offer]]:
    """Give each episode its picture, which services show where they describe a series."""
    offered = {(each.season, each.number): each.thumb for each in description.episodes}
    episodes = (title for title in family.parts if title.kind == TitleKind.EPISODE)
    shown = ((title.id, offered.get(_aired(title))) for title in episodes)
    return {title_id: [thumb] for title_id, thumb in shown if thumb is not None}


def _aired(episode: Title) -> tuple[int, int]:
    """Say as what an episode aired: its file may be numbered in another order, or by its date."""
    known = (episode.season_number or 0, episode.episode_number or 0)
    season, number = episode.places.get(Order.AIRED.value, known)
    return season, number


def _by_title(family: Family, offers: Iterable[Offer]) -> dict[UUID, list[Offer]]:
    """Give each season its own pictures; those of seasons that are not here are left out."""
    seasons = {
        title.season_number: title.id for title in family.parts if title.kind == TitleKind.SEASON
    }
    found: dict[UUID, list[Offer]] = defaultdict(list)
    for offer in offers:
        of_season = offer.type.startswith("season-")
        title_id = seasons.get(offer.season) if of_season else family.top.id
        if title_id is not None:
            found[title_id].append(offer)
    return found


def _for_all(family: Family, found: Mapping[UUID, Sequence[Offer | LocalOffer]]) -> Offers:
    """Say of every title what is offered, also that there is nothing any more."""
    return {title.id: found.get(title.id, ()) for title in family.titles}
