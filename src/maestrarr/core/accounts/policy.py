"""Decisions about people: which passwords are good enough, whose attempts count together."""

import ipaddress
import unicodedata

from maestrarr.core.accounts.errors import PasswordUnfit

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 256

_EASY = frozenset({
    "0123456789", "1234567890", "12345678910", "1q2w3e4r5t", "1qaz2wsx3edc", "administrator",
    "changemechangeme", "letmeinletmein", "maestrarr123", "password12", "password123",
    "password1234", "passwordpassword", "q1w2e3r4t5", "qwerty12345", "qwertyuiop", "welcome123",
})  # fmt: skip


def password_fault(password: str, *, name: str) -> PasswordUnfit | None:
    """Tell why a password would not keep others out; None when it would."""
    if len(password) < SHORTEST_PASSWORD:
        return PasswordUnfit("too_short", shortest=SHORTEST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        return PasswordUnfit("too_long", longest=LONGEST_PASSWORD)
    folded = password.casefold()
    if len(set(folded)) < 4 or folded in _EASY:
        return PasswordUnfit("well_known")
    if name.casefold() * (len(folded) // max(len(name), 1)) == folded:
        return PasswordUnfit("like_the_name")
    return None


def in_one_form(password: str) -> bytes:
    """Return the bytes of a password, the same from every keyboard. Source: RFC 8265, 4.2."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def neighbourhood(address: str) -> str:
    """Name whose attempts count together: one IPv4 address, or an IPv6 network of one customer."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, 64), strict=False))


def is_loopback(address: str) -> bool:
    """Tell whether an address is this machine's own."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = known.ipv4_mapped if isinstance(known, ipaddress.IPv6Address) else None
    return (mapped or known).is_loopback
