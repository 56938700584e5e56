"""The cookies in which a browser keeps its tokens, where no page's script can read them."""

from typing import Literal
from urllib.parse import urlsplit

from fastapi import Request, Response

from maestrarr.core.accounts.access import ACCESS_COOKIE, REFRESH_COOKIE
from maestrarr.core.accounts.sessions import Tokens

_SESSIONS = "/api/v1/sessions"
_SAME_SITE: Literal["lax"] = "lax"


def give(request: Request, response: Response, tokens: Tokens) -> None:
    """Put a session's tokens into cookies; the refresh token goes to the sessions only."""
    for name, value, path, until in (
        (ACCESS_COOKIE, tokens.access, "/", tokens.access_expires_at),
        (REFRESH_COOKIE, tokens.refresh, _SESSIONS, tokens.expires_at),
    ):
        response.set_cookie(
            name,
            value,
            expires=until,
            path=_below(request, path),
            secure=_is_over_tls(request),
            httponly=True,
            samesite=_SAME_SITE,
        )


def take_back(request: Request, response: Response) -> None:
    """Remove both cookies."""
    for name, path in ((ACCESS_COOKIE, "/"), (REFRESH_COOKIE, _SESSIONS)):
        response.delete_cookie(
            name,
            path=_below(request, path),
            secure=_is_over_tls(request),
            httponly=True,
            samesite=_SAME_SITE,
        )


def _below(request: Request, path: str) -> str:
    return str(request.scope.get("root_path", "")) + path


def _is_over_tls(request: Request) -> bool:
    """Tell whether the browser speaks TLS, if only to a proxy: its own `Origin` says so."""
    origin = urlsplit(request.headers.get("origin", ""))
    return "https" in {request.url.scheme, origin.scheme}
