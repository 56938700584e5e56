"""`/docs`: the API, to read and to try, without anything from elsewhere.

Anybody may see it, as anybody may read the source; what is tried there is asked as whoever is
signed in with this browser. Swagger UI's provenance stands in `swagger/README.md`.
"""

import asyncio
import gzip
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from maestrarr.core.accounts.access import Anyone
from maestrarr.server.errors import NoSuchAddress

SWAGGER = "5.35.0"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

router = APIRouter(prefix="/docs", include_in_schema=False)
description = APIRouter(include_in_schema=False)

_HERE = files("maestrarr.server")
_PAGE = (_HERE / "docs.html").read_text("utf-8").replace("{swagger}", SWAGGER)
_OURS = {"docs.css": "text/css", "docs.js": "text/javascript"}
_SWAGGER = {
    f"swagger-ui-{SWAGGER}.css": "text/css",
    f"swagger-ui-{SWAGGER}.js": "text/javascript",
}


@router.get("")
async def show_docs(_: Anyone) -> HTMLResponse:
    """Show the API."""
    return HTMLResponse(_PAGE, headers={"Content-Security-Policy": POLICY})


@description.get("/openapi.json")
async def describe(request: Request, _: Anyone) -> JSONResponse:
    """Describe every route, for this page and for the programs that are made from it."""
    return JSONResponse(await asyncio.to_thread(request.app.openapi))


@router.get("/{name}")
async def give_part(name: str, request: Request, _: Anyone) -> Response:
    """Give a part of the page: ours, or of Swagger UI, which never changes under its name."""
    if name in _OURS:
        return Response((_HERE / name).read_bytes(), media_type=_OURS[name])
    if name not in _SWAGGER:
        raise NoSuchAddress
    packed = (_HERE / "swagger" / f"{name}.gz").read_bytes()
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type=_SWAGGER[name], headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(packed, media_type=_SWAGGER[name], headers=headers)
