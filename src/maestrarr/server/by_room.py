"""Which room a request is for: the first word of its address tells, so no other is asked."""

from fastapi import APIRouter
from fastapi.routing import iter_route_contexts
from starlette.routing import Match
from starlette.types import Scope

from maestrarr.server.addresses import path_of


class OfRoom(APIRouter):
    """A room's routes, which are tried only for an address that begins as one of theirs does.

    FastAPI tries each of 170 routes, and those of the room that it finds once more for each
    router that stands in another: a third of what a list page costs.
    """

    def __init__(self, door: APIRouter, *, below: str) -> None:
        super().__init__(tags=door.tags)
        self.routes = door.routes
        self._begins_at = len(below) + 1
        self._words = {
            (route.path or "").split("/")[1] for route in iter_route_contexts(self.routes)
        }

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Try the routes, unless the address begins with another room's word."""
        word = path_of(scope)[self._begins_at :].partition("/")[0]
        return super().matches(scope) if word in self._words else (Match.NONE, {})
