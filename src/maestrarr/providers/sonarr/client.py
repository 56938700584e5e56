"""How Sonarr is asked."""

from typing import Final

from maestrarr.kit.http import Http
from maestrarr.providers.acquisition import DownloadManager, SendsNews
from maestrarr.providers.base import Kind
from maestrarr.providers.servarr.client import Brand, Servarr, ServarrConfig, terms_of, trace_at
from maestrarr.providers.sonarr.convert import hear

BRAND: Final = Brand(
    name="Sonarr",
    kind="series",
    path="series",
    listed="seriesIds",
    one="seriesId",
    reread="RescanSeries",
    exclusion="addImportListExclusion",
)


class SonarrConfig(ServarrConfig):
    """A connection to one Sonarr."""


class Sonarr(Servarr):
    """Looks after series."""

    def __init__(self, http: Http, config: SonarrConfig, owner: str) -> None:
        super().__init__(http, config, owner, BRAND)


KIND: Final = Kind(
    name="sonarr",
    title=BRAND.name,
    capabilities=frozenset({DownloadManager, SendsNews}),
    config=SonarrConfig,
    secrets=frozenset({"key"}),
    terms=terms_of("sonarr"),
    website="https://sonarr.tv",
    make=Sonarr,
    hear=hear,
    trace=trace_at(8989),
)
