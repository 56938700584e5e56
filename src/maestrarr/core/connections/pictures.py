"""Pictures that services name: got through the guarded client, and made small for a screen.

What a service names lies on the internet. Only a service that an admin has put into the house may
name pictures there: those at its own address.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from maestrarr.core.connections.service import Connected
from maestrarr.kit.http import Answer, Reach, Terms, Urgency
from maestrarr.kit.http.errors import Unreachable
from maestrarr.kit.outside import Outside
from maestrarr.media import images
from maestrarr.providers.registry import KINDS

OWNER: Final = "artwork"  # of the answers that are kept
WHOLE: Final = Terms(
    service="pictures",
    reach=Reach.PUBLIC,
    per_second=20,
    burst=20,
    at_once=5,
    largest_bytes=images.LARGEST_BYTES,
    limit_seconds=60,
)
PREVIEW: Final = replace(WHOLE, keep_for=timedelta(days=30), largest_bytes=8 * 2**20)
MOST_KEPT_BYTES: Final = 16 * 2**20
_GONE: Final = frozenset({404, 410})


def houses(asked: Iterable[Connected[Any]]) -> frozenset[str]:
    """Name the hosts of services that an admin has put elsewhere than where they usually are."""
    return frozenset(
        urlsplit(url).netloc
        for each in asked
        if (url := each.connection.options.get("url"))
        and url != KINDS[each.connection.kind].config.model_fields["url"].default
    )


async def fetch(
    outside: Outside,
    url: str,
    terms: Terms,
    *,
    houses: Collection[str],
    urgency: Urgency = Urgency.USER,
) -> Answer | None:
    """Get what is at a picture's address; None where there is nothing, for good.

    Raises:
        TooLarge: it is larger than a picture may be.
        Problem: of kit.http, when it cannot be had now.
    """
    is_house = _host_in(url) in houses
    terms = replace(terms, reach=Reach.HOUSE) if is_house else terms
    client = outside.http.client(url, terms, owner=OWNER, headers={"Accept": "image/*"})
    answer = await client.get(urgency=urgency)
    if answer.status in _GONE:
        return None
    if answer.status != 200:
        raise Unreachable("failing", client.host, code=answer.status)
    return answer


def _host_in(url: str) -> str | None:
    try:
        return urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:  # no address: the client refuses it in words
        return None


class Previews:
    """Makes small copies of pictures of which we have none, in threads, two at a time.

    Those that were asked for lately stay in memory; what was sent stays among kept answers.
    """

    def __init__(self, most_bytes: int = MOST_KEPT_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._size_bytes = 0
        self._turn = asyncio.Semaphore(2)

    async def of(self, url: str, width: int, get: Callable[[str], Awaitable[bytes]]) -> bytes:
        """Return a small copy of the picture at an address, as WebP; `get` gets it where needed.

        Raises:
            NotAPicture: it is no picture that can be used.
        """
        if (known := self._kept.get((url, width))) is not None:
            self._kept.move_to_end((url, width))
            return known
        content = await get(url)
        async with self._turn:
            made = await asyncio.to_thread(images.thumbnails, content)
        for each, thumbnail in made.items():
            self._keep((url, each), thumbnail)
        return made[width]

    def _keep(self, key: tuple[str, int], made: bytes) -> None:
        self._size_bytes += len(made) - len(self._kept.pop(key, b""))
        self._kept[key] = made
        while self._size_bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._size_bytes -= len(oldest)
