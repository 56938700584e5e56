"""Who sends a report: known by a secret, compared in constant time before anything is read."""

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from maestrarr.flows.webhooks.states import Proof

SECRET_HEADERS: Final = ("x-maestrarr-token", "x-webhook-token", "x-api-key", "authorization")
SIGNATURE_HEADERS: Final = (
    "x-maestrarr-signature", "x-webhook-signature", "x-hub-signature-256",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sender:
    """A connection that may report, and the secret by which it is known."""

    connection_id: UUID
    kind: str
    name: str
    secret: bytes = field(repr=False)


def prove(
    senders: Sequence[Sender], token: str | None, headers: Mapping[str, str], body: bytes
) -> tuple[Sender, Proof] | None:
    """Find who sends this, and by what it is known; every secret is compared with every claim.

    Args:
        senders: who it may be: those of the kind that the address names.
        token: what stands at the end of the address, if anything does.
        headers: of the request, by names in small letters.
        body: of the request, as it came.
    """
    claims = list(_claims(token, headers))
    signatures = [_digest_in(headers[name]) for name in SIGNATURE_HEADERS if name in headers]
    found: tuple[Sender, Proof] | None = None
    for sender in senders:
        signed = hmac.new(sender.secret, body, hashlib.sha256).hexdigest().encode()
        compared = [
            *((Proof.SIGNATURE, hmac.compare_digest(each, signed)) for each in signatures),
            *((proof, hmac.compare_digest(claim, sender.secret)) for proof, claim in claims),
        ]
        proofs = [proof for proof, is_same in compared if is_same]
        found = (sender, proofs[0]) if proofs else found
    return found


def _claims(token: str | None, headers: Mapping[str, str]) -> Iterator[tuple[Proof, bytes]]:
    """List everything that may be a secret, with where it stands."""
    if token:
        yield Proof.PATH, token.encode("utf-8", "replace")
    for name in SECRET_HEADERS:
        value = headers.get(name, "").strip()
        scheme, _, rest = value.partition(" ")
        if scheme.lower() == "basic":
            yield Proof.BASIC, _password(rest)
        elif value:
            secret = rest.strip() if scheme.lower() == "bearer" else value
            yield Proof.HEADER, secret.encode("utf-8", "replace")


def _password(encoded: str) -> bytes:
    """Read the password of HTTP's Basic scheme; nobody's where there is none."""
    try:
        return base64.b64decode(encoded, validate=True).partition(b":")[2]
    except ValueError:  # no base64, or not even ASCII
        return b""


def _digest_in(signature: str) -> bytes:
    """Read a signature, with or without the name of its method before it."""
    return signature.strip().lower().removeprefix("sha256=").encode("utf-8", "replace")
