"""What holds of connections, whatever the database says."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from maestrarr.core.connections.errors import MappingUnfit
from maestrarr.core.connections.mappings import PathMapping, is_absolute


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
