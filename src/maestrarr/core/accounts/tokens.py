"""Tokens: random, telling by their beginning what they are, and kept only as hashes."""

import base64
import hashlib
import hmac
import secrets
from enum import StrEnum

LONGEST = 200  # more characters than any token of ours has

_FAMILY_BYTES = 16
_SECRET_BYTES = 32


class TokenKind(StrEnum):
    """How a token begins, so that a scanner for leaked secrets knows it too."""

    ACCESS = "mst_access_"
    REFRESH = "mst_refresh_"
    API = "mst_api_"
    LOCAL = "mst_local_"
    SETUP = "mst_setup_"


def make(kind: TokenKind) -> str:
    """Make a token that nobody can guess."""
    return kind + secrets.token_urlsafe(_SECRET_BYTES)


def make_refresh() -> str:
    """Make the first refresh token of a session: the family's part, a dot, and its own."""
    family = secrets.token_urlsafe(_FAMILY_BYTES)
    return f"{TokenKind.REFRESH}{family}.{secrets.token_urlsafe(_SECRET_BYTES)}"


def family_of(refresh: str) -> str:
    """Return the part that a refresh token shares with those before and after it."""
    return refresh.partition(".")[0]


def next_refresh(refresh: str, seed: str) -> str:
    """Return the refresh token for which this one is exchanged, the same each time."""
    return f"{family_of(refresh)}.{_derive(seed, 'refresh', refresh)}"


def next_access(refresh: str, seed: str) -> str:
    """Return the access token that comes with the exchange of this refresh token."""
    return TokenKind.ACCESS + _derive(seed, "access", refresh)


def digest(token: str) -> str:
    """Return the hash by which a token is kept and found; it needs no salt, being random."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare two secrets, or hashes of them, in a time that tells nothing of them."""
    return hmac.compare_digest(
        one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
    )


def _derive(seed: str, purpose: str, token: str) -> str:
    made = hmac.digest(seed.encode(), f"{purpose}:{token}".encode(), "sha256")
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
