"""Which services there are: one line for each."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from maestrarr.providers.base import Kind
from maestrarr.providers.emby.client import KIND as EMBY
from maestrarr.providers.fanart.client import KIND as FANART
from maestrarr.providers.jellyfin.client import KIND as JELLYFIN
from maestrarr.providers.kodi.client import KIND as KODI
from maestrarr.providers.opensubtitles.client import KIND as OPENSUBTITLES
from maestrarr.providers.plex.client import KIND as PLEX
from maestrarr.providers.radarr.client import KIND as RADARR
from maestrarr.providers.seerr.client import KIND as SEERR
from maestrarr.providers.sonarr.client import KIND as SONARR
from maestrarr.providers.tautulli.client import KIND as TAUTULLI
from maestrarr.providers.tmdb.client import KIND as TMDB
from maestrarr.providers.tvdb.client import KIND as TVDB

_ALL: Final = (
    TMDB, TVDB, FANART, KODI, JELLYFIN, EMBY, PLEX, RADARR, SONARR, SEERR, TAUTULLI, OPENSUBTITLES,
)  # fmt: skip
KINDS: Final[Mapping[str, Kind[Any]]] = MappingProxyType({kind.name: kind for kind in _ALL})


def kinds_that(capability: type) -> list[Kind[Any]]:
    """List the kinds of services that can do something, such as OffersArtwork."""
    return [kind for kind in KINDS.values() if capability in kind.capabilities]
