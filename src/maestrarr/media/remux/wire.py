"""What goes between a remux and its child: one line of JSON at a time."""

import json
from dataclasses import asdict, dataclass

from maestrarr.media.edits import Defaults


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a child shall do: copy the film behind one descriptor to the one behind another.

    `form` is FFmpeg's name of the container; without one, the two are only compared.
    """

    source: int
    staging: int
    form: str | None
    defaults: Defaults
    limit_bytes: int


def pack(said: dict[str, object]) -> bytes:
    """Write one line."""
    return json.dumps(said).encode() + b"\n"


def pack_order(order: Order) -> bytes:
    """Write an order."""
    return pack(asdict(order))


def unpack_order(line: bytes) -> Order:
    """Read an order."""
    said = json.loads(line)
    return Order(**said | {"defaults": Defaults(**said["defaults"])})


def unpack(line: bytes) -> dict[str, object]:
    """Read what a child says.

    Raises:
        ValueError: this is no line of ours.
    """
    said = json.loads(line)
    if not isinstance(said, dict):
        raise ValueError("no object")  # noqa: TRY004  # a line that is not ours, whatever it is
    return said
