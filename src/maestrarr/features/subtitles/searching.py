"""Asking every connected service which subtitles it has of a title."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.changes.schemas import Refusal
from maestrarr.core.connections import service as connections
from maestrarr.core.connections.service import Connected
from maestrarr.core.settings import service as settings
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import Title
from maestrarr.features.library.states import TitleKind
from maestrarr.features.subtitles import policy
from maestrarr.features.subtitles.errors import NoEpisodeOrMovie, NoSubtitleService
from maestrarr.features.subtitles.schemas import OfferDocument, OfferFailure, SubtitleOffers
from maestrarr.features.subtitles.settings import SubtitlesSettings
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Urgency
from maestrarr.kit.outside import Outside
from maestrarr.media.ids import ExternalIds
from maestrarr.media.languages import normalise
from maestrarr.providers.contracts import Asking, OffersSubtitles, SubtitleOffer, SubtitlesWanted

Service = Connected[OffersSubtitles]
_ASKING = Asking(urgency=Urgency.USER)


@dataclass(frozen=True, slots=True)
class Search:
    """What is wanted, and who is there to be asked."""

    wanted: SubtitlesWanted
    services: Sequence[Service]


async def prepare(
    session: AsyncSession, outside: Outside, title_id: UUID, languages: Sequence[str]
) -> Search:
    """Read what a search needs; without languages, those of the settings are meant.

    Raises:
        TitleUnknown: there is no such title.
        NoEpisodeOrMovie: it is a series, a season or a set.
        NoSubtitleService: nobody is connected who has subtitles.
    """
    title = await library.title_named(session, str(title_id))
    named = languages or (await settings.read(session, SubtitlesSettings)).languages
    wanted = await _wanted(session, title, [normalise(each) for each in named])
    services = await connections.connected(session, outside, OffersSubtitles)
    if not services:
        raise NoSubtitleService
    return Search(wanted, services)


async def carry_out(search: Search) -> SubtitleOffers:
    """Ask everybody at once; one that fails keeps no other from answering."""
    told = await asyncio.gather(*(_ask(each, search.wanted) for each in search.services))
    offers: list[OfferDocument] = []
    failures = []
    for service, answer in zip(search.services, told, strict=True):
        if isinstance(answer, Problem):
            name = service.connection.name
            failures.append(OfferFailure(provider=name, problem=Refusal.of(answer)))
        else:
            offers += [_document(service, offer) for offer in answer]
    languages = search.wanted.languages
    offers.sort(key=lambda each: policy.rank(each, languages))
    return SubtitleOffers(
        languages=list(languages),
        offers=offers,
        failures=failures,
    )


async def service_named(session: AsyncSession, outside: Outside, connection_id: UUID) -> Service:
    """Return the service of a connection that has subtitles.

    Raises:
        NoSubtitleService: there is none, or it is switched off.
    """
    for service in await connections.connected(session, outside, OffersSubtitles):
        if service.connection.id == connection_id:
            return service
    raise NoSubtitleService


async def _ask(service: Service, wanted: SubtitlesWanted) -> list[SubtitleOffer] | Problem:
    try:
        return await service.client.subtitles(wanted, _ASKING)
    except Problem as problem:
        return problem


async def _wanted(session: AsyncSession, title: Title, languages: Sequence[str]) -> SubtitlesWanted:
    if title.kind == TitleKind.MOVIE:
        return SubtitlesWanted(ids=_ids(title), languages=languages)
    if title.kind != TitleKind.EPISODE or title.parent_id is None:
        raise NoEpisodeOrMovie
    season = await session.get_one(Title, title.parent_id)
    series = await session.get_one(Title, season.parent_id)
    return SubtitlesWanted(
        ids=_ids(series),
        languages=languages,
        season=title.season_number,
        episode=title.episode_number,
    )


def _ids(title: Title) -> ExternalIds:
    return ExternalIds(title.tmdb_id, title.tvdb_id, title.imdb_id)


def _document(service: Service, offer: SubtitleOffer) -> OfferDocument:
    return OfferDocument(
        connection_id=service.connection.id,
        provider=service.connection.kind,
        offer_id=offer.id,
        language=offer.language,
        release=offer.release,
        downloads=offer.downloads,
        rating=offer.rating,
        is_forced=offer.is_forced,
        is_hearing_impaired=offer.is_hearing_impaired,
        is_machine_made=offer.is_machine_made,
        is_trusted=offer.is_trusted,
    )
