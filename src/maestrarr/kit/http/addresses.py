"""Which addresses a call may reach, however they are spelled.

Sources: the IANA registries of special-purpose addresses for IPv4 and IPv6; RFC 6052 (addresses of
IPv4 inside IPv6); the documentation of clouds for their metadata services; the WHATWG URL standard,
4.3 (hosts that end in a number).
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Final, TypeAlias

import httpx2

from maestrarr.kit.http.errors import ForbiddenAddress

Address: TypeAlias = IPv4Address | IPv6Address
_Networks: TypeAlias = tuple[IPv4Network | IPv6Network, ...]

LONGEST_HOST: Final = 253
DEFAULT_PORTS: Final = {"http": 80, "https": 443}

_LABEL: Final = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
_ENDS_IN_NUMBER: Final = re.compile(r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$")


class Reach(StrEnum):
    """Which addresses a call may reach."""

    PUBLIC = "public"  # the internet only: for a URL that a stranger or a provider named
    HOUSE = "house"  # private networks and this machine as well: for a URL that an admin has set


def _networks(*written: str) -> _Networks:
    return tuple(ip_network(each) for each in written)


_NEVER: Final = _networks(
    "0.0.0.0/8",
    "169.254.0.0/16",  # link-local, and where most clouds keep their metadata
    "224.0.0.0/3",  # multicast, reserved, broadcast
    "100.100.100.200/32",  # metadata: Alibaba
    "168.63.129.16/32",  # metadata: Azure
    "192.0.0.192/32",  # metadata: Oracle
    "::/96",  # unspecified, and IPv4 as it was once written; ::1 is said before
    "::ffff:0:0:0/96",  # translated IPv4
    "64:ff9b:1::/48",  # a translator's own IPv4 inside, at a place that only it knows
    "2001::/32",  # Teredo: IPv4 inside
    "2002::/16",  # 6to4: IPv4 inside
    "fd00:ec2::254/128",  # metadata: Amazon
    "fd20:ce::254/128",  # metadata: Google
    "fe80::/10",  # link-local
    "fec0::/10",
    "ff00::/8",  # multicast
)
_INSIDE: Final = _networks(
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "2001::/23",
    "2001:db8::/32",
    "3fff::/20",
)
_GLOBAL: Final = IPv6Network("2000::/3")  # of IPv6, nothing else is the internet
_MAPPED: Final = IPv6Network("::ffff:0:0/96")
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
_ITSELF: Final = IPv6Address("::1")


def check_url(url: httpx2.URL, reach: Reach) -> None:
    """Refuse an address that is not called whatever its name leads to.

    Raises:
        ForbiddenAddress: its scheme, its host's spelling or its port is none that is called, or its
            host is an address outside the reach.
    """
    if url.scheme not in DEFAULT_PORTS:
        raise ForbiddenAddress("scheme", url.host)
    if url.port is not None and not 0 < url.port < 1 << 16:
        raise ForbiddenAddress("spelling", url.host)
    address = literal(url.raw_host.decode("ascii"))
    if address is not None:
        check_addresses(url.host, [address], reach)


def literal(host: str) -> Address | None:
    """Read a host that is an address; None when it is a name.

    Raises:
        ForbiddenAddress: it is neither, or an address as only some programs read it: with a zone,
            in one number, in octal or hexadecimal digits.
    """
    try:
        return ip_address(_without_zone(host))
    except ValueError:
        pass
    lowered = host.lower()
    is_name = len(host) <= LONGEST_HOST and _NAME.fullmatch(lowered) is not None
    if not is_name or _ENDS_IN_NUMBER.search(lowered):
        raise ForbiddenAddress("spelling", host)
    return None


def _without_zone(host: str) -> str:
    if "%" in host:
        raise ForbiddenAddress("spelling", host)
    return host


def check_addresses(host: str, found: Iterable[Address], reach: Reach) -> list[Address]:
    """Keep those of a host's addresses that are within reach.

    Raises:
        ForbiddenAddress: none is.
    """
    judged = [(address, refusal(address, reach)) for address in found]
    allowed = [address for address, reason in judged if reason is None]
    if not allowed:
        raise ForbiddenAddress(next(reason for _, reason in judged if reason), host)
    return allowed


def refusal(address: Address, reach: Reach) -> str | None:
    """Name why an address is outside the reach: `special` or `inside`; None when it is not."""
    meant = _meant(address)
    if meant != _ITSELF and any(meant in network for network in _NEVER):
        return "special"
    if reach is Reach.HOUSE:
        return None
    is_inside = any(meant in network for network in _INSIDE)
    if is_inside or (meant.version == 6 and meant not in _GLOBAL):
        return "inside"
    return None


def _meant(address: Address) -> Address:
    """Return the address of IPv4 to which one of IPv6 leads, where that is known."""
    if address.version == 6 and (address in _MAPPED or address in _TRANSLATED):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def origin(url: httpx2.URL) -> str:
    """Name whom a URL asks, as people write it: host, and port where it is not the usual one."""
    host = f"[{url.host}]" if ":" in url.host else url.host
    port = url.port
    return host if port in {None, DEFAULT_PORTS.get(url.scheme)} else f"{host}:{port}"
