"""How Radarr is asked."""

from typing import Final

from maestrarr.kit.http import Http
from maestrarr.providers.acquisition import DownloadManager, SendsNews
from maestrarr.providers.base import Kind
from maestrarr.providers.radarr.convert import hear
from maestrarr.providers.servarr.client import Brand, Servarr, ServarrConfig, terms_of, trace_at

BRAND: Final = Brand(
    name="Radarr",
    kind="movie",
    path="movie",
    listed="movieIds",
    one="movieId",
    reread="RescanMovie",
    exclusion="addImportExclusion",
)


class RadarrConfig(ServarrConfig):
    """A connection to one Radarr."""


class Radarr(Servarr):
    """Looks after movies."""

    def __init__(self, http: Http, config: RadarrConfig, owner: str) -> None:
        super().__init__(http, config, owner, BRAND)


KIND: Final = Kind(
    name="radarr",
    title=BRAND.name,
    capabilities=frozenset({DownloadManager, SendsNews}),
    config=RadarrConfig,
    secrets=frozenset({"key"}),
    terms=terms_of("radarr"),
    website="https://radarr.video",
    make=Radarr,
    hear=hear,
    trace=trace_at(7878),
)
