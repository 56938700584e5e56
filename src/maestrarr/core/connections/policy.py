"""What holds of connections, whatever the database says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from maestrarr.core.connections.errors import MappingUnfit
from maestrarr.core.connections.mappings import PathMapping, is_absolute


@dataclass(frozen=True, slots=True)
class Place:
    """Where a service of a kind may be."""

    kind: str
    url: str


def usual_places(ports: Mapping[str, int], asked_at: str) -> list[Place]:
    """List where services usually are, by their ports: beside us, on this machine, on its host.

    In a container the others are known by their names, and the machine by the one that it is
    asked at.
    """
    return [
        Place(kind, f"http://{host}:{port}")
        for kind, port in ports.items()
        for host in dict.fromkeys(("localhost", kind, "host.docker.internal", asked_at))
    ]


def unknown_places(found: Iterable[Place], known: Iterable[tuple[str, str]]) -> list[Place]:
    """Leave out what is connected already, by whatever name its machine is called.

    Args:
        found: where services are.
        known: the kind and the address of each connection.
    """
    connected = {(kind, urlsplit(url).port, urlsplit(url).path.rstrip("/")) for kind, url in known}
    return [
        place
        for place in found
        if (place.kind, urlsplit(place.url).port, urlsplit(place.url).path) not in connected
    ]


def tells_another(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Tell whether what was entered for one address would be told to another."""
    return _origin(before.get("url")) != _origin(after.get("url"))


def mapping_fault(mappings: Sequence[PathMapping]) -> MappingUnfit | None:
    """Say why path mappings cannot be followed, or None."""
    seen: set[str] = set()
    for mapping in mappings:
        if not is_absolute(mapping.remote):
            return MappingUnfit("remote", mapping.remote)
        if not mapping.local.startswith("/"):
            return MappingUnfit("local", mapping.local)
        for side in (f"remote {mapping.remote}", f"local {mapping.local}"):
            if side in seen:
                return MappingUnfit("twice", side.partition(" ")[2])
            seen.add(side)
    return None


def _origin(url: str | None) -> tuple[str, str]:
    parts = urlsplit((url or "").lower())
    return parts.scheme, parts.netloc
