"""How a request is read from its connection: whole, in a limited time, of a limited size."""

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from maestrarr.kit.errors import Problem
from maestrarr.server.errors import LARGEST_HEAD_BYTES, HeadTooLarge, NoRequest
from maestrarr.server.problems import answer

if TYPE_CHECKING:
    from asyncio import TimerHandle

END_OF_HEAD = b"\r\n\r\n"
REQUEST_SECONDS = 30.0  # from its first byte to its last, and from a connection to its first


class Reading(HttpToolsProtocol):
    """Reads requests as uvicorn does, and lets go of who dawdles, or says too much beforehand."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  # uvicorn's own
        super().__init__(*arguments, **named)
        self._lateness: TimerHandle | None = None
        self._head_bytes: int | None = 0  # of the head that comes or is read; None within a body

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, unless the head of the request does not end."""
        if self._is_endless(data):
            self._refuse(HeadTooLarge())
            return
        super().data_received(data)
        if self._lateness is not None and self._head_bytes is not None:
            self._head_bytes += len(data)

    def on_message_begin(self) -> None:
        """Wait for the end of a request that begins."""
        super().on_message_begin()
        self._await_request()

    def on_headers_complete(self) -> None:
        """Count its body no longer; the application does."""
        self._head_bytes = None
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Wait no longer: it is whole, and what comes is the next one's head."""
        self._stop_waiting()
        self._head_bytes = 0
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # uvicorn says it
        """Say that this is no request, as every refusal is said."""
        self._refuse(NoRequest())

    def _await_request(self) -> None:
        self._stop_waiting()
        self._head_bytes = 0
        self._lateness = self.loop.call_later(REQUEST_SECONDS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._lateness is not None:
            self._lateness.cancel()
            self._lateness = None

    def _is_endless(self, data: bytes) -> bool:
        if self._head_bytes is None:
            return False
        left = max(0, LARGEST_HEAD_BYTES - self._head_bytes)
        return len(data) > left and END_OF_HEAD not in data[:left]

    def _refuse(self, problem: Problem) -> None:
        self.transport.write(_written(answer(problem)))
        self.transport.close()


def _written(response: Response) -> bytes:
    """Write an answer as it goes over the wire; it is the last on its connection."""
    headers = [b"%b: %b\r\n" % pair for pair in response.raw_headers]
    head = [STATUS_LINE[response.status_code], *headers, b"connection: close\r\n\r\n"]
    return b"".join([*head, bytes(response.body)])
