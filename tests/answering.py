"""A server that answers what it was told to, and remembers what it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx2

Told = Any
Judge = Callable[[httpx2.Request], tuple[int, Told]]


class Answering:
    """What is answered on which path; a function judges the request itself."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[httpx2.Request] = []
        self._answers: dict[str, Judge] = {}

    def answer(self, path: str, told: Told, status: int = 200) -> None:
        """Answer a path always in the same way."""
        self._answers[path] = lambda _: (status, told)

    def judge(self, path: str, judge: Judge) -> None:
        """Let a function answer a path."""
        self._answers[path] = judge

    def paths(self) -> list[str]:
        """List the paths that were asked for, each once for each time."""
        return [request.url.path for request in self.asked]

    def take(self, request: httpx2.Request) -> tuple[int, bytes]:
        """Answer a request; what was not foreseen is not there."""
        self.asked.append(request)
        judge = self._answers.get(request.url.path, lambda _: (404, {}))
        status, told = judge(request)
        return status, told if isinstance(told, bytes) else json.dumps(told).encode()


@contextmanager
def answering() -> Iterator[Answering]:
    """Serve on a port of this machine until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _take(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            request = httpx2.Request(
                self.command,
                f"{served.url}{self.path}",
                headers=dict(self.headers.items()),
                content=self.rfile.read(length),
            )
            status, body = served.take(request)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = _take  # noqa: N815  # as http.server names them

        def log_message(self, *_: object) -> None:
            """Leave the terminal alone."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Answering(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield served
        server.shutdown()
        thread.join()
