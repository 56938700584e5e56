"""The pages that stand until the client does: what runs here, and the making of the first admin."""

import base64
import hashlib
import html
from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from maestrarr import __version__
from maestrarr.core.accounts.access import Anyone

router = APIRouter(include_in_schema=False)

_NOTHING_ELSE = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def _read(name: str) -> str:
    text = (files("maestrarr.server") / name).read_text("utf-8")
    return text.replace("{version}", html.escape(__version__))


FRONT = _read("page.html")
STYLE = FRONT.partition("<style>")[2].partition("</style>")[0]
SETUP = _read("setup.html").replace("{style}", STYLE)
SCRIPT = _read("setup.js")

_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src data:; {_NOTHING_ELSE}"
SETUP_POLICY = f"{POLICY}; script-src 'self'; connect-src 'self'"


@router.api_route("/", methods=["GET", "HEAD"])
async def front(_: Anyone) -> HTMLResponse:
    """Show what runs here."""
    return HTMLResponse(FRONT)


@router.get("/setup")
async def setup(_: Anyone) -> HTMLResponse:
    """Show the form that makes the first admin."""
    return HTMLResponse(SETUP, headers={"Content-Security-Policy": SETUP_POLICY})


@router.get("/setup.js")
async def setup_script(_: Anyone) -> Response:
    """Give the form's script, which the page's policy allows because it comes from here."""
    return Response(SCRIPT, media_type="text/javascript")
