"""How Radarr is asked."""

from typing import Final

from maestrarr.providers.radarr.convert import hear
from maestrarr.providers.servarr.client import Brand, kind_of

KIND: Final = kind_of(
    Brand(
        name="Radarr",
        website="https://radarr.video",
        port=7878,
        kind="movie",
        path="movie",
        listed="movieIds",
        one="movieId",
        reread="RescanMovie",
        exclusion="addImportExclusion",
    ),
    hear,
)
