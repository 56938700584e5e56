"""The client's files, and its one page at every address that nothing else answers."""

import base64
import hashlib
import html
import json
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from maestrarr import __version__
from maestrarr.server.addresses import path_of

STATIC = Path(__file__).with_name("static")
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

_UNBUILT = Path(__file__).with_name("page.html")
_BASE = "%BASE%"
_AHEAD = "<!--ahead-->"  # where the page asks for the script of its screen, before it is run
_SCREENS = "screens.json"  # each route with its script, as the build found them
_UNSERVED = ("index.html", _SCREENS)
_ENCODINGS = {"br": ".br", "gzip": ".gz"}  # the better one first
_HASHED = ("_expo/static/", "assets/")  # their names change when they do
_FOREVER = "public, max-age=31536000, immutable"
_LOOK_AGAIN = "no-cache"
_NEVER_PAGES = frozenset({"api", "health", "metrics", "play", "ready", "webhook"})
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_WORKER = "sw.js"  # keeps the client in the browser, so it fetches, under a policy of its own
_WORKERS_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'"
_TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class Held:
    """A file of the client, held in memory with its compressed siblings."""

    media_type: str
    cache_control: str
    etag: str
    bodies: Mapping[str, bytes]

    def answer(self, accepted: str) -> tuple[bytes, dict[str, str]]:
        """Choose the body that the caller can read, and the headers that say which it is."""
        encoding = next((each for each in self.bodies if each and each in accepted), "")
        headers = {
            "ETag": self.etag,
            "Cache-Control": self.cache_control,
            "Vary": "Accept-Encoding",
        }
        return self.bodies[encoding], headers | ({"Content-Encoding": encoding} if encoding else {})


class Pages:
    """Answers what no route does: the client's files, else its page, which finds its own way.

    An address that looks like a file, or belongs to the API, is not there when it is not there.
    """

    def __init__(self, folder: Path = STATIC) -> None:
        self._files = _hold(folder)
        page = folder / "index.html"
        source = page if page.is_file() else _UNBUILT
        self._page = source.read_text("utf-8").replace("{version}", html.escape(__version__))
        self._policy = _policy(self._page)
        self._screens = _screens(folder / _SCREENS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        path = path_of(scope).lstrip("/")
        answer = self._file(path, Headers(scope=scope))
        if answer is None and _may_be_page(path):
            answer = self._page_for(path, str(scope.get("root_path", "")))
        if answer is None or scope["method"] != "GET":
            raise HTTPException(404)
        await answer(scope, receive, send)

    def _file(self, path: str, headers: Headers) -> Response | None:
        held = self._files.get(path)
        if held is None:
            return None
        body, said = held.answer(headers.get("accept-encoding", ""))
        if path == _WORKER:
            said["Content-Security-Policy"] = _WORKERS_POLICY
        if headers.get("if-none-match") == held.etag:
            return Response(status_code=304, headers=said)
        return Response(body, media_type=held.media_type, headers=said)

    def _page_for(self, path: str, root_path: str) -> Response:
        script = next((each for at, each in self._screens if at.fullmatch(f"/{path}")), "")
        headers = {"Content-Security-Policy": self._policy, "Cache-Control": _LOOK_AGAIN}
        page = _filled(self._page, root_path, script)
        return Response(page, media_type="text/html", headers=headers)


@lru_cache(maxsize=64)
def _filled(page: str, root_path: str, script: str) -> str:
    ahead = f'<link rel="preload" href="{html.escape(script)}" as="script" />' if script else ""
    based = page.replace(_BASE, html.escape(root_path.rstrip("/") + "/"))
    return based.replace(_AHEAD, ahead)


def _screens(named: Path) -> list[tuple[re.Pattern[str], str]]:
    """Read where each screen is shown, its route being written as `/titles/[id]` or `/(a|b)`."""
    if not named.is_file():
        return []
    routes = json.loads(named.read_text("utf-8"))
    return [(re.compile(re.sub(r"\[\w+\]", "[^/]+", route)), script) for route, script in routes]


def _may_be_page(path: str) -> bool:
    return path.partition("/")[0] not in _NEVER_PAGES and "." not in path.rpartition("/")[2]


def _hold(folder: Path) -> dict[str, Held]:
    """Read what is served of a folder as it lies there; compressed siblings go with their files."""
    siblings = tuple(_ENCODINGS.values())
    return {
        path.relative_to(folder).as_posix(): _held(path, path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in siblings and path.name not in _UNSERVED
    }


def _held(path: Path, name: str) -> Held:
    body = path.read_bytes()
    bodies = {
        encoding: sibling.read_bytes()
        for encoding, suffix in _ENCODINGS.items()
        if (sibling := path.with_name(path.name + suffix)).is_file()
    }
    media_type = _TYPES.get(path.suffix) or mimetypes.guess_type(name)[0]
    return Held(
        media_type=media_type or "application/octet-stream",
        cache_control=_FOREVER if name.startswith(_HASHED) else _LOOK_AGAIN,
        etag=f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"',
        bodies=bodies | {"": body},
    )


def _policy(page: str) -> str:
    """Allow what the page needs: our own files, and the styles that stand in it, by their hashes.

    An empty one is among them: the client makes it, and sets its rules by script, which needs no
    permission.
    """
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
        for style in ("", *_STYLE.findall(page))
    )
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' {hashes}",
            "img-src 'self' data: blob:",
            *(f"{kind}-src 'self'" for kind in ("connect", "font", "manifest", "worker")),
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
