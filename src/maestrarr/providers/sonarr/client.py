"""How Sonarr is asked."""

from typing import Final

from maestrarr.providers.servarr.client import Brand, kind_of
from maestrarr.providers.sonarr.convert import hear

KIND: Final = kind_of(
    Brand(
        name="Sonarr",
        website="https://sonarr.tv",
        port=8989,
        kind="series",
        path="series",
        listed="seriesIds",
        one="seriesId",
        reread="RescanSeries",
        exclusion="addImportListExclusion",
    ),
    hear,
)
