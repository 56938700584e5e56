"""Which kinds of services report by themselves, and by which names they are called in addresses."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from maestrarr.flows.webhooks.errors import NoSuchListener
from maestrarr.providers.news import Heard
from maestrarr.providers.registry import KINDS

_FORMER_NAMES: Final = {"overseerr": "seerr", "jellyseerr": "seerr"}
LISTENED: Final = frozenset(name for name, kind in KINDS.items() if kind.hear)
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {name: name for name in LISTENED} | _FORMER_NAMES
)


def kind_named(name: str) -> str:
    """Return the kind that an address names.

    Raises:
        NoSuchListener: it is none that reports by itself.
    """
    if name not in NAMES:
        raise NoSuchListener(name)
    return NAMES[name]


def hear(kind: str, body: bytes, body_kind: str) -> Heard:
    """Read a report of this kind of service.

    Raises:
        Unreadable: it is not what this kind sends.
    """
    listen = KINDS[kind].hear
    assert listen is not None  # noqa: S101  # only those that report have addresses
    return listen(body, body_kind)
