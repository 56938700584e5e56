"""How fanart.tv is asked."""

from typing import Final

from maestrarr.kit.http import Http, Reach, Secrets, Terms
from maestrarr.media.artwork import Offer
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.base import MONTH, Config, Kind, Secret, Service, Url, at
from maestrarr.providers.contracts import IN_PASSING, Asking, DescribedKind, OffersArtwork, Tested
from maestrarr.providers.errors import NotThere
from maestrarr.providers.fanart import convert

USUAL_URL: Final = "https://webservice.fanart.tv"
NAME: Final = "fanart.tv"
TERMS: Final = Terms(
    service="fanart", reach=Reach.PUBLIC, per_second=10, burst=10, at_once=5, keep_for=MONTH
)
_SOMETHING: Final = "/v3.2/movies/603"  # there or not, it takes a key that is good


class FanartConfig(Config):
    """A connection to fanart.tv; a personal key shows new pictures days sooner."""

    url: Url = USUAL_URL
    key: Secret
    personal_key: Secret | None = None


class Fanart:
    """Offers artwork of movies, series and sets."""

    def __init__(self, http: Http, config: FanartConfig, owner: str) -> None:
        given = {"api-key": config.key}
        if config.personal_key is not None:
            given["client-key"] = config.personal_key
        terms = at(TERMS, config.url, USUAL_URL)
        client = http.client(config.url, terms, owner=owner, secrets=Secrets(headers=given))
        self._service = Service(NAME, client)

    async def test(self) -> Tested:
        """Ask for a movie's pictures: whether it has any is of no account."""
        try:
            await self._service.document(
                _SOMETHING, asking=Asking(fresh=True), missing=NotThere("movie", NAME, "603")
            )
        except NotThere:
            return Tested(name=NAME)
        return Tested(name=NAME)

    async def artwork(
        self, kind: DescribedKind, ids: ExternalIds, asking: Asking = IN_PASSING
    ) -> list[Offer]:
        """List the pictures of a title and of its seasons; sets stand among the movies."""
        place, known = ("tv", ids.tvdb) if kind == "series" else ("movies", ids.tmdb or ids.imdb)
        missing = NotThere(kind, NAME, str(known or "?"))
        if known is None:
            raise missing
        return await self._service.ask(
            convert.offers_in, f"/v3.2/{place}/{known}", asking=asking, missing=missing
        )


KIND: Final = Kind(
    name="fanart",
    title=NAME,
    capabilities=frozenset({OffersArtwork}),
    config=FanartConfig,
    secrets=frozenset({"key", "personal_key"}),
    terms=TERMS,
    attribution="Artwork provided by fanart.tv.",
    website="https://fanart.tv",
    make=Fanart,
)
