"""Getting the bytes of a picture, of a candidate that lies outside or on the disk."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes, urlsplit

from maestrarr.core.connections import pictures
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.cache import Picture
from maestrarr.features.artwork.errors import PictureRefused
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.http import Terms, Urgency
from maestrarr.kit.http.errors import TooLarge
from maestrarr.kit.outside import Outside
from maestrarr.media import images

LOCAL_SCHEME: Final = "file"


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Gets pictures, looks at them and keeps them; two are taken apart at a time.

    `houses` are the hosts of services in the house, `roots` the folders in which local files lie.
    """

    outside: Outside
    data: DataFolder
    houses: Collection[str] = ()
    roots: Sequence[Path] = ()
    urgency: Urgency = Urgency.BACKGROUND
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))

    async def take(self, url: str) -> Picture:
        """Get a picture, look at it whole, and put it into the cache.

        Raises:
            PictureRefused: it is no picture that can be used, now or later.
            CacheFull: there is no room for it.
            Problem: of kit.http, when it cannot be had now.
        """
        content = None if _is_local(url) else await self._fetch(url, pictures.WHOLE)
        return await self.keep(content if content is not None else self._local(url))

    async def keep(self, given: bytes | Path) -> Picture:
        """Look at a picture whole, and put it into the cache; raises as `take` does."""
        async with self._turn:
            return await asyncio.to_thread(_kept, self.data, given)

    async def preview(self, url: str) -> bytes:
        """Get a small form of a picture, which is remembered; raises as `take` does."""
        if _is_local(url):
            return await asyncio.to_thread(_read, self._local(url))
        return await self._fetch(url, pictures.PREVIEW)

    async def _fetch(self, url: str, terms: Terms) -> bytes:
        try:
            answer = await pictures.fetch(
                self.outside, url, terms, houses=self.houses, urgency=self.urgency
            )
        except TooLarge as error:
            raise PictureRefused("too_large") from error
        if answer is None:
            raise PictureRefused("not_there")
        return answer.body

    def _local(self, url: str) -> Path:
        """Return the file that a local candidate means, if it still lies in its library.

        Raises:
            PictureRefused: it is gone, or lies elsewhere now.
        """
        try:
            real = path_in(url).resolve(strict=True)
        except (OSError, ValueError) as error:
            raise PictureRefused("gone") from error
        if not any(real.is_relative_to(root.resolve()) for root in self.roots):
            raise PictureRefused("gone")
        return real


def _is_local(url: str) -> bool:
    return url.startswith(f"{LOCAL_SCHEME}:")


def path_in(url: str) -> Path:
    """Return the path that a local candidate's address names, byte for byte."""
    return Path(unquote_to_bytes(urlsplit(url).path).decode("utf-8", "surrogateescape"))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > images.LARGEST_BYTES:
            raise PictureRefused("too_large")
        return path.read_bytes()
    except OSError as error:
        raise PictureRefused("gone") from error


def _kept(data: DataFolder, given: bytes | Path) -> Picture:
    picture = cache.look_at(_read(given) if isinstance(given, Path) else given)
    cache.keep(data, picture)
    return replace(picture, data=b"")
