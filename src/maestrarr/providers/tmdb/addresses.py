"""Where TMDB's pictures and videos are fetched from.

Source: developer.themoviedb.org, Image Basics.
"""

import re
from dataclasses import dataclass
from typing import Final

from maestrarr.providers.tmdb.wire import Configuration

_PATH: Final = re.compile(r"/[\w.-]+", re.ASCII)
_KEY: Final = re.compile(r"[\w-]{1,64}", re.ASCII)
_SITES: Final = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
}


@dataclass(frozen=True, slots=True)
class Pictures:
    """Makes addresses of the paths that TMDB names; `base` ends with a slash."""

    base: str = "https://image.tmdb.org/t/p/"

    def whole(self, path: str | None) -> str | None:
        """Name the picture as it was uploaded; a drawing of lines comes as a PNG."""
        if path and path.endswith(".svg"):
            return self._of_width("w500", f"{path.removesuffix('.svg')}.png")
        return self._of_width("original", path)

    def small(self, path: str | None) -> str | None:
        """Name the picture at about 300 pixels' width."""
        png = f"{path.removesuffix('.svg')}.png" if path and path.endswith(".svg") else path
        return self._of_width("w300", png)

    def _of_width(self, width: str, path: str | None) -> str | None:
        return f"{self.base}{width}{path}" if path and _PATH.fullmatch(path) else None


def pictures_at(configuration: Configuration) -> Pictures:
    """Read where pictures are fetched from."""
    base = configuration.images.secure_base_url or configuration.images.base_url
    return Pictures(f"{base.rstrip('/')}/") if base else Pictures()


def video_url(site: str | None, key: str | None) -> str | None:
    """Name the page that plays a video; None on a site that we do not know."""
    page = _SITES.get((site or "").lower())
    return f"{page}{key}" if page and key and _KEY.fullmatch(key) else None
