"""The body of an answer, unpacked and read up to a size."""

import zlib
from collections.abc import Iterator
from typing import Final

import httpx2

from maestrarr.kit.http.errors import Garbled, TooLarge

_PIECE_BYTES: Final = 1 << 18
_EITHER: Final = zlib.MAX_WBITS | 32  # gzip or zlib, as the data says itself
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})


class Damaged(Exception):
    """What was packed cannot be unpacked."""


class Unpacking:
    """Unpacks gzip and zlib in small pieces, so that little data cannot become much at once."""

    def __init__(self) -> None:
        self._unpacker = zlib.decompressobj(_EITHER)
        self._has_begun = False

    def feed(self, packed: bytes) -> Iterator[bytes]:
        """Unpack a piece.

        Raises:
            Damaged: it is not packed.
        """
        while packed:
            self._has_begun = True
            if self._unpacker.eof:  # gzip may consist of several
                self._unpacker = zlib.decompressobj(_EITHER)
            try:
                yield self._unpacker.decompress(packed, _PIECE_BYTES)
            except zlib.error as error:
                raise Damaged from error
            packed = self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def end(self) -> None:
        """Have it end here.

        Raises:
            Damaged: more had to come.
        """
        if self._has_begun and not self._unpacker.eof:
            raise Damaged


async def read(response: httpx2.Response, host: str, largest_bytes: int) -> bytes:
    """Read a body, and no more than it may hold, sent or unpacked.

    Raises:
        TooLarge: it holds more.
        Garbled: it is packed in a way that was not asked for, or cannot be unpacked.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in _PACKED | {"identity", ""}:
        raise Garbled("damaged", host)
    unpacking = Unpacking() if encoding in _PACKED else None
    body, sent_bytes = bytearray(), 0
    try:
        async for sent in response.aiter_raw():
            sent_bytes += len(sent)
            for piece in unpacking.feed(sent) if unpacking else (sent,):
                body += piece
                _check(host, max(len(body), sent_bytes), largest_bytes)
        if unpacking:
            unpacking.end()
    except Damaged as error:
        raise Garbled("damaged", host) from error
    return bytes(body)


def _check(host: str, size_bytes: int, largest_bytes: int) -> None:
    if size_bytes > largest_bytes:
        raise TooLarge(host, largest_bytes)
