"""Looking for services in the house: at their usual ports, by what they answer anybody.

Nobody's key is sent, each place is asked once, and the whole of it ends within seconds.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final

from maestrarr.core.connections import policy
from maestrarr.core.connections.policy import Place
from maestrarr.kit.errors import Problem
from maestrarr.kit.http import Http, Reach, Terms, Urgency
from maestrarr.providers.base import Trace
from maestrarr.providers.registry import KINDS

PATIENCE_SECONDS: Final = 5.0
TRACES: Final[Mapping[str, Trace]] = {
    name: kind.trace for name, kind in KINDS.items() if kind.trace is not None
}
_OWNER: Final = "discovery"
_TERMS: Final = Terms(
    service="discovery",
    reach=Reach.HOUSE,
    per_second=20,
    burst=20,
    at_once=4,
    largest_bytes=64 * 1024,
    limit_seconds=3,
    attempts=1,
)


def usual_places(asked_at: str, neighbours: Sequence[str] = ()) -> list[Place]:
    """List where each kind usually is; `asked_at` names this machine as whoever asks knows it.

    Below the addresses of `neighbours` every kind is expected under its own name.
    """
    below = [Place(kind, f"{address}/{kind}") for address in neighbours for kind in TRACES]
    ports = {name: trace.port for name, trace in TRACES.items()}
    return [*below, *policy.usual_places(ports, asked_at)]


async def discover(http: Http, places: Sequence[Place]) -> list[Place]:
    """Say where services are, the first place of each kind; whoever is slow is not waited for."""
    asked = {asyncio.create_task(_is_there(http, place)): place for place in places}
    done, late = await asyncio.wait(asked, timeout=PATIENCE_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    http.forgive(_OWNER)
    found = {asked[task] for task in done if task.result()}
    firsts: dict[str, Place] = {}
    for place in places:
        if place in found:
            firsts.setdefault(place.kind, place)
    return list(firsts.values())


async def _is_there(http: Http, place: Place) -> bool:
    trace = TRACES[place.kind]
    try:
        client = http.client(place.url, _TERMS, owner=_OWNER)
        answer = await client.get(trace.path, urgency=Urgency.USER, fresh=True)
        told: Any = answer.json() if answer.status == 200 else None
    except Problem:
        return False
    return isinstance(told, dict) and trace.is_its(told)
