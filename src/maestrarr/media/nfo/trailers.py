"""Trailers in NFO files: web addresses, those at YouTube in the words of Kodi's add-on."""

import re
from collections.abc import Iterable
from typing import Final

_YOUTUBE: Final = re.compile(
    r"(?:plugin://plugin\.video\.youtube/\S*?[?&]video_?id="
    r"|https?://(?:www\.|m\.)?youtube\.com/(?:watch\?(?:\S*?&)?v=|embed/)"
    r"|https?://youtu\.be/)(?P<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])\S*",
    re.IGNORECASE,
)
_VIMEO: Final = re.compile(
    r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>[0-9]{4,12})", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)


def read_trailers(texts: Iterable[str]) -> tuple[str, ...]:
    """Read the trailers that are web addresses; other add-ons' words are theirs alone."""
    found = (read_trailer(text) for text in texts)
    return tuple(dict.fromkeys(address for address in found if address))


def read_trailer(text: str) -> str | None:
    """Read one trailer's address; Kodi's `plugin://plugin.video.youtube/…` is one at YouTube."""
    match = _YOUTUBE.fullmatch(text.strip())
    if match:
        return f"https://www.youtube.com/watch?v={match['id']}"
    return text.strip() if _ADDRESS.fullmatch(text.strip()) else None


def written_trailer(address: str) -> str:
    """Write a trailer as Kodi plays it; Jellyfin reads the same."""
    match = _YOUTUBE.fullmatch(address)
    if not match:
        return address
    return f"plugin://plugin.video.youtube/?action=play_video&videoid={match['id']}"


def page_of(address: str) -> str | None:
    """Return the page of a trailer at YouTube or Vimeo, made of its id alone; None elsewhere."""
    match = _YOUTUBE.fullmatch(address.strip())
    if match:
        return f"https://www.youtube.com/watch?v={match['id']}"
    match = _VIMEO.fullmatch(address.strip())
    return f"https://vimeo.com/{match['id']}" if match else None
