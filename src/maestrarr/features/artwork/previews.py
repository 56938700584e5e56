"""Thumbnails of pictures of which there is no copy: made of what a provider sends, and forgotten.

Those that were asked for lately stay in memory; what the provider sent stays among kept answers.
"""

import asyncio
from collections import OrderedDict
from typing import Final

from maestrarr.features.artwork.errors import PictureRefused
from maestrarr.features.artwork.fetching import Fetcher
from maestrarr.media import images

MOST_KEPT_BYTES: Final = 16 * 2**20


class Previews:
    """Makes thumbnails in threads, two at a time."""

    def __init__(self, most_bytes: int = MOST_KEPT_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._size_bytes = 0
        self._turn = asyncio.Semaphore(2)

    async def of(self, url: str, width: int, fetcher: Fetcher) -> bytes:
        """Return a small copy of the picture at an address, as WebP.

        Raises:
            PictureRefused: it is no picture that can be used.
            Problem: of kit.http, when it cannot be had now.
        """
        if (known := self._kept.get((url, width))) is not None:
            self._kept.move_to_end((url, width))
            return known
        content = await fetcher.preview(url)
        async with self._turn:
            made = await asyncio.to_thread(_made, content)
        for each, thumbnail in made.items():
            self._keep((url, each), thumbnail)
        return made[width]

    def _keep(self, key: tuple[str, int], made: bytes) -> None:
        self._size_bytes += len(made) - len(self._kept.pop(key, b""))
        self._kept[key] = made
        while self._size_bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._size_bytes -= len(oldest)


def _made(content: bytes) -> dict[int, bytes]:
    try:
        return images.thumbnails(content)
    except images.NotAPicture as error:
        raise PictureRefused(error.fault.value) from error
