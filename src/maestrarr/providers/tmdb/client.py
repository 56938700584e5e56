"""How TMDB is asked."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from maestrarr.kit.http import Http, Reach, Secrets, Terms
from maestrarr.media.artwork import Offer
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.base import MONTH, Config, Kind, Secret, Service, Url, at
from maestrarr.providers.contracts import (
    IN_PASSING,
    Asking,
    DescribedKind,
    DescribesTitles,
    Description,
    Found,
    OffersArtwork,
    SearchesTitles,
    Tested,
    Wanted,
)
from maestrarr.providers.errors import NotThere
from maestrarr.providers.tmdb import convert
from maestrarr.providers.tmdb.addresses import Pictures, pictures_at
from maestrarr.providers.tmdb.parts import SeriesParts
from maestrarr.providers.tmdb.wire import (
    Configuration,
    Details,
    Hits,
    Holders,
    Images,
    SeriesImages,
)
from maestrarr.providers.tmdb.wording import filled_from, lack_words, language_parameter

USUAL_URL: Final = "https://api.themoviedb.org"
NAME: Final = "TMDB"
TERMS: Final = Terms(
    service="tmdb", reach=Reach.PUBLIC, per_second=30, burst=20, at_once=20, keep_for=MONTH
)
_PLACES: Final[Mapping[DescribedKind, str]] = {
    "movie": "movie",
    "series": "tv",
    "set": "collection",
}
_APPENDED: Final[Mapping[DescribedKind, str]] = {
    "movie": "credits,release_dates,keywords,videos,external_ids,translations,alternative_titles",
    "series": (
        "aggregate_credits,content_ratings,keywords,videos,external_ids,translations,"
        "alternative_titles,episode_groups"
    ),
    "set": "translations",
}


class TmdbConfig(Config):
    """A connection to TMDB; the key is the short one (v3) or the long one (v4, for reading)."""

    url: Url = USUAL_URL
    key: Secret


class Tmdb:
    """Searches, describes and offers artwork; of series with every season and episode."""

    def __init__(self, http: Http, config: TmdbConfig, owner: str) -> None:
        terms = at(TERMS, config.url, USUAL_URL)
        client = http.client(config.url, terms, owner=owner, secrets=_secrets(config.key))
        self._service = Service(NAME, client)
        self._where: Pictures | None = None

    async def test(self) -> Tested:
        """Ask whether the key is good."""
        await self._service.document("/3/authentication", asking=Asking(fresh=True))
        return Tested(name=NAME)

    async def search(self, wanted: Wanted, asking: Asking = IN_PASSING) -> list[Found]:
        """Find movies or series by name."""
        year = "year" if wanted.kind == "movie" else "first_air_date_year"
        hits = await self._service.get(
            Hits,
            f"/3/search/{_PLACES[wanted.kind]}",
            {
                "query": wanted.title,
                "language": language_parameter(wanted.language),
                year: wanted.year,
            },
            asking=asking,
        )
        return convert.found_in(hits.results, wanted.kind, await self._pictures(asking))

    async def describe(
        self, kind: DescribedKind, ids: ExternalIds, language: str, asking: Asking = IN_PASSING
    ) -> Description:
        """Describe a movie, a series or a collection."""
        tmdb_id = await self._id(kind, ids, asking)
        spoken = language_parameter(language)
        details = await self._service.get(
            Details,
            f"/3/{_PLACES[kind]}/{tmdb_id}",
            {
                "language": spoken,
                "append_to_response": _APPENDED[kind],
                "include_video_language": _languages(spoken),
            },
            asking=asking,
            missing=NotThere(kind, NAME, str(tmdb_id)),
        )
        pictures = await self._pictures(asking)
        description = convert.description_of(details, kind, language, pictures)
        if kind != "series":
            return description
        parts = SeriesParts(self._service, tmdb_id, asking)
        return await self._with_seasons(description, details, parts, spoken)

    async def artwork(
        self, kind: DescribedKind, ids: ExternalIds, asking: Asking = IN_PASSING
    ) -> list[Offer]:
        """List the pictures in every language, of a series with those of its seasons."""
        tmdb_id = await self._id(kind, ids, asking)
        pictures = await self._pictures(asking)
        path, missing = f"/3/{_PLACES[kind]}/{tmdb_id}", NotThere(kind, NAME, str(tmdb_id))
        if kind != "series":
            images = await self._service.get(
                Images, f"{path}/images", asking=asking, missing=missing
            )
            return convert.offers_in(images, pictures)
        return await self._artwork_of_series(tmdb_id, missing, pictures, asking)

    async def _artwork_of_series(
        self, tmdb_id: int, missing: NotThere, pictures: Pictures, asking: Asking
    ) -> list[Offer]:
        whole = await self._service.get(
            SeriesImages,
            f"/3/tv/{tmdb_id}",
            {"append_to_response": "images"},
            asking=asking,
            missing=missing,
        )
        offers = convert.offers_in(whole.images, pictures)
        numbers = [each.season_number for each in whole.seasons if each.season_number is not None]
        parts = SeriesParts(self._service, tmdb_id, asking)
        for number, part in (await parts.images(numbers)).items():
            offers += convert.season_offers_in(part, number, pictures)
        return offers

    async def _with_seasons(
        self, description: Description, details: Details, parts: SeriesParts, spoken: str
    ) -> Description:
        pictures = self._where or Pictures()
        counts = {
            each.season_number: each.episode_count or 1
            for each in details.seasons
            if each.season_number is not None and each.season_number >= 0
        }
        read = await parts.seasons(counts, spoken)
        seasons = [s for each in read.values() if (s := convert.season_of(each, pictures))]
        episodes = {n: convert.episodes_of(each, pictures) for n, each in read.items()}
        if not spoken.startswith("en"):
            poor = {n: counts[n] for n, some in episodes.items() if lack_words(some)}
            for number, each in (await parts.seasons(poor, language_parameter("en"))).items():
                theirs = convert.episodes_of(each, pictures)
                episodes[number] = filled_from(episodes[number], theirs)
        places = await parts.places(details.episode_groups.results)
        every = [
            replace(episode, places=places.get(episode.ids.tmdb or 0, {}))
            for number in sorted(episodes)
            for episode in episodes[number]
        ]
        return replace(
            description,
            seasons=tuple(sorted(seasons, key=lambda season: season.number)),
            episodes=tuple(every),
            runtime_minutes=description.runtime_minutes or convert.usual_runtime(every),
        )

    async def _pictures(self, asking: Asking) -> Pictures:
        if self._where is None:
            remembered = replace(asking, fresh=False)
            told = await self._service.get(Configuration, "/3/configuration", asking=remembered)
            self._where = pictures_at(told)
        return self._where

    async def _id(self, kind: DescribedKind, ids: ExternalIds, asking: Asking) -> int:
        """Return TMDB's own id, or find out who has the other services' ids."""
        if ids.tmdb is not None:
            return ids.tmdb
        for source, value in (("imdb_id", ids.imdb), ("tvdb_id", ids.tvdb)):
            if value is None or kind == "set" or (kind, source) == ("movie", "tvdb_id"):
                continue
            holders = await self._service.get(
                Holders, f"/3/find/{value}", {"external_source": source}, asking=asking
            )
            hits = holders.movie_results if kind == "movie" else holders.tv_results
            found = next((hit.id for hit in hits if hit.id), None)
            if found is not None:
                return found
        raise NotThere(kind, NAME, str(ids.imdb or ids.tvdb or "?"))


def _secrets(key: str) -> Secrets:
    """Give the key as it is taken: a token of v4 as a bearer's, a key of v3 in the query."""
    if key.count(".") == 2:
        return Secrets(headers={"Authorization": f"Bearer {key}"})
    return Secrets(params={"api_key": key})


def _languages(spoken: str) -> str:
    return ",".join(dict.fromkeys((spoken.partition("-")[0], "en", "null")))


KIND: Final = Kind(
    name="tmdb",
    title=NAME,
    capabilities=frozenset({SearchesTitles, DescribesTitles, OffersArtwork}),
    config=TmdbConfig,
    secrets=frozenset({"key"}),
    terms=TERMS,
    attribution="This product uses the TMDB API but is not endorsed or certified by TMDB.",
    website="https://www.themoviedb.org",
    make=Tmdb,
)
