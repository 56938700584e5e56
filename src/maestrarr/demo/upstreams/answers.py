"""How a twin answers."""

from collections.abc import Mapping

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from maestrarr.demo.upstreams.world import World

KEY = "demo"  # the one that every twin takes

Document = dict[str, object]


class Refused(Exception):
    """What is asked is not allowed; the answer says so in the service's own words."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.answer = answer


def service(world: World, missing: Response) -> FastAPI:
    """Make an empty service, which answers `missing` to what it does not know or understand."""
    app = FastAPI(openapi_url=None)
    app.state.catalogue = world.catalogue
    app.state.gallery = world.gallery
    app.state.household = world.household

    async def refuse(_: Request, refused: Exception) -> Response:
        return refused.answer if isinstance(refused, Refused) else missing

    app.add_exception_handler(Refused, refuse)
    app.add_exception_handler(HTTPException, refuse)
    app.add_exception_handler(RequestValidationError, refuse)
    return app


def own_url(request: Request) -> str:
    """Name the address under which a caller knows the service."""
    return f"{request.url.scheme}://{request.url.netloc}{request.scope['root_path']}"


def told(content: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Answer with JSON."""
    return Response(
        orjson.dumps(content), status, headers=headers, media_type="application/json; charset=utf-8"
    )


def picture(content: bytes | None) -> Response:
    """Answer with a picture, told by its first bytes; without one, that it is missing."""
    if content is None:
        return Response(b"<h1>404 Not Found</h1>", 404, media_type="text/html")
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000"})
